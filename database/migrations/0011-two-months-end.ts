// The end of the two months stands on the case, so that the contact whose time ends first is read first, however many cases there are.
// Cases opened before are filled by the sweep that runs at every start.
export const twoMonthsEnd = /* sql */ `
alter table cases add two_months_end date;
grant update (two_months_end) on cases to door;
drop index new_contacts;
-- Those without a letter's date come last, in the order they reached us.
create index new_contacts on cases (service_id, coalesce(two_months_end, 'infinity'::date), contact_on, id) where stage = 'contact-made' and closed_at is null;
`;
