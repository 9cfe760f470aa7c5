// Turns what a manager asks of the bank holidays (a day more, a day less, a published list) into whole years, and carries those
// from the preview to the confirmation together with what stood when they were looked at.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { readPublishedHolidays, type HolidayYear } from '../../deadlines/holidays.ts';
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

type Days = HolidayYear['days'];
const inOrder = (days: Days): Days => days.toSorted((a, b) => (a.day < b.day ? -1 : 1));
const yearOf = (stored: readonly HolidayYear[], year: number) => stored.find((one) => one.year === year);

/** Gives the year with one day more. A year that was never loaded cannot begin with one day. */
export function withDay(
  stored: readonly HolidayYear[],
  day: string,
  name: string,
): readonly HolidayYear[] | { readonly refused: WantedRefusal } {
  const stands = yearOf(stored, Number(day.slice(0, 4)));
  if (!stands) return { refused: 'year-not-loaded' };
  if (stands.days.some((one) => one.day === day)) return { refused: 'here-already' };
  return [{ ...stands, source: byHand, days: inOrder([...stands.days, { day, name }]) }];
}

/** Gives the year with one day less. */
export function withoutDay(
  stored: readonly HolidayYear[],
  day: string,
): readonly HolidayYear[] | { readonly refused: WantedRefusal } {
  const stands = yearOf(stored, Number(day.slice(0, 4)));
  const days = stands?.days.filter((one) => one.day !== day) ?? [];
  if (!stands || days.length === stands.days.length) return { refused: 'not-here' };
  if (days.length === 0) return { refused: 'last-of-its-year' };
  return [{ ...stands, source: byHand, days }];
}

/** Reads the published list; only the years that differ from what stands are given, so an unchanged list gives none. */
export function fromPublished(
  stored: readonly HolidayYear[],
  text: string,
  source: string,
): readonly HolidayYear[] | { readonly refused: WantedRefusal } {
  const years = readPublishedHolidays(text, source);
  if (years === null || years.length === 0) return { refused: 'not-a-list' };
  return years.filter((year) => wordsOf(year) !== wordsOf(yearOf(stored, year.year)));
}

const wordsOf = (year: HolidayYear | undefined): string =>
  year ? JSON.stringify(inOrder(year.days).map(({ day, name }) => [day, name])) : 'not loaded';

const carriedSchema = z
  .array(
    z.object({
      year: z.int().min(2000).max(2200),
      source: z.string().min(1).max(200),
      days: z
        .array(z.object({ day: z.iso.date(), name: z.string().min(1).max(120) }))
        .max(60)
        .refine((days) => new Set(days.map(({ day }) => day)).size === days.length),
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
export function fingerprintOf(stored: readonly HolidayYear[], years: readonly HolidayYear[]): string {
  const stand = years.map(({ year }) => `${year} ${wordsOf(yearOf(stored, year))}`);
  return createHash('sha256').update(stand.join('\n')).digest('hex').slice(0, 16);
}

/** Lists this year and the next, as far as no bank holidays are loaded for them. */
export function listMissingYears(program: Pick<Program, 'clock' | 'law'>): readonly number[] {
  const { year } = program.clock.today();
  return [year, year + 1].filter((one) => !program.law().holidays.isLoaded(one));
}
