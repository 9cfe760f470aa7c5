// Deletes drafts nobody has written to for two weeks. Run it once a night; running it twice does nothing the second time.
import { inSeat } from '../kit/sql/seat.ts';
import type { Program } from '../program.ts';
import { seatOf } from '../sign-in/who.ts';
import { draftsGoBefore } from './rules.ts';

/** Deletes them for a service and gives how many. What was sent lives on in its case. */
export async function sweepDrafts(program: Program, serviceId: string): Promise<number> {
  const before = draftsGoBefore(program.clock.now()).toString();
  return inSeat(program.database, seatOf({ kind: 'system', serviceId }, false), async (tx) => {
    const gone = await tx
      .deleteFrom('asking_drafts')
      .where('service_id', '=', serviceId)
      .where('saved_at', '<', before)
      .executeTakeFirst();
    return Number(gone.numDeletedRows);
  });
}
