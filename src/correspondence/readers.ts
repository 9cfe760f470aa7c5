// Who may be told that a letter went: the person it went to, in the case it is about.
import type { Row } from '../../database/tables.ts';
import type { Tx } from '../program.ts';

/** Lists the participations of the person a letter is for; none for a letter outside every case. */
export async function readersOf(tx: Tx, letter: Pick<Row<'letters'>, 'case_id' | 'person_id'>): Promise<string[]> {
  if (!letter.case_id || !letter.person_id) return [];
  const rows = await tx
    .selectFrom('participations')
    .select('id')
    .where('case_id', '=', letter.case_id)
    .where('person_id', '=', letter.person_id)
    .where('until_at', 'is', null)
    .limit(20)
    .execute();
  return rows.map(({ id }) => id);
}
