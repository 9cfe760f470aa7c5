// Makes a copy of everything held about a person or a case, in open files: what is in it comes from the register and the ways to its
// rows, so nothing is forgotten; a person's copy leaves out what only others may read.
import { sql } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import { notedExport } from '../audit/looked.ts';
import { sayDay } from '../cases/day.ts';
import type { Audience } from '../cases/fact.ts';
import { throughTheDoor, type Refused } from '../cases/one-door.ts';
import { sentences, type Facts } from '../journal.ts';
import { londonDay } from '../kit/clock.ts';
import type { FileRecord } from '../kit/files/files.ts';
import { describeError } from '../kit/log.ts';
import { inFours } from '../kit/reference.ts';
import { asRole, inSeat } from '../kit/sql/seat.ts';
import type { Tx } from '../program.ts';
import type { Staff, System } from '../sign-in/who.ts';
import { Temporal } from 'temporal-polyfill';
import { retentionReads, type RecordsProgram } from './commands.ts';
import { dictionary, exportedColumns } from './dictionary.ts';
import { condition, inScope, reach, reachedTables, type Reached, type Scope } from './reach.ts';
import { readme } from './readme.ts';
import { findScope, type Subject } from './scope.ts';

/** Takes one file of the copy, by its path inside it. */
export type Put = (name: string, content: string | Uint8Array) => Promise<void>;

export interface Exported {
  /** Rows in the copy, of all tables. */
  readonly rows: number;
  readonly papers: number;
  /** Ids of papers whose bytes could not be read. */
  readonly unreadable: readonly string[];
}

interface Paper {
  readonly id: string;
  readonly name: string;
  readonly storage: FileRecord;
}

/**
 * Writes the copy with `put`, the README last, so that a copy without one is not whole. The look and the fact are committed before
 * anything is read. Throws NotFound.
 */
export async function exportRecords(
  program: RecordsProgram,
  who: Staff | System,
  { actId, ...subject }: Subject & { readonly actId: string },
  put: Put,
): Promise<Exported | Refused<'no-such-person'>> {
  const { caseId, participationId } = subject;
  const passage = { actId, command: 'exportRecords', who, caseId };
  const noted = await throughTheDoor<'no-such-person'>(program, passage, async ({ tx, now }) =>
    asRole(tx, 'retention', async () => {
      if (!(await findScope(tx, subject))) return { refused: 'no-such-person' };
      await notedExport(tx, who, { caseId, subjectId: participationId }, now);
      return { facts: [{ code: 'records-exported', data: { participation: participationId }, readers: [] }] };
    }),
  );
  if ('refused' in noted) return noted;

  const held = await inSeat(program.database, retentionReads, (tx) => readAll(tx, subject));
  for (const [table, rows] of held.tables) await put(`data/${table}.json`, `${JSON.stringify(rows, null, 2)}\n`);
  await put('history.txt', historyOf(held.tables.get('facts') ?? [], participationId === null ? 'desk' : 'family'));
  await put('data-dictionary.csv', dictionary([...held.tables.keys()]));
  const unreadable: string[] = [];
  for (const [at, { id, name, storage }] of held.papers.entries()) {
    try {
      await put(`papers/${String(at + 1).padStart(3, '0')}-${safeName(name)}`, await program.files.getFile(storage));
    } catch (error) {
      program.log.error('paper-not-exported', { file: id, ...describeError(error) });
      unreadable.push(id);
    }
  }
  const counted = [...held.tables].map(([table, rows]) => [table, rows.length] as const);
  const copy = {
    rows: counted.reduce((sum, [, rows]) => sum + rows, 0),
    papers: held.papers.length - unreadable.length,
    unreadable,
  };
  const about = {
    service: held.service,
    reference: inFours(held.reference),
    madeOn: sayDay(program.clock.today().toString()),
  };
  await put('README.txt', readme({ ...about, ofCase: participationId === null, tables: counted, ...copy }));
  return copy;
}

type Rows = Readonly<Record<string, unknown>>[];

async function readAll(tx: Tx, subject: Subject) {
  const found = await findScope(tx, subject);
  if (!found) throw new TypeError('the participation vanished after its export was noted');
  const ofPerson = subject.participationId !== null;
  // What is common to a case is told to a person by the wall's own condition, never because they are the last to share it.
  const scope: Scope = ofPerson ? { ...found, cases: [] } : { ...found, open: [] };
  const tables = new Map<keyof Tables, Rows>();
  for (const [table, how] of reachedTables) {
    const columns = sql.join(exportedColumns(table).map((column) => sql.ref(column)));
    const { rows } = await sql<Record<string, unknown>>`
      select ${columns} from ${sql.table(table)} where ${exported(how, scope, ofPerson)} order by 1, 2`.execute(tx);
    if (rows.length > 0) tables.set(table, rows);
  }
  const { rows: papers } = await sql<Paper>`
    select id, name, storage from files where erased_at is null and ${exported(reach.files as Reached, scope, ofPerson)}
    order by made_at, id`.execute(tx);
  const about = await tx
    .selectFrom('cases')
    .innerJoin('services', 'services.id', 'cases.service_id')
    .select(['cases.reference', 'services.name as service'])
    .where('cases.id', '=', subject.caseId)
    .executeTakeFirstOrThrow();
  return { tables, papers, ...about };
}

/** The rows that go into a copy: all in scope, and for a person also what they are told, without what the wall keeps from them. */
function exported(how: Reached, scope: Scope, ofPerson: boolean) {
  if (!ofPerson) return sql`(${inScope(how, scope)})`;
  return sql`((${inScope(how, scope)}) or (${condition(how.told ?? 'false', scope)})) and not (${condition(how.withheld ?? 'false', scope)})`;
}

/** The timeline as sentences, a line each. */
function historyOf(facts: Rows, audience: Audience): string {
  const lines = (facts as { code: keyof Facts; data: never; at: string }[]).flatMap(({ code, data, at }) => {
    const say = sentences[code]?.[audience] as ((of: never) => string) | null | undefined;
    return say ? [`${sayDay(londonDay(Temporal.Instant.from(at)).toString())}: ${say(data)}`] : [];
  });
  return `${lines.join('\n')}\n`;
}

/** A name that every file system takes. */
function safeName(name: string): string {
  const plain = name.normalize('NFC').replaceAll(/[^\p{L}\p{M}\p{N}._ -]+/gu, '-');
  return plain.replace(/^[. -]+/, '').slice(-80) || 'paper';
}
