// Papers that somebody sent us: the file as it came, the picture of it that may be shown, and what was read from it for a person to
// confirm. The front door adds them to its own case and reads of them only what it has just sent.
export const documents = /* sql */ `

create table documents (
  id uuid primary key,
  service_id uuid not null references services,
  case_id uuid not null,
  kind text not null constraint kind_of_document check (kind in ('decision-letter', 'other')),
  came_by text not null constraint how_a_document_came check (came_by in ('front', 'desk')),
  -- The draft of the front door that sent it; gone with the draft.
  draft_id uuid references asking_drafts on delete set null,
  pages int not null,
  original_file_id uuid not null references files,
  clean_file_id uuid references files,
  preview_file_id uuid references files,
  state text not null constraint state_of_document check (state in ('reading', 'read')),
  reading jsonb,
  sent_at timestamptz not null,
  sent_by uuid references accounts,
  read_at timestamptz,
  unique (service_id, id),
  foreign key (service_id, case_id) references cases (service_id, id),
  constraint what_was_read_has_a_moment check ((reading is null) = (read_at is null))
);
create index documents_of_case on documents (case_id, sent_at);
create index documents_of_draft on documents (draft_id) where draft_id is not null;

alter table documents enable row level security;
alter table documents force row level security;
create policy the_worker on documents to worker using (true) with check (true);
create policy the_door on documents to door using (true) with check (true);
create policy the_desk_reads on documents for select to app using (service_id = (select my_desk()));
create policy the_desk_adds on documents for insert to app with check (service_id = (select my_desk()));
grant select on documents to worker, door, app;
grant insert on documents to app;
grant update (state, reading, read_at) on documents to worker;

-- The front door adds a paper to the case of its own draft, and sees what was read from it.
create policy my_draft on documents to front
  using (draft_id in (select id from asking_drafts))
  with check (service_id = (select my_service()) and came_by = 'front'
    and exists (select from asking_drafts d where d.id = draft_id and d.case_id = documents.case_id));
grant insert on documents to front;
grant select (id, draft_id, case_id, kind, pages, state, reading, sent_at, preview_file_id, clean_file_id) on documents to front;
create policy the_front_adds on files for insert to front with check (service_id = (select my_service()));
create policy my_draft on files for select to front using (id in (select preview_file_id from documents));
grant insert on files to front;
grant select (id, storage, size, sha256) on files to front;
`;
