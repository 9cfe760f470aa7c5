// A paper that could not be scanned when it came is held, unopened, until it is; and one that is then refused says why.
export const heldUntilChecked = /* sql */ `
alter table documents
  drop constraint state_of_document,
  add constraint state_of_document check (state in ('held', 'reading', 'read', 'refused')),
  add column refused text,
  add constraint a_refused_document_says_why check ((state = 'refused') = (refused is not null));
create index documents_held on documents (service_id, sent_at) where state = 'held';
grant update (pages, clean_file_id, preview_file_id, refused) on documents to worker;
grant select (refused) on documents to front;
`;
