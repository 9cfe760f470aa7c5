// A second person agrees that papers may go to a changed address before its day of waiting is over.
import { throughTheDoor, type Done, type Refused } from '../cases/one-door.ts';
import type { Program } from '../program.ts';
import type { Staff } from '../sign-in/who.ts';
import { heldUntil } from './held-papers.ts';
import { getParticipation, listPoints } from './store.ts';

export type AgreeRefusal = 'nothing-waits' | 'you-changed-it';

export interface Agreeing {
  readonly actId: string;
  readonly caseId: string;
  readonly participationId: string;
}

/**
 * Lets papers go now to the addresses of somebody in a case that others at the desk changed. Whoever changed an address cannot
 * agree to it themselves; the database holds that as well. Throws NotFound.
 */
export async function agreeToSendNow(
  program: Program,
  who: Staff,
  { actId, caseId, participationId }: Agreeing,
): Promise<Done | Refused<AgreeRefusal>> {
  const passage = { actId, command: 'agreeToSendNow', who, caseId };
  const done = await throughTheDoor<AgreeRefusal>(program, passage, async ({ tx, now }) => {
    const part = await getParticipation(tx, caseId, participationId);
    const waiting = (await listPoints(tx, part.person_id)).filter((point) => heldUntil(point, now) !== null);
    if (waiting.length === 0) return { refused: 'nothing-waits' };
    const others = waiting.filter(({ changed_by: by }) => by !== who.accountId);
    if (others.length === 0) return { refused: 'you-changed-it' };
    await tx
      .updateTable('contact_points')
      .set({ agreed_by: who.accountId, agreed_at: now.toString() })
      .where(
        'id',
        'in',
        others.map(({ id }) => id),
      )
      .execute();
    return {
      facts: others.map(({ kind }) => ({
        code: 'held-papers-agreed' as const,
        data: { participation: participationId, kind },
        readers: [],
      })),
    };
  });
  // Nothing was queued by this act, but something that waited may go.
  if (!('refused' in done)) program.wake?.();
  return done;
}
