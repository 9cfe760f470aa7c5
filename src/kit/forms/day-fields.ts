// A day, typed as day, month and year or sent as an ISO date. An impossible day is explained, never silently moved.
import { Temporal } from 'temporal-polyfill';
import { fieldOf, type Field, type Refuse } from './fields.ts';

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
];

export interface DayLimits {
  /** What to say when there is no answer. Leave it out when the day may be left. */
  asks?: string;
  /** The first and the last day that can be right, each with what to say to an answer beyond it. */
  notBefore?: { day: Temporal.PlainDate; says: string };
  notAfter?: { day: Temporal.PlainDate; says: string };
}

interface Typed {
  day: string;
  month: string;
  year: string;
}

/** Splits what was sent into three parts; undefined when it is neither three parts nor one date. */
function partsOf(typed: unknown): Typed | undefined {
  if (typed === undefined || typed === '') return { day: '', month: '', year: '' };
  if (typeof typed === 'string') {
    const iso = /^\s*(\d{4})-(\d{2})-(\d{2})\s*$/.exec(typed);
    return iso ? { year: iso[1]!, month: iso[2]!, day: iso[3]! } : undefined;
  }
  if (typeof typed !== 'object' || typed === null || Array.isArray(typed)) return undefined;
  const { day, month, year } = typed as Record<string, unknown>;
  const clean = (part: unknown) => (typeof part === 'string' ? part.normalize('NFKC').trim() : '');
  return { day: clean(day), month: clean(month), year: clean(year) };
}

/** The month's number from 1, from figures or from at least three letters of its English name. */
export function monthNumber(typed: string): number | undefined {
  if (/^\d{1,2}$/.test(typed)) return Number(typed);
  const start = typed.toLowerCase().replace(/\.$/, '');
  const index = start.length < 3 ? -1 : MONTHS.findIndex((month) => month.toLowerCase().startsWith(start));
  return start === 'sept' ? 9 : index < 0 ? undefined : index + 1;
}

/** Names the first part that was left out. */
function missing({ day, month, year }: Typed): [message: string, part: string] | undefined {
  if (!day) return ['Please add the day.', 'day'];
  if (!month) return ['Please add the month.', 'month'];
  return year ? undefined : ['Please add the year.', 'year'];
}

function toDay(typed: Typed, refuse: Refuse): Temporal.PlainDate | undefined {
  const absent = missing(typed);
  if (absent) {
    refuse(...absent);
    return undefined;
  }
  const month = monthNumber(typed.month);
  if (month === undefined || month < 1 || month > 12) {
    refuse('The month is a number from 1 to 12, or its name.', 'month');
    return undefined;
  }
  if (!/^\d{4}$/.test(typed.year)) {
    refuse('Please write all four figures of the year, for example 2026.', 'year');
    return undefined;
  }
  const year = Number(typed.year);
  if (year < 1900 || year > 2200) {
    refuse('Please look at the year again.', 'year');
    return undefined;
  }
  const day = /^\d{1,2}$/.test(typed.day) ? Number(typed.day) : 0;
  const { daysInMonth, inLeapYear } = Temporal.PlainYearMonth.from({ year, month });
  if (day < 1 || day > 31) {
    refuse('The day is a number from 1 to 31.', 'day');
    return undefined;
  }
  if (day > daysInMonth) {
    const leap = month === 2 && day === 29 && !inLeapYear;
    refuse(
      leap
        ? `${year} has no 29 February. Look at the day again.`
        : `${MONTHS[month - 1]} has only ${daysInMonth} days. Look at the day again.`,
      'day',
    );
    return undefined;
  }
  return Temporal.PlainDate.from({ year, month, day });
}

/** A day. Without `asks` it may be left, and is then undefined. The limits are the caller's: this file asks no clock. */
export function dayFields(limits: DayLimits & { asks: string }): Field<Temporal.PlainDate>;
export function dayFields(limits?: DayLimits): Field<Temporal.PlainDate | undefined>;
export function dayFields(limits: DayLimits = {}): Field<Temporal.PlainDate | undefined> {
  return fieldOf((sent, refuse) => {
    const typed = partsOf(sent);
    if (!typed) {
      refuse('Please write the date as day, month and year.');
      return undefined;
    }
    if (!typed.day && !typed.month && !typed.year) {
      if (limits.asks) refuse(limits.asks, 'day');
      return undefined;
    }
    const day = toDay(typed, refuse);
    if (!day) return undefined;
    const { notBefore, notAfter } = limits;
    if (notBefore && Temporal.PlainDate.compare(day, notBefore.day) < 0) refuse(notBefore.says, 'day');
    else if (notAfter && Temporal.PlainDate.compare(day, notAfter.day) > 0) refuse(notAfter.says, 'day');
    return day;
  });
}

/** Writes a day in words, "4 November 2026", from its parts as `recordedOf` joins them; anything else as it stands. */
export function partsInWords(parts: string): string {
  const [day = '', month = '', year = ''] = parts.split(' ');
  const name = MONTHS[(monthNumber(month) ?? 0) - 1];
  return name && day && year ? `${Number(day)} ${name} ${year}` : parts;
}

/** The typed answers of a day that is already known, to fill a form with it. */
export function dayAnswers(field: string, day: Temporal.PlainDate): Record<string, string> {
  return {
    [`${field}-day`]: String(day.day),
    [`${field}-month`]: String(day.month),
    [`${field}-year`]: String(day.year),
  };
}
