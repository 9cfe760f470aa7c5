// When the night's work is done: once for each day in London, also over a change of the clocks, at start for nights that were missed.
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LONDON, londonDay, type Clock } from '../kit/clock.ts';
import { everyNight } from './nightly.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const MINUTES_BETWEEN_LOOKS = 5;

/** A clock in London that is moved by hand, and the timers with it. */
function clockAt(local: string): Clock & { to(local: string): Promise<void>; jump(local: string): void } {
  const instantOf = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(LONDON).toInstant();
  let now = instantOf(local);
  return {
    now: () => now,
    today: () => londonDay(now),
    jump: (text) => void (now = instantOf(text)),
    to: async (text) => {
      const end = instantOf(text);
      while (Temporal.Instant.compare(now, end) < 0) {
        now = now.add({ minutes: MINUTES_BETWEEN_LOOKS });
        await vi.advanceTimersByTimeAsync(MINUTES_BETWEEN_LOOKS * 60_000);
      }
    },
  };
}

test.each([
  ['forward, on 29 March 2026', '2026-03-28T22:30', '2026-03-30T02:30', ['2026-03-28', '2026-03-29', '2026-03-30']],
  ['back, on 25 October 2026', '2026-10-24T22:30', '2026-10-26T02:30', ['2026-10-24', '2026-10-25', '2026-10-26']],
])('over the night when the clocks go %s, each day is swept once', async (_, from, to, days) => {
  const clock = clockAt(from);
  const swept: string[] = [];
  const night = everyNight(clock, [async () => swept.push(clock.today().toString())], fail);
  await clock.to(to);
  await night.stop();
  expect(swept).toEqual(days);
});

test.each([
  ['2026-03-29T00:30', '2026-03-29T02:30'],
  ['2026-10-25T00:30', '2026-10-25T02:30'],
])('a program started at %s, in the night of the change, sweeps at once and not again that night', async (from, to) => {
  const clock = clockAt(from);
  let times = 0;
  const night = everyNight(clock, [async () => (times += 1)], fail);
  await clock.to(to);
  await night.stop();
  expect(times).toBe(1);
});

test('a machine that slept over three nights sweeps once for the day it wakes on', async () => {
  const clock = clockAt('2026-06-01T23:00');
  const swept: string[] = [];
  const night = everyNight(clock, [async () => swept.push(clock.today().toString())], fail);
  await clock.to('2026-06-01T23:10');
  clock.jump('2026-06-04T08:00');
  await clock.to('2026-06-04T08:10');
  await night.stop();
  expect(swept).toEqual(['2026-06-01', '2026-06-04']);
});

test('a piece of work that fails keeps none of the others waiting, and is tried again at the next look', async () => {
  const clock = clockAt('2026-06-01T10:00');
  const problems: unknown[] = [];
  const done = { first: 0, last: 0 };
  const night = everyNight(
    clock,
    [
      async () => {
        done.first += 1;
        if (done.first === 1) throw new Error('the first is broken');
      },
      async () => (done.last += 1),
    ],
    (error) => problems.push(error),
  );
  await clock.to('2026-06-01T10:05');
  expect([done.first, done.last, problems.length]).toEqual([2, 2, 1]);
  await clock.to('2026-06-01T10:30');
  await night.stop();
  expect(done.first).toBe(2);
});

function fail(error: unknown): never {
  throw error;
}
