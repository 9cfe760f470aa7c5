// Names the days a sum passes over, so that somebody with a paper calendar skips the same ones.
import type { Holidays } from './calendar.ts';
import type { DayNumber } from './day-number.ts';
import { listInWords, numberInWords } from './day-words.ts';
import { stepNaming, type Step } from './explain.ts';
import { whyNotWorking } from './picture.ts';

/** Splits the days from `first` to `last`, both included, into those that count and those that do not. Throws HolidaysNotLoaded. */
export function sortDays(
  first: DayNumber,
  last: DayNumber,
  holidays: Holidays,
): { readonly counted: readonly DayNumber[]; readonly skipped: readonly DayNumber[] } {
  const [counted, skipped]: [DayNumber[], DayNumber[]] = [[], []];
  for (let day = first; day <= last; day += 1) (holidays.worksOn(day) ? counted : skipped).push(day);
  return { counted, skipped };
}

/** Names days that are not working days: a weekend day by its date, a bank holiday with its name. */
export function listSkipped(days: readonly DayNumber[], holidays: Holidays): string {
  return listInWords(
    days.map((day) => {
      const words = numberInWords(day);
      return holidays.nameOnNumber(day) === null ? words : `${words} (${whyNotWorking(day, holidays)})`;
    }),
  );
}

/** Numbers days in the order they are counted: "Friday 24 December 2027 (1), Wednesday 29 December 2027 (2)". */
export function listCounted(days: readonly DayNumber[]): string {
  return listInWords(days.map((day, index) => `${numberInWords(day)} (${index + 1})`));
}

/**
 * Says which days were passed over on the way from one day to another, neither included; no step when there were none.
 * For a move to the next working day or the one before, where nothing in between can be a working day. Throws HolidaysNotLoaded.
 */
export function passedOver(from: DayNumber, to: DayNumber, holidays: Holidays): readonly Step[] {
  const { skipped } = sortDays(Math.min(from, to) + 1, Math.max(from, to) - 1, holidays);
  if (skipped.length === 0) return [];
  const verb = skipped.length === 1 ? 'is not a working day' : 'are not working days';
  return [stepNaming(`In between, ${listSkipped(skipped, holidays)} ${verb}.`, skipped)];
}
