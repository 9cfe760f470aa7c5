// When the telephone is staffed.
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { openingAt, readSettings } from './service.ts';

const weekdays = { from: '09:00', to: '16:30' };
const service = {
  hours: { 1: weekdays, 2: weekdays, 3: weekdays, 4: weekdays, 5: weekdays },
  closureDays: new Map([['2026-12-24', 'Christmas Eve']]),
};
const bankHolidays = new Set(['2026-12-25', '2026-12-28']);
const at = (local: string) =>
  openingAt(service, Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/London'), (day) =>
    bankHolidays.has(day.toString()),
  );

test.each([
  ['on a weekday at nine it opens', '2026-11-23T09:00', { open: true, until: '16:30' }],
  [
    'a minute before nine it opens the same day',
    '2026-11-23T08:59',
    { open: false, opens: { on: '2026-11-23', at: '09:00' } },
  ],
  ['at half past four it is closed', '2026-11-23T16:30', { open: false, opens: { on: '2026-11-24', at: '09:00' } }],
  [
    'on Friday evening it opens on Monday',
    '2026-11-27T18:00',
    { open: false, opens: { on: '2026-11-30', at: '09:00' } },
  ],
  [
    'over Christmas, closure days and bank holidays are skipped',
    '2026-12-23T17:00',
    { open: false, opens: { on: '2026-12-29', at: '09:00' } },
  ],
  ['in the week of the clock change the wall clock counts', '2026-10-26T09:00', { open: true, until: '16:30' }],
])('%s', (_name, local, expected) => {
  expect(JSON.parse(JSON.stringify(at(local)))).toEqual(expected);
});

test('a service that never has hours says so', () => {
  expect(
    openingAt(
      { hours: {}, closureDays: new Map() },
      Temporal.ZonedDateTime.from('2026-11-23T10:00[Europe/London]'),
      () => false,
    ),
  ).toEqual({ open: false, opens: null });
});

test('settings that were never chosen have their defaults, and a wrong one is refused', () => {
  expect(readSettings({}).lateContact).toBe('manager-decides');
  expect(() => readSettings({ lateContact: 'never' })).toThrow();
});
