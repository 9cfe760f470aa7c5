// From when a child holds their own rights: the day after the last Friday in June of the school year in which they turn 16 (s.83(2); Education Act 1996 s.8).
import { Temporal } from 'temporal-polyfill';
import { numberOf, toDayNumber, toPlainDate, weekdayOf } from './day-number.ts';
import { step, type Evidence, type Step } from './explain.ts';

export interface ComingOfAge {
  readonly compulsorySchoolAgeEnds: Temporal.PlainDate;
  readonly rightsHolderFrom: Temporal.PlainDate;
  /** The last day before the 25th birthday. */
  readonly underTwentyFiveUntil: Temporal.PlainDate;
  readonly citation: string;
  readonly evidence: Evidence;
  /** The steps up to the day the right passes. They do not tell the birthday. */
  explain(): readonly Step[];
  /** The step of the last day. It tells the birthday: only for whoever gave it. */
  explainEnd(): Step;
}

/** Works out the three days from a birth date. Somebody born on 29 February has a birthday on 1 March in other years. */
export function youngPersonFrom(bornOn: Temporal.PlainDate): ComingOfAge {
  const schoolYearEnds = bornOn.year + 16 + (bornOn.month >= 9 ? 1 : 0);
  const lastOfJune = numberOf(schoolYearEnds, 6, 30);
  const lastFriday = lastOfJune - ((weekdayOf(lastOfJune) + 2) % 7);
  const birthday25 = numberOf(bornOn.year + 25, bornOn.month, bornOn.day);
  return {
    compulsorySchoolAgeEnds: toPlainDate(lastFriday),
    rightsHolderFrom: toPlainDate(lastFriday + 1),
    underTwentyFiveUntil: toPlainDate(birthday25 - 1),
    citation:
      'Children and Families Act 2014 s.83(2); Education Act 1996 s.8; Education (School Leaving Date) Order 1997, SI 1997/1970',
    evidence: 'B',
    explain: () => [
      step`The 16th birthday falls in the school year from 1 September ${String(schoolYearEnds - 1)} to 31 August ${String(schoolYearEnds)}.`,
      step`Compulsory school age ends on the last Friday in June of that school year: ${lastFriday}.`,
      step`From the day after, ${lastFriday + 1}, the young person holds the right, and not the parent.`,
    ],
    explainEnd: () =>
      step`It ends with the day before the 25th birthday, which is ${birthday25}. So the last day is ${birthday25 - 1}.`,
  };
}

export type RightsHolder = 'parent' | 'young-person' | 'nobody-over-25';

/** Says who holds the right on a day: the parent, then the young person, and nobody from the 25th birthday. */
export function rightsHolderOn(bornOn: Temporal.PlainDate, on: Temporal.PlainDate): RightsHolder {
  const { rightsHolderFrom, underTwentyFiveUntil } = youngPersonFrom(bornOn);
  const day = toDayNumber(on);
  if (day > toDayNumber(underTwentyFiveUntil)) return 'nobody-over-25';
  return day >= toDayNumber(rightsHolderFrom) ? 'young-person' : 'parent';
}

/** Says whether a child becomes the holder of the right after `from` and on or before `to`, so that intake can say so in time. */
export function comesOfAgeBetween(
  bornOn: Temporal.PlainDate,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): boolean {
  return rightsHolderOn(bornOn, from) === 'parent' && rightsHolderOn(bornOn, to) !== 'parent';
}

/** The law of who acts for somebody without capacity. */
export const CAPACITY_CITATION =
  'Children and Families Act 2014 s.80; SEND Regulations 2014 regs 63-65; Mental Capacity Act 2005 s.1';

export interface Capacity {
  readonly holder: 'parent' | 'young-person';
  readonly holderLacksCapacity: boolean;
  /** A deputy or attorney acts for the holder. */
  readonly hasRepresentative: boolean;
  readonly parentLacksCapacity: boolean;
}

export type WhoActs = 'parent' | 'young-person' | 'representative' | 'representative-of-parent';

/** Says who acts when capacity is in question; capacity is presumed (s.80; SEND Regulations 2014 regs 63-65; Mental Capacity Act 2005 s.1). */
export function whoActs(capacity: Capacity): WhoActs {
  if (!capacity.holderLacksCapacity) return capacity.holder;
  if (capacity.holder === 'parent') return 'representative-of-parent';
  if (capacity.hasRepresentative) return 'representative';
  return capacity.parentLacksCapacity ? 'representative-of-parent' : 'parent';
}
