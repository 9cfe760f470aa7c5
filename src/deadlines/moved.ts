// Finds the open cases whose dates another reading, rule or holiday would move. It writes nothing.
import type { Temporal } from 'temporal-polyfill';
import type { Law } from '../law/versions.ts';
import type { Settings } from '../office/service.ts';
import type { Tx } from '../program.ts';
import { daysOfClocks, factsOfHolders, type Changes } from './clock-rows.ts';
import { loadKnown, type Known } from './known.ts';
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

/**
 * As `openCasesMoved`, for who will write them: the cases that move are held in the order of their ids, so that two such acts wait for
 * each other and nobody numbers facts of the same case meanwhile, and are then counted again as they stand. The caller is the door.
 */
export async function holdCasesMoved(
  tx: Tx,
  serviceId: string,
  today: Temporal.PlainDate,
  before: CountedWith,
  after: CountedWith,
): Promise<readonly MovedCase[]> {
  const suspects = (await openCasesMoved(tx, serviceId, today, before, after)).map(({ known }) => known.id);
  const held: MovedCase[] = [];
  for (let start = 0; start < suspects.length; start += BATCH) {
    const ids = suspects.slice(start, start + BATCH);
    await tx.selectFrom('cases').select('id').where('id', 'in', ids).orderBy('id').forUpdate().execute();
    for (const known of await loadKnown(tx, ids)) {
      const changes = changesOf(known, after.settings, after.law, today);
      if (!isEmpty(changes)) held.push({ known, changes });
    }
  }
  return held;
}

/** Lists the open cases that counting anew would change, each with what changes. The caller is the door. */
export async function openCasesMoved(
  tx: Tx,
  serviceId: string,
  today: Temporal.PlainDate,
  before: CountedWith,
  after: CountedWith,
): Promise<readonly MovedCase[]> {
  const moved: MovedCase[] = [];
  const ids = await tx
    .selectFrom('cases')
    .select('id')
    .where('service_id', '=', serviceId)
    .where('closed_at', 'is', null)
    .orderBy('id')
    .execute();
  const read = (start: number): Promise<readonly Known[]> => {
    const batch = loadKnown(
      tx,
      ids.slice(start, start + BATCH).map(({ id }) => id),
    );
    batch.catch(() => {}); // It is asked for ahead: when counting throws first, nobody is left to hear of it.
    return batch;
  };
  let ahead = read(0);
  for (let start = 0; start < ids.length; start += BATCH) {
    const batch = await ahead;
    ahead = read(start + BATCH); // The database reads the next cases while these are counted.
    for (const known of batch) {
      // Only what the change itself moves: what another day has brought is the nightly sweep's to tell.
      const factsBefore = factsOfHolders(known, before.settings, today);
      const factsAfter =
        after.settings === before.settings ? factsBefore : factsOfHolders(known, after.settings, today);
      if (daysOfClocks(factsBefore, before.law) === daysOfClocks(factsAfter, after.law)) continue;
      const changes = changesOf(known, after.settings, after.law, today);
      if (!isEmpty(changes)) moved.push({ known, changes });
    }
  }
  return moved;
}
