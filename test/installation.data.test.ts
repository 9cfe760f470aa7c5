// Starting on the wrong database is refused with words: a trial on a real one, a real one on a trial's, an unprepared one.
import { expect, test } from 'vitest';
import { bringUpToDate, loadLaw } from '../src/installation.ts';
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
