// Whether the right-holder's side has been given the information, kept beside the stage: a "no" or a reopening depends on it; and how often somebody who asked to be rung was tried.
export const informedOrNot = /* sql */ `
alter table cases add informed boolean not null default false;
grant update (informed) on cases to door;
-- Told by the facts: the information was given, and no new party joined since.
update cases k set informed = true where exists (select from facts f where f.case_id = k.id and f.code = 'information-given'
  and not exists (select from facts g where g.case_id = k.id and g.seq > f.seq and g.code = 'party-recorded' and (g.data->>'fresh')::boolean));
update cases k set stage = 'information-owed' where stage in ('certificate-due', 'no-certificate-needed') and not informed
  and not exists (select from facts f where f.case_id = k.id and f.code = 'certificate-withdrawn');
update cases set stage = 'contact-made' where stage = 'information-given' and not informed;

alter table cases add ring_back_tries integer not null default 0;
alter table cases add ring_back_tried_at timestamptz;
grant update (ring_back_since, ring_back_tries, ring_back_tried_at) on cases to app;
`;
