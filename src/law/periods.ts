// Adds the four kinds of period the law uses: months by corresponding date, weeks, days and working days; the day of the trigger never counts.
import type { Temporal } from 'temporal-polyfill';
import type { Holidays } from './calendar.ts';
import { civilDay, daysInMonth, numberOf, toDayNumber, toPlainDate, type DayNumber } from './day-number.ts';

/** A length of time as the law states it. */
export type Period =
  | { readonly months: number }
  | { readonly weeks: number }
  | { readonly days: number }
  | { readonly workingDays: number };

/** Adds calendar months: the same day number, or the last day of a month that has no such day (Dodds v Walker [1981] 1 WLR 1027). */
export function addMonths(date: Temporal.PlainDate, months: number): Temporal.PlainDate {
  return toPlainDate(monthsAfter(toDayNumber(date), months));
}

/** Adds weeks of seven days. */
export function addWeeks(date: Temporal.PlainDate, weeks: number): Temporal.PlainDate {
  return addDays(date, weeks * 7);
}

/** Adds calendar days; a negative number goes back. */
export function addDays(date: Temporal.PlainDate, days: number): Temporal.PlainDate {
  return toPlainDate(toDayNumber(date) + days);
}

/** Finds the nth working day after a date, the date itself excluded. Throws HolidaysNotLoaded. */
export function addWorkingDays(date: Temporal.PlainDate, workingDays: number, holidays: Holidays): Temporal.PlainDate {
  return toPlainDate(workingDaysAfter(toDayNumber(date), workingDays, holidays));
}

/** Finds the nth working day before a date, the date itself excluded. Throws HolidaysNotLoaded. */
export function subtractWorkingDays(
  date: Temporal.PlainDate,
  workingDays: number,
  holidays: Holidays,
): Temporal.PlainDate {
  return toPlainDate(workingDaysBefore(toDayNumber(date), workingDays, holidays));
}

/** Gives the date itself when it is a working day, else the next one. Throws HolidaysNotLoaded. */
export function workingDayOnOrAfter(date: Temporal.PlainDate, holidays: Holidays): Temporal.PlainDate {
  return toPlainDate(onOrAfter(toDayNumber(date), holidays));
}

/** Gives the date itself when it is a working day, else the one before. Throws HolidaysNotLoaded. */
export function workingDayOnOrBefore(date: Temporal.PlainDate, holidays: Holidays): Temporal.PlainDate {
  return toPlainDate(onOrBefore(toDayNumber(date), holidays));
}

/** Counts the working days after `from` up to and including `to`; negative when `to` is earlier. Throws HolidaysNotLoaded. */
export function workingDaysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate, holidays: Holidays): number {
  const [start, end] = [toDayNumber(from), toDayNumber(to)];
  if (end < start) return -workingDaysBetween(to, from, holidays);
  let count = 0;
  for (let day = start + 1; day <= end; day += 1) if (holidays.worksOn(day)) count += 1;
  return count;
}

/** As `addMonths`, for sums. */
export function monthsAfter(number: DayNumber, months: number): DayNumber {
  const { year, month, day } = civilDay(number);
  const index = year * 12 + month - 1 + months;
  const [newYear, newMonth] = [Math.floor(index / 12), (index % 12) + 1];
  return numberOf(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

/** As `addWorkingDays`, for sums. */
export function workingDaysAfter(number: DayNumber, workingDays: number, holidays: Holidays): DayNumber {
  let day = number;
  for (let left = workingDays; left > 0;) {
    day += 1;
    if (holidays.worksOn(day)) left -= 1;
  }
  return day;
}

/** As `subtractWorkingDays`, for sums. */
export function workingDaysBefore(number: DayNumber, workingDays: number, holidays: Holidays): DayNumber {
  let day = number;
  for (let left = workingDays; left > 0;) {
    day -= 1;
    if (holidays.worksOn(day)) left -= 1;
  }
  return day;
}

/** As `workingDayOnOrAfter`, for sums. */
export function onOrAfter(number: DayNumber, holidays: Holidays): DayNumber {
  let day = number;
  while (!holidays.worksOn(day)) day += 1;
  return day;
}

/** As `workingDayOnOrBefore`, for sums. */
export function onOrBefore(number: DayNumber, holidays: Holidays): DayNumber {
  let day = number;
  while (!holidays.worksOn(day)) day -= 1;
  return day;
}

/** Finds the last day of a period that starts with the trigger. Throws HolidaysNotLoaded for working days only. */
export function endOfPeriod(trigger: DayNumber, period: Period, holidays: Holidays): DayNumber {
  if ('months' in period) return monthsAfter(trigger, period.months);
  if ('weeks' in period) return trigger + period.weeks * 7;
  if ('days' in period) return trigger + period.days;
  return workingDaysAfter(trigger, period.workingDays, holidays);
}

/** Says a period in words: "2 months", "1 week", "3 working days". */
export function periodWords(period: Period): string {
  if ('months' in period) return plural(period.months, 'month');
  if ('weeks' in period) return plural(period.weeks, 'week');
  if ('days' in period) return plural(period.days, 'day');
  return plural(period.workingDays, 'working day');
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
