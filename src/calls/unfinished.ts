// Lets go of calls that nobody finished. Run it once a night; running it twice does nothing the second time.
import type { Temporal } from 'temporal-polyfill';
import type { Json } from '../../database/tables.ts';
import { inSeat } from '../kit/sql/seat.ts';
import type { Program } from '../program.ts';
import { seatOf } from '../sign-in/who.ts';

/** A call in which nothing was saved for this long is let go: as long as the answers of the public form are kept. */
export const UNFINISHED_CALL_DAYS = 14;

const HOURS = UNFINISHED_CALL_DAYS * 24;

/** Gives the moment at which a call that was saved last at another is let go. */
export function letGoAt(savedAt: Temporal.Instant): Temporal.Instant {
  return savedAt.add({ hours: HOURS });
}

/**
 * Ends the calls of a service that were never finished, with what was typed in them, and gives how many. A call of which a contact
 * was made, or is being made, is never among them: somebody has to bring it to its end.
 */
export async function sweepCalls(program: Program, serviceId: string): Promise<number> {
  const now = program.clock.now();
  return inSeat(program.database, seatOf({ kind: 'system', serviceId }, false), async (tx) => {
    const gone = await tx
      .updateTable('calls')
      .set((set) => ({
        ended_at: now.toString(),
        outcome: 'never-finished',
        answers: '{}' as unknown as Json,
        version: set('version', '+', 1),
      }))
      .where('service_id', '=', serviceId)
      .where('ended_at', 'is', null)
      .where('case_id', 'is', null)
      .where('finishing_at', 'is', null)
      .where('saved_at', '<=', now.subtract({ hours: HOURS }).toString())
      .executeTakeFirst();
    return Number(gone.numUpdatedRows);
  });
}
