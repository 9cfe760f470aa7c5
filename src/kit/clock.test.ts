// Clocks: days are London's, whatever the machine thinks, through both changes of the hour.
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { frozenClock, offsetClock, systemClock } from './clock.ts';

test.each([
  ['2026-03-29T00:59:59Z', '2026-03-29', 'the last second before summer time'],
  ['2026-06-30T22:59:59Z', '2026-06-30', 'a minute to midnight in summer'],
  ['2026-06-30T23:00:00Z', '2026-07-01', 'midnight in London is still yesterday in UTC'],
  ['2026-10-24T23:00:00Z', '2026-10-25', 'the night the clocks go back'],
  ['2026-10-25T23:59:59Z', '2026-10-25', 'the last second of a day of 25 hours'],
  ['2026-12-31T23:59:59Z', '2026-12-31', 'the last second of the year'],
  ['2027-01-01T00:00:00Z', '2027-01-01', 'the first of the next'],
])('at %s the day is %s: %s', (instant, day) => {
  const clock = frozenClock(instant);
  expect(clock.today().toString()).toBe(day);
  expect(clock.now().equals(Temporal.Instant.from(instant))).toBe(true);
});

test.each([
  [{ hours: 36 }, 36],
  [{ days: 10 }, 240],
  [{ weeks: -2, hours: -1 }, -337],
  [{ seconds: 0 }, 0],
])('a clock set off by %j is that far from the machine’s', (offset, hours) => {
  const clock = offsetClock(() => Temporal.Duration.from(offset));
  const away = systemClock.now().until(clock.now()).total('hours');
  expect(away).toBeCloseTo(hours, 2);
});

test('the offset is asked for each time, so that setting the clock takes effect at once', () => {
  let offset = Temporal.Duration.from({ hours: 0 });
  const clock = offsetClock(() => offset);
  const before = clock.today();
  offset = Temporal.Duration.from({ days: 30 });
  expect(before.until(clock.today()).total('days')).toBeGreaterThanOrEqual(29);
});
