// Turns what a manager asks of the bank holidays (a day more, a day less, a published list) into whole years, and carries those
// from the preview to the confirmation together with what stood when they were looked at.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { readPublishedHolidays, type HolidayYear } from '../../deadlines/holidays.ts';
import type { Law } from '../../law/versions.ts';
import type { Program } from '../../program.ts';

export type WantedRefusal = 'year-not-loaded' | 'here-already' | 'not-here' | 'last-of-its-year' | 'not-a-list';

export const wantedRefusalWords: Readonly<Record<WantedRefusal, string>> = {
  'year-not-loaded':
    'No bank holidays are loaded for that year. Load the published list first: a year with only one of its days would count wrongly.',
  'here-already': 'That day is on the list.',
  'not-here': 'That day is not on the list.',
  'last-of-its-year': 'A year cannot be left without any bank holiday.',
  'not-a-list': 'That is not the published list. It is a JSON file with a part “england-and-wales”.',
};

const byHand = 'changed at the desk';

/** Gives a year as it stands. */
export function yearAsItStands(law: Law, year: number): HolidayYear {
  return {
    year,
    source: byHand,
    days: law.holidays.list
      .filter(({ on }) => on.year === year)
      .map(({ on, name }) => ({ day: on.toString(), name }))
      .toSorted((a, b) => (a.day < b.day ? -1 : 1)),
  };
}

/** Gives the year with one day more. A year that was never loaded cannot begin with one day. */
export function withDay(
  law: Law,
  day: string,
  name: string,
): readonly HolidayYear[] | { readonly refused: WantedRefusal } {
  const year = Number(day.slice(0, 4));
  if (!law.holidays.isLoaded(year)) return { refused: 'year-not-loaded' };
  const stands = yearAsItStands(law, year);
  if (stands.days.some((one) => one.day === day)) return { refused: 'here-already' };
  return [{ ...stands, days: [...stands.days, { day, name }].toSorted((a, b) => (a.day < b.day ? -1 : 1)) }];
}

/** Gives the year with one day less. */
export function withoutDay(law: Law, day: string): readonly HolidayYear[] | { readonly refused: WantedRefusal } {
  const stands = yearAsItStands(law, Number(day.slice(0, 4)));
  const days = stands.days.filter((one) => one.day !== day);
  if (days.length === stands.days.length) return { refused: 'not-here' };
  if (days.length === 0) return { refused: 'last-of-its-year' };
  return [{ ...stands, days }];
}

/** Reads the published list; only the years that differ from what stands are given, so an unchanged list gives none. */
export function fromPublished(
  law: Law,
  text: string,
  source: string,
): readonly HolidayYear[] | { readonly refused: WantedRefusal } {
  const years = readPublishedHolidays(text, source);
  if (years === null || years.length === 0) return { refused: 'not-a-list' };
  return years.filter(
    (year) => !law.holidays.isLoaded(year.year) || daysOf(year) !== daysOf(yearAsItStands(law, year.year)),
  );
}

const daysOf = ({ days }: HolidayYear): string => JSON.stringify(days.map(({ day, name }) => [day, name]).toSorted());

const carriedSchema = z
  .array(
    z.object({
      year: z.int().min(2000).max(2200),
      source: z.string().min(1).max(200),
      days: z.array(z.object({ day: z.iso.date(), name: z.string().min(1).max(120) })).max(60),
    }),
  )
  .min(1)
  .max(40);

/** Reads the years that a preview carried. Null for anything else. */
export function readCarried(text: string): readonly HolidayYear[] | null {
  try {
    return carriedSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Says in a few characters how these years stand, so that a confirmation notices when they no longer do. */
export function fingerprintOf(law: Law, years: readonly HolidayYear[]): string {
  const stand = years.map(({ year }) => `${year} ${law.holidays.isLoaded(year)} ${daysOf(yearAsItStands(law, year))}`);
  return createHash('sha256').update(stand.join('\n')).digest('hex').slice(0, 16);
}

/** Lists this year and the next, as far as no bank holidays are loaded for them. */
export function listMissingYears(program: Pick<Program, 'clock' | 'law'>): readonly number[] {
  const { year } = program.clock.today();
  return [year, year + 1].filter((one) => !program.law().holidays.isLoaded(one));
}
