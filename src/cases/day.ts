// Says a day that was stored as YYYY-MM-DD, or a moment, in words; rows and facts hold both as text.
import { Temporal } from 'temporal-polyfill';
import { LONDON } from '../kit/clock.ts';
import { dayInWords } from '../law/day-words.ts';

/** Gives "Wednesday 25 November 2026" for "2026-11-25". */
export function sayDay(isoDay: string): string {
  return dayInWords(Temporal.PlainDate.from(isoDay));
}

/** Gives "11:15am on Wednesday 25 November 2026", in London, for an ISO instant. */
export function sayMoment(iso: string): string {
  const at = Temporal.Instant.from(iso).toZonedDateTimeISO(LONDON);
  const hour = at.hour % 12 === 0 ? 12 : at.hour % 12;
  return `${hour}:${String(at.minute).padStart(2, '0')}${at.hour < 12 ? 'am' : 'pm'} on ${dayInWords(at.toPlainDate())}`;
}
