// Ends what a person could still open after the way to reach them was changed: every session, and every link that was not used yet.
import { asRole } from '../kit/sql/seat.ts';
import type { Inside } from '../cases/inside.ts';

/** Ends a person's sessions and unused links inside the act that changes their contact details, so that the old address opens nothing. */
export async function endSessionsOfPerson({ tx, now }: Inside, personId: string): Promise<void> {
  await asRole(tx, 'worker', async () => {
    const accounts = tx.selectFrom('accounts').select('id').where('person_id', '=', personId);
    await tx
      .updateTable('sessions')
      .set({ ended_at: now.toString() })
      .where('account_id', 'in', accounts)
      .where('ended_at', 'is', null)
      .execute();
    await tx
      .deleteFrom('sign_in_links')
      .where((where) => where.or([where('person_id', '=', personId), where('account_id', 'in', accounts)]))
      .where('used_at', 'is', null)
      .execute();
  });
}

/** Ends the sessions and unused links of somebody whose place at the desk ends, inside the act that ends it. */
export async function endSessionsOfAccount({ tx, now }: Pick<Inside, 'tx' | 'now'>, accountId: string): Promise<void> {
  await asRole(tx, 'worker', async () => {
    await tx
      .updateTable('sessions')
      .set({ ended_at: now.toString() })
      .where('account_id', '=', accountId)
      .where('ended_at', 'is', null)
      .execute();
    await tx.deleteFrom('sign_in_links').where('account_id', '=', accountId).where('used_at', 'is', null).execute();
  });
}
