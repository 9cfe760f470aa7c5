// Says on which day something that is ready now can really be posted: a posted certificate bears that day.
import { Temporal } from 'temporal-polyfill';
import type { Holidays } from './calendar.ts';
import { addDays, workingDayOnOrAfter } from './periods.ts';

/** Days on which nobody is there to post anything, by their ISO text. */
export interface ClosedDays {
  readonly has: (day: string) => boolean;
}

/**
 * Gives the day of the next post: the day itself until the last collection, else the next working day on which the service is open.
 * `ready` is London time, `lastPost` the hour of the last collection, "16:15". Throws HolidaysNotLoaded.
 */
export function nextPostingDay(
  ready: Temporal.PlainDateTime,
  lastPost: string,
  holidays: Holidays,
  closed: ClosedDays,
): Temporal.PlainDate {
  const today = ready.toPlainDate();
  const hasGone = Temporal.PlainTime.compare(ready.toPlainTime(), Temporal.PlainTime.from(lastPost)) >= 0;
  return postingDayFrom(hasGone ? addDays(today, 1) : today, holidays, closed);
}

/** Gives the first day from this one on, itself included, on which something can be posted. Throws HolidaysNotLoaded. */
export function postingDayFrom(day: Temporal.PlainDate, holidays: Holidays, closed: ClosedDays): Temporal.PlainDate {
  const open = workingDayOnOrAfter(day, holidays);
  return closed.has(open.toString()) ? postingDayFrom(addDays(open, 1), holidays, closed) : open;
}
