// Takes, closes and reopens a case, and records how ringing somebody back went.
import type { Row } from '../../database/tables.ts';
import { NotFound } from '../kit/http/problems.ts';
import type { Program, Tx } from '../program.ts';
import type { Staff } from '../sign-in/who.ts';
import { throughTheDoor, type Done, type Refused } from './one-door.ts';

interface OfCase {
  readonly actId: string;
  readonly caseId: string;
}

/** Gives a case to somebody at the desk; the person who asks, unless another is named. Quiet when it is theirs. Throws NotFound. */
export async function takeCase(
  program: Program,
  who: Staff,
  { actId, caseId, accountId = who.accountId }: OfCase & { readonly accountId?: string },
): Promise<Done> {
  return sure(
    await throughTheDoor(program, { actId, command: 'takeCase', who, caseId }, async ({ tx, case: found }) => {
      if ((found as Row<'cases'>).owner_account_id === accountId) return { facts: [] };
      const sits = await tx
        .selectFrom('staff')
        .select('account_id')
        .where('account_id', '=', accountId)
        .where('until_on', 'is', null)
        .executeTakeFirst();
      if (!sits) throw new NotFound();
      await tx.updateTable('cases').set({ owner_account_id: accountId }).where('id', '=', caseId).execute();
      return { facts: [{ code: 'owner-changed', data: { account: accountId }, readers: [] }] };
    }),
  );
}

/** Records how ringing somebody back went: without an answer they stay in the list, with one more try. Quiet when nobody waits. Throws NotFound. */
export async function recordRing(
  program: Program,
  who: Staff,
  { actId, caseId, answered }: OfCase & { readonly answered: boolean },
): Promise<Done> {
  return sure(
    await throughTheDoor(program, { actId, command: 'recordRing', who, caseId }, async ({ tx, case: found, now }) => {
      const { ring_back_since: since, ring_back_tries: tries } = found as Row<'cases'>;
      if (since === null) return { facts: [] };
      await tx
        .updateTable('cases')
        .set(
          answered
            ? { ring_back_since: null, ring_back_tries: 0, ring_back_tried_at: null }
            : { ring_back_tries: tries + 1, ring_back_tried_at: now.toString() },
        )
        .where('id', '=', caseId)
        .execute();
      return { facts: [{ code: 'rang-back', data: { answered }, readers: [] }] };
    }),
  );
}

/** Why a case is closed. None says why somebody declined: that is never asked. */
export const closingReasons = [
  'certificate-issued',
  'no-certificate-needed',
  'another-service',
  'no-answer',
  'family-asked',
  'opened-in-error',
] as const;
export type ClosingReason = (typeof closingReasons)[number];

export const closingReasonWords: Record<ClosingReason, string> = {
  'certificate-issued': 'The certificate was issued and nothing is left to do',
  'no-certificate-needed': 'No certificate is needed and nothing is left to do',
  'another-service': 'Another service helps this family',
  'no-answer': 'We could not reach the family',
  'family-asked': 'The family asked us to close it',
  'opened-in-error': 'It was opened by mistake',
};

export type CloseRefusal = 'certificate-owed';

export const closeRefusalWords: Record<CloseRefusal, string> = {
  'certificate-owed':
    'A certificate is due in this case. Issue it first: it may not be withheld once its conditions are met',
};

/** Closes a case. Refused while a certificate is owed, unless the case was a mistake (s.55(4): no discretion to withhold). Quiet when closed. Throws NotFound. */
export async function closeCase(
  program: Program,
  who: Staff,
  { actId, caseId, why }: OfCase & { readonly why: ClosingReason },
): Promise<Done | Refused<CloseRefusal>> {
  return throughTheDoor<CloseRefusal>(
    program,
    { actId, command: 'closeCase', who, caseId },
    async ({ tx, case: found }) => {
      if ((found as Row<'cases'>).closed_at) return { facts: [] };
      const owed = await tx
        .selectFrom('clocks')
        .select('id')
        .where('case_id', '=', caseId)
        .where('kind', '=', 'issue-certificate')
        .where('state', '=', 'running')
        .limit(1)
        .executeTakeFirst();
      if (owed && why !== 'opened-in-error') return { refused: 'certificate-owed' };
      return { facts: [{ code: 'case-closed', data: { why }, readers: await listFamily(tx, caseId) }] };
    },
  );
}

/** Opens a closed case again: families may ring back at any time. Quiet when it is open. Throws NotFound. */
export async function reopenCase(
  program: Program,
  who: Staff,
  { actId, caseId, why }: OfCase & { readonly why: 'family-came-back' | 'closed-in-error' },
): Promise<Done> {
  return sure(
    await throughTheDoor(program, { actId, command: 'reopenCase', who, caseId }, async ({ tx, case: found }) => {
      if (!(found as Row<'cases'>).closed_at) return { facts: [] };
      return { facts: [{ code: 'case-reopened', data: { why }, readers: await listFamily(tx, caseId) }] };
    }),
  );
}

async function listFamily(tx: Tx, caseId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('participations')
    .select('id')
    .where('case_id', '=', caseId)
    .where('may_open_the_page', '=', true)
    .where('until_at', 'is', null)
    .where('reads_until', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}

/** A command without refusals can only be done. */
function sure(answer: Done | Refused<never>): Done {
  if ('refused' in answer) throw new TypeError('this command refuses nothing');
  return answer;
}
