// Says on which day something that is ready now can really be posted: a posted certificate bears that day.
import { Temporal } from 'temporal-polyfill';
import type { Holidays } from './calendar.ts';
import { addDays, workingDayOnOrAfter } from './periods.ts';

/**
 * Gives the day of the next post: the day itself until the last collection, else the next working day. `ready` is London time,
 * `lastPost` the hour of the last collection, "16:15". Throws HolidaysNotLoaded.
 */
export function nextPostingDay(
  ready: Temporal.PlainDateTime,
  lastPost: string,
  holidays: Holidays,
): Temporal.PlainDate {
  const today = ready.toPlainDate();
  const hasGone = Temporal.PlainTime.compare(ready.toPlainTime(), Temporal.PlainTime.from(lastPost)) >= 0;
  return workingDayOnOrAfter(hasGone ? addDays(today, 1) : today, holidays);
}
