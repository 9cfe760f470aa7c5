// Finds the open cases whose dates another reading, rule or holiday would move. It writes nothing.
import type { Temporal } from 'temporal-polyfill';
import type { Law } from '../law/versions.ts';
import type { Settings } from '../office/service.ts';
import type { Tx } from '../program.ts';
import { daysOfClocks, factsOfHolders, type Changes } from './clock-rows.ts';
import { loadKnown, loadKnownFacts, type Known, type KnownFacts } from './known.ts';
import { changesOf, isEmpty } from './recompute.ts';

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
  return (await loadKnown(tx, ids))
    .map((known) => ({ known, changes: changesOf(known, after.settings, after.law, today) }))
    .filter(({ changes }) => !isEmpty(changes));
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
  const touched: string[] = [];
  let ahead = read(batches[0]);
  for (const next of [...batches.slice(1), []]) {
    const batch = await ahead;
    ahead = read(next); // The database reads the next cases while these are counted.
    for (const known of batch) {
      const factsBefore = factsOfHolders(known, before.settings, today);
      const factsAfter =
        after.settings === before.settings ? factsBefore : factsOfHolders(known, after.settings, today);
      if (daysOfClocks(factsBefore, before.law) !== daysOfClocks(factsAfter, after.law)) touched.push(known.id);
    }
  }
  // Not in the order in which the database gave a batch: cases are held by their ids, always upwards.
  return inBatches(touched.toSorted());
}

function inBatches(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / BATCH) }, (_, index) =>
    ids.slice(index * BATCH, (index + 1) * BATCH),
  );
}
