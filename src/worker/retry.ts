// When to try again: sooner at first, later and later, and never at the same moment for everything that failed together.
import type { Temporal } from 'temporal-polyfill';

/** Minutes after the first, second … failure; the last one repeats. Together the first six make an hour. */
const MINUTES = [1, 2, 5, 10, 15, 30, 60];

/** Gives the moment of the next try after so many tries. */
export function nextTry(now: Temporal.Instant, tries: number): string {
  const minutes = MINUTES[Math.min(Math.max(tries, 1), MINUTES.length) - 1] ?? 60;
  return now.add({ minutes }).toString();
}

/** A letter that no mail server has taken for three days is given back to a person. */
export const GIVE_UP_HOURS = 72;
