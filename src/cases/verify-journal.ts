// Folds every case's facts and compares where they say that it stands with what its row shows: the command line's check. The clocks are
// not folded: a fact does not hold every day that the law counts from, and they are counted from the rows with every act.
import { inSeat } from '../kit/sql/seat.ts';
import type { Program } from '../program.ts';
import type { Facts } from '../journal.ts';
import type { Fact } from './fact.ts';
import { foldStanding, type Standing } from './stages.ts';

export interface JournalReport {
  readonly cases: number;
  /** What facts and rows disagree about, by the case's id. */
  readonly broken: readonly Difference[];
}

interface Difference {
  readonly caseId: string;
  readonly what: keyof Standing;
  readonly row: string;
  readonly facts: string;
}

const BATCH = 500;

/** Checks every case in batches, reading as the worker. It changes nothing. */
export async function verifyJournal(program: Pick<Program, 'database'>): Promise<JournalReport> {
  const broken: Difference[] = [];
  let cases = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const batch = await inSeat(program.database, { role: 'worker', settings: {}, readOnly: true }, async (tx) => {
      const rows = await tx
        .selectFrom('cases')
        .select(['id', 'stage', 'road', 'informed'])
        .where('id', '>', after)
        .orderBy('id')
        .limit(BATCH)
        .execute();
      if (rows.length === 0) return [];
      const facts = await tx
        .selectFrom('facts')
        .select(['case_id', 'code', 'data'])
        .where(
          'case_id',
          'in',
          rows.map(({ id }) => id),
        )
        .orderBy('case_id')
        .orderBy('seq')
        .execute();
      const byCase = Map.groupBy(facts, ({ case_id: caseId }) => caseId);
      return rows.map((row) => ({ row, told: foldStanding((byCase.get(row.id) ?? []) as unknown as Fact<Facts>[]) }));
    });
    if (batch.length === 0) return { cases, broken };
    cases += batch.length;
    for (const { row, told } of batch) broken.push(...differences(row, told));
    after = batch.at(-1)?.row.id ?? after;
  }
}

type Row = { readonly id: string } & { readonly [What in keyof Standing]: unknown };

function differences(row: Row, told: Standing): Difference[] {
  return (['stage', 'road', 'informed'] as const)
    .filter((what) => row[what] !== told[what])
    .map((what) => ({ caseId: row.id, what, row: String(row[what]), facts: String(told[what] ?? 'nothing') }));
}
