// Reads a page about a person and notes who looked, in one transaction.
import { looked, type Look } from '../audit/looked.ts';
import { inSeat } from '../kit/sql/seat.ts';
import type { Program, Tx } from '../program.ts';
import { seatOf, type SignedIn } from '../sign-in/who.ts';

/** Reads as the person and notes the look beside it, without waiting for the disk. When `seen` gives null, nothing is noted. */
export async function lookingAt<R>(
  program: Pick<Program, 'database' | 'clock'>,
  who: SignedIn,
  work: (tx: Tx) => Promise<R>,
  seen: (result: R) => Look | null,
): Promise<R> {
  return inSeat(program.database, seatOf(who, false), async (tx) => {
    const result = await work(tx);
    const look = seen(result);
    if (look) await looked(tx, who, look, program.clock.now());
    return result;
  });
}
