// The one door: in a single commit it appends the act and its facts, moves the stage, recomputes the clocks that changed and
// queues letters. Nothing else writes any of these (the database grants them to the door's role alone).
import type { Row } from '../../database/tables.ts';
import { queueLetter, type NewLetter } from '../correspondence/queue.ts';
import { movedFacts } from '../deadlines/clock-rows.ts';
import { recountClocks, writeChanges } from '../deadlines/recompute.ts';
import type { Facts } from '../journal.ts';
import { NotFound, RequestProblem } from '../kit/http/problems.ts';
import { asRole, inSeat, type Seat } from '../kit/sql/seat.ts';
import type { Program, Tx } from '../program.ts';
import { seatOf, type Who } from '../sign-in/who.ts';
import { appendFacts } from './append-facts.ts';
import type { Fact } from './fact.ts';
import type { Inside } from './inside.ts';
import { newContactStages, standingAfter, type Stage } from './stages.ts';

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

/** The key of this form has acted before, in another command, another case or another name: it is never answered as if this were done. */
export class ActUsedBefore extends RequestProblem {
  constructor() {
    super('used-before');
    this.name = 'ActUsedBefore';
  }
}

class RolledBack extends Error {
  constructor(readonly refusal: Refused<string>) {
    super('refused');
  }
}

/**
 * Runs a command's work as the person and records what it did as the door, all in one transaction. A refusal rolls everything back.
 * Throws NotFound, ChangedMeanwhile and ActUsedBefore.
 */
export async function throughTheDoor<R extends string = never>(
  program: Program,
  passage: Passage,
  work: (inside: Inside) => Promise<Left | Refused<R>>,
): Promise<Done | Refused<R>> {
  let queued = false;
  try {
    const done = await inSeat(
      program.database,
      passage.seat ?? seatOf(passage.who, false),
      async (tx): Promise<Done> => {
        if (passage.caseId) await getSeen(tx, passage.caseId);
        const [now, today] = [program.clock.now(), program.clock.today()];
        const [locked, added] = await asRole(tx, 'door', () =>
          Promise.all([lockCase(tx, passage.caseId), appendAct(tx, passage, now, today)]),
        );
        const inside: Inside = {
          tx,
          case: locked,
          actId: passage.actId,
          now,
          today,
          law: program.law(),
          mailDomain: program.mailDomain,
        };
        if (!added) {
          await assertSameAct(tx, passage);
          return {
            done: true,
            actId: passage.actId,
            caseId: passage.caseId ?? (await caseOfAct(tx, passage.actId)),
            again: true,
          };
        }
        if (locked && passage.seenVersion !== undefined && locked.version !== passage.seenVersion)
          throw new ChangedMeanwhile(locked.id);
        const left = await work(inside);
        if ('refused' in left) throw new RolledBack(left);
        const caseId = left.caseId ?? passage.caseId;
        await asRole(tx, 'door', () => record(inside, passage, caseId, left));
        queued = (left.letters?.length ?? 0) > 0;
        return { done: true, actId: passage.actId, caseId, again: false };
      },
    );
    if (queued) program.wake?.();
    return done;
  } catch (error) {
    if (error instanceof RolledBack) return error.refusal as Refused<R>;
    throw error;
  }
}

/** Finds the case as the person, so that the wall answers. */
async function getSeen(tx: Tx, caseId: string): Promise<void> {
  const seen = await tx.selectFrom('cases').select('id').where('id', '=', caseId).executeTakeFirst();
  if (!seen) throw new NotFound();
}

/** Holds the row of the case until the end. The caller is the door. */
async function lockCase(tx: Tx, caseId: string | null): Promise<Row<'cases'> | null> {
  if (!caseId) return null;
  return tx.selectFrom('cases').selectAll().where('id', '=', caseId).forUpdate().executeTakeFirstOrThrow();
}

/** Appends the act. False when it stands there already: a double press waits here for the first to commit, then stays quiet. The caller is the door. */
async function appendAct(
  tx: Tx,
  { actId, command, who, caseId }: Passage,
  now: Inside['now'],
  today: Inside['today'],
): Promise<boolean> {
  const added = await tx
    .insertInto('acts')
    .values({
      id: actId,
      service_id: who.serviceId,
      case_id: caseId,
      command,
      account_id: 'accountId' in who ? who.accountId : null,
      by: who.kind,
      at: now.toString(),
      on_day: today.toString(),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

/** Makes sure that the act which stands there is this one, sent a second time. Throws ActUsedBefore. */
async function assertSameAct(tx: Tx, { actId, command, who, caseId }: Passage): Promise<void> {
  const before = await asRole(tx, 'door', () =>
    tx
      .selectFrom('acts')
      .select(['service_id', 'case_id', 'command', 'account_id'])
      .where('id', '=', actId)
      .executeTakeFirst(),
  );
  const isSame =
    before?.service_id === who.serviceId &&
    before.command === command &&
    before.case_id === caseId &&
    before.account_id === ('accountId' in who ? who.accountId : null);
  if (!isSame) throw new ActUsedBefore();
}

async function caseOfAct(tx: Tx, actId: string): Promise<string | null> {
  const row = await asRole(tx, 'door', () =>
    tx.selectFrom('facts').select('case_id').where('act_id', '=', actId).executeTakeFirst(),
  );
  return row?.case_id ?? null;
}

type Stood = Pick<Row<'cases'>, 'stage' | 'road' | 'informed'>;

/** Gets where a case stands that a command has just opened. */
async function getOpened(tx: Tx, caseId: string): Promise<Stood> {
  return tx
    .selectFrom('cases')
    .select(['stage', 'road', 'informed'])
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow();
}

/** Writes all that the door writes. What does not wait for an answer is sent together, and runs in the order of these lines. */
async function record(inside: Inside, passage: Passage, caseId: string | null, left: Left): Promise<void> {
  const { tx, actId, now } = inside;
  const { serviceId } = passage.who;
  const append = (facts: Left['facts']) =>
    appendFacts(tx, { actId, serviceId, at: now.toString() }, [{ caseId, facts }]);
  const [before] = await Promise.all([
    inside.case ?? (caseId ? getOpened(tx, caseId) : null),
    append(left.facts),
    ...(left.letters ?? []).map((letter) => queueLetter(inside, serviceId, caseId, letter)),
  ]);
  if (!caseId || !before) return;
  const [, clocks] = await Promise.all([
    moveStage(inside, passage, caseId, before, left),
    recountClocks(inside, serviceId, caseId),
  ]);
  await Promise.all([writeChanges(tx, actId, [clocks]), append(movedFacts(clocks.changes.moved, passage.command))]);
}

/** Moves the stage as the facts say; the row is held, or was made in this transaction. */
async function moveStage(
  { tx, now }: Inside,
  { who }: Passage,
  caseId: string,
  before: Stood,
  { facts, road }: Left,
): Promise<void> {
  const was = before.stage === '' ? null : (before.stage as Stage);
  const { informed, ...after } = facts.reduce(standingAfter, {
    stage: was,
    road: before.road,
    informed: before.informed,
  });
  const stage = after.stage ?? 'contact-made';
  await tx
    .updateTable('cases')
    .set((set) => ({
      stage,
      informed,
      road: road ?? before.road,
      ...(newContactStages.includes(stage) ? {} : { ring_back_since: null }),
      // What the worker reports (a letter went) changes nothing that a person decides on, so no page they have open is outdated by it.
      version: set('version', '+', who.kind === 'system' ? 0 : 1),
      ...(stage === 'closed' ? { closed_at: now.toString() } : before.stage === 'closed' ? { closed_at: null } : {}),
    }))
    .where('id', '=', caseId)
    .execute();
}
