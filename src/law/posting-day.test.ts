// The day of the next post: around the last collection, weekends, bank holidays, days on which the service is closed and the change of the clocks.
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { seededLaw } from './for-tests.ts';
import { nextPostingDay } from './posting-day.ts';

test.each([
  ['in the morning', '2026-04-01T09:00', '2026-04-01'],
  ['a minute before the last post', '2026-04-01T16:14', '2026-04-01'],
  ['at the last post', '2026-04-01T16:15', '2026-04-02'],
  ['in the evening before Easter', '2026-04-02T17:00', '2026-04-07'],
  ['on Good Friday', '2026-04-03T09:00', '2026-04-07'],
  ['on a Saturday morning', '2026-04-11T09:00', '2026-04-13'],
  ['on a Friday evening', '2026-10-23T18:00', '2026-10-26'],
  ['late on New Year’s Eve', '2026-12-31T16:30', '2027-01-04'],
])('ready %s', (_, ready, posted) => {
  const day = nextPostingDay(Temporal.PlainDateTime.from(ready), '16:15', seededLaw.holidays, new Set());
  expect(day.toString()).toBe(posted);
});

test.each([
  ['on a closed day', '2026-12-29T09:00', '2026-12-31'],
  ['the evening before closed days', '2026-12-24T17:00', '2026-12-31'],
  ['on the second of two closed days', '2026-12-30T09:00', '2026-12-31'],
  ['on the open day after them', '2026-12-31T09:00', '2026-12-31'],
])('ready %s, with the service closed between the years', (_, ready, posted) => {
  const closed = new Set(['2026-12-24', '2026-12-29', '2026-12-30']);
  const day = nextPostingDay(Temporal.PlainDateTime.from(ready), '16:15', seededLaw.holidays, closed);
  expect(day.toString()).toBe(posted);
});
