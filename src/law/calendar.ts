// Knows which days are working days in England: the loaded bank holidays, and the refusal to guess a year that is not loaded.
import type { Temporal } from 'temporal-polyfill';
import { civilDay, numberOf, toDayNumber, toPlainDate, weekdayOf, type DayNumber } from './day-number.ts';

export interface BankHoliday {
  readonly on: Temporal.PlainDate;
  readonly name: string;
}

/** Says that a sum needed a day in a year whose bank holidays nobody has loaded. */
export class HolidaysNotLoaded extends Error {
  readonly year: number;
  constructor(year: number) {
    super(`The bank holidays of ${year} are not loaded, so this date cannot be worked out.`);
    this.name = 'HolidaysNotLoaded';
    this.year = year;
  }
}

/**
 * Holds the bank holidays of England and Wales for the years it was given, and nothing for any other year.
 * Christmas Day and Good Friday never work, whether or not the list names them (HESC Rules 2008 r.1).
 */
export class Holidays {
  readonly #names = new Map<DayNumber, string>();
  readonly #years: ReadonlySet<number>;
  /** The longest run of loaded years as day numbers, so that most days need no look-up of their year. */
  readonly #firstDay: DayNumber;
  readonly #lastDay: DayNumber;

  /** Takes every bank holiday of `years`; a holiday outside those years is an error, because that year would be half known. */
  constructor(holidays: Iterable<BankHoliday>, years: Iterable<number>) {
    this.#years = new Set(years);
    const run = longestRun(this.#years);
    this.#firstDay = numberOf(run.from, 1, 1);
    this.#lastDay = numberOf(run.to, 12, 31);
    for (const year of this.#years) {
      this.#names.set(numberOf(year, 12, 25), 'Christmas Day');
      this.#names.set(easterSunday(year) - 2, 'Good Friday');
    }
    for (const { on, name } of holidays) {
      if (!this.#years.has(on.year))
        throw new RangeError(`A bank holiday on ${on.toString()} is outside the loaded years.`);
      this.#names.set(toDayNumber(on), name);
    }
  }

  get years(): readonly number[] {
    return [...this.#years].sort((a, b) => a - b);
  }

  /** Lists the days that never work apart from weekends, soonest first. */
  get list(): readonly BankHoliday[] {
    return [...this.#names].sort(([a], [b]) => a - b).map(([number, name]) => ({ on: toPlainDate(number), name }));
  }

  isLoaded(year: number): boolean {
    return this.#years.has(year);
  }

  /** Says whether a day is a working day. Throws HolidaysNotLoaded. */
  isWorkingDay(date: Temporal.PlainDate): boolean {
    return this.worksOn(toDayNumber(date));
  }

  /** Names the bank holiday on a day, or null. Throws HolidaysNotLoaded. */
  nameOn(date: Temporal.PlainDate): string | null {
    return this.nameOnNumber(toDayNumber(date));
  }

  /** As `isWorkingDay`, for sums. */
  worksOn(number: DayNumber): boolean {
    const name = this.nameOnNumber(number);
    return name === null && weekdayOf(number) <= 5;
  }

  /** As `nameOn`, for sums. */
  nameOnNumber(number: DayNumber): string | null {
    if (number < this.#firstDay || number > this.#lastDay) {
      const { year } = civilDay(number);
      if (!this.#years.has(year)) throw new HolidaysNotLoaded(year);
    }
    return this.#names.get(number) ?? null;
  }
}

/** Finds the longest run of years without a gap; an empty run (to before from) when there are none. */
function longestRun(years: ReadonlySet<number>): { readonly from: number; readonly to: number } {
  let longest = { from: 1, to: 0 };
  for (const from of years) {
    if (years.has(from - 1)) continue;
    let to = from;
    while (years.has(to + 1)) to += 1;
    if (to - from > longest.to - longest.from) longest = { from, to };
  }
  return longest;
}

/** Finds Easter Sunday by the Gregorian computus in Meeus, Astronomical Algorithms, chapter 8. */
function easterSunday(year: number): DayNumber {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return numberOf(year, month, ((h + l - 7 * m + 114) % 31) + 1);
}
