// A manager goes on with a call of somebody who went home or fell ill. It is recorded, and the other window is told at its next save.
import { throughTheDoor, type Done, type Refused } from '../cases/one-door.ts';
import { NotFound } from '../kit/http/problems.ts';
import { isId } from '../kit/ids.ts';
import type { Program } from '../program.ts';
import { holds, type Staff } from '../sign-in/who.ts';

export type TakeOverRefusal = 'not-a-manager' | 'has-ended' | 'is-your-own';

/** Makes a colleague's open call the manager's own, with everything that was saved in it. Throws NotFound. */
export async function takeOverCall(
  program: Program,
  manager: Staff,
  { actId, callId }: { readonly actId: string; readonly callId: string },
): Promise<Done | Refused<TakeOverRefusal>> {
  if (!holds(manager, 'manager')) return { refused: 'not-a-manager' };
  if (!isId(callId)) throw new NotFound();
  const passage = { actId, command: 'takeOverCall', who: manager, caseId: null };
  return throughTheDoor<TakeOverRefusal>(program, passage, async ({ tx, now }) => {
    const call = await tx.selectFrom('calls').selectAll().where('id', '=', callId).forUpdate().executeTakeFirst();
    if (!call) throw new NotFound();
    if (call.ended_at) return { refused: 'has-ended' };
    if (call.account_id === manager.accountId) return { refused: 'is-your-own' };
    await tx
      .updateTable('calls')
      .set((set) => ({
        account_id: manager.accountId,
        taken_over_from: call.account_id,
        taken_over_at: now.toString(),
        had_before: [...new Set([...call.had_before, call.account_id])],
        // No window of the colleague's is the one that saved last.
        saved_from: '',
        version: set('version', '+', 1),
      }))
      .where('id', '=', callId)
      .execute();
    return { facts: [{ code: 'call-taken-over', data: { call: callId, from: call.account_id }, readers: [] }] };
  });
}
