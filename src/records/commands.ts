// Erases what is personal about a person or a case, from the register; and holds a case from being erased.
import { appendFacts } from '../cases/append-facts.ts';
import type { Inside } from '../cases/inside.ts';
import { throughTheDoor, type Done, type Refused } from '../cases/one-door.ts';
import { newId } from '../kit/ids.ts';
import type { FileRecord } from '../kit/files/files.ts';
import { describeError } from '../kit/log.ts';
import { asRole, inSeat, type Seat } from '../kit/sql/seat.ts';
import type { Program, WebProgram } from '../program.ts';
import type { System } from '../sign-in/who.ts';
import { blank, countUnblanked, type Blanked } from './blanking.ts';
import { refusalOfErasure, type ErasureRefusal } from './rules.ts';
import { findScope, type Subject } from './scope.ts';
import { getStanding, listBytes } from './store.ts';
import type { HoldReason } from './words.ts';

export type RecordsProgram = Program & Pick<WebProgram, 'files' | 'log'>;

/** Reads every table, and can write nothing. */
export const retentionReads: Seat = { role: 'retention', settings: {}, readOnly: true };

/** Says what an erasure would blank, by table and class, and changes nothing. */
export async function planErasure(
  { database }: Pick<RecordsProgram, 'database'>,
  subject: Subject,
): Promise<readonly Blanked[] | Refused<ErasureRefusal>> {
  return inSeat(database, retentionReads, async (tx) => {
    const scope = await findScope(tx, subject);
    if (!scope) return { refused: 'no-such-person' };
    const refused = refusalOfErasure(await getStanding(tx, scope));
    if (refused) return { refused };
    const plan = await countUnblanked(tx, scope);
    return plan.length === 0 ? { refused: 'nothing-left' } : plan;
  });
}

/**
 * Blanks everything personal about a subject in one commit, with a fact in every case it touches; the journal and the certificate as
 * issued stay until the end of retention. Stored bytes go after the commit, which has already taken the only key to them: what is left
 * when this dies in between, the nightly sweep of files removes. Quiet when nothing is left.
 */
export async function erase(
  program: RecordsProgram,
  who: System,
  { actId, ...subject }: Subject & { readonly actId: string },
): Promise<Done | Refused<ErasureRefusal>> {
  let bytes: readonly FileRecord[] = [];
  const done = await throughTheDoor<ErasureRefusal>(
    program,
    { actId, command: 'erase', who, caseId: subject.caseId },
    async (inside) => {
      const { tx, now } = inside;
      const scope = await asRole(tx, 'retention', () => findScope(tx, subject));
      if (!scope) return { refused: 'no-such-person' };
      const others = scope.touched.filter((id) => id !== subject.caseId);
      await holdCases(inside, others);
      const refused = refusalOfErasure(await asRole(tx, 'retention', () => getStanding(tx, scope)));
      if (refused) return { refused };
      bytes = await asRole(tx, 'retention', () => listBytes(tx, scope));
      const blanked = await asRole(tx, 'retention', () => blank(tx, scope, now.toString()));
      const rows = blanked.reduce((sum, table) => sum + table.rows, 0);
      if (rows === 0) return { refused: 'nothing-left' };
      const erased = (participation: string | null) => ({
        code: 'personal-data-erased' as const,
        data: { participation, rows },
        readers: [],
      });
      const parts = await partsIn(inside, others, scope.people);
      await asRole(tx, 'door', () =>
        appendFacts(
          tx,
          { actId, serviceId: who.serviceId, at: now.toString() },
          parts.map(({ case_id: caseId, id }) => ({ caseId, facts: [erased(id)] })),
        ),
      );
      return { facts: [erased(subject.participationId)] };
    },
  );
  if ('done' in done) await removeBytes(program, bytes);
  return done;
}

/** Holds the rows of the person's other cases: nobody reopens one meanwhile. */
async function holdCases({ tx }: Inside, cases: readonly string[]): Promise<void> {
  if (cases.length === 0) return;
  await asRole(tx, 'door', () =>
    tx.selectFrom('cases').select('id').where('id', 'in', cases).orderBy('id').forUpdate().execute(),
  );
}

/** One participation of the person in each of their other cases. */
async function partsIn({ tx }: Inside, cases: readonly string[], people: readonly string[]) {
  if (cases.length === 0 || people.length === 0) return [];
  return asRole(tx, 'retention', () =>
    tx
      .selectFrom('participations')
      .select(['id', 'case_id'])
      .distinctOn('case_id')
      .where('case_id', 'in', cases)
      .where('person_id', 'in', people)
      .orderBy('case_id')
      .orderBy('id')
      .execute(),
  );
}

/** Never throws: the rows are blank already, and the nightly sweep tries again. */
async function removeBytes({ files, log }: RecordsProgram, bytes: readonly FileRecord[]): Promise<void> {
  for (const record of bytes) {
    await files.eraseFile(record).catch((error: unknown) => {
      log.error('file-not-removed', { file: record.fileId, ...describeError(error) });
    });
  }
}

/** Keeps a case from being erased until the hold is lifted. Refused while another hold stands. Throws NotFound. */
export async function placeHold(
  program: RecordsProgram,
  who: System,
  hold: { readonly actId: string; readonly caseId: string; readonly why: HoldReason; readonly reviewOn: string },
): Promise<Done | Refused<'held-already'>> {
  const { actId, caseId, why, reviewOn } = hold;
  return throughTheDoor<'held-already'>(program, { actId, command: 'placeHold', who, caseId }, async ({ tx, now }) => {
    const id = newId(now);
    const placed = await tx
      .insertInto('holds')
      .values({ id, service_id: who.serviceId, case_id: caseId, why, review_on: reviewOn, placed_at: now.toString() })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!placed) return { refused: 'held-already' };
    return { facts: [{ code: 'hold-placed', data: { hold: id, why, reviewOn }, readers: [] }] };
  });
}

/** Lifts the hold on a case. Quiet when there is none. Throws NotFound. */
export async function liftHold(
  program: RecordsProgram,
  who: System,
  { actId, caseId }: { readonly actId: string; readonly caseId: string },
): Promise<Done | Refused<never>> {
  return throughTheDoor<never>(program, { actId, command: 'liftHold', who, caseId }, async ({ tx, now }) => {
    const lifted = await tx
      .updateTable('holds')
      .set({ lifted_at: now.toString() })
      .where('case_id', '=', caseId)
      .where('lifted_at', 'is', null)
      .returning('id')
      .execute();
    return { facts: lifted.map(({ id }) => ({ code: 'hold-lifted' as const, data: { hold: id }, readers: [] })) };
  });
}
