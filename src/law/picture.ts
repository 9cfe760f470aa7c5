// Draws the sum as a small month calendar: which days were counted, which were skipped and why, where it began and ended. Data only, no HTML.
import type { Holidays } from './calendar.ts';
import { civilDay, daysInMonth, weekdayOf, type DayNumber } from './day-number.ts';
import { monthName, weekdayName } from './day-words.ts';

/** counted a circle; skipped stripes; trigger where counting starts (not counted); end a ring, where one period ends; arrive dashed; safe the earlier safe day; final solid, the answer. */
export type MarkKind = 'trigger' | 'counted' | 'skipped' | 'end' | 'arrive' | 'safe' | 'final';

export interface Mark {
  readonly kind: MarkKind;
  /** What a screen reader hears after the day number. */
  readonly words: string;
}

export interface PictureDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly mark: Mark | null;
}

export interface Picture {
  /** "August 2026, into September". */
  readonly caption: string;
  /** Whole weeks from Monday to Sunday; null is an empty cell before the first of a month. */
  readonly weeks: readonly (readonly (PictureDay | null)[])[];
  /** What each shape used in this picture means, in a fixed order. */
  readonly key: readonly Mark[];
}

const KEY: readonly Mark[] = [
  { kind: 'trigger', words: 'Square: the day it starts, which is not counted' },
  { kind: 'counted', words: 'Circle: a day that counts' },
  { kind: 'end', words: 'Ring: where a period ends' },
  { kind: 'skipped', words: 'Striped: a day the rule skips' },
  { kind: 'arrive', words: 'Dashed: the last day, which this is counted from' },
  { kind: 'safe', words: 'Underlined: the last working day before, which is safe' },
  { kind: 'final', words: 'Solid: the day' },
];

/** Draws the whole weeks from the week of `from` to the week of `to`; when `from` is the first of a month, the days before it stay empty. */
export function drawPicture(from: DayNumber, to: DayNumber, markOn: (number: DayNumber) => Mark | null): Picture {
  const first = civilDay(from);
  const monday = from - weekdayOf(from) + 1;
  const sunday = to + 7 - weekdayOf(to);
  const used = new Set<MarkKind>();
  const weeks: (PictureDay | null)[][] = [];
  let { year, month, day } = civilDay(monday);
  let lengthOfMonth = daysInMonth(year, month);
  for (let number = monday; number <= sunday; number += 1) {
    if ((number - monday) % 7 === 0) weeks.push([]);
    const hidden = first.day === 1 && number < from;
    const mark = hidden ? null : markOn(number);
    if (mark) used.add(mark.kind);
    weeks[weeks.length - 1]?.push(hidden ? null : { year, month, day, mark });
    day += 1;
    if (day > lengthOfMonth) {
      day = 1;
      month += 1;
      if (month > 12) [year, month] = [year + 1, 1];
      lengthOfMonth = daysInMonth(year, month);
    }
  }
  return { caption: captionOf(from, to), weeks, key: KEY.filter(({ kind }) => used.has(kind)) };
}

/** Says why a day is not a working day: "Saturday", "Good Friday, a bank holiday". Throws HolidaysNotLoaded. */
export function whyNotWorking(number: DayNumber, holidays: Holidays): string {
  const name = holidays.nameOnNumber(number);
  if (name !== null) return /bank holiday/i.test(name) ? name : `${name}, a bank holiday`;
  return weekdayName(number);
}

function captionOf(from: DayNumber, to: DayNumber): string {
  const [a, b] = [civilDay(from), civilDay(to)];
  const start = `${monthName(a.month)} ${a.year}`;
  if (a.year === b.year && a.month === b.month) return start;
  const months = (b.year - a.year) * 12 + b.month - a.month;
  const end = a.year === b.year ? monthName(b.month) : `${monthName(b.month)} ${b.year}`;
  return months === 1 ? `${start}, into ${end}` : `${start} to ${end}`;
}
