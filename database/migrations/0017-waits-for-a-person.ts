// What waits for somebody at the desk: a paper that could not be made, and somebody who asked to be rung.
export const waitsForAPerson = /* sql */ `
create index papers_not_made on papers (service_id, wanted_at, id) where failure is not null and made_at is null and replaced_at is null;
grant update (failure, tries, next_try_at) on papers to app;

-- Since when somebody waits to be rung who asked for nothing else; the door clears it once something was explained to them.
alter table cases add ring_back_since timestamptz;
grant update (ring_back_since) on cases to door;
create index to_ring_back on cases (service_id, ring_back_since, id) where ring_back_since is not null;
`;
