// Sign-in: sessions, links on request, passkeys and recovery codes. No secret stands here, only its SHA-256. Before somebody is
// signed in, the program reaches these tables by the functions below and by nothing else; each proves itself by a secret it is given.
export const signIn = /* sql */ `

create table sessions (
  id uuid primary key,
  service_id uuid not null references services,
  account_id uuid not null references accounts,
  token_hash text not null unique,
  how text not null constraint how_a_session_began check (how in ('link', 'passkey', 'trial')),
  device text not null constraint whose_device check (device in ('desk', 'shared', 'own')),
  browser text not null,
  made_at timestamptz not null,
  last_seen_at timestamptz not null,
  idle_seconds int not null,
  ends_at timestamptz not null,
  proved_at timestamptz,
  ended_at timestamptz
);
create index sessions_of_account on sessions (account_id, last_seen_at desc) where ended_at is null;

create table sign_in_requests (
  id uuid primary key,
  service_id uuid not null references services,
  address_hash text not null,
  network_hash text not null,
  bucket text not null,
  at timestamptz not null
);
create index requests_for_address on sign_in_requests (address_hash, at);
create index requests_from_network on sign_in_requests (network_hash, at);

create table sign_in_links (
  id uuid primary key,
  service_id uuid not null references services,
  account_id uuid references accounts,
  person_id uuid,
  token_hash text not null unique,
  address_hash text not null,
  browser_hash text not null,
  code_hash text not null,
  going_to text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  wrong_codes int not null default 0,
  foreign key (service_id, person_id) references people (service_id, id),
  constraint a_link_is_for_somebody check (num_nonnulls(account_id, person_id) = 1)
);
create index links_of_browser on sign_in_links (browser_hash) where used_at is null;

create table passkeys (
  id uuid primary key,
  service_id uuid not null references services,
  account_id uuid not null references accounts,
  credential_id text not null unique,
  public_key text not null,
  counter bigint not null,
  transports text[] not null default '{}',
  name text not null,
  made_at timestamptz not null,
  last_used_at timestamptz
);
create index passkeys_of_account on passkeys (account_id);

create table passkey_challenges (
  challenge_hash text primary key,
  service_id uuid not null references services,
  account_id uuid references accounts,
  expires_at timestamptz not null
);

create table recovery_codes (
  id uuid primary key,
  service_id uuid not null references services,
  account_id uuid not null references accounts,
  code_hash text not null,
  made_at timestamptz not null,
  used_at timestamptz,
  unique (account_id, code_hash)
);

create index contact_points_by_email on contact_points (service_id, lower(value)) where kind = 'email' and until_at is null;

do $$
declare t text;
begin
  foreach t in array array['sessions', 'sign_in_requests', 'sign_in_links', 'passkeys', 'passkey_challenges', 'recovery_codes'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy the_worker on %I to worker using (true) with check (true)', t);
    execute format('create policy behind_the_wall on %I to wall using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to wall', t);
  end loop;
end $$;

-- The system begins and renews sessions, makes links, appoints the first manager and sweeps up; a page as a person cannot.
grant select, insert, update, delete on sessions, sign_in_links to worker;
grant select, update on passkeys to worker;
grant select, delete on sign_in_requests, passkey_challenges to worker;
grant insert on accounts, staff to worker;

-- Somebody signed in sees and ends their own sessions, and keeps their own passkeys and codes. Nobody reads another's.
create policy my_own on sessions for select to app using (account_id = (select my_account()));
create policy i_end_my_own on sessions for update to app using (account_id = (select my_account())) with check (account_id = (select my_account()));
grant select (id, service_id, account_id, how, device, browser, made_at, last_seen_at, idle_seconds, ends_at, proved_at, ended_at) on sessions to app;
grant update (ended_at) on sessions to app;
create policy my_own on passkeys to app using (account_id = (select my_account())) with check (account_id = (select my_account()) and service_id = (select my_desk()));
grant select, insert, update (counter, last_used_at), delete on passkeys to app;
create policy my_own on recovery_codes to app using (account_id = (select my_account())) with check (account_id = (select my_account()) and service_id = (select my_desk()));
grant select, insert, update (used_at), delete on recovery_codes to app;

-- A letter that carries a live link is nobody's to read before it is sent: whoever asked for a colleague's link could else take it here.
create policy no_live_links on letters as restrictive for select to app using (template <> 'sign-in-link');

-- Whoever can write a colleague's e-mail address can have their links sent to it: accounts of staff are for managers.
drop policy the_desk_adds on accounts;
drop policy the_desk_changes on accounts;
create policy managers_add on accounts for insert to app with check (service_id = (select my_desk()) and (select i_manage()));
create policy managers_change on accounts for update to app
  using (service_id = (select my_desk()) and (select i_manage())) with check (service_id = (select my_desk()) and (select i_manage()));
revoke update on accounts from app;
grant update (email, name, suspended_at) on accounts to app;

-- A look is written by whoever looks, in their own name, and read by managers.
drop policy the_desk_adds on looked;
drop policy the_desk_reads on looked;
create policy managers_read on looked for select to app using (service_id = (select my_desk()) and (select i_manage()));
create index looked_lately on looked (service_id, at desc, id);
create index looked_by_account on looked (account_id, at desc);

-- ---------------------------------------------------------------- before sign-in

-- Who a session's token belongs to, in one look at one index and two primary keys. A suspended account or somebody who left the
-- staff has none, at once; roles are those of this moment. "over" says why a known token opens nothing.
-- In plpgsql, whose plan is kept: planning it anew at each request took longer than running it.
create function session_of(p_token_hash text, p_now timestamptz)
  returns table (id uuid, account_id uuid, service_id uuid, kind text, person_id uuid, name text, roles text[],
    proved_at timestamptz, has_passkey boolean, last_seen_at timestamptz, over text)
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
#variable_conflict use_column
begin
  return query select s.id, s.account_id, s.service_id, a.kind, a.person_id, a.name, f.roles, s.proved_at,
    a.kind = 'staff' and exists (select from passkeys k where k.account_id = a.id),
    s.last_seen_at,
    case
      when s.ended_at is not null then 'ended'
      when a.suspended_at is not null or (a.kind = 'staff' and f.account_id is null) then 'closed'
      when p_now >= s.ends_at then 'expired'
      when p_now >= s.last_seen_at + make_interval(secs => s.idle_seconds) then 'idle'
    end
  from sessions s join accounts a on a.id = s.account_id
    left join staff f on f.account_id = a.id and f.until_on is null
  where s.token_hash = p_token_hash;
end $$;

create function session_seen(p_token_hash text, p_now timestamptz) returns void
  language sql security definer set search_path = pg_catalog, public as $$
  update sessions set last_seen_at = p_now where token_hash = p_token_hash and last_seen_at < p_now and ended_at is null
$$;

-- Notes that a link was asked for and says whether one may be sent. "bucket" is what is counted together: one address asked for
-- from one network, or from browsers that have signed in with it before; the second counts apart, so that a flood of requests by
-- strangers never stops the person. "network" says that the whole network asks too often, which depends on no address.
create function ask_for_link(p_id uuid, p_service uuid, p_address_hash text, p_network_hash text, p_bucket text, p_known boolean,
    p_now timestamptz, p_per_bucket int, p_per_address int, p_per_network int) returns text
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare since timestamptz := p_now - interval '1 hour';
begin
  perform pg_advisory_xact_lock(hashtext('ask_for_link'), hashtext(p_address_hash));
  if (select count(*) from sign_in_requests where bucket = p_bucket and address_hash = p_address_hash and at > since) >= p_per_bucket then
    return 'enough';
  end if;
  if not p_known then
    if (select count(*) from (select from sign_in_requests where network_hash = p_network_hash and at > since limit p_per_network) n) >= p_per_network then
      return 'network';
    end if;
    if (select count(*) from sign_in_requests where address_hash = p_address_hash and bucket <> 'known' and at > since) >= p_per_address then
      return 'enough';
    end if;
  end if;
  insert into sign_in_requests values (p_id, p_service, p_address_hash, p_network_hash, p_bucket, p_now);
  return 'send';
end $$;

-- What a link would do, for the page with the button. It changes nothing: mail scanners and previews ask too.
create function link_of(p_token_hash text, p_browser_hash text, p_most_wrong int, p_now timestamptz) returns text
  language sql stable security definer set search_path = pg_catalog, public as $$
  select case
    when used_at is not null then 'used'
    when p_now >= expires_at then 'expired'
    when browser_hash = p_browser_hash then 'ready'
    when wrong_codes >= p_most_wrong then 'spent'
    else 'needs-code'
  end from sign_in_links where token_hash = p_token_hash
$$;

-- Uses a link up, once, in the browser that asked or with its code; makes a family's account at its first use; forgets the other
-- links this browser asked for. Wrong codes are counted on the link, which is a stranger's only way to try.
create function use_link(p_token_hash text, p_browser_hash text, p_code_hash text, p_most_wrong int, p_now timestamptz, p_new_account uuid)
  returns table (outcome text, account_id uuid, kind text, going_to text, address_hash text)
  language plpgsql security definer set search_path = pg_catalog, public as $$
#variable_conflict use_column
declare
  l sign_in_links;
  a accounts;
begin
  select * into l from sign_in_links where token_hash = p_token_hash for update;
  if not found then return query select 'unknown', null::uuid, null::text, null::text, null::text; return; end if;
  if l.used_at is not null then return query select 'used', null::uuid, null::text, null::text, null::text; return; end if;
  if p_now >= l.expires_at then return query select 'expired', null::uuid, null::text, null::text, null::text; return; end if;
  if l.browser_hash is distinct from p_browser_hash then
    if l.wrong_codes >= p_most_wrong then return query select 'spent', null::uuid, null::text, null::text, null::text; return; end if;
    if p_code_hash is null then return query select 'needs-code', null::uuid, null::text, null::text, null::text; return; end if;
    if l.code_hash <> p_code_hash then
      update sign_in_links set wrong_codes = wrong_codes + 1 where id = l.id;
      return query select case when l.wrong_codes + 1 >= p_most_wrong then 'spent' else 'wrong-code' end, null::uuid, null::text, null::text, null::text;
      return;
    end if;
  end if;
  if l.person_id is not null then
    insert into accounts (id, service_id, kind, person_id, made_at) values (p_new_account, l.service_id, 'family', l.person_id, p_now)
      on conflict (person_id) where person_id is not null do nothing;
    select * into a from accounts where person_id = l.person_id;
  else
    select * into a from accounts where id = l.account_id;
  end if;
  if a.suspended_at is not null
    or (a.kind = 'family' and not exists (select from participations p where p.person_id = a.person_id and p.until_at is null and p.may_open_the_page))
    or (a.kind = 'staff' and not exists (select from staff f where f.account_id = a.id and f.until_on is null)) then
    return query select 'expired', null::uuid, null::text, null::text, null::text;
    return;
  end if;
  update sign_in_links set used_at = p_now where id = l.id or (browser_hash = l.browser_hash and used_at is null);
  return query select 'open', a.id, a.kind, l.going_to, l.address_hash;
end $$;
create policy a_family_signs_in_first on accounts for insert to wall with check (kind = 'family');
grant insert on accounts to wall;

-- Challenges for passkeys are used once. The account is the one signed in when it was made, or nobody's.
create function make_challenge(p_challenge_hash text, p_service uuid, p_expires_at timestamptz) returns void
  language sql security definer set search_path = pg_catalog, public as $$
  insert into passkey_challenges values (p_challenge_hash, p_service, my_account(), p_expires_at)
$$;

create function use_challenge(p_challenge_hash text, p_now timestamptz) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  delete from passkey_challenges where challenge_hash = p_challenge_hash and p_now < expires_at and account_id is not distinct from my_account();
  return found;
end $$;

-- The key that a signature claims to be made with, for somebody still on the staff.
create function passkey_of(p_credential_id text)
  returns table (id uuid, account_id uuid, service_id uuid, public_key text, counter bigint, transports text[])
  language sql stable security definer set search_path = pg_catalog, public as $$
  select k.id, k.account_id, k.service_id, k.public_key, k.counter, k.transports
  from passkeys k join accounts a on a.id = k.account_id join staff f on f.account_id = a.id
  where k.credential_id = p_credential_id and a.suspended_at is null and f.until_on is null
$$;

do $$
declare f text;
begin
  grant create on schema public to wall;
  foreach f in array array[
    'session_of(text, timestamptz)', 'session_seen(text, timestamptz)',
    'ask_for_link(uuid, uuid, text, text, text, boolean, timestamptz, int, int, int)',
    'link_of(text, text, int, timestamptz)', 'use_link(text, text, text, int, timestamptz, uuid)',
    'make_challenge(text, uuid, timestamptz)', 'use_challenge(text, timestamptz)', 'passkey_of(text)'] loop
    execute format('alter function %s owner to wall', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to app', f);
  end loop;
  grant execute on function my_account() to wall;
  revoke create on schema public from wall;
end $$;
`;
