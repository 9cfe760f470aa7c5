// Changes the bank holidays: first a preview of every open case whose dates would move, then the change and all those clocks as one act.
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { ActUsedBefore } from '../cases/one-door.ts';
import { NotFound } from '../kit/http/problems.ts';
import { asRole, inSeat } from '../kit/sql/seat.ts';
import { Holidays } from '../law/calendar.ts';
import type { Law } from '../law/versions.ts';
import type { Program, Tx } from '../program.ts';
import { holds, seatOf, type Staff } from '../sign-in/who.ts';
import { holdCasesMoved, openCasesMoved, type MovedCase } from './moved.ts';
import { loadSettings } from './recompute.ts';
import { recordForMany } from './sweep.ts';

/** A year's holidays as a manager wants them. A year given replaces that year whole. */
export interface HolidayYear {
  readonly year: number;
  readonly source: string;
  readonly days: readonly { readonly day: string; readonly name: string }[];
}

/** One date of one case that would move. */
export interface MovedDate {
  readonly caseId: string;
  readonly reference: string;
  readonly kind: string;
  readonly from: string | null;
  readonly to: string | null;
  /** Only the safe day before the last one moves. */
  readonly safe: boolean;
}

export type HolidayRefusal = 'not-a-manager' | 'wrong-year' | 'no-days' | 'seen-another-list';

const LONGEST_NAME = 120;

const published = z.object({
  'england-and-wales': z.object({
    events: z.array(z.object({ title: z.string().min(1).max(LONGEST_NAME), date: z.iso.date() })).max(400),
  }),
});

/** Reads the list as the government publishes it (JSON with divisions). Null when it is not one; years with fewer than six days are left out as incomplete. */
export function readPublishedHolidays(text: string, source: string): readonly HolidayYear[] | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  const list = published.safeParse(parsed);
  if (!list.success) return null;
  const byYear = Map.groupBy(list.data['england-and-wales'].events, ({ date }) => Number(date.slice(0, 4)));
  return [...byYear]
    .map(([year, events]) => ({ year, source, days: eachDayOnce(events) }))
    .filter(({ days }) => days.length >= 6)
    .toSorted((a, b) => a.year - b.year);
}

/** Two holidays may fall on one day: it is one day off, with both names. */
function eachDayOnce(events: readonly { readonly title: string; readonly date: string }[]): HolidayYear['days'] {
  return [...Map.groupBy(events, ({ date }) => date)].map(([day, same]) => ({
    day,
    name: [...new Set(same.map(({ title }) => title))].join(' and ').slice(0, LONGEST_NAME),
  }));
}

/** Gives the law as it would be with these years in place of those loaded. */
export function lawWith(law: Law, years: readonly HolidayYear[]): Law {
  const replaced = new Set(years.map(({ year }) => year));
  const kept = law.holidays.list.filter(({ on }) => !replaced.has(on.year));
  const added = years.flatMap(({ days }) => days.map(({ day, name }) => ({ on: Temporal.PlainDate.from(day), name })));
  return { ...law, holidays: new Holidays([...kept, ...added], [...law.holidays.years, ...replaced]) };
}

/** Lists every date of every open case that these holidays would move. It writes nothing. */
export async function previewHolidays(
  program: Program,
  who: Staff,
  years: readonly HolidayYear[],
): Promise<readonly MovedDate[]> {
  const law = lawWith(program.law(), years);
  return inSeat(program.database, seatOf(who, true), (tx) =>
    asRole(tx, 'door', async () => {
      const cases = await casesChangedBy(openCasesMoved, program, tx, who.serviceId, law);
      const references = await referencesOf(
        tx,
        cases.map(({ known }) => known.id),
      );
      return cases.flatMap(({ known, changes }) =>
        changes.moved.map(({ kind, from, to, safe }) => ({
          caseId: known.id,
          reference: references.get(known.id) ?? '',
          kind,
          from,
          to,
          safe,
        })),
      );
    }),
  );
}

/**
 * Replaces the given years and moves every clock that depends on them, as one act. The caller reloads the law afterwards.
 * `expected` is how many dates the preview showed; when that has changed since, it is refused so that nobody confirms what they did not see.
 */
export async function changeHolidays(
  program: Program,
  who: Staff,
  {
    actId,
    years,
    expected,
  }: { readonly actId: string; readonly years: readonly HolidayYear[]; readonly expected: number },
): Promise<{ readonly moved: number; readonly again: boolean } | { readonly refused: HolidayRefusal }> {
  if (!holds(who, 'manager')) return { refused: 'not-a-manager' };
  const refused = refusalOf(years);
  if (refused) return { refused };
  const law = lawWith(program.law(), years);
  return inSeat(program.database, seatOf(who, false), async (tx) => {
    // Held first, by every act that moves many cases at once: they wait for one another here, and a second press finds the first.
    // Not `for update`: every act refers to its service, and whoever holds a case would wait for us while we wait for the case.
    await tx
      .selectFrom('services')
      .select('id')
      .where('id', '=', who.serviceId)
      .forNoKeyUpdate()
      .executeTakeFirstOrThrow(() => new NotFound());
    const before = await asRole(tx, 'door', () =>
      tx.selectFrom('acts').select(['command', 'account_id']).where('id', '=', actId).executeTakeFirst(),
    );
    if (before && (before.command !== 'changeHolidays' || before.account_id !== who.accountId))
      throw new ActUsedBefore();
    if (before) return { moved: 0, again: true };
    const cases = await asRole(tx, 'door', () => casesChangedBy(holdCasesMoved, program, tx, who.serviceId, law));
    const moved = cases.reduce((sum, { changes }) => sum + changes.moved.length, 0);
    if (moved !== expected) return { refused: 'seen-another-list' as const };
    const { added, removed } = await writeYears(program, tx, years);
    await asRole(tx, 'door', async () => {
      const at = program.clock.now().toString();
      await tx
        .insertInto('acts')
        .values({
          id: actId,
          service_id: who.serviceId,
          case_id: null,
          command: 'changeHolidays',
          account_id: who.accountId,
          by: 'staff',
          at,
          on_day: program.clock.today().toString(),
        })
        .execute();
      await tx
        .insertInto('facts')
        .values({
          case_id: null,
          seq: 1,
          act_id: actId,
          service_id: who.serviceId,
          code: 'holidays-changed',
          data: JSON.stringify({ added, removed, clocks: moved }),
          readers: [],
          at,
        })
        .execute();
      await recordForMany(
        program,
        tx,
        {
          serviceId: who.serviceId,
          actId,
          command: 'changeHolidays',
          why: 'bank-holidays-changed',
          by: 'staff',
          accountId: who.accountId,
        },
        cases,
      );
    });
    return { moved, again: false };
  });
}

function refusalOf(years: readonly HolidayYear[]): HolidayRefusal | null {
  if (years.length === 0) return 'no-days';
  for (const { year, days } of years) {
    if (days.length === 0) return 'no-days';
    if (days.some(({ day }) => Number(day.slice(0, 4)) !== year)) return 'wrong-year';
  }
  return null;
}

async function casesChangedBy(
  list: typeof openCasesMoved,
  program: Program,
  tx: Tx,
  serviceId: string,
  law: Law,
): Promise<readonly MovedCase[]> {
  const settings = await loadSettings(tx, serviceId);
  const today = program.clock.today();
  return list(tx, serviceId, today, { law: program.law(), settings }, { law, settings });
}

async function referencesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('cases')
    .select(['id', 'reference'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, reference }) => [id, reference]));
}

/** Replaces years as the manager; gives the days that came and went. */
async function writeYears(
  program: Program,
  tx: Tx,
  years: readonly HolidayYear[],
): Promise<{ added: string[]; removed: string[] }> {
  const numbers = years.map(({ year }) => year);
  const before = new Set(
    (await tx.selectFrom('bank_holidays').select('day').where('year', 'in', numbers).execute()).map(({ day }) => day),
  );
  const after = new Set(years.flatMap(({ days }) => days.map(({ day }) => day)));
  const at = program.clock.now().toString();
  for (const { year, source, days } of years) {
    await tx
      .insertInto('holiday_years')
      .values({ year, source, loaded_at: at })
      .onConflict((conflict) => conflict.column('year').doUpdateSet({ source, loaded_at: at }))
      .execute();
    await tx.deleteFrom('bank_holidays').where('year', '=', year).execute();
    await tx
      .insertInto('bank_holidays')
      .values(days.map(({ day, name }) => ({ day, name, year })))
      .execute();
  }
  return {
    added: [...after].filter((day) => !before.has(day)).toSorted(),
    removed: [...before].filter((day) => !after.has(day)).toSorted(),
  };
}
