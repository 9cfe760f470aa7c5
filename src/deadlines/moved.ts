// Finds the open cases whose dates another reading, rule or holiday would move. It writes nothing.
import type { Temporal } from 'temporal-polyfill';
import { HolidaysNotLoaded } from '../law/calendar.ts';
import type { Law } from '../law/versions.ts';
import type { Settings } from '../office/service.ts';
import type { Tx } from '../program.ts';
import { daysOfClocks, factsOfHolders, type Changes, type HolderFacts } from './clock-rows.ts';
import { loadKnown, loadKnownFacts, type Known, type KnownFacts } from './known.ts';
import { changesIfCountable, isEmpty } from './recompute.ts';
import { WatchedHolidays } from './watched-holidays.ts';

/** What dates are counted with. */
export interface CountedWith {
  readonly law: Law;
  readonly settings: Settings;
}

export interface MovedCase {
  readonly known: Known;
  readonly changes: Changes;
}

/** Cases read at once: long enough to be quick, short enough to stay in memory. */
const BATCH = 1_000;

/** Lists the open cases that counting anew would change, each with what changes. The caller is the door. */
export async function openCasesMoved(
  tx: Tx,
  serviceId: string,
  today: Temporal.PlainDate,
  before: CountedWith,
  after: CountedWith,
): Promise<readonly MovedCase[]> {
  const moved: MovedCase[] = [];
  for (const ids of await casesTouched(tx, serviceId, today, before, after))
    moved.push(...(await changesIn(tx, ids, today, after)));
  return moved;
}

/**
 * As `openCasesMoved`, for who will write them: the cases that move are held in the order of their ids, so that two such acts wait for
 * each other and nobody numbers facts of the same case meanwhile, and are counted as they then stand. The caller is the door.
 */
export async function holdCasesMoved(
  tx: Tx,
  serviceId: string,
  today: Temporal.PlainDate,
  before: CountedWith,
  after: CountedWith,
): Promise<readonly MovedCase[]> {
  const held: MovedCase[] = [];
  for (const ids of await casesTouched(tx, serviceId, today, before, after)) {
    await tx.selectFrom('cases').select('id').where('id', 'in', ids).orderBy('id').forUpdate().execute();
    held.push(...(await changesIn(tx, ids, today, after)));
  }
  return held;
}

async function changesIn(
  tx: Tx,
  ids: readonly string[],
  today: Temporal.PlainDate,
  after: CountedWith,
): Promise<readonly MovedCase[]> {
  return (await loadKnown(tx, ids)).flatMap((known) => {
    const changes = changesIfCountable(known, after.settings, after.law, today);
    return changes && !isEmpty(changes) ? [{ known, changes }] : [];
  });
}

/** Gives the open cases, in batches, in which the change itself moves a day: what another day has brought is the nightly sweep's to tell. */
async function casesTouched(
  tx: Tx,
  serviceId: string,
  today: Temporal.PlainDate,
  before: CountedWith,
  after: CountedWith,
): Promise<readonly string[][]> {
  const open = await tx
    .selectFrom('cases')
    .select('id')
    .where('service_id', '=', serviceId)
    .where('closed_at', 'is', null)
    .orderBy('id')
    .execute();
  const batches = inBatches(open.map(({ id }) => id));
  const read = (ids: readonly string[] = []): Promise<readonly KnownFacts[]> => {
    const batch = loadKnownFacts(tx, ids);
    batch.catch(() => {}); // It is asked for ahead: when counting throws first, nobody is left to hear of it.
    return batch;
  };
  const isTouched = touchedBy(today, before, after);
  const touched: string[] = [];
  let ahead = read(batches[0]);
  for (const next of [...batches.slice(1), []]) {
    const batch = await ahead;
    ahead = read(next); // The database reads the next cases while these are counted.
    touched.push(...batch.filter(isTouched).map(({ id }) => id));
  }
  // Not in the order in which the database gave a batch: cases are held by their ids, always upwards.
  return inBatches(touched.toSorted());
}

function inBatches(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / BATCH) }, (_, index) =>
    ids.slice(index * BATCH, (index + 1) * BATCH),
  );
}

/** Tells whether a day of a case's clocks differs by the two. Most cases ask about no day that changed, and are counted once. */
function touchedBy(today: Temporal.PlainDate, before: CountedWith, after: CountedWith): (known: KnownFacts) => boolean {
  const watched = new WatchedHolidays(before.law.holidays, after.law.holidays);
  const law = { ...after.law, holidays: watched };
  const onlyHolidays = after.settings === before.settings && after.law.rules === before.law.rules;
  return (known) => {
    const factsBefore = factsOfHolders(known, before.settings, today);
    const factsAfter = onlyHolidays ? factsBefore : factsOfHolders(known, after.settings, today);
    const daysAfter = daysOrNone(factsAfter, law);
    const mayDiffer = watched.wasAsked() || !onlyHolidays;
    return mayDiffer && daysOrNone(factsBefore, before.law) !== daysAfter;
  };
}

/** Null where a day lies in a year that is not loaded: such a case moves when the year comes. */
function daysOrNone(holders: readonly HolderFacts[], law: Law): string | null {
  try {
    return daysOfClocks(holders, law);
  } catch (error) {
    if (error instanceof HolidaysNotLoaded) return null;
    throw error;
  }
}
