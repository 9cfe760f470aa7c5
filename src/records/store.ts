// Reads what erasing and exporting ask about a case: what its touched cases stand at, who is in it, the bytes it keeps.
import { Temporal } from 'temporal-polyfill';
import { sql } from 'kysely';
import type { Row } from '../../database/tables.ts';
import type { FileRecord } from '../kit/files/files.ts';
import type { Tx } from '../program.ts';
import { condition, inScope, reach, type Reached, type Scope } from './reach.ts';
import type { ErasureStanding } from './rules.ts';
import type { FoundScope } from './scope.ts';

/** Gets what the rule of erasing asks. */
export async function getStanding(tx: Tx, scope: FoundScope): Promise<ErasureStanding> {
  const cases = await tx.selectFrom('cases').select('closed_at').where('id', 'in', scope.touched).execute();
  const holds = await tx
    .selectFrom('holds')
    .select('review_on')
    .where('case_id', 'in', scope.touched)
    .where('lifted_at', 'is', null)
    .execute();
  const letters = await sql`select id from letters
    where state = 'sending' and (${inScope(reach.letters as Reached, scope)}) limit 1`.execute(tx);
  return {
    closed: cases.map((found) => found.closed_at),
    holds: holds.map((hold) => ({ reviewOn: Temporal.PlainDate.from(hold.review_on) })),
    lettersOnTheirWay: letters.rows.length,
  };
}

/** Lists the stored bytes that an erasure of this scope removes. */
export async function listBytes(tx: Tx, scope: Scope): Promise<FileRecord[]> {
  const how = reach.files as Reached;
  const { rows } = await sql<{ storage: FileRecord }>`
    select storage from files where erased_at is null and (${inScope(how, scope)}) and not (${condition(how.kept ?? 'false', scope)})`.execute(
    tx,
  );
  return rows.map(({ storage }) => storage);
}

/** Lists the people of a case for choosing one, without their names. */
export async function listParts(
  tx: Tx,
  caseId: string,
): Promise<Pick<Row<'participations'>, 'id' | 'capacity' | 'from_at'>[]> {
  return tx
    .selectFrom('participations')
    .select(['id', 'capacity', 'from_at'])
    .where('case_id', '=', caseId)
    .orderBy('from_at')
    .orderBy('id')
    .execute();
}
