// Takes a call, keeps what is typed in it, and lets go of it: rung off, put through, or gone on in a case we had.
import { Temporal } from 'temporal-polyfill';
import { throughTheDoor, type Done } from '../cases/one-door.ts';
import type { Answers } from '../kit/forms/answers.ts';
import { derivedId, newId } from '../kit/ids.ts';
import { inSeat } from '../kit/sql/seat.ts';
import { reading, type Program, type Tx } from '../program.ts';
import { seatOf, type Staff } from '../sign-in/who.ts';
import { checkSafeWord, type SayRefusal } from '../people/commands-safe-word.ts';
import { getParticipation } from '../people/store.ts';
import type { CallRow, Outcome } from './call.ts';
import { answersIn, mix } from './questions.ts';
import { answersOf, findTakenOver, getCaseOfHolder, getMyCall, lockMyCall, type TakenOver } from './store.ts';
import type { IdentityWay } from './words.ts';

/** Runs work on a call in a transaction of the person's own. A call is nobody's case yet, so it does not pass the one door. */
function writing<R>(program: Pick<Program, 'database'>, who: Staff, work: (tx: Tx) => Promise<R>): Promise<R> {
  return inSeat(program.database, seatOf(who, false), work);
}

/** Takes a call that begins now. Gives its id. */
export async function startCall(program: Program, who: Staff): Promise<string> {
  const now = program.clock.now();
  const id = newId(now);
  await writing(program, who, (tx) =>
    tx
      .insertInto('calls')
      .values({
        id,
        service_id: who.serviceId,
        account_id: who.accountId,
        started_at: now.toString(),
        saved_at: now.toString(),
        act_key: newId(now),
      })
      .execute(),
  );
  return id;
}

export interface Typed {
  readonly callId: string;
  readonly answers: Answers;
  /** The version this window was shown. */
  readonly seen: number;
  /** A random mark of this window, so that its own saves never stand in its way. */
  readonly window: string;
}

/** `stale`: another window saved meanwhile; `takenOver`: a manager goes on with it. Nothing of this window was lost or written. */
export type Saved = { readonly saved: CallRow } | { readonly stale: CallRow } | { readonly takenOver: TakenOver };

/**
 * Keeps what was typed. Once the contact is recorded its steps are settled: only what follows it is still taken from the page.
 * Quiet when nothing differs, and in a call that has ended. Throws NotFound.
 */
export async function saveCall(program: Program, who: Staff, { callId, answers, seen, window }: Typed): Promise<Saved> {
  return writing(program, who, async (tx) => {
    const takenOver = await findTakenOver(tx, who, callId);
    if (takenOver) return { takenOver };
    const call = await lockMyCall(tx, who, callId);
    if (call.ended_at) return { saved: call };
    const kept = isSettled(call) ? mix((step) => step > 4, answersIn(answers), answersOf(call)) : answersIn(answers);
    if (isSame(kept, answersOf(call))) return { saved: call };
    if (seen !== call.version && window !== call.saved_from) return { stale: call };
    const saved = await tx
      .updateTable('calls')
      .set((set) => ({
        answers: JSON.stringify(kept),
        saved_at: program.clock.now().toString(),
        saved_from: window,
        version: set('version', '+', 1),
      }))
      .where('id', '=', callId)
      .returningAll()
      .executeTakeFirstOrThrow();
    return { saved };
  });
}

/** Says whether the contact of a call is recorded, or being recorded: its first four steps can then only be changed in the case. */
export function isSettled({
  finishing_at: finishing,
  case_id: caseId,
}: Pick<CallRow, 'finishing_at' | 'case_id'>): boolean {
  return finishing !== null || caseId !== null;
}

function isSame(a: Answers, b: Answers): boolean {
  const plain = (answers: Answers) =>
    JSON.stringify(
      Object.entries(answers)
        .filter(([, typed]) => typed.length > 0)
        .sort(([one], [other]) => (one < other ? -1 : 1)),
    );
  return plain(a) === plain(b);
}

/** Notes that the caller rang off before the end. The call stays open, and first in the list. Quiet the second time. Throws NotFound. */
export async function ringOff(program: Program, who: Staff, callId: string): Promise<void> {
  await writing(program, who, async (tx) => {
    const call = await lockMyCall(tx, who, callId);
    if (call.ended_at ?? call.rang_off_at) return;
    await tx
      .updateTable('calls')
      .set({ rang_off_at: program.clock.now().toString() })
      .where('id', '=', callId)
      .execute();
  });
}

/** Marks that the end of a call has begun, so that nothing recorded can be typed over. Quiet when marked. Gives the call. Throws NotFound. */
export async function beginEnd(program: Program, who: Staff, callId: string): Promise<CallRow> {
  return writing(program, who, async (tx) => {
    const call = await lockMyCall(tx, who, callId);
    if (call.ended_at ?? call.finishing_at) return call;
    return tx
      .updateTable('calls')
      .set({ finishing_at: program.clock.now().toString() })
      .where('id', '=', callId)
      .returningAll()
      .executeTakeFirstOrThrow();
  });
}

/** Takes the mark back where the contact itself was refused, so that its answers can be put right. */
export async function breakOffEnd(program: Program, who: Staff, callId: string): Promise<void> {
  await writing(program, who, (tx) =>
    tx.updateTable('calls').set({ finishing_at: null }).where('id', '=', callId).where('case_id', 'is', null).execute(),
  );
}

/** Writes down which case the call opened. */
export async function keepCase(program: Program, who: Staff, callId: string, caseId: string): Promise<void> {
  await writing(program, who, (tx) =>
    tx.updateTable('calls').set({ case_id: caseId }).where('id', '=', callId).where('case_id', 'is', null).execute(),
  );
}

/**
 * Ends a call. What was typed is gone from it, because what counts stands in the case; but of a call that went on in a case we had nothing
 * stands there yet, so that it stays until it is let go. Quiet when it has ended. Throws NotFound.
 */
export async function endCall(
  program: Program,
  who: Staff,
  { callId, outcome, caseId }: { callId: string; outcome: Outcome; caseId?: string },
): Promise<void> {
  await writing(program, who, async (tx) => {
    const call = await lockMyCall(tx, who, callId);
    if (call.ended_at) return;
    await tx
      .updateTable('calls')
      .set((set) => ({
        outcome,
        ended_at: program.clock.now().toString(),
        case_id: caseId ?? call.case_id,
        ...(outcome !== 'linked' && { answers: '{}' }),
        version: set('version', '+', 1),
      }))
      .where('id', '=', callId)
      .execute();
  });
}

export interface Recognising {
  readonly callId: string;
  readonly participationId: string;
  readonly how: IdentityWay;
  /** What the caller gave as the safe word. It is compared and forgotten. */
  readonly said?: string;
}

/** Nothing of the case may be read back, changed or sent again. */
export interface NotRecognised {
  readonly notRecognised: 'nothing-said' | 'wrong-word' | SayRefusal;
  readonly triesLeft?: number;
}

/**
 * Records how a caller was recognised, and lets the call go on in the case that is theirs. Before this nothing of the case is read back,
 * changed or sent again: a reference and a birth date never suffice. Throws NotFound.
 */
export async function recogniseCaller(
  program: Program,
  who: Staff,
  { callId, participationId, how, said = '' }: Recognising,
): Promise<{ readonly reference: string } | NotRecognised> {
  const { call, found } = await reading(program, who, async (tx) => ({
    call: await getMyCall(tx, who, callId),
    found: await getCaseOfHolder(tx, participationId),
  }));
  if (call.ended_at) return found;
  if (how === 'safe-word') {
    if (said.trim() === '') return { notRecognised: 'nothing-said' };
    const of = { actId: newId(), caseId: found.id, participationId, said };
    const checked = await checkSafeWord(program, who, of);
    if ('refused' in checked) return { notRecognised: checked.refused };
    if (!checked.isRight) return { notRecognised: 'wrong-word', triesLeft: checked.triesLeft };
  }
  const passage = {
    actId: derivedId(call.act_key, 'recogniseCaller', [participationId, how]),
    command: 'recogniseCaller',
    who,
    caseId: found.id,
  };
  const done = await throughTheDoor(program, passage, async ({ tx }) => {
    await getParticipation(tx, found.id, participationId);
    return { facts: [{ code: 'identity-checked', data: { participation: participationId, how }, readers: [] }] };
  });
  assertDone(done);
  await endCall(program, who, { callId, outcome: 'linked', caseId: found.id });
  return found;
}

function assertDone(done: Done | { refused: never }): asserts done is Done {
  if ('refused' in done) throw new TypeError('this command refuses nothing');
}

/** The moment the telephone rang. */
export function startedAt({ started_at: at }: Pick<CallRow, 'started_at'>): Temporal.Instant {
  return Temporal.Instant.from(at);
}
