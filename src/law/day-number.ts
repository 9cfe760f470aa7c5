// Counts days as whole numbers from 1 January 1970, so that sums over many days are quick; everything public speaks Temporal.PlainDate.
import { Temporal } from 'temporal-polyfill';

/** Whole days since 1 January 1970, negative before. */
export type DayNumber = number;

export interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Turns a calendar date into a day number; exact for every Gregorian date. Months are shifted so that the leap day ends the year. */
export function numberOf(year: number, month: number, day: number): DayNumber {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468; // 146,097 days in 400 years; 719,468 days from 1 March 0000 to 1970
}

/** Turns a day number back into year, month and day. */
export function civilDay(number: DayNumber): CivilDay {
  const z = number + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/** Reads a PlainDate as a day number. */
export function toDayNumber(date: Temporal.PlainDate): DayNumber {
  return numberOf(date.year, date.month, date.day);
}

/** Writes a day number as a PlainDate. */
export function toPlainDate(number: DayNumber): Temporal.PlainDate {
  const { year, month, day } = civilDay(number);
  return new Temporal.PlainDate(year, month, day);
}

/** Names the day of the week, 1 for Monday to 7 for Sunday. */
export function weekdayOf(number: DayNumber): number {
  return ((((number + 3) % 7) + 7) % 7) + 1; // 1 January 1970 was a Thursday
}

/** Counts the days in a month. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
