// Erasing, exporting and holding records. A role of its own, `retention`, reads every table and can blank the personal columns and
// nothing else; the catalogue test holds its grants against the personal-data register, column by column. Also: holds that keep a
// case from being erased, and looks that were taken at the command line, where nobody has an account.
export const records = /* sql */ `

do $$
begin
  if not exists (select from pg_roles where rolname = 'retention') then
    create role retention nologin noinherit;
  end if;
  if not pg_has_role(current_user, 'retention', 'member') then
    grant retention to current_user;
  end if;
end $$;
grant usage on schema public to retention;

create table holds (
  id uuid primary key,
  service_id uuid not null references services,
  case_id uuid not null,
  why text not null constraint why_a_case_is_held check (why in ('appeal', 'complaint', 'claim', 'safeguarding', 'inquiry')),
  review_on date not null,
  placed_at timestamptz not null,
  lifted_at timestamptz,
  foreign key (service_id, case_id) references cases (service_id, id)
);
create unique index one_hold_at_a_time on holds (case_id) where lifted_at is null;
alter table holds enable row level security;
alter table holds force row level security;
create policy the_door on holds to door using (true) with check (true);
create policy the_worker on holds to worker using (true) with check (true);
create policy the_desk_reads on holds for select to app using (service_id = (select my_desk()));
grant select on holds to app, door, worker;
grant insert, update (lifted_at) on holds to worker;

-- At the command line nobody has an account.
alter table looked alter column account_id drop not null;

do $$
declare t text;
begin
  for t in select tablename from pg_tables where schemaname = 'public' loop
    execute format('create policy records on %I to retention using (true) with check (true)', t);
    execute format('grant select on %I to retention', t);
  end loop;
end $$;

-- The personal columns, and beside them the marks that say a row was blanked.
grant update (first_names, last_name, known_as, language, dialect, formats, needs, erased_at) on people to retention;
grant update (value, postal_lines, quiet_hours, until_at) on contact_points to retention;
grant update (email, name, suspended_at) on accounts to retention;
grant update (first_names, last_name, known_as, born, school, authority_reference) on children to retention;
grant update (basis, may_open_the_page) on participations to retention;
grant update (body) on words to retention;
grant update (name, storage, erased_at) on files to retention;
grant update (subject, body_text, body_html, to_address, to_lines, state) on letters to retention;
grant update (content, replaced_at) on papers to retention;
grant update (answers) on calls to retention;
grant update (said) on offered_answers to retention;
grant update (reading) on documents to retention;
-- Rows that are nothing but a secret or a draft go whole.
grant delete on sessions, sign_in_links, asking_drafts to retention;
grant insert on looked to retention;
`;
