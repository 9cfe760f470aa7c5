// Reads one letter for the desk: what it is, where it goes, what it carries.
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { Temporal } from 'temporal-polyfill';
import type { Row } from '../../database/tables.ts';
import { NotFound } from '../kit/http/problems.ts';
import { isId } from '../kit/ids.ts';
import { heldSinceOf, heldUntilOf, isForEarlierAddress } from './held.ts';
import type { Tx } from '../program.ts';

/** A paper in a letter. */
export interface PaperInLetter {
  readonly id: string;
  readonly kind: Row<'papers'>['kind'];
  readonly made_at: string | null;
  readonly pages: number | null;
  readonly failure: string | null;
  /** The certificate it is, where it is one. */
  readonly number: string | null;
  readonly certificate_id: string | null;
  readonly dated: string | null;
  readonly state: Row<'certificates'>['state'] | null;
}

export interface LetterAtDesk {
  readonly letter: Row<'letters'>;
  /** The reference of its case; null for a letter outside every case. */
  readonly reference: string | null;
  readonly papers: readonly PaperInLetter[];
  /** Until when its papers wait because the address was changed, ISO; null where they may go, or have gone. */
  readonly heldUntil: string | null;
  /** It waits, and was packed only after the change: so it cannot have been posted before it. */
  readonly isHeldWhole: boolean;
  /** It waits for the post under lines that are not the person's address of today. */
  readonly isForEarlierAddress: boolean;
  /** The person's part in the case, where somebody can agree; null for a letter to nobody in one. */
  readonly participationId: string | null;
}

/** Gets a letter with its papers, in the order of packing. Throws NotFound, also where the wall hides it. */
export async function getLetterAtDesk(tx: Tx, letterId: string, now: Temporal.Instant): Promise<LetterAtDesk> {
  if (!isId(letterId)) throw new NotFound();
  const row = await tx
    .selectFrom('letters')
    .leftJoin('cases', 'cases.id', 'letters.case_id')
    .selectAll('letters')
    .select('cases.reference')
    .select([
      heldUntilOf(now).as('held_until'),
      heldSinceOf(now).as('held_since'),
      isForEarlierAddress.as('is_for_earlier_address'),
    ])
    .select((of) => [
      of
        .selectFrom('participations as part')
        .select('part.id')
        .whereRef('part.case_id', '=', 'letters.case_id')
        .whereRef('part.person_id', '=', 'letters.person_id')
        .where('part.until_at', 'is', null)
        .limit(1)
        .as('participation_id'),
      jsonArrayFrom(
        of
          .selectFrom('letter_papers as lp')
          .innerJoin('papers as p', 'p.id', 'lp.paper_id')
          .leftJoin('certificate_versions as v', 'v.id', 'p.certificate_version_id')
          .leftJoin('certificates as c', 'c.id', 'v.certificate_id')
          .select(['p.id', 'p.kind', 'p.made_at', 'p.pages', 'p.failure', 'c.number', 'c.id as certificate_id'])
          .select(['c.dated', 'c.state'])
          .whereRef('lp.letter_id', '=', 'letters.id')
          .orderBy('lp.position')
          .limit(20),
      ).as('papers'),
    ])
    .where('letters.id', '=', letterId)
    .executeTakeFirst();
  if (!row) throw new NotFound();
  const {
    reference,
    papers,
    held_until,
    held_since,
    is_for_earlier_address: isEarlier,
    participation_id,
    ...letter
  } = row;
  const waits = ['waiting-for-papers', 'queued', 'sending', 'to-post'].includes(letter.state);
  return {
    letter,
    reference,
    papers,
    participationId: participation_id,
    heldUntil: waits ? held_until : null,
    isHeldWhole: waits && held_since !== null && Temporal.Instant.compare(letter.queued_at, held_since) >= 0,
    isForEarlierAddress: isEarlier,
  };
}
