// Reads the answers that wait beside a case, as the desk.
import type { Row } from '../../database/tables.ts';
import { NotFound } from '../kit/http/problems.ts';
import { isId } from '../kit/ids.ts';
import type { Tx } from '../program.ts';
import type { Offer } from './offers.ts';

/** One answer that was offered, typed by what it is about. */
export type StoredOffer = Offer & {
  readonly id: string;
  readonly participationId: string;
  readonly offeredAt: string;
  readonly settledAt: string | null;
  readonly taken: boolean | null;
};

const stored = (row: Row<'offered_answers'>): StoredOffer =>
  ({
    id: row.id,
    about: row.about,
    said: row.said,
    participationId: row.participation_id,
    offeredAt: row.offered_at,
    settledAt: row.settled_at,
    taken: row.taken,
  }) as StoredOffer;

/** Lists the answers of a case that nobody has accepted or set aside yet, in the order of the form. At most 50. */
export async function listOffers(tx: Tx, caseId: string): Promise<StoredOffer[]> {
  const rows = await tx
    .selectFrom('offered_answers')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('settled_at', 'is', null)
    .orderBy('offered_at')
    .orderBy('id')
    .limit(50)
    .execute();
  return rows.map(stored);
}

/** Gets one answer of a case. Throws NotFound. */
export async function getOffer(tx: Tx, caseId: string, offerId: string): Promise<StoredOffer> {
  if (!isId(offerId)) throw new NotFound();
  const row = await tx
    .selectFrom('offered_answers')
    .selectAll()
    .where('id', '=', offerId)
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  if (!row) throw new NotFound();
  return stored(row);
}
