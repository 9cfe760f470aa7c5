// The day of the next post: around the last collection, weekends, bank holidays and the change of the clocks.
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
  const day = nextPostingDay(Temporal.PlainDateTime.from(ready), '16:15', seededLaw.holidays);
  expect(day.toString()).toBe(posted);
});
