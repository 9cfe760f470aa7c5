// A calendar that notices when a sum asks about a day on which it differs from another calendar; a sum that never asks comes out the same by both.
import { Holidays } from '../law/calendar.ts';
import { civilDay, toDayNumber, type DayNumber } from '../law/day-number.ts';

/** Counts as `after` does, and says whether it was asked about a day that `before` has otherwise. */
export class WatchedHolidays extends Holidays {
  readonly #days: ReadonlySet<DayNumber>;
  readonly #years: ReadonlySet<number>;
  #asked = false;

  constructor(before: Holidays, after: Holidays) {
    super(after.list, after.years);
    const [then, now] = [namesOf(before), namesOf(after)];
    this.#days = new Set([...then.keys(), ...now.keys()].filter((day) => then.get(day) !== now.get(day)));
    this.#years = new Set(
      [...before.years, ...after.years].filter((year) => before.isLoaded(year) !== after.isLoaded(year)),
    );
  }

  override nameOnNumber(number: DayNumber): string | null {
    if (this.#days.has(number) || (this.#years.size > 0 && this.#years.has(civilDay(number).year))) this.#asked = true;
    return super.nameOnNumber(number);
  }

  /** Says whether the sums since the last question asked about such a day, and forgets it. */
  wasAsked(): boolean {
    const asked = this.#asked;
    this.#asked = false;
    return asked;
  }
}

const namesOf = ({ list }: Holidays): ReadonlyMap<DayNumber, string> =>
  new Map(list.map(({ on, name }) => [toDayNumber(on), name]));
