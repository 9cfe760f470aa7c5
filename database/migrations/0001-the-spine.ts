// The spine of the database: services, people, cases, the journal, certificates, letters; and the wall around them.
// Row-level security decides who reads what. Roles: `app` is a person at a page, `door` writes the journal,
// `worker` renders and sends, `wall` owns the few functions that look behind the wall. None can log in.
export const theSpine = /* sql */ `

do $$
declare r text;
begin
  foreach r in array array['app', 'door', 'worker', 'wall'] loop
    if not exists (select from pg_roles where rolname = r) then
      execute format('create role %I nologin noinherit', r);
    end if;
    if not pg_has_role(current_user, r, 'member') then
      execute format('grant %I to current_user', r);
    end if;
  end loop;
end $$;

revoke all on schema public from public;
grant usage on schema public to app, door, worker, wall;
grant create on schema public to wall;

-- ---------------------------------------------------------------- the installation and the service

create table installation (
  id int primary key default 1 constraint only_one_installation check (id = 1),
  kind text not null constraint trial_or_real check (kind in ('trial', 'real')),
  clock_offset_seconds int not null default 0 constraint real_time_in_a_real_installation check (kind = 'trial' or clock_offset_seconds = 0),
  made_at timestamptz not null
);

create table services (
  id uuid primary key,
  slug text not null unique,
  name text not null,
  short_name text not null,
  line text not null,
  area text not null,
  telephone text not null,
  email text not null,
  address_lines text[] not null default '{}',
  hours jsonb not null,
  settings jsonb not null default '{}',
  version int not null default 1
);

create table closure_days (
  service_id uuid not null references services,
  day date not null,
  name text not null,
  primary key (service_id, day)
);

create table holiday_years (
  year int primary key,
  source text not null,
  loaded_at timestamptz not null
);

create table bank_holidays (
  day date primary key,
  name text not null,
  year int not null references holiday_years on delete cascade,
  constraint in_its_own_year check (extract(year from day) = year)
);

create table bodies (
  id uuid primary key,
  service_id uuid not null references services,
  kind text not null constraint kind_of_body check (kind in ('authority', 'icb', 'school', 'college', 'sendiass', 'trust', 'social-care', 'other')),
  national_code text,
  name text not null,
  emails text[] not null default '{}',
  telephone text,
  address_lines text[] not null default '{}',
  version int not null default 1,
  unique (service_id, id)
);
create unique index one_body_per_code on bodies (service_id, kind, national_code) where national_code is not null;
create index bodies_by_name on bodies (service_id, kind, name);

create table contracts (
  id uuid primary key,
  service_id uuid not null references services,
  body_id uuid not null,
  from_on date not null,
  until_on date,
  foreign key (service_id, body_id) references bodies (service_id, id)
);
create index contracts_of_body on contracts (service_id, body_id);

create table signposts (
  id uuid primary key,
  service_id uuid not null references services,
  kind text not null constraint kind_of_signpost check (kind in ('tribunal', 'sendiass', 'advice', 'ombudsman', 'other')),
  name text not null,
  what text not null,
  how text not null,
  contact text not null,
  address_lines text[] not null default '{}',
  position int not null,
  checked_on date not null
);
create index signposts_in_order on signposts (service_id, position);

-- ---------------------------------------------------------------- people and accounts

create table people (
  id uuid primary key,
  service_id uuid not null references services,
  first_names text not null,
  last_name text not null,
  known_as text,
  language text,
  dialect text,
  formats text[] not null default '{}',
  needs text,
  made_at timestamptz not null,
  erased_at timestamptz,
  version int not null default 1,
  unique (service_id, id)
);

create table contact_points (
  id uuid primary key,
  service_id uuid not null references services,
  person_id uuid not null,
  kind text not null constraint kind_of_contact_point check (kind in ('email', 'telephone', 'post')),
  value text not null,
  postal_lines text[] not null default '{}',
  message_safe boolean not null default false,
  quiet_hours text,
  from_at timestamptz not null,
  until_at timestamptz,
  foreign key (service_id, person_id) references people (service_id, id)
);
create index contact_points_of_person on contact_points (person_id) where until_at is null;

create table accounts (
  id uuid primary key,
  service_id uuid not null references services,
  kind text not null constraint kind_of_account check (kind in ('staff', 'family')),
  person_id uuid,
  email text,
  name text,
  made_at timestamptz not null,
  suspended_at timestamptz,
  foreign key (service_id, person_id) references people (service_id, id),
  constraint a_family_account_is_a_person check (kind = 'staff' or person_id is not null),
  constraint a_staff_account_has_a_name check (kind = 'family' or (name is not null and email is not null))
);
create unique index one_account_per_address on accounts (service_id, kind, lower(email)) where email is not null and suspended_at is null;
create unique index one_account_per_person on accounts (person_id) where person_id is not null;

create table staff (
  account_id uuid primary key references accounts,
  service_id uuid not null references services,
  roles text[] not null constraint roles_at_the_desk check (roles <@ array['adviser', 'administrator', 'manager'] and cardinality(roles) > 0),
  employer text not null,
  independent boolean not null,
  from_on date not null,
  until_on date
);

-- ---------------------------------------------------------------- cases

create table cases (
  id uuid primary key,
  service_id uuid not null references services,
  reference text not null unique,
  authority_id uuid,
  contract_id uuid references contracts,
  road text not null constraint one_of_the_roads check (road in
    ('undecided', 'mediation', 'placement-only', 'health-only', 'social-care-only', 'disagreement-resolution', 'early-resolution', 'elsewhere')),
  stage text not null,
  owner_account_id uuid references accounts,
  contact_on date not null,
  health_scope text not null default 'none' constraint health_in_scope check (health_scope in ('none', 'mixed', 'health-only')),
  phase_transfer boolean not null default false,
  opened_at timestamptz not null,
  closed_at timestamptz,
  law_version text,
  version int not null default 1,
  unique (service_id, id),
  foreign key (service_id, authority_id) references bodies (service_id, id)
);
create index cases_of_service on cases (service_id, opened_at desc, id);
create index new_contacts on cases (service_id, contact_on, id) where stage = 'contact-made' and closed_at is null;

create table children (
  case_id uuid primary key,
  service_id uuid not null,
  first_names text not null,
  last_name text not null,
  known_as text,
  born date,
  school text,
  authority_reference text,
  version int not null default 1,
  foreign key (service_id, case_id) references cases (service_id, id)
);
-- Birth dates compare without looking behind the wall; names are then compared in the program.
create index children_by_birth on children (service_id, born) where born is not null;

create table decisions (
  id uuid primary key,
  service_id uuid not null,
  case_id uuid not null,
  kind text not null constraint one_of_the_decisions check (kind in
    ('refuse-to-assess', 'refuse-to-issue', 'plan-contents', 'placement', 'refuse-to-reassess', 'refuse-to-amend', 'cease-to-maintain', 'plan-made', 'unknown')),
  sections text[] not null default '{}' constraint sections_of_a_plan check (sections <@ array['A','B','C','D','E','F','G','H1','H2','I','J','K']),
  dated date,
  sent date,
  received date,
  letter_seen boolean not null default false,
  made_at timestamptz not null,
  superseded_at timestamptz,
  version int not null default 1,
  unique (service_id, id),
  foreign key (service_id, case_id) references cases (service_id, id)
);
create unique index one_decision_at_a_time on decisions (case_id) where superseded_at is null;

create table participations (
  id uuid primary key,
  service_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  side text not null constraint side_at_the_table check (side in ('family', 'authority', 'health', 'school', 'service', 'neither')),
  capacity text not null constraint capacity_in_the_case check (capacity in
    ('parent', 'other-parental-responsibility', 'carer', 'young-person', 'alternative-person', 'supporter', 'referrer', 'officer', 'school', 'mediator', 'interpreter')),
  right_holder boolean not null default false,
  basis text,
  may_open_the_page boolean not null default false,
  from_at timestamptz not null,
  until_at timestamptz,
  unique (service_id, id),
  foreign key (service_id, case_id) references cases (service_id, id),
  foreign key (service_id, person_id) references people (service_id, id),
  constraint an_alternative_person_has_a_basis check (capacity <> 'alternative-person' or basis is not null)
);
create index participations_of_case on participations (case_id);
create index participations_of_person on participations (person_id) where until_at is null;

create table contacts (
  id uuid primary key,
  service_id uuid not null,
  case_id uuid not null,
  person_id uuid,
  channel text not null constraint channel_of_contact check (channel in ('call', 'email', 'letter', 'voicemail', 'web', 'text', 'in-person')),
  reached_at timestamptz not null,
  reached_on date not null,
  entered_at timestamptz not null,
  taken_by uuid references accounts,
  foreign key (service_id, case_id) references cases (service_id, id)
);
create index contacts_of_case on contacts (case_id, reached_at);

create table permissions (
  id uuid primary key,
  service_id uuid not null,
  case_id uuid not null,
  participation_id uuid not null,
  what text not null,
  given boolean not null,
  wording text not null,
  for_whom uuid,
  channel text not null,
  taken_by uuid references accounts,
  at timestamptz not null,
  foreign key (service_id, participation_id) references participations (service_id, id)
);
create index permissions_of_case on permissions (case_id);

create table words (
  id uuid primary key,
  service_id uuid not null,
  case_id uuid not null,
  participation_id uuid,
  kind text not null constraint kind_of_words check (kind in ('issues', 'contact-evidence', 'call-note', 'health-provision-wanted', 'safe-contact', 'note', 'correction')),
  body text not null,
  language text not null default 'en',
  written_by uuid references accounts,
  written_at timestamptz not null,
  superseded_at timestamptz,
  unique (service_id, id),
  foreign key (service_id, case_id) references cases (service_id, id)
);
create index words_of_case on words (case_id, written_at);

create table readable (
  words_id uuid not null,
  service_id uuid not null,
  participation_id uuid not null,
  permission_id uuid references permissions,
  from_at timestamptz not null,
  until_at timestamptz,
  primary key (words_id, participation_id),
  foreign key (service_id, words_id) references words (service_id, id),
  foreign key (service_id, participation_id) references participations (service_id, id)
);

create table information_given (
  id uuid primary key,
  service_id uuid not null,
  case_id uuid not null,
  participation_id uuid not null,
  channel text not null,
  script_version text not null,
  said text[] not null,
  given_at timestamptz not null,
  given_on date not null,
  adviser_id uuid not null references accounts,
  foreign key (service_id, participation_id) references participations (service_id, id)
);
create index information_given_in_case on information_given (case_id, given_at);

create table wishes (
  id uuid primary key,
  service_id uuid not null,
  case_id uuid not null,
  participation_id uuid not null,
  about text not null constraint what_the_wish_is_about check (about in ('appeal', 'mediation')),
  answer text not null constraint answer_to_the_wish check (answer in ('yes', 'no', 'unsure', 'thinking')),
  said_at timestamptz not null,
  said_on date not null,
  chase_on date,
  channel text not null,
  taken_by uuid references accounts,
  foreign key (service_id, participation_id) references participations (service_id, id),
  constraint thinking_has_a_chase_date check (answer <> 'thinking' or chase_on is not null)
);
create index wishes_in_case on wishes (case_id, said_at);

-- A dated, signed record of something that the law counts from.
create table milestones (
  id uuid primary key,
  service_id uuid not null,
  case_id uuid not null,
  participation_id uuid,
  kind text not null constraint kind_of_milestone check (kind in
    ('authority-told', 'family-told-authority', 'icb-told', 'authority-cannot-arrange', 'lapse-confirmed', 'family-told-of-meeting',
     'meeting', 'mediation-concluded', 'agreement-made')),
  on_day date not null,
  at timestamptz not null,
  recorded_by uuid references accounts,
  recorded_at timestamptz not null,
  void_at timestamptz,
  foreign key (service_id, case_id) references cases (service_id, id)
);
create index milestones_of_case on milestones (case_id, on_day);

-- ---------------------------------------------------------------- the journal

create table acts (
  id uuid primary key,
  service_id uuid not null references services,
  case_id uuid,
  command text not null,
  account_id uuid references accounts,
  by text not null constraint who_acts check (by in ('staff', 'family', 'visitor', 'system')),
  at timestamptz not null,
  on_day date not null
);
create index acts_of_case on acts (case_id, at);

create table facts (
  case_id uuid,
  seq int not null,
  act_id uuid not null references acts,
  service_id uuid not null references services,
  code text not null,
  data jsonb not null,
  readers uuid[] not null default '{}',
  at timestamptz not null
);
create unique index facts_in_order on facts (case_id, seq) where case_id is not null;
create index facts_of_act on facts (act_id);

create table clocks (
  id uuid primary key,
  service_id uuid not null,
  case_id uuid not null,
  participation_id uuid,
  key text not null,
  kind text not null,
  owner text not null constraint who_owes_it check (owner in ('service', 'family', 'authority', 'icb', 'other')),
  state text not null constraint state_of_the_clock check (state in ('not-started', 'running', 'met', 'void')),
  started_on date,
  deadline date,
  safe_by date,
  due_on date,
  met_on date,
  answer jsonb not null,
  rule_version text not null,
  assigned_to uuid references accounts,
  changed_by_act uuid not null references acts,
  foreign key (service_id, case_id) references cases (service_id, id)
);
create unique index one_clock_of_a_kind on clocks (case_id, key, coalesce(participation_id, '00000000-0000-0000-0000-000000000000'::uuid));
-- What the desk sees as due: a family's own dates stand on its page and its case, not in the queue of work.
create index due_list on clocks (service_id, due_on, id) where state = 'running' and owner <> 'family';
create index my_due_list on clocks (service_id, assigned_to, due_on, id) where state = 'running' and owner <> 'family';
create index thinking_it_over on clocks (service_id, due_on, id) where state = 'running' and kind = 'chase-decision';

create table looked (
  id uuid primary key,
  service_id uuid not null references services,
  account_id uuid not null references accounts,
  what text not null,
  case_id uuid,
  subject_id uuid,
  at timestamptz not null
);
create index looked_at_case on looked (case_id, at);

-- ---------------------------------------------------------------- files, certificates, papers, letters

create table files (
  id uuid primary key,
  service_id uuid not null references services,
  case_id uuid,
  media_type text not null,
  name text not null,
  size int not null,
  sha256 text not null,
  storage jsonb not null,
  made_at timestamptz not null,
  erased_at timestamptz
);
create index files_of_case on files (case_id);

create table certificates (
  id uuid primary key,
  service_id uuid not null,
  case_id uuid not null,
  decision_id uuid not null,
  participation_id uuid not null,
  number text not null unique,
  code text not null,
  limb text not null constraint limb_of_section_55 check (limb in ('information', 'participation', 'not-arranged-notice', 'not-arranged-lapse')),
  dated date not null,
  state text not null constraint state_of_certificate check (state in ('prepared', 'issued', 'withdrawn')),
  version int not null default 1,
  adviser_id uuid not null references accounts,
  earlier_id uuid references certificates,
  prepared_at timestamptz not null,
  issued_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_why text,
  unique (service_id, id),
  foreign key (service_id, case_id) references cases (service_id, id),
  foreign key (service_id, decision_id) references decisions (service_id, id),
  foreign key (service_id, participation_id) references participations (service_id, id),
  constraint issued_has_a_moment check (state = 'prepared' or issued_at is not null),
  constraint withdrawn_has_a_reason check (state <> 'withdrawn' or (withdrawn_at is not null and withdrawn_why is not null))
);
-- LAW: one certificate for each decision and appellant; a later limb cites the first.
create unique index one_certificate_per_decision_and_appellant on certificates (decision_id, participation_id)
  where state <> 'withdrawn' and earlier_id is null;
create index certificates_of_case on certificates (case_id);
create index certificate_register on certificates (service_id, dated desc, id);

create table certificate_versions (
  id uuid primary key,
  service_id uuid not null,
  certificate_id uuid not null,
  version int not null,
  content jsonb not null,
  corrected text[] not null default '{}',
  made_at timestamptz not null,
  made_by uuid not null references accounts,
  unique (certificate_id, version),
  foreign key (service_id, certificate_id) references certificates (service_id, id)
);

create table letters (
  id uuid primary key,
  service_id uuid not null,
  case_id uuid,
  person_id uuid,
  channel text not null constraint channel_of_letter check (channel in ('email', 'post')),
  template text not null,
  template_version int not null,
  language text not null default 'en',
  format text not null default 'standard',
  subject text not null,
  body_text text not null,
  body_html text not null,
  to_address text not null,
  to_lines text[] not null default '{}',
  message_id text not null unique,
  state text not null constraint state_of_letter check (state in ('waiting-for-papers', 'queued', 'sending', 'sent', 'to-post', 'posted', 'failed', 'bounced', 'cancelled')),
  tries int not null default 0,
  next_try_at timestamptz not null,
  lease_until timestamptz,
  queued_at timestamptz not null,
  sent_at timestamptz,
  posted_on date,
  posted_by uuid references accounts,
  failure text,
  act_id uuid not null references acts
);
create index letters_of_case on letters (case_id, queued_at);
create index letters_to_send on letters (next_try_at, id) where state in ('queued', 'sending');
create index letters_to_post on letters (service_id, queued_at, id) where state = 'to-post';
create index letters_gone_wrong on letters (service_id, queued_at, id) where state in ('failed', 'bounced');

create table papers (
  id uuid primary key,
  service_id uuid not null,
  case_id uuid not null,
  person_id uuid,
  kind text not null constraint kind_of_paper check (kind in ('certificate', 'covering-letter', 'address-sheet', 'letter')),
  format text not null constraint format_of_paper check (format in ('standard', 'large-print')),
  certificate_version_id uuid references certificate_versions,
  letter_id uuid references letters,
  template text not null,
  content jsonb not null,
  sealed boolean not null,
  made_at timestamptz,
  file_id uuid references files,
  unsealed_sha256 text,
  sealed_sha256 text,
  tries int not null default 0,
  next_try_at timestamptz not null,
  lease_until timestamptz,
  wanted_at timestamptz not null,
  failure text,
  foreign key (service_id, case_id) references cases (service_id, id)
);
create unique index one_certificate_paper_of_a_format on papers (certificate_version_id, format) where kind = 'certificate';
create index papers_to_make on papers (next_try_at, id) where made_at is null;
create index papers_by_seal on papers (sealed_sha256) where sealed_sha256 is not null;
create index papers_of_case on papers (case_id);
create index papers_of_letter on papers (letter_id);

create table letter_papers (
  letter_id uuid not null references letters,
  paper_id uuid not null references papers,
  service_id uuid not null,
  position int not null,
  primary key (letter_id, paper_id)
);

-- ---------------------------------------------------------------- who is asking

create function my_account() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('cg.account', true), '')::uuid $$;
create function my_service() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('cg.service', true), '')::uuid $$;

-- In plpgsql, whose plans are kept for the session: policies ask these once a table, and the sql language would plan each anew.
-- The service at whose desk I sit; null when I am not on its staff now.
create function my_desk() returns uuid language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return (select s.service_id from staff s join accounts a on a.id = s.account_id
  where s.account_id = my_account() and s.service_id = my_service() and s.until_on is null and a.suspended_at is null);
end
$$;
create function i_manage() returns boolean language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return exists (select from staff s join accounts a on a.id = s.account_id
  where s.account_id = my_account() and s.service_id = my_service() and s.until_on is null and a.suspended_at is null and 'manager' = any(s.roles));
end
$$;
create function my_person() returns uuid language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return (select person_id from accounts where id = my_account() and service_id = my_service() and kind = 'family' and suspended_at is null);
end
$$;
create function my_participations() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return (select coalesce(array_agg(id), '{}') from participations where person_id = my_person() and until_at is null and may_open_the_page);
end
$$;
create function my_cases() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return (select coalesce(array_agg(case_id), '{}') from participations where person_id = my_person() and until_at is null and may_open_the_page);
end
$$;

-- ---------------------------------------------------------------- the wall

do $$
declare
  t text;
  everything text[] := array[
    'installation', 'services', 'closure_days', 'holiday_years', 'bank_holidays', 'bodies', 'contracts', 'signposts', 'people',
    'contact_points', 'accounts', 'staff', 'cases', 'children', 'decisions', 'participations', 'contacts', 'permissions', 'words',
    'readable', 'information_given', 'wishes', 'milestones', 'acts', 'facts', 'clocks', 'looked', 'files', 'certificates',
    'certificate_versions', 'letters', 'papers', 'letter_papers'];
  -- What the desk of a service reads: every row of that service.
  desk_reads text[] := array[
    'closure_days', 'bodies', 'contracts', 'signposts', 'people', 'contact_points', 'accounts', 'staff', 'cases', 'children', 'decisions',
    'participations', 'contacts', 'permissions', 'words', 'readable', 'information_given', 'wishes', 'milestones', 'acts', 'facts',
    'clocks', 'looked', 'files', 'certificates', 'certificate_versions', 'letters', 'papers', 'letter_papers'];
  -- What the desk may add, and what it may also change. The journal is in neither: only the door writes it.
  desk_adds text[] := array[
    'bodies', 'contracts', 'signposts', 'people', 'contact_points', 'accounts', 'cases', 'children', 'decisions', 'participations', 'contacts',
    'permissions', 'words', 'readable', 'information_given', 'wishes', 'milestones', 'looked', 'files', 'certificates', 'certificate_versions', 'papers'];
  desk_changes text[] := array[
    'bodies', 'contracts', 'signposts', 'people', 'contact_points', 'accounts', 'cases', 'children', 'decisions', 'participations',
    'words', 'readable', 'milestones', 'certificates'];
begin
  foreach t in array everything loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy the_door on %I to door using (true) with check (true)', t);
    execute format('create policy the_worker on %I to worker using (true) with check (true)', t);
    execute format('create policy behind_the_wall on %I for select to wall using (true)', t);
    execute format('grant select on %I to door, worker, wall', t);
  end loop;
  foreach t in array desk_reads loop
    execute format('create policy the_desk_reads on %I for select to app using (service_id = (select my_desk()))', t);
    execute format('grant select on %I to app', t);
  end loop;
  foreach t in array desk_adds loop
    execute format('create policy the_desk_adds on %I for insert to app with check (service_id = (select my_desk()))', t);
    execute format('grant insert on %I to app', t);
  end loop;
  foreach t in array desk_changes loop
    execute format('create policy the_desk_changes on %I for update to app using (service_id = (select my_desk())) with check (service_id = (select my_desk()))', t);
    execute format('grant update on %I to app', t);
  end loop;
end $$;

-- The stage, the road and the version of a case move only through the door.
revoke update on cases from app;
grant update (authority_id, contract_id, owner_account_id, contact_on, health_scope, phase_transfer) on cases to app;
revoke update on certificates from app;
grant update (state, version, dated, issued_at, withdrawn_at, withdrawn_why) on certificates to app;

-- Nothing issued is ever altered: what stands on an issued certificate cannot change, whoever asks.
create function nothing_issued_is_altered() returns trigger language plpgsql as $$
begin
  if old.state <> 'prepared' and (new.dated, new.number, new.code, new.limb, new.decision_id, new.participation_id, new.issued_at)
      is distinct from (old.dated, old.number, old.code, old.limb, old.decision_id, old.participation_id, old.issued_at) then
    raise exception 'certificate % is issued and cannot be altered', old.id using errcode = 'integrity_constraint_violation';
  end if;
  if old.state = 'withdrawn' and new.state <> 'withdrawn' then
    raise exception 'certificate % is withdrawn for good', old.id using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger nothing_issued_is_altered before update on certificates for each row execute function nothing_issued_is_altered();

-- The door and the worker pass every policy; what they may do is held by these grants.
grant insert on acts, facts, letters, letter_papers, papers to door;
grant insert, update, delete on clocks to door;
grant update (stage, version, closed_at, road) on cases to door;
grant insert on looked to door;
grant update (state, tries, next_try_at, lease_until, sent_at, failure, posted_on, posted_by) on letters to worker, door;
grant update (made_at, file_id, unsealed_sha256, sealed_sha256, tries, next_try_at, lease_until, failure) on papers to worker;
grant insert on files to worker;

-- Everybody who may sign in reads the service they belong to, and the holidays.
create policy anybody_reads on installation for select to app using (true);
create policy anybody_reads on holiday_years for select to app using (true);
create policy anybody_reads on bank_holidays for select to app using (true);
create policy my_own_service on services for select to app using (id = (select my_service()));
grant select on installation, holiday_years, bank_holidays, services to app;

-- Managers keep the settings.
create policy managers_change on services for update to app using (id = (select my_desk()) and (select i_manage())) with check (id = (select my_desk()) and (select i_manage()));
create policy managers_add on closure_days for insert to app with check (service_id = (select my_desk()) and (select i_manage()));
create policy managers_remove on closure_days for delete to app using (service_id = (select my_desk()) and (select i_manage()));
create policy managers_add on holiday_years for insert to app with check ((select i_manage()));
create policy managers_change on holiday_years for update to app using ((select i_manage())) with check ((select i_manage()));
create policy managers_add on bank_holidays for insert to app with check ((select i_manage()));
create policy managers_remove on bank_holidays for delete to app using ((select i_manage()));
create policy managers_add on staff for insert to app with check (service_id = (select my_desk()) and (select i_manage()));
create policy managers_change on staff for update to app using (service_id = (select my_desk()) and (select i_manage())) with check (service_id = (select my_desk()) and (select i_manage()));
grant update on services, holiday_years, staff to app;
grant insert on closure_days, holiday_years, bank_holidays, staff to app;
grant delete on closure_days, bank_holidays to app;

-- A family reads its own case. Secrecy is per person: nobody reads another's contact points, wishes, letters or certificate.
create policy my_case on cases for select to app using (id = any ((select my_cases())::uuid[]));
create policy my_case on children for select to app using (case_id = any ((select my_cases())::uuid[]));
create policy my_case on decisions for select to app using (case_id = any ((select my_cases())::uuid[]));
create policy my_authority on bodies for select to app using (id in (select authority_id from cases where id = any ((select my_cases())::uuid[])));
create policy my_signposts on signposts for select to app using (service_id = (select my_service()) and (select my_person()) is not null);
create policy my_closures on closure_days for select to app using (service_id = (select my_service()) and (select my_person()) is not null);
create policy myself on people for select to app using (id = (select my_person()));
create policy my_own on contact_points for select to app using (person_id = (select my_person()));
create policy my_own on accounts for select to app using (id = (select my_account()));
create policy my_own on participations for select to app using (person_id = (select my_person()));
create policy my_own on contacts for select to app using (person_id = (select my_person()) and case_id = any ((select my_cases())::uuid[]));
create policy my_own on permissions for select to app using (participation_id = any ((select my_participations())::uuid[]));
create policy shared_with_me on readable for select to app using (participation_id = any ((select my_participations())::uuid[]) and until_at is null);
create policy shared_with_me on words for select to app using (id in (select words_id from readable where participation_id = any ((select my_participations())::uuid[]) and until_at is null));
create policy my_own on information_given for select to app using (participation_id = any ((select my_participations())::uuid[]));
create policy my_own on wishes for select to app using (participation_id = any ((select my_participations())::uuid[]));
create policy i_say_so on wishes for insert to app with check (participation_id = any ((select my_participations())::uuid[]) and taken_by is null);
create policy my_own on milestones for select to app using (participation_id = any ((select my_participations())::uuid[]));
create policy told_to_me on facts for select to app using (readers && (select my_participations())::uuid[]);
create policy my_own on clocks for select to app using (participation_id = any ((select my_participations())::uuid[]));
create policy my_own on certificates for select to app using (participation_id = any ((select my_participations())::uuid[]) and state <> 'prepared');
create policy my_own on certificate_versions for select to app using (certificate_id in (select id from certificates where participation_id = any ((select my_participations())::uuid[]) and state <> 'prepared'));
create policy my_own on letters for select to app using (person_id = (select my_person()) and case_id = any ((select my_cases())::uuid[]));
create policy my_own on papers for select to app using (person_id = (select my_person()) and case_id = any ((select my_cases())::uuid[]));
create policy my_own on letter_papers for select to app using (letter_id in (select id from letters where person_id = (select my_person())));
create policy my_own on files for select to app using (id in (select file_id from papers where person_id = (select my_person()) and case_id = any ((select my_cases())::uuid[])));
create policy i_looked on looked for insert to app with check (account_id = (select my_account()) and service_id = (select my_service()));

do $$
declare f text;
begin
  foreach f in array array['my_desk()', 'i_manage()', 'my_person()', 'my_participations()', 'my_cases()'] loop
    execute format('alter function %s owner to wall', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to app, door, worker', f);
  end loop;
end $$;
revoke create on schema public from wall;
`;
