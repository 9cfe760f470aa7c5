// Closed days as a manager adds them.
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { Hours } from '../service.ts';
import { closedDaysIn } from './closed-days.ts';

const nine = { from: '09:00', to: '16:30' };
const week: Hours = { 1: nine, 2: nine, 3: nine, 4: nine, 5: nine };
const day = (iso: string | null) => (iso === null ? undefined : Temporal.PlainDate.from(iso));
const asked = (from: string | null, until: string | null, closedName = 'Christmas week') =>
  closedDaysIn({ closed: day(from), closedUntil: day(until), closedName }, week);

test.each([
  ['nothing', null, null, []],
  ['one day', '2026-12-24', null, ['2026-12-24']],
  ['one day on which nobody answers', '2026-12-26', null, ['2026-12-26']],
  [
    'from Thursday to Tuesday, without the weekend',
    '2026-12-24',
    '2026-12-29',
    ['2026-12-24', '2026-12-25', '2026-12-28', '2026-12-29'],
  ],
])('%s', (_, from, until, days) => {
  expect(asked(from, until)).toEqual({ days: days.map((one) => ({ day: one, name: 'Christmas week' })) });
});

test.each([
  ['a last day alone', null, '2026-12-29', 'Christmas', 'closed'],
  ['the days the wrong way round', '2026-12-29', '2026-12-24', 'Christmas', 'closedUntil'],
  ['the wrong year', '2026-12-24', '2027-12-29', 'Christmas', 'closedUntil'],
  ['no reason', '2026-12-24', '2026-12-29', '', 'closedName'],
])('%s is asked about at its field', (_, from, until, name, field) => {
  expect(asked(from, until, name)).toEqual({ error: { field, message: expect.any(String) as string } });
});
