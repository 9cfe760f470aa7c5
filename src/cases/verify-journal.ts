// Folds every case's facts and compares the stage they give with the stage its row shows. The nightly check, and the command line's.
import { inSeat } from '../kit/sql/seat.ts';
import type { Program } from '../program.ts';
import type { Facts } from '../journal.ts';
import type { Fact } from './fact.ts';
import { foldStage } from './stages.ts';

export interface JournalReport {
  readonly cases: number;
  /** Cases whose facts and rows disagree, by id. */
  readonly broken: readonly { readonly caseId: string; readonly row: string; readonly facts: string | null }[];
}

const BATCH = 500;

/** Checks every case in batches, reading as the worker. It changes nothing. */
export async function verifyJournal(program: Pick<Program, 'database'>): Promise<JournalReport> {
  const broken: JournalReport['broken'][number][] = [];
  let cases = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const batch = await inSeat(program.database, { role: 'worker', settings: {}, readOnly: true }, async (tx) => {
      const rows = await tx
        .selectFrom('cases')
        .select(['id', 'stage'])
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
      return rows.map(({ id, stage }) => ({
        id,
        stage,
        told: foldStage((byCase.get(id) ?? []) as unknown as Fact<Facts>[]),
      }));
    });
    if (batch.length === 0) return { cases, broken };
    cases += batch.length;
    for (const { id, stage, told } of batch) if (stage !== told) broken.push({ caseId: id, row: stage, facts: told });
    after = batch.at(-1)?.id ?? after;
  }
}
