// Appends facts to the journal, each case's numbered on from its last one: one statement for one fact or for thousands.
import { sql } from 'kysely';
import type { Facts } from '../journal.ts';
import type { Tx } from '../program.ts';
import { assertNoWords, type Fact } from './fact.ts';

/** The act that leaves facts behind. */
export interface ActOfFacts {
  readonly actId: string;
  readonly serviceId: string;
  /** The moment of the act, ISO. */
  readonly at: string;
}

/** The facts of one case in the order in which they are told; `caseId` is null where the act concerns none. */
export interface FactsOfCase {
  readonly caseId: string | null;
  readonly facts: readonly Fact<Facts>[];
}

/** Appends the facts of cases, each case given once. The caller is the door and holds the cases, so nobody else numbers them meanwhile. */
export async function appendFacts(
  tx: Tx,
  { actId, serviceId, at }: ActOfFacts,
  cases: readonly FactsOfCase[],
): Promise<void> {
  const rows = cases.flatMap(({ caseId, facts }) =>
    facts.map(({ code, data, readers }, index) => {
      assertNoWords(code, data);
      return { case_id: caseId, seq: index + 1, code, data, readers };
    }),
  );
  if (rows.length === 0) return;
  await sql`insert into facts (case_id, seq, act_id, service_id, code, data, readers, at)
    select n.case_id, coalesce((select max(f.seq) from facts f where f.case_id = n.case_id), 0) + n.seq, ${actId}::uuid, ${serviceId}::uuid, n.code, n.data, n.readers, ${at}::timestamptz
    from json_populate_recordset(null::facts, ${JSON.stringify(rows)}::json) n`.execute(tx);
}
