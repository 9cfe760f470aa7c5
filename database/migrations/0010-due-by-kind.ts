// The quick filters of the due list: one kind of clock, soonest first, without walking past all the others.
export const dueByKind = /* sql */ `
create index due_by_kind on clocks (service_id, kind, due_on, id) where state = 'running' and owner <> 'family';
`;
