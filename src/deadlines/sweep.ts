// Brings every open case's clocks up to today: once a night, and at start for nights that were missed. The same day is swept once.
import { appendFacts } from '../cases/append-facts.ts';
import { newId } from '../kit/ids.ts';
import { asRole, inSeat } from '../kit/sql/seat.ts';
import type { Program, Tx } from '../program.ts';
import { seatOf, type System } from '../sign-in/who.ts';
import { movedFacts, type Changes } from './clock-rows.ts';
import { loadKnown, type Known } from './known.ts';
import { changesIfCountable, isEmpty, loadSettings, writeChanges, type Recounted } from './recompute.ts';

/** Cases read and written in one transaction: long enough to be quick, short enough that nobody waits behind it. */
const BATCH = 500;

/** What a sweep found. */
export interface Swept {
  readonly cases: number;
  readonly changed: number;
  /** Cases that could not be counted, because a day of theirs lies in a year whose bank holidays are not loaded. They keep their dates until it is. */
  readonly uncounted: number;
}

/**
 * Recomputes every open case of a service for today, in batches, each its own act. A case that somebody is changing at that moment
 * waits its turn by its row lock. Running it twice writes nothing the second time.
 */
export async function sweepClocks(program: Program, serviceId: string): Promise<Swept> {
  const who: System = { kind: 'system', serviceId };
  let cases = 0;
  let changed = 0;
  let uncounted = 0;
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const batch = await inSeat(program.database, seatOf(who, false), async (tx) => {
      const ids = await openCases(tx, serviceId, after);
      return { ids, ...(ids.length ? await sweepBatch(program, tx, serviceId, ids) : { changed: 0, uncounted: 0 }) };
    });
    if (batch.ids.length === 0) return { cases, changed, uncounted };
    cases += batch.ids.length;
    changed += batch.changed;
    uncounted += batch.uncounted;
    after = batch.ids.at(-1) as string;
  }
}

async function openCases(tx: Tx, serviceId: string, after: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('cases')
    .select('id')
    .where('service_id', '=', serviceId)
    .where('closed_at', 'is', null)
    .where('id', '>', after)
    .orderBy('id')
    .limit(BATCH)
    .execute();
  return rows.map(({ id }) => id);
}

async function sweepBatch(
  program: Program,
  tx: Tx,
  serviceId: string,
  ids: readonly string[],
): Promise<Pick<Swept, 'changed' | 'uncounted'>> {
  return asRole(tx, 'door', async () => {
    const settings = await loadSettings(tx, serviceId);
    const today = program.clock.today();
    const planned = (known: Known) => ({ known, changes: changesIfCountable(known, settings, program.law(), today) });
    const counted = (await loadKnown(tx, ids)).map(planned);
    const uncounted = counted.filter(({ changes }) => changes === null).length;
    const suspects = counted.filter(isChanged);
    if (suspects.length === 0) return { changed: 0, uncounted };
    // Only now are the few that change held, and looked at again: nobody else waits for a sweep that has nothing to say.
    const held = suspects.map(({ known }) => known.id);
    await tx.selectFrom('cases').select('id').where('id', 'in', held).orderBy('id').forUpdate().execute();
    const cases = (await loadKnown(tx, held)).map(planned).filter(isChanged);
    await recordForMany(
      program,
      tx,
      { serviceId, actId: newId(), command: 'sweep', why: 'day-passed', by: 'system', accountId: null },
      cases,
    );
    return { changed: cases.length, uncounted };
  });
}

function isChanged(planned: { readonly known: Known; readonly changes: Changes | null }): planned is Recounted {
  return planned.changes !== null && !isEmpty(planned.changes);
}

export interface ManyCases {
  readonly serviceId: string;
  readonly actId: string;
  readonly command: string;
  /** The reason told beside each moved date, as a code. */
  readonly why: string;
  readonly by: 'staff' | 'system';
  readonly accountId: string | null;
}

/** Appends one act for many cases, writes their changed clocks and tells each moved date. The caller is the door and holds the cases. */
export async function recordForMany(
  program: Pick<Program, 'clock'>,
  tx: Tx,
  act: ManyCases,
  cases: readonly Recounted[],
): Promise<void> {
  if (cases.length === 0) return;
  const at = program.clock.now().toString();
  await tx
    .insertInto('acts')
    .values({
      id: act.actId,
      service_id: act.serviceId,
      case_id: null,
      command: act.command,
      account_id: act.accountId,
      by: act.by,
      at,
      on_day: program.clock.today().toString(),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  await writeChanges(tx, act.actId, cases);
  await appendFacts(
    tx,
    { actId: act.actId, serviceId: act.serviceId, at },
    cases.map(({ known, changes }) => ({ caseId: known.id, facts: movedFacts(changes.moved, act.why) })),
  );
}
