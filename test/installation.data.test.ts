// Starting on the wrong database is refused with words: a trial on a real one, a real one on a trial's, an unprepared one, and a login
// that sees past the wall.
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { migrations } from '../database/migrations/index.ts';
import { rolesTaken } from '../database/roles.ts';
import type { Tables } from '../database/tables.ts';
import { readConfig, type Config } from '../src/config.ts';
import { bringUpToDate, loadLaw, openInstallation } from '../src/installation.ts';
import { pendingMigrations } from '../src/kit/sql/migrations.ts';
import { loadService } from '../src/office/service.ts';
import { onServer, openTestDatabase } from './support/database.ts';

const database = await openTestDatabase<Tables>(migrations);
const empty = await openTestDatabase<Tables>({});

test('preparing a database twice changes nothing the second time', async () => {
  await bringUpToDate(database, 'trial');
  expect(await bringUpToDate(database, 'trial')).toEqual([]);
  const { holidays } = await loadLaw(database);
  expect(holidays.isWorkingDay(Temporal.PlainDate.from('2026-12-28'))).toBe(false);
  expect(holidays.years).toEqual([2023, 2024, 2025, 2026, 2027, 2028]);
});

test('what kind an installation is, is written once, and neither kind prepares the other', async () => {
  await expect(bringUpToDate(database, 'real')).rejects.toThrow('This database belongs to a trial');
  expect(await database.kysely.selectFrom('installation').select('kind').execute()).toEqual([{ kind: 'trial' }]);
});

test('a real installation has no clock but the true one', async () => {
  await database.kysely.updateTable('installation').set({ kind: 'real' }).execute();
  await expect(database.kysely.updateTable('installation').set({ clock_offset_seconds: 60 }).execute()).rejects.toThrow(
    'real_time_in_a_real_installation',
  );
  await database.kysely.updateTable('installation').set({ kind: 'trial' }).execute();
});

test('nobody but the owner makes tables in a prepared database, not even for a moment', async () => {
  const making = database.kysely.transaction().execute(async (tx) => {
    await sql`set local role desk`.execute(tx);
    await sql`create temporary table mine (id int)`.execute(tx);
  });
  await expect(making).rejects.toThrow('permission denied');
});

test('a real database begins with a service to be named and the national bodies, once; a trial brings its own', async () => {
  expect(await loadService(database)).toBeNull();
  await bringUpToDate(empty, 'real', 'post@service.example');
  await bringUpToDate(empty, 'real', 'other@service.example');
  const made = await empty.kysely.selectFrom('services').select(['telephone', 'email']).execute();
  expect(made).toEqual([{ telephone: '', email: 'post@service.example' }]);
  const service = await loadService(empty);
  expect(service?.signposts.filter(({ kind }) => kind === 'tribunal')).toHaveLength(2);
});

test('a trial leaves a real database as it is, also one that is older than the program', async () => {
  await asOlder(async (missing) => {
    await expect(bringUpToDate(empty, 'trial')).rejects.toThrow('This database belongs to a real service.');
    expect(await pendingMigrations(empty, migrations)).toEqual([missing]);
  });
});

test('a server that does not answer, and a login it does not know, are said in words', async () => {
  const nobody = { ...readConfig({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing' }), kind: 'real' as const };
  await expect(openInstallation(nobody)).rejects.toThrow('The database server was not reached (ECONNREFUSED).');
  if (onServer) await expect(openInstallation(await configOf('nobody_here'))).rejects.toThrow('not reached (28000)');
});

test.runIf(onServer)('a real installation starts as a login of its six seats, and as no other', async () => {
  const login = `login_${randomBytes(6).toString('hex')}`;
  const run = (text: string) => sql.raw(text).execute(empty.kysely);
  const start = async () => {
    const { database: opened } = await openInstallation(await configOf(login));
    await opened.close();
    return 'started';
  };
  await run(`create role ${login} login password 'a password'`);
  try {
    await expect(start()).rejects.toThrow('grant app, desk, door, front, retention, worker to the login');
    await run(`grant ${rolesTaken.join(', ')} to ${login}`);
    expect(await start()).toBe('started');
    await run(`grant wall to ${login}`);
    await expect(start()).rejects.toThrow('a member of wall');
    await run(`revoke wall from ${login}; alter role ${login} createrole`);
    await expect(start()).rejects.toThrow('sees past the wall');
    await run(`alter role ${login} nocreaterole superuser`);
    await expect(start()).rejects.toThrow('superuser');
    await run(`alter role ${login} nosuperuser`);
    await asOlder(() => expect(start()).rejects.toThrow('Run: npm run migrate'));
  } finally {
    await run(`drop role ${login}`);
  }
});

/** Runs `work` while the database says that it has not had its last migration. */
async function asOlder(work: (missing: string) => Promise<void>): Promise<void> {
  const { rows } = await sql<{ name: string; timestamp: string }>`
    delete from migrations.migration where name = (select max(name) from migrations.migration) returning *`.execute(
    empty.kysely,
  );
  const [last] = rows;
  if (!last) throw new Error('the database was never migrated');
  await work(last.name);
  await sql`insert into migrations.migration (name, timestamp) values (${last.name}, ${last.timestamp})`.execute(
    empty.kysely,
  );
}

async function configOf(login: string): Promise<Config> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(empty.kysely);
  const address = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  address.username = login;
  address.password = 'a password';
  address.pathname = `/${rows[0]?.name ?? ''}`;
  return { ...readConfig({ DATABASE_URL: address.href }), kind: 'real' };
}
