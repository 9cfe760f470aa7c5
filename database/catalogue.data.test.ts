// Holds the whole database against the wall: every table, view, function and grant, as the catalogue has them.
import { sql, type Kysely } from 'kysely';
import { expect, test } from 'vitest';
import { openTestDatabase } from '../test/support/database.ts';
import { migrations } from './migrations/index.ts';
import { isErased } from '../src/records/blanking.ts';
import { reach, reachedTables } from '../src/records/reach.ts';
import { personalData, type DataClass } from './personal-data.ts';
import { roles } from './roles.ts';
import type { Tables } from './tables.ts';

/** The roles as SQL lists them. */
const ours = roles.map((role) => `'${role}'`).join(', ');

const database = await openTestDatabase<Tables>(migrations);

async function rows<T>(query: string): Promise<T[]> {
  return (await sql.raw<T>(query).execute(database.kysely)).rows;
}

/** The migration tool's own tables: reached by the owner alone. */
const toolTables = /^kysely_/;

test('every table forces row-level security', async () => {
  const open = await rows<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)`,
  );
  expect(open.filter(({ name }) => !toolTables.test(name))).toEqual([]);
});

test('every table has policies, and none for everybody', async () => {
  const policies = await rows<{ table: string; roles: string[] }>(
    `select tablename as table, roles::text[] as roles from pg_policies where schemaname = 'public'`,
  );
  const walled = new Set(policies.map(({ table }) => table));
  expect(Object.keys(personalData).filter((table) => !walled.has(table))).toEqual([]);
  expect(policies.filter(({ roles }) => roles.includes('public'))).toEqual([]);
});

test('a family’s seat has no policy of the desk, and the desk’s none of a family', async () => {
  const policies = await rows<{ table: string; policy: string; roles: string[]; says: string }>(
    `select tablename as table, policyname as policy, roles::text[] as roles, coalesce(qual, '') || coalesce(with_check, '') as says
    from pg_policies where schemaname = 'public'`,
  );
  const wrong = policies.filter(({ roles: to, says }) =>
    to.includes('app') ? /my_desk|i_manage/.test(says) : to.includes('desk') && /my_(person|cases|partic)/.test(says),
  );
  expect(wrong).toEqual([]);
  expect(policies.filter(({ roles: to }) => to.includes('desk')).length).toBeGreaterThan(50);
  const functions = await rows<{ name: string }>(
    `select proname as name from pg_proc where pronamespace = 'public'::regnamespace and (prosrc ~ 'my_desk' or proname in ('my_desk', 'i_manage')) and has_function_privilege('app', oid, 'execute')`,
  );
  expect(functions).toEqual([]);
});

test('views read as the reader, and nothing is materialised', async () => {
  const views = await rows<{ name: string; kind: string; options: string[] | null }>(
    `select relname as name, relkind::text as kind, reloptions as options from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')`,
  );
  expect(
    views.filter(
      ({ name, kind, options }) =>
        kind === 'm' || !(name.startsWith('stat_') || options?.includes('security_invoker=true')),
    ),
  ).toEqual([]);
});

test('functions that look behind the wall are few, named, pinned and not for everybody', async () => {
  const functions = await rows<{ name: string; owner: string; pinned: boolean; everybody: boolean }>(`
    select p.proname as name, pg_get_userbyid(p.proowner) as owner,
      'search_path=pg_catalog, public, pg_temp' = any (p.proconfig) as pinned,
      has_function_privilege('public', p.oid, 'execute') as everybody
    from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef order by 1`);
  expect(functions.filter(({ owner, pinned, everybody }) => owner !== 'wall' || !pinned || everybody)).toEqual([]);
});

test('a table of one’s own is never taken for the wall’s', async () => {
  const believed = await database.kysely.transaction().execute(async (tx) => {
    const [account, service] = ['01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000002'];
    // As a database that still lets everybody make temporary tables, which an installation does not.
    await sql
      .raw(
        `
      grant temporary on database ${JSON.stringify(await nameOf(tx))} to desk; set local role desk;
      set local cg.account = '${account}'; set local cg.service = '${service}';
      create temporary table staff (account_id uuid, service_id uuid, roles text[], until_on date) on commit drop;
      create temporary table accounts (id uuid, service_id uuid, kind text, suspended_at timestamptz) on commit drop;
      insert into staff values ('${account}', '${service}', '{manager}', null);
      insert into accounts values ('${account}', '${service}', 'staff', null);
      grant select on staff, accounts to public`,
      )
      .execute(tx);
    const { rows: found } = await sql<{ desk: string | null; manages: boolean }>`
      select desk_of_mine() as desk, i_manage() as manages`.execute(tx);
    await sql`reset role`.execute(tx);
    return found;
  });
  expect(believed).toEqual([{ desk: null, manages: false }]);
});

async function nameOf(tx: Kysely<Tables>): Promise<string> {
  const { rows: found } = await sql<{ name: string }>`select current_database() as name`.execute(tx);
  return found[0]?.name ?? '';
}

test('the journal is written by the door alone', async () => {
  const writers = await rows<{ table: string; grantee: string; what: string }>(`
    select table_name as table, grantee, privilege_type as what from information_schema.role_table_grants
    where table_name in ('acts', 'facts', 'clocks') and privilege_type in ('INSERT', 'UPDATE', 'DELETE') and grantee in (${ours}, 'PUBLIC')`);
  expect([...new Set(writers.map(({ grantee }) => grantee))]).toEqual(['door']);
  expect(writers.filter(({ table, what }) => table !== 'clocks' && what !== 'INSERT')).toEqual([]);
});

test('nobody may delete a case, a certificate or a letter', async () => {
  const deleters = await rows<{ table: string }>(`
    select table_name as table from information_schema.role_table_grants
    where privilege_type in ('DELETE', 'TRUNCATE') and grantee in (${ours}, 'PUBLIC') and table_name in ('cases', 'certificates', 'certificate_versions', 'letters', 'papers', 'people', 'words')`);
  expect(deleters).toEqual([]);
});

test('no role of ours can log in, bypass the wall or own a table', async () => {
  const mighty = await rows(
    `select rolname from pg_roles where rolname in (${ours}) and (rolcanlogin or rolsuper or rolbypassrls or rolcreaterole)`,
  );
  expect(mighty).toEqual([]);
  const owners = await rows(`select tablename from pg_tables where schemaname = 'public' and tableowner in (${ours})`);
  expect(owners).toEqual([]);
});

test('the personal-data register names every column there is, and no other', async () => {
  const columns = await rows<{ table: string; column: string }>(
    `select table_name as table, column_name as column from information_schema.columns where table_schema = 'public' order by 1, 2`,
  );
  const real = columns.filter(({ table }) => !toolTables.test(table)).map(({ table, column }) => `${table}.${column}`);
  const registered = Object.entries(personalData).flatMap(([table, of]) =>
    Object.keys(of).map((column) => `${table}.${column}`),
  );
  expect(registered.toSorted()).toEqual(real.toSorted());
});

test('retention reads every table, and changes the personal columns and the marks beside them alone', async () => {
  const policies = await rows<{ table: string }>(
    `select tablename as table from pg_policies where schemaname = 'public' and 'retention' = any (roles) and qual = 'true'`,
  );
  const tables = new Set(policies.map(({ table }) => table));
  // A new table: create policy records on … to retention using (true) with check (true), grant select, and update of what is personal.
  expect(Object.keys(personalData).filter((table) => !tables.has(table))).toEqual([]);
  const columns = await rows<{ table: string; column: string; generated: boolean; reads: boolean; changes: boolean }>(`
    select c.relname as table, a.attname as column, a.attgenerated <> '' as generated,
      has_column_privilege('retention', c.oid, a.attnum, 'select') as reads,
      has_column_privilege('retention', c.oid, a.attnum, 'update') as changes
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`);
  const ours = columns.filter(({ table }) => !toolTables.test(table));
  expect(ours.filter(({ reads }) => !reads)).toEqual([]);
  const register: Readonly<Record<string, Readonly<Record<string, DataClass>>>> = personalData;
  const erased = ours.filter(({ table, column, generated }) => {
    const how = reach[table as keyof Tables];
    if ('nobody' in how || how.goes || generated) return false;
    return isErased(register[table]?.[column] ?? 'none') || column in (how.marks ?? {});
  });
  const named = (list: readonly { table: string; column: string }[]) =>
    list.map(({ table, column }) => `${table}.${column}`).toSorted();
  expect(named(ours.filter(({ changes }) => changes))).toEqual(named(erased));
  const deletes = await rows<{ table: string }>(
    `select table_name as table from information_schema.role_table_grants where grantee = 'retention' and privilege_type = 'DELETE'`,
  );
  expect(deletes.map(({ table }) => table).toSorted()).toEqual(
    reachedTables.flatMap(([table, { goes }]) => (goes ? [table] : [])).toSorted(),
  );
});

test('the stages and facts a timeline can hold are indexed by case', async () => {
  const indexes = await rows<{ name: string }>(`select indexname as name from pg_indexes where schemaname = 'public'`);
  expect(indexes.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['facts_in_order', 'due_list', 'my_due_list', 'one_certificate_per_decision_and_appellant']),
  );
});
