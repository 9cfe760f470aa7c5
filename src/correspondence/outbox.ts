// What may still happen to a letter that waits: a person posts it, or an act takes it back before it goes.
import type { Row } from '../../database/tables.ts';
import type { Inside } from '../cases/inside.ts';
import { asRole } from '../kit/sql/seat.ts';
import { NotFound } from '../kit/http/problems.ts';

/** Takes back the letters that carry any of these papers and have not gone. One that is being sent right now goes. */
export async function cancelLettersWith({ tx }: Pick<Inside, 'tx'>, paperIds: readonly string[]): Promise<void> {
  if (paperIds.length === 0) return;
  await asRole(tx, 'door', () =>
    tx
      .updateTable('letters')
      .set({ state: 'cancelled', lease_until: null })
      .where('state', 'in', ['waiting-for-papers', 'queued', 'to-post', 'failed'])
      .where('id', 'in', (carrying) =>
        carrying.selectFrom('letter_papers').select('letter_id').where('paper_id', 'in', paperIds),
      )
      .execute(),
  );
}

/** Gets a letter and holds its row until the act ends. Throws NotFound, also when the wall hides it. */
export async function lockLetter({ tx }: Pick<Inside, 'tx'>, letterId: string): Promise<Row<'letters'>> {
  const seen = await tx.selectFrom('letters').select('id').where('id', '=', letterId).executeTakeFirst();
  if (!seen) throw new NotFound();
  return asRole(tx, 'door', () =>
    tx.selectFrom('letters').selectAll().where('id', '=', letterId).forUpdate().executeTakeFirstOrThrow(),
  );
}

/** Writes down that a person posted a letter on a day, ISO. The caller has locked it and checked that it waits for the post. */
export async function writePosted(
  { tx }: Pick<Inside, 'tx'>,
  letterId: string,
  on: string,
  accountId: string,
): Promise<void> {
  await asRole(tx, 'door', () =>
    tx
      .updateTable('letters')
      .set({ state: 'posted', posted_on: on, posted_by: accountId })
      .where('id', '=', letterId)
      .execute(),
  );
}
