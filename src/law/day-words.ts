// Says days in plain English: always a weekday, a day, a month and a year, and how much time is left.
import type { Temporal } from 'temporal-polyfill';
import type { Holidays } from './calendar.ts';
import { civilDay, toDayNumber, weekdayOf, type DayNumber } from './day-number.ts';
import { workingDaysBetween } from './periods.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Writes "Wednesday 25 November 2026". */
export function dayInWords(date: Temporal.PlainDate): string {
  return numberInWords(toDayNumber(date));
}

/** Writes "Wed 25 Nov 2026", for lists at the desk. */
export function shortDay(date: Temporal.PlainDate): string {
  const number = toDayNumber(date);
  return `${weekdayName(number).slice(0, 3)} ${date.day} ${monthName(date.month).slice(0, 3)} ${date.year}`;
}

/** As `dayInWords`, for sums. */
export function numberInWords(number: DayNumber): string {
  const { year, month, day } = civilDay(number);
  return `${weekdayName(number)} ${day} ${monthName(month)} ${year}`;
}

/** Names the weekday of a day number. */
export function weekdayName(number: DayNumber): string {
  return WEEKDAYS[weekdayOf(number) - 1] ?? '';
}

/** Names a month, 1 to 12. */
export function monthName(month: number): string {
  return MONTHS[month - 1] ?? '';
}

/** Joins words with commas and a last "and". */
export function listInWords(words: readonly string[]): string {
  if (words.length <= 1) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}

/** Counts the days after `from` up to and including `to`; negative when `to` is earlier. */
export function daysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** Says how much time is left in days: "12 days left", "today", "1 day late". */
export function timeLeft(dueOn: Temporal.PlainDate, today: Temporal.PlainDate): string {
  return leftWords(daysBetween(today, dueOn), 'day', 'due today');
}

/**
 * Says how much time is left in working days: "2 working days left", "1 working day late".
 * On a weekend after the date "due before today" stands for late by no working day. Throws HolidaysNotLoaded.
 */
export function workingTimeLeft(dueOn: Temporal.PlainDate, today: Temporal.PlainDate, holidays: Holidays): string {
  const days = daysBetween(today, dueOn);
  if (days === 0) return 'due today';
  const working = workingDaysBetween(today, dueOn, holidays);
  if (working === 0) return days > 0 ? 'due before the next working day' : 'due before today';
  return leftWords(working, 'working day', 'due today');
}

function leftWords(count: number, unit: string, none: string): string {
  if (count === 0) return none;
  const size = Math.abs(count);
  return `${size} ${unit}${size === 1 ? '' : 's'} ${count > 0 ? 'left' : 'late'}`;
}
