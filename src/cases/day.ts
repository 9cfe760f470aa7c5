// Says a day that was stored as YYYY-MM-DD in words; rows and facts hold days as text.
import { Temporal } from 'temporal-polyfill';
import { dayInWords } from '../law/day-words.ts';

/** Gives "Wednesday 25 November 2026" for "2026-11-25". */
export function sayDay(isoDay: string): string {
  return dayInWords(Temporal.PlainDate.from(isoDay));
}
