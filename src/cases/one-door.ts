// The one door: in a single commit it appends the act and its facts, moves the stage, recomputes the clocks that changed and
// queues letters. Nothing else writes any of these (the database grants them to the door's role alone).
import type { Json, Row } from '../../database/tables.ts';
import { queueLetter, type NewLetter } from '../correspondence/queue.ts';
import { recomputeClocks } from '../deadlines/recompute.ts';
import type { Facts } from '../journal.ts';
import { NotFound, RequestProblem } from '../kit/http/problems.ts';
import { asRole, inSeat, type Seat } from '../kit/sql/seat.ts';
import type { Program, Tx } from '../program.ts';
import { seatOf, type Who } from '../sign-in/who.ts';
import { assertNoWords, type Fact } from './fact.ts';
import type { Inside } from './inside.ts';
import { stageAfter, type Stage } from './stages.ts';

export type { Inside } from './inside.ts';

/** One pass through the door. `actId` is the form's idempotency key: the same key never acts twice. */
export interface Passage {
  readonly actId: string;
  readonly command: string;
  readonly who: Who;
  /** The case acted on; null when the act opens one or concerns none. */
  readonly caseId: string | null;
  /** The version of the case that the person was looking at, when acting on an older one must be refused. */
  readonly seenVersion?: number;
  /** The seat to act from, where it is not the person's usual one: somebody without an account writes at the front door. */
  readonly seat?: Seat;
}

export interface Refused<R extends string> {
  readonly refused: R;
}

/** What a command leaves behind: its facts, and letters to queue. `caseId` names a case it has just opened. */
export interface Left {
  readonly facts: readonly Fact<Facts>[];
  readonly letters?: readonly NewLetter[];
  readonly caseId?: string;
  readonly road?: Row<'cases'>['road'];
}

export interface Done {
  readonly done: true;
  readonly actId: string;
  readonly caseId: string | null;
  /** True when this very act was done before and nothing happened now. */
  readonly again: boolean;
}

/** Somebody else changed the case after this person saw it. A page catches it to keep what was typed; uncaught it is the 409 page. */
export class ChangedMeanwhile extends RequestProblem {
  constructor(readonly caseId: string) {
    super('changed-meanwhile');
    this.name = 'ChangedMeanwhile';
  }
}

class RolledBack extends Error {
  constructor(readonly refusal: Refused<string>) {
    super('refused');
  }
}

/**
 * Runs a command's work as the person and records what it did as the door, all in one transaction. A refusal rolls everything back.
 * Throws NotFound and ChangedMeanwhile.
 */
export async function throughTheDoor<R extends string = never>(
  program: Program,
  passage: Passage,
  work: (inside: Inside) => Promise<Left | Refused<R>>,
): Promise<Done | Refused<R>> {
  let queued = false;
  try {
    const done = await inSeat(program.database, passage.seat ?? seatOf(passage.who, false), async (tx): Promise<Done> => {
      const locked = await lockCase(tx, passage);
      const inside: Inside = {
        tx,
        case: locked,
        actId: passage.actId,
        now: program.clock.now(),
        today: program.clock.today(),
        law: program.law(),
      };
      if (!(await appendAct(inside, passage)))
        return {
          done: true,
          actId: passage.actId,
          caseId: passage.caseId ?? (await caseOfAct(tx, passage.actId)),
          again: true,
        };
      if (locked && passage.seenVersion !== undefined && locked.version !== passage.seenVersion)
        throw new ChangedMeanwhile(locked.id);
      const left = await work(inside);
      if ('refused' in left) throw new RolledBack(left);
      const caseId = left.caseId ?? passage.caseId;
      await asRole(tx, 'door', () => record(inside, passage, caseId, left));
      queued = (left.letters?.length ?? 0) > 0;
      return { done: true, actId: passage.actId, caseId, again: false };
    });
    if (queued) program.wake?.();
    return done;
  } catch (error) {
    if (error instanceof RolledBack) return error.refusal as Refused<R>;
    throw error;
  }
}

/** Finds the case as the person, so that the wall answers, and holds its row as the door. */
async function lockCase(tx: Tx, { caseId }: Passage): Promise<Row<'cases'> | null> {
  if (!caseId) return null;
  const seen = await tx.selectFrom('cases').select('id').where('id', '=', caseId).executeTakeFirst();
  if (!seen) throw new NotFound();
  return asRole(tx, 'door', () =>
    tx.selectFrom('cases').selectAll().where('id', '=', caseId).forUpdate().executeTakeFirstOrThrow(),
  );
}

/** Appends the act. False when it stands there already: a double press waits here for the first to commit, then stays quiet. */
async function appendAct(inside: Inside, { actId, command, who, caseId }: Passage): Promise<boolean> {
  const added = await asRole(inside.tx, 'door', () =>
    inside.tx
      .insertInto('acts')
      .values({
        id: actId,
        service_id: who.serviceId,
        case_id: caseId,
        command,
        account_id: 'accountId' in who ? who.accountId : null,
        by: who.kind,
        at: inside.now.toString(),
        on_day: inside.today.toString(),
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst(),
  );
  return added !== undefined;
}

async function caseOfAct(tx: Tx, actId: string): Promise<string | null> {
  const row = await asRole(tx, 'door', () =>
    tx.selectFrom('facts').select('case_id').where('act_id', '=', actId).executeTakeFirst(),
  );
  return row?.case_id ?? null;
}

async function record(inside: Inside, passage: Passage, caseId: string | null, left: Left): Promise<void> {
  const { tx } = inside;
  if (caseId) {
    await appendFacts(inside, passage, caseId, left.facts);
    const before = await tx
      .selectFrom('cases')
      .select(['stage', 'road'])
      .where('id', '=', caseId)
      .executeTakeFirstOrThrow();
    const stage =
      left.facts.reduce<Stage | null>(stageAfter, before.stage === '' ? null : (before.stage as Stage)) ??
      'contact-made';
    await tx
      .updateTable('cases')
      .set((set) => ({
        stage,
        road: left.road ?? before.road,
        // What the worker reports (a letter went) changes nothing that a person decides on, so no page they have open is outdated by it.
        version: set('version', '+', passage.who.kind === 'system' ? 0 : 1),
        ...(stage === 'closed'
          ? { closed_at: inside.now.toString() }
          : before.stage === 'closed'
            ? { closed_at: null }
            : {}),
      }))
      .where('id', '=', caseId)
      .execute();
    const moved = await recomputeClocks(inside, caseId, passage.command);
    if (moved.length) await appendFacts(inside, passage, caseId, moved);
  } else if (left.facts.length) {
    await appendFacts(inside, passage, null, left.facts);
  }
  for (const letter of left.letters ?? []) await queueLetter(inside, passage.who.serviceId, caseId, letter);
}

async function appendFacts(
  inside: Inside,
  passage: Passage,
  caseId: string | null,
  facts: readonly Fact<Facts>[],
): Promise<void> {
  if (facts.length === 0) return;
  const { tx } = inside;
  const last = caseId
    ? await tx
        .selectFrom('facts')
        .select('seq')
        .where('case_id', '=', caseId)
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst()
    : undefined;
  const first = (last?.seq ?? 0) + 1;
  await tx
    .insertInto('facts')
    .values(
      facts.map((fact, index) => {
        assertNoWords(fact.code, fact.data);
        return {
          case_id: caseId,
          seq: first + index,
          act_id: passage.actId,
          service_id: passage.who.serviceId,
          code: fact.code,
          data: JSON.stringify(fact.data) as unknown as Json,
          readers: [...fact.readers],
          at: inside.now.toString(),
        };
      }),
    )
    .execute();
}
