// A right that passes to the young person in mid-case: a former party reads what it could read and nothing new. Also: a family's safe
// word, kept as a slow hash that no page can read; a corporate parent; and how far, and until when, a permission reaches.
export const peopleDoneRight = /* sql */ `

-- From this moment on the participation reads no new words; what it could read stays.
alter table participations add column reads_until timestamptz;
alter table children add column changed_at timestamptz;
alter table decisions add column changed_at timestamptz;

alter table participations drop constraint capacity_in_the_case;
alter table participations add constraint capacity_in_the_case check (capacity in
  ('parent', 'other-parental-responsibility', 'carer', 'corporate-parent', 'young-person', 'alternative-person', 'supporter', 'referrer',
   'officer', 'school', 'mediator', 'interpreter')),
  add constraint a_former_party_holds_no_right check (reads_until is null or not right_holder);

-- What the two rows that change in place say now is new to somebody whose reading ended before.
drop policy my_case on children;
create policy my_case on children for select to app using (case_id = any ((select my_cases())::uuid[])
  and not exists (select from participations p where p.case_id = children.case_id and p.person_id = (select my_person()) and p.reads_until < children.changed_at));
drop policy my_case on decisions;
create policy my_case on decisions for select to app using (case_id = any ((select my_cases())::uuid[])
  and not exists (select from participations p where p.case_id = decisions.case_id and p.person_id = (select my_person())
    and p.reads_until < greatest(decisions.made_at, decisions.changed_at)));
drop policy i_say_so on wishes;
create policy i_say_so on wishes for insert to app with check (participation_id = any ((select my_participations())::uuid[]) and taken_by is null
  and not exists (select from participations p where p.id = wishes.participation_id and p.reads_until is not null));
-- New words reach a former party by a permission alone.
create policy nothing_new_unasked on readable as restrictive for insert to app with check (permission_id is not null
  or not exists (select from participations p where p.id = readable.participation_id and p.reads_until is not null));

create table safe_words (
  person_id uuid primary key,
  service_id uuid not null references services,
  salt text not null,
  hash text not null,
  set_at timestamptz not null,
  set_by uuid not null references accounts,
  tried_on date,
  tries int not null default 0,
  foreign key (service_id, person_id) references people (service_id, id),
  constraint a_try_has_a_day check (tries = 0 or tried_on is not null)
);
alter table safe_words enable row level security;
alter table safe_words force row level security;
create policy the_door on safe_words to door using (true) with check (true);
create policy the_desk_reads on safe_words for select to app using (service_id = (select my_desk()));
create policy my_own on safe_words for select to app using (person_id = (select my_person()));
create policy records on safe_words to retention using (true) with check (true);
grant select, insert, update, delete on safe_words to door;
-- That there is one, and since when: a page needs no more, and can have no more.
grant select (person_id, service_id, set_at) on safe_words to app;
grant select, delete on safe_words to retention;

alter table permissions
  add column scope text[] not null default '{}',
  add column until_on date,
  add constraint scope_of_a_permission check (scope <@ array['dates', 'papers', 'wishes', 'words']);
`;
