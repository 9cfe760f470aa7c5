// What was said in calls that went on in a case we had, and stands nowhere else: for whoever works the case, not only for whoever took the call.
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import type { Tx } from '../program.ts';
import type { Staff } from '../sign-in/who.ts';
import type { CallRow } from './call.ts';
import { aroundOf, type EndingProgram } from './commands-end.ts';
import { answersOf, listCouncils } from './store.ts';
import { typedIn, type TypedLine } from './typed.ts';
import { letGoAt } from './unfinished.ts';

/** The words of one call, as they were typed. Moments are ISO instants. */
export interface WordsOfCall {
  readonly id: string;
  readonly startedAt: string;
  readonly takenBy: string;
  readonly lines: readonly TypedLine[];
  readonly letGoAt: string;
}

/** Lists what calls that went on in a case still hold, the first first, at most twenty calls. The wall decides who reads it, as it does of the case. */
export async function listWordsOfCalls(
  tx: Tx,
  program: EndingProgram,
  who: Staff,
  caseId: string,
): Promise<readonly WordsOfCall[]> {
  const calls = await tx
    .selectFrom('calls')
    .leftJoin('accounts', 'accounts.id', 'calls.account_id')
    .select(['calls.id', 'calls.started_at', 'calls.ended_at', 'calls.answers', 'accounts.name as takenBy'])
    .where('calls.service_id', '=', who.serviceId)
    .where('calls.case_id', '=', caseId)
    .where('calls.outcome', '=', 'linked')
    .where(sql<boolean>`calls.answers <> '{}'`)
    .orderBy('calls.started_at')
    .limit(20)
    .execute();
  if (calls.length === 0) return [];
  const councils = await listCouncils(tx, who.serviceId);
  return calls
    .map(({ takenBy, ...call }) => ({
      id: call.id,
      startedAt: call.started_at,
      takenBy: takenBy ?? 'a colleague',
      lines: linesOf(call, councils, program, who),
      letGoAt: letGoAt(Temporal.Instant.from(call.ended_at ?? call.started_at)).toString(),
    }))
    .filter(({ lines }) => lines.length > 0);
}

/** Gives the words of one call. Each line says what it said on the day of the call, on whichever day it is read. */
function linesOf(
  call: Pick<CallRow, 'answers' | 'started_at'>,
  councils: Awaited<ReturnType<typeof listCouncils>>,
  program: EndingProgram,
  who: Staff,
): readonly TypedLine[] {
  const answers = answersOf(call);
  const around = aroundOf(program, who, call);
  const councilName = councils.find(({ id }) => id === answers['authority'])?.name ?? '';
  return typedIn(answers, { ...around, today: around.contactOn, councilName });
}
