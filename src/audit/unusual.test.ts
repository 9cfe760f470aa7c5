// Which looks are marked as unusual.
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { unusualOf } from './unusual.ts';

const weekday = { from: '09:00', to: '16:30' };
const service = {
  hours: { '1': weekday, '2': weekday, '3': weekday, '4': weekday, '5': weekday },
  closureDays: new Map([['2026-12-24', 'Closed']]),
};
const look = (at: string, over: object = {}) => ({
  at: Temporal.Instant.from(at),
  byName: 'Leah Brennan' as string | null,
  isNobodysWork: false,
  isOneOfMany: false,
  ...over,
});

test.each([
  ['within hours', look('2026-11-24T10:00:00Z'), []],
  ['half an hour before the telephone is staffed', look('2026-11-24T08:30:00Z'), []],
  ['an hour after it', look('2026-11-24T17:29:00Z'), []],
  ['at night', look('2026-11-24T23:10:00Z'), ['outside-hours']],
  ['on a Sunday', look('2026-11-22T11:00:00Z'), ['outside-hours']],
  ['on a day when we are closed', look('2026-12-24T11:00:00Z'), ['outside-hours']],
  ['on a bank holiday', look('2026-12-25T11:00:00Z'), ['outside-hours']],
  ['by British Summer Time', look('2026-06-24T07:10:00Z'), []],
  [
    'somebody else’s case, one of many',
    look('2026-11-24T10:00:00Z', { isNobodysWork: true, isOneOfMany: true }),
    ['nobodys-work', 'one-of-many'],
  ],
  ['a family at night', look('2026-11-24T23:10:00Z', { byName: null }), []],
])('%s', (_name, seen, marks) => {
  expect(unusualOf(seen, service, (day) => day.toString() === '2026-12-25')).toEqual(marks);
});
