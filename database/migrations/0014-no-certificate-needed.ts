// Whoever says no before anything was explained is still a new contact; and a no on a road without a certificate makes none due.
export const noCertificateNeeded = /* sql */ `
drop index new_contacts;
create index new_contacts on cases (service_id, coalesce(two_months_end, 'infinity'::date), contact_on, id)
  where stage in ('contact-made', 'information-owed') and closed_at is null;
-- Told by the same facts as before, read as the stages are read now.
update cases k set stage = 'information-owed' where stage = 'certificate-due'
  and not exists (select from facts f where f.case_id = k.id and f.code in ('information-given', 'authority-told', 'certificate-issued', 'case-reopened'))
  and not exists (select from facts f where f.case_id = k.id and f.code = 'wish-to-mediate-said' and f.data->>'answer' <> 'no');
update cases set stage = 'no-certificate-needed' where stage = 'certificate-due' and road not in ('mediation', 'undecided');
`;
