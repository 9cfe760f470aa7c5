// The front door: what somebody without an account may write. They sit in a role of their own, `front`, which adds the rows of a new
// case and reads none of them back: nobody can ask through it whether a child is known. Its one exception is the draft whose secret
// the browser holds. Also: what a family answered afterwards, which waits beside the case until the desk accepts it.
export const asking = /* sql */ `

do $$
begin
  if not exists (select from pg_roles where rolname = 'front') then
    create role front nologin noinherit;
  end if;
  if not pg_has_role(current_user, 'front', 'member') then
    grant front to current_user;
  end if;
end $$;
grant usage on schema public to front;

-- ---------------------------------------------------------------- drafts

create table asking_drafts (
  id uuid primary key,
  service_id uuid not null references services,
  -- Hashes of the two secrets that find it: the browser's cookie, and the link that came by e-mail.
  browser_hash text unique,
  link_hash text unique,
  wrong_tries int not null default 0,
  answers jsonb not null default '{}',
  -- The contact, once the first screen was sent. Until then nobody at the desk knows of the draft.
  case_id uuid,
  participation_id uuid,
  reference text,
  contact_at timestamptz,
  sent_at timestamptz,
  made_at timestamptz not null,
  saved_at timestamptz not null,
  foreign key (service_id, case_id) references cases (service_id, id),
  constraint a_contact_has_a_case_and_a_moment check ((case_id is null) = (contact_at is null) and (case_id is null) = (reference is null))
);
create index asking_drafts_by_age on asking_drafts (saved_at);

create function my_draft() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('cg.draft', true), '') $$;

-- ---------------------------------------------------------------- what the family answered after the contact

create table offered_answers (
  id uuid primary key,
  service_id uuid not null references services,
  case_id uuid not null,
  participation_id uuid not null,
  about text not null constraint what_is_offered check (about in
    ('decision', 'child', 'authority', 'person', 'reach', 'holder', 'issues', 'wishes', 'safe-contact', 'permission', 'letter')),
  said jsonb not null,
  offered_at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid references accounts,
  taken boolean,
  foreign key (service_id, case_id) references cases (service_id, id),
  foreign key (service_id, participation_id) references participations (service_id, id),
  constraint settled_by_somebody_one_way_or_the_other check
    ((settled_at is null) = (settled_by is null) and (settled_at is null) = (taken is null))
);
create index answers_offered_in_case on offered_answers (case_id, offered_at) where settled_at is null;

-- ---------------------------------------------------------------- the wall

do $$
declare t text;
begin
  foreach t in array array['asking_drafts', 'offered_answers'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy the_worker on %I to worker using (true) with check (true)', t);
  end loop;
  -- The rows of a contact, its words and its wishes: added for the service whose door it is, by nobody on its staff, and not read.
  foreach t in array array['cases', 'people', 'contact_points', 'participations', 'children', 'decisions', 'contacts', 'words', 'wishes',
    'offered_answers'] loop
    execute format('create policy the_front_adds on %I for insert to front with check (service_id = (select my_service()))', t);
    execute format('grant insert on %I to front', t);
  end loop;
end $$;

grant select, delete on asking_drafts to worker;
create policy my_draft on asking_drafts to front
  using (service_id = (select my_service()) and (browser_hash = (select my_draft()) or link_hash = (select my_draft())))
  with check (service_id = (select my_service()) and (browser_hash = (select my_draft()) or link_hash = (select my_draft())));
grant select, insert on asking_drafts to front;
grant update (browser_hash, link_hash, wrong_tries, answers, case_id, participation_id, reference, contact_at, sent_at, saved_at) on asking_drafts to front;

create policy the_door on offered_answers to door using (true) with check (true);
create policy the_desk_reads on offered_answers for select to app using (service_id = (select my_desk()));
create policy the_desk_changes on offered_answers for update to app
  using (service_id = (select my_desk())) with check (service_id = (select my_desk()));
grant select on offered_answers to worker, app, door;
grant update (settled_at, settled_by, taken, said) on offered_answers to app;
`;
