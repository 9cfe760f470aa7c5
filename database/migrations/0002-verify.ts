// What checking a certificate from outside needs, and what keeps a replaced paper out of a family's hands: the two functions of the
// verify page, papers that can be replaced but never altered, and a manager's decision about a late contact.
export const verify = /* sql */ `

-- ---------------------------------------------------------------- replaced papers

alter table papers
  add column pages int,
  add column replaced_at timestamptz;
grant update (pages) on papers to worker;
grant update (replaced_at) on papers to app;
create policy the_desk_changes on papers for update to app
  using (service_id = (select my_desk())) with check (service_id = (select my_desk()));

-- A prepared certificate that was not posted on its day is dated again: its papers are replaced, its version is not.
drop index one_certificate_paper_of_a_format;
create unique index one_certificate_paper_of_a_format on papers (certificate_version_id, format)
  where kind = 'certificate' and replaced_at is null;

-- A family holds the certificate that stands, never the version before it or a pack that was not posted.
drop policy my_own on papers;
create policy my_own on papers for select to app using (
  person_id = (select my_person()) and case_id = any ((select my_cases())::uuid[]) and replaced_at is null);
drop policy my_own on files;
create policy my_own on files for select to app using (id in (
  select file_id from papers where person_id = (select my_person()) and case_id = any ((select my_cases())::uuid[]) and replaced_at is null));
drop policy my_own on certificate_versions;
create policy my_own on certificate_versions for select to app using (exists (
  select from certificates c
  where c.id = certificate_id and c.version = certificate_versions.version and c.issued_at is not null
    and c.participation_id = any ((select my_participations())::uuid[])));

-- ---------------------------------------------------------------- nothing issued is altered

-- A prepared certificate that will not be posted after all is set aside: withdrawn without ever having been issued, and so unknown outside.
alter table certificates
  drop constraint issued_has_a_moment,
  add constraint issued_has_a_moment check (state <> 'issued' or issued_at is not null);
drop policy my_own on certificates;
create policy my_own on certificates for select to app using (
  participation_id = any ((select my_participations())::uuid[]) and issued_at is not null);

create unique index one_certificate_of_a_limb on certificates (decision_id, participation_id, limb) where state <> 'withdrawn';

grant update (content, made_at, made_by) on certificate_versions to app;
create policy the_desk_changes on certificate_versions for update to app
  using (service_id = (select my_desk())) with check (service_id = (select my_desk()));

create function no_issued_version_is_altered() returns trigger language plpgsql as $$
begin
  if exists (select from certificates where id = old.certificate_id and state <> 'prepared') then
    raise exception 'version % of certificate % is issued and cannot be altered', old.version, old.certificate_id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger no_issued_version_is_altered before update on certificate_versions
  for each row execute function no_issued_version_is_altered();

-- ---------------------------------------------------------------- late contact

create table late_decisions (
  id uuid primary key,
  service_id uuid not null,
  case_id uuid not null,
  decision_id uuid not null,
  participation_id uuid not null,
  issue boolean not null,
  decided_by uuid not null references accounts,
  decided_at timestamptz not null,
  foreign key (service_id, case_id) references cases (service_id, id),
  foreign key (service_id, decision_id) references decisions (service_id, id),
  foreign key (service_id, participation_id) references participations (service_id, id)
);
create index late_decisions_of_case on late_decisions (case_id, decided_at);
alter table late_decisions enable row level security;
alter table late_decisions force row level security;
create policy the_door on late_decisions to door using (true) with check (true);
create policy the_worker on late_decisions to worker using (true) with check (true);
create policy behind_the_wall on late_decisions for select to wall using (true);
create policy the_desk_reads on late_decisions for select to app using (service_id = (select my_desk()));
create policy managers_add on late_decisions for insert to app
  with check (service_id = (select my_desk()) and (select i_manage()));
grant select on late_decisions to app, door, worker, wall;
grant insert on late_decisions to app;

-- ---------------------------------------------------------------- verify, before any sign-in

-- Whether a certificate with this number and this code stands. No row for a wrong number, a wrong code and a pack not yet posted
-- alike. Hashes are compared, so that the time of the comparison says nothing about the code.
create function verify_certificate(asked_number text, asked_code text)
returns table (state text, dated date, limb text, version int)
language sql stable security definer set search_path = pg_catalog, public as $$
  select case c.state when 'withdrawn' then 'withdrawn' else 'genuine' end, c.dated, c.limb, c.version
  from certificates c
  where c.number = asked_number and c.issued_at is not null
    and sha256(convert_to(c.code, 'UTF8')) = sha256(convert_to(asked_code, 'UTF8'))
$$;

-- Whether a certificate with exactly these bytes was ever issued, and whether it still stands.
create function verify_seal(asked_sha256 text)
returns table (state text, dated date, limb text, version int)
language sql stable security definer set search_path = pg_catalog, public as $$
  select case when c.state = 'withdrawn' then 'withdrawn' when v.version <> c.version then 'replaced' else 'genuine' end,
    c.dated, c.limb, v.version
  from papers p
  join certificate_versions v on v.id = p.certificate_version_id
  join certificates c on c.id = v.certificate_id
  where p.sealed_sha256 = asked_sha256 and p.kind = 'certificate' and c.issued_at is not null
    and (p.replaced_at is null or p.replaced_at >= c.issued_at)
$$;

grant create on schema public to wall;
do $$
declare f text;
begin
  foreach f in array array['verify_certificate(text, text)', 'verify_seal(text)'] loop
    execute format('alter function %s owner to wall', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to app', f);
  end loop;
end $$;
revoke create on schema public from wall;
`;
