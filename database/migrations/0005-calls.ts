// Telephone calls: what an adviser types while somebody is on the line, kept as a draft of theirs until it becomes a contact.
export const calls = /* sql */ `

create table calls (
  id uuid primary key,
  service_id uuid not null references services,
  account_id uuid not null references accounts,
  started_at timestamptz not null,
  rang_off_at timestamptz,
  finishing_at timestamptz,
  ended_at timestamptz,
  outcome text constraint how_a_call_ended check (outcome in (
    'certificate-issued', 'certificate-prepared', 'authority-told', 'chase', 'no-certificate-needed', 'manager-decides',
    'late-not-issued', 'contact-recorded', 'linked', 'transferred', 'nothing-to-record')),
  answers jsonb not null default '{}',
  saved_at timestamptz not null,
  saved_from text not null default '',
  act_key uuid not null unique,
  case_id uuid,
  version int not null default 1,
  foreign key (service_id, case_id) references cases (service_id, id),
  constraint an_ended_call_says_how check ((ended_at is null) = (outcome is null)),
  constraint an_ended_call_keeps_no_answers check (ended_at is null or answers = '{}')
);
create index open_calls on calls (service_id, started_at) where ended_at is null;
create index calls_ended_by on calls (account_id, ended_at desc) where ended_at is not null;

alter table calls enable row level security;
alter table calls force row level security;
create policy the_door on calls to door using (true) with check (true);
create policy the_worker on calls to worker using (true) with check (true);
create policy behind_the_wall on calls for select to wall using (true);
-- The desk sees that a call is open and with whom. Only whoever took it writes in it.
create policy the_desk_reads on calls for select to app using (service_id = (select my_desk()));
create policy i_take_it on calls for insert to app with check (service_id = (select my_desk()) and account_id = (select my_account()));
create policy my_own on calls for update to app
  using (service_id = (select my_desk()) and account_id = (select my_account()))
  with check (service_id = (select my_desk()) and account_id = (select my_account()));
grant select on calls to door, worker, wall;
grant select, insert on calls to app;
grant update (rang_off_at, finishing_at, ended_at, outcome, answers, saved_at, saved_from, case_id, version) on calls to app;
`;
