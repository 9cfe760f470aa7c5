// Moves the end of an appeal's time on when it falls on a day the Tribunal does not count: weekends, bank holidays, August, Christmas (HESC Rules 2008 r.12).
import type { Holidays } from './calendar.ts';
import { civilDay, numberOf, type DayNumber } from './day-number.ts';
import { onOrAfter, onOrBefore } from './periods.ts';
import type { Freeze } from './versions.ts';

export interface RollOver {
  /** The last day in time. */
  readonly last: DayNumber;
  readonly because: 'as-counted' | 'not-a-working-day' | 'freeze';
  readonly freeze: Freeze | null;
  /** The last day of the freeze that the end falls in; null where it falls in none. */
  readonly freezeEnds: DayNumber | null;
  /**
   * Set where the time ends outside a freeze on a day that is not a working day and the next working day lies inside one: whether
   * r.12(3)(a) then applies is unsettled. `later` is the reading that it does; `earlier` is the working day before the time ends.
   */
  readonly unsettled: { readonly later: DayNumber; readonly earlier: DayNumber } | null;
}

/** Gives only the last day in time for a day the time ends on. Asks for no other reading, so it needs no further year. Throws HolidaysNotLoaded. */
export function lastDayInTime(ends: DayNumber, freezes: readonly Freeze[], holidays: Holidays): DayNumber {
  const frozen = freezeOn(ends, freezes);
  return onOrAfter(frozen ? frozen.ends + 1 : ends, holidays);
}

/** Applies r.12(2) and r.12(3)(a) to the day the time ends. Monotonic: a later end never gives an earlier last day. Throws HolidaysNotLoaded. */
export function rollOver(ends: DayNumber, freezes: readonly Freeze[], holidays: Holidays): RollOver {
  const frozen = freezeOn(ends, freezes);
  const last = lastDayInTime(ends, freezes, holidays);
  if (frozen) {
    const { freeze, ends: freezeEnds } = frozen;
    return { last, because: 'freeze', freeze, freezeEnds, unsettled: null };
  }
  if (last === ends) return { last, because: 'as-counted', freeze: null, freezeEnds: null, unsettled: null };
  const reached = freezeOn(last, freezes);
  return {
    last,
    because: 'not-a-working-day',
    freeze: reached?.freeze ?? null,
    freezeEnds: null,
    unsettled: reached ? { later: onOrAfter(reached.ends + 1, holidays), earlier: onOrBefore(ends, holidays) } : null,
  };
}

/** Gives the freeze a day lies in, or null: what is not the start of an appeal does not count such a day (r.12(3)(b)). */
export function freezeOf(number: DayNumber, freezes: readonly Freeze[]): Freeze | null {
  return freezeOn(number, freezes)?.freeze ?? null;
}

/** Finds the freeze a day lies in, and the day that freeze ends; a freeze may cross the new year. */
function freezeOn(number: DayNumber, freezes: readonly Freeze[]): { freeze: Freeze; ends: DayNumber } | null {
  const { year, month, day } = civilDay(number);
  const here = month * 100 + day;
  for (const freeze of freezes) {
    const [from, to] = [freeze.from.month * 100 + freeze.from.day, freeze.to.month * 100 + freeze.to.day];
    if (from <= to ? here >= from && here <= to : here >= from || here <= to) {
      const endYear = from > to && here >= from ? year + 1 : year;
      return { freeze, ends: numberOf(endYear, freeze.to.month, freeze.to.day) };
    }
  }
  return null;
}
