// Gives the desk a role of its own in the database: `desk` for the staff of a service, `app` for a family on its own page.
// A family's seat then has no way to the rows of a desk, whatever its settings say; and the database plans, for each of them, only the
// policies that can open something: as one role, with both kinds of policy on every table, a page of the desk took half as long again.
export const deskSeat = /* sql */ `
do $$ begin
  if not exists (select from pg_roles where rolname = 'desk') then create role desk nologin noinherit; end if;
  if not pg_has_role(current_user, 'desk', 'member') then grant desk to current_user; end if;
end $$;
grant usage on schema public to desk;

-- At whose desk somebody sits is asked once, when they take their seat, and no longer once for every table of every query (11 µs, about
-- thirty times on one page). The answer is a setting of the transaction, as the account is that it is worked out from.
create function desk_of_mine() returns uuid language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return (select s.service_id from staff s join accounts a on a.id = s.account_id
  where s.account_id = my_account() and s.service_id = my_service() and s.until_on is null and a.suspended_at is null);
end
$$;
grant create on schema public to wall;
alter function desk_of_mine() owner to wall;
revoke create on schema public from wall;
revoke all on function desk_of_mine() from public;
grant execute on function desk_of_mine() to desk;

-- The service at whose desk I sit; null when I am not on its staff now, and for whoever took no seat there. Plain, so that the planner
-- writes it into the query.
create or replace function my_desk() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('cg.desk', true), '')::uuid $$;

-- Each policy goes to whom it can open something for; one that speaks of the account alone, or of everybody, stands for both.
do $$
declare
  policy record;
  given record;
begin
  for policy in
    select tablename, policyname, coalesce(qual, '') || ' ' || coalesce(with_check, '') as says
    from pg_policies where schemaname = 'public' and roles::text[] = array['app']
  loop
    if policy.says ~ 'my_desk\\(\\)|i_manage\\(\\)' then
      execute format('alter policy %I on %I to desk', policy.policyname, policy.tablename);
    elsif policy.says !~ 'my_person\\(\\)|my_cases\\(\\)|my_participations\\(\\)' then
      execute format('alter policy %I on %I to app, desk', policy.policyname, policy.tablename);
    end if;
  end loop;

  -- What the desk may do to a table or a column: all that both might until now.
  for given in
    select c.relname as name, a.privilege_type as what, null::name as col
    from pg_class c, aclexplode(c.relacl) a where c.relnamespace = 'public'::regnamespace and a.grantee = 'app'::regrole
    union all
    select c.relname, a.privilege_type, t.attname
    from pg_class c join pg_attribute t on t.attrelid = c.oid, aclexplode(t.attacl) a
    where c.relnamespace = 'public'::regnamespace and a.grantee = 'app'::regrole
  loop
    execute format('grant %s %s on %I to desk', given.what, case when given.col is null then '' else format('(%I)', given.col) end, given.name);
  end loop;
  for given in
    select p.oid::regprocedure::text as name, p.prosrc ~ 'my_desk\\(\\)' as is_of_the_desk
    from pg_proc p, aclexplode(p.proacl) a where p.pronamespace = 'public'::regnamespace and a.grantee = 'app'::regrole
  loop
    execute format('grant execute on function %s to desk', given.name);
    if given.is_of_the_desk then execute format('revoke execute on function %s from app', given.name); end if;
  end loop;
  revoke execute on function my_desk() from app;
  revoke execute on function i_manage() from app;
end $$;
`;
