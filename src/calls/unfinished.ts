// Lets go of calls that nobody finished, and of what was typed in calls that went on in a case we had. Run it once a night; running it twice does nothing the second time.
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { inSeat } from '../kit/sql/seat.ts';
import type { Program } from '../program.ts';
import { seatOf } from '../sign-in/who.ts';

/** What was typed in a call is let go after this long without a save, or after it went on in a case: as long as the public form keeps answers. */
export const UNFINISHED_CALL_DAYS = 14;

const HOURS = UNFINISHED_CALL_DAYS * 24;

/** Gives the moment at which what was typed is let go, of a call that was saved last, or went on in a case, at another. */
export function letGoAt(since: Temporal.Instant): Temporal.Instant {
  return since.add({ hours: HOURS });
}

/**
 * Ends the calls of a service that were never finished, with what was typed in them, empties those that went on in a case long enough
 * ago, and gives how many. A call of which a contact was made, or is being made, is never among them: somebody has to bring it to its end.
 */
export async function sweepCalls(program: Program, serviceId: string): Promise<number> {
  const now = program.clock.now();
  const before = now.subtract({ hours: HOURS }).toString();
  return inSeat(program.database, seatOf({ kind: 'system', serviceId }, false), async (tx) => {
    const gone = await tx
      .updateTable('calls')
      .set((set) => ({
        ended_at: now.toString(),
        outcome: 'never-finished',
        answers: '{}',
        version: set('version', '+', 1),
      }))
      .where('service_id', '=', serviceId)
      .where('ended_at', 'is', null)
      .where('case_id', 'is', null)
      .where('finishing_at', 'is', null)
      .where('saved_at', '<=', before)
      .executeTakeFirst();
    const emptied = await tx
      .updateTable('calls')
      .set((set) => ({ answers: '{}', version: set('version', '+', 1) }))
      .where('service_id', '=', serviceId)
      .where('outcome', '=', 'linked')
      .where(sql<boolean>`answers <> '{}'`)
      .where('ended_at', '<=', before)
      .executeTakeFirst();
    return Number(gone.numUpdatedRows) + Number(emptied.numUpdatedRows);
  });
}
