// Writes down who looked at what, beside the reading itself and without waiting for the disk.
import { sql } from 'kysely';
import { newId } from '../kit/ids.ts';
import { inSeat } from '../kit/sql/seat.ts';
import type { Program, Tx } from '../program.ts';
import { seatOf, type SignedIn } from '../sign-in/who.ts';

/** What somebody looked at: a case, a person, a paper, a search or an export. */
export interface Look {
  readonly what: 'case' | 'person' | 'paper' | 'search' | 'export';
  readonly caseId: string | null;
  readonly subjectId?: string | null;
}

/**
 * Reads as the person and notes the look in the same transaction. The note does not wait for the disk: after a loss of power the last
 * half second of notes can be missing, which is the price of a case page in three milliseconds. When `seen` gives null, nothing is noted.
 */
export async function lookingAt<R>(
  program: Pick<Program, 'database' | 'clock'>,
  who: SignedIn,
  work: (tx: Tx) => Promise<R>,
  seen: (result: R) => Look | null,
): Promise<R> {
  return inSeat(program.database, seatOf(who, false), async (tx) => {
    const result = await work(tx);
    const look = seen(result);
    if (look) await writeLook(tx, program, who, look);
    return result;
  });
}

async function writeLook(tx: Tx, { clock }: Pick<Program, 'clock'>, who: SignedIn, look: Look): Promise<void> {
  const now = clock.now();
  await sql`
    with relaxed as (select set_config('synchronous_commit', 'off', true))
    insert into looked (id, service_id, account_id, what, case_id, subject_id, at)
    select ${newId(now)}, ${who.serviceId}, ${who.accountId}, ${look.what}, ${look.caseId}, ${look.subjectId ?? null}, ${now.toString()} from relaxed`.execute(
    tx,
  );
}
