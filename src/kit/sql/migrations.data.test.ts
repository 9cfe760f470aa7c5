// Migrations: once each, in order, whole or not at all, with limits, and never an older program on a newer database.
import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import pg from 'pg';
import { onServer, openTestDatabase } from '../../../test/support/database.ts';
import { DatabaseNewer, MigrationFailed, MigrationUnderWay, migrate, pendingMigrations } from './migrations.ts';
import type { Migrations } from './migrations.ts';

const db = await openTestDatabase<unknown>({});

const people = { '0001-people': 'create table people (id int primary key); insert into people values (1)' };
const cases: Migrations = {
  '0002-cases': { up: async (inside) => void (await sql`create table cases (id int primary key)`.execute(inside)) },
};

const tables = async () =>
  (
    await sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public' order by 1`.execute(
      db.kysely,
    )
  ).rows.map((row) => row.name);

afterEach(async () => {
  await sql`drop schema if exists migrations cascade; drop table if exists people, cases`.execute(db.kysely);
});

test('each runs once, in the order of the names, and the answer says which', async () => {
  const both = { ...cases, ...people };
  expect(await pendingMigrations(db, both)).toEqual(['0001-people', '0002-cases']);
  expect(await migrate(db, people)).toEqual(['0001-people']);
  expect(await pendingMigrations(db, both)).toEqual(['0002-cases']);
  expect(await migrate(db, both)).toEqual(['0002-cases']);
  expect(await migrate(db, both)).toEqual([]);
  expect(await tables()).toEqual(['cases', 'people']);
});

test('one that fails leaves nothing of itself, keeps those before it, and names itself with its cause', async () => {
  const broken = {
    ...people,
    '0002-broken': 'create table cases (id int); insert into people values (1)',
    '0003-never': 'drop table people',
  };
  const failed: unknown = await migrate(db, broken).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(MigrationFailed);
  expect(failed).toMatchObject({
    message: expect.stringMatching(/0002-broken.*duplicate key/),
    cause: { code: '23505' },
  });
  expect(await tables()).toEqual(['people']);
  expect(await pendingMigrations(db, broken)).toEqual(['0002-broken', '0003-never']);
});

test('an older program refuses a newer database, names what it does not know, and changes nothing', async () => {
  await migrate(db, { ...people, ...cases });
  const older = { ...people, '0003-another': 'drop table people' };
  await expect(migrate(db, older)).rejects.toThrow(DatabaseNewer);
  await expect(pendingMigrations(db, older)).rejects.toThrow(/newer than the program.*0002-cases/);
  expect(await tables()).toEqual(['cases', 'people']);
});

test('limits on waiting and on running hold inside a migration and end with it', async () => {
  const limits = sql<{
    lock: string;
    run: string;
  }>`select current_setting('lock_timeout') as lock, current_setting('statement_timeout') as run`;
  const before = (await limits.execute(db.kysely)).rows;
  const seen: unknown[] = [];
  await migrate(db, { '0001-look': { up: async (inside) => void seen.push(...(await limits.execute(inside)).rows) } });
  expect(seen).toEqual([{ lock: '5s', run: '10min' }]);
  expect((await limits.execute(db.kysely)).rows).toEqual(before);
});

const short = await openTestDatabase<unknown>({}, { statementTimeout: 1_000 });

test('a migration may take longer than a person’s statement, on both databases', async () => {
  expect(await migrate(short, { '0001-slow': 'select pg_sleep(1.2)' })).toEqual(['0001-slow']);
});

/** The same test database by a connection of its own, as another process would have. */
async function another(): Promise<pg.Client> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(short.kysely);
  const address = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  address.pathname = `/${rows[0]?.name}`;
  const client = new pg.Client({ connectionString: address.href });
  await client.connect();
  return client;
}

// The embedded database refuses a second process altogether: embedded-lock.test.ts.
test.runIf(onServer)('two that migrate at once take turns, and each migration runs once', async () => {
  const all = {
    '0001-slow': 'select pg_sleep(1.2)',
    '0002-more': 'create table more (id int)',
    '0003-most': 'create table most (id int)',
  };
  const [one, other] = await Promise.all([migrate(short, all), migrate(short, all)]);
  expect([...one, ...other].toSorted()).toEqual(['0002-more', '0003-most']);
});

test.runIf(onServer)('one that waits too long for its turn says who is before it and changes nothing', async () => {
  const other = await another();
  try {
    await other.query('select pg_advisory_lock(3853314791062309107)'); // the migration tool's own
    const waiting = migrate(short, {
      '0001-slow': '',
      '0002-more': '',
      '0003-most': '',
      '0004-never': 'create table never (id int)',
    });
    await expect(waiting).rejects.toThrow(MigrationUnderWay);
    await expect(waiting).rejects.toThrow(/Another process is migrating/);
  } finally {
    await other.end();
  }
  const { rows } = await sql`select from pg_tables where tablename = 'never'`.execute(short.kysely);
  expect(rows).toEqual([]);
});

test.each([
  ['without a number', { people: '' }],
  ['with a number twice', { '0001-people': '', '0001-cases': '' }],
])('a name %s is refused', async (_name, migrations) => {
  await expect(migrate(db, migrations)).rejects.toThrow(TypeError);
});
