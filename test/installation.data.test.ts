// Starting on the wrong database is refused with words: a trial on a real one, a real one on a trial's, an unprepared one.
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { rolesTaken } from '../database/roles.ts';
import { inSeat } from '../src/kit/sql/seat.ts';
import { bringUpToDate, loadLaw, refuseWrongLogin } from '../src/installation.ts';
import { openTestDatabase } from './support/database.ts';
import { migrations } from '../database/migrations/index.ts';
import type { Tables } from '../database/tables.ts';
import { Temporal } from 'temporal-polyfill';

const database = await openTestDatabase<Tables>(migrations);

test('preparing a database twice changes nothing the second time', async () => {
  await bringUpToDate(database, 'trial');
  expect(await bringUpToDate(database, 'trial')).toEqual([]);
  const { holidays } = await loadLaw(database);
  expect(holidays.isWorkingDay(Temporal.PlainDate.from('2026-12-28'))).toBe(false);
  expect(holidays.years).toEqual([2023, 2024, 2025, 2026, 2027, 2028]);
});

test('what kind an installation is, is written once', async () => {
  await bringUpToDate(database, 'trial');
  await bringUpToDate(database, 'real');
  expect(await database.kysely.selectFrom('installation').select('kind').execute()).toEqual([{ kind: 'trial' }]);
});

test('a real installation has no clock but the true one', async () => {
  await database.kysely.updateTable('installation').set({ kind: 'real' }).execute();
  await expect(database.kysely.updateTable('installation').set({ clock_offset_seconds: 60 }).execute()).rejects.toThrow(
    'real_time_in_a_real_installation',
  );
  await database.kysely.updateTable('installation').set({ kind: 'trial' }).execute();
});

test('a real installation starts under a login that takes every role of the program, and sees past none of the wall', async () => {
  const login = 'a_login_of_a_test';
  const refusal = () =>
    inSeat(database, { role: login, settings: {}, readOnly: true }, (tx) => refuseWrongLogin({ kysely: tx })).then(
      () => 'starts',
      (error: Error) => error.message,
    );
  await expect(refuseWrongLogin(database)).rejects.toThrow('logs in as a superuser or as the owner of the tables');
  await sql
    .raw(`create role ${login} nologin; grant app, front, door, worker, retention to ${login}`)
    .execute(database.kysely);
  expect(await refusal()).toContain('is not a member of desk. As the owner of the tables, run: grant desk to');
  await sql.raw(`grant ${rolesTaken.join(', ')} to ${login}`).execute(database.kysely);
  expect(await refusal()).toBe('starts');
  await sql.raw(`drop role ${login}`).execute(database.kysely);
});
