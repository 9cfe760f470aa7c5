// Erasing: everything personal of the one who asked goes and nobody else's; the journal and the certificate as issued stay.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { migrations } from '../../database/migrations/index.ts';
import { personalData } from '../../database/personal-data.ts';
import type { Tables } from '../../database/tables.ts';
import { openTestDatabase } from '../../test/support/database.ts';
import { openCase } from '../../test/support/contact.ts';
import { makeDesk } from '../../test/support/desk.ts';
import { verifyJournal } from '../cases/verify-journal.ts';
import { newCase } from '../../test/support/ready-case.ts';
import { openFiles, type Files } from '../kit/files/files.ts';
import { folderStore } from '../kit/files/folder.ts';
import { NotFound } from '../kit/http/problems.ts';
import { newId } from '../kit/ids.ts';
import { createLog } from '../kit/log.ts';
import { isErased } from './blanking.ts';
import { erase, liftHold, placeHold, planErasure, type RecordsProgram } from './commands.ts';
import { canary, fullCase } from './fixtures/full-case.ts';
import { reach, reachedTables } from './reach.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'records-test-'));
const database = await openTestDatabase<Tables>(migrations);
const desk = await makeDesk(database);
const files = openFiles(folderStore(folder), { current: 'k1', keys: { k1: randomBytes(32).toString('base64') } });
const system = { kind: 'system', serviceId: desk.serviceId } as const;
const lines: string[] = [];
const withFiles = (over: Partial<Files> = {}): RecordsProgram => ({
  ...desk.at('2026-11-02T10:00:00Z'),
  files: { ...files, ...over },
  log: createLog({ shape: 'json', time: () => '2026-11-02T10:00:00Z', write: (line) => void lines.push(line) }),
});
const program = withFiles();
const eraseNow = (subject: { caseId: string; participationId: string | null }, over = program) =>
  erase(over, system, { actId: newId(), ...subject });

/** Every row there is, as text, by table. */
async function everything(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const table of Object.keys(personalData)) {
    const { rows } = await sql<{ row: string }>`select to_jsonb(t)::text as row from ${sql.table(table)} t`.execute(
      database.kysely,
    );
    found.set(table, rows.map(({ row }) => row).join('\n'));
  }
  return found;
}
/** So that a test that fails leaves nothing to the next. */
afterEach(async () => {
  await sql`truncate cases, contact_points, safe_words, sessions, sign_in_links, search_vocabulary, search_slips, files, letters, facts, acts cascade`.execute(
    database.kysely,
  );
  await sql`update people set first_names = '', last_name = '', known_as = null, language = null, dialect = null, formats = '{}', needs = null`.execute(
    database.kysely,
  );
  await sql`delete from accounts where kind = 'family'`.execute(database.kysely);
  rmSync(folder, { recursive: true, force: true });
});
const bytesKept = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
const factsIn = (caseId: string) =>
  desk.look((tx) => tx.selectFrom('facts').selectAll().where('case_id', '=', caseId).orderBy('seq').execute());
const tablesWith = (rows: Map<string, string>, word: string) =>
  [...rows].filter(([, text]) => text.includes(word)).map(([table]) => table);
test('every table with a personal column is reached, or says why it is about nobody in a case', () => {
  const personal = Object.entries(personalData).filter(([, columns]) => Object.values(columns).some(isErased));
  const reached = new Set<string>(reachedTables.map(([table]) => table));
  const nobody = personal.map(([table]) => table).filter((table) => !reached.has(table));
  // Each of these says why in src/records/reach.ts; a new table does not compile before it is in that list.
  expect(nobody.toSorted()).toEqual([
    'bodies', 'passkey_challenges', 'passkeys', 'recovery_codes', 'search_slips', 'search_vocabulary', 'sign_in_requests', 'staff',
  ]); // prettier-ignore
  expect(Object.keys(reach).toSorted()).toEqual(Object.keys(personalData).toSorted());
});

test('only papers and documents lead to files', async () => {
  const { rows } = await sql<{ from: string }>`
    select distinct conrelid::regclass::text as from from pg_constraint where contype = 'f' and confrelid = 'files'::regclass`.execute(
    database.kysely,
  );
  expect(rows.map(({ from }) => from).toSorted()).toEqual(['documents', 'papers']);
});

test('the case of these tests holds a word in every personal column that can be reached', async () => {
  await fullCase(database, desk, files);
  const unfilled: string[] = [];
  for (const [table] of reachedTables) {
    for (const [column, of] of Object.entries(personalData[table])) {
      if (!isErased(of)) continue;
      const { rows } = await sql<{ filled: boolean }>`
        select exists (select from ${sql.table(table)} where ${sql.ref(column)} is not null and ${sql.ref(column)}::text not in ('', '{}')) as filled`.execute(
        database.kysely,
      );
      if (!rows[0]?.filled) unfilled.push(`${table}.${column}`);
    }
  }
  expect(unfilled).toEqual([]);
});

test('one parent asks: theirs goes, from every table and from the disk; the other’s and what is common stays', async () => {
  const made = await fullCase(database, desk, files);
  const before = await everything();
  const factsBefore = await factsIn(made.caseId);
  const bytesBefore = bytesKept();

  expect(await eraseNow({ caseId: made.caseId, participationId: made.ann.participationId })).toMatchObject({
    done: true,
  });

  const after = await everything();
  expect(tablesWith(before, 'canaryann').length).toBeGreaterThan(10);
  expect(tablesWith(after, 'canaryann')).toEqual([]);
  expect(tablesWith(after, 'canarybob')).toEqual(tablesWith(before, 'canarybob'));
  expect(tablesWith(after, 'canarycommon')).toEqual(tablesWith(before, 'canarycommon'));
  for (const [table, text] of before) {
    const others = (rows: string) => rows.match(/canary(bob|common)[a-z]*/g)?.toSorted() ?? [];
    expect([table, others(after.get(table) ?? '')]).toEqual([table, others(text)]);
  }
  expect(after.get('certificate_versions')).toContain('statutoryann');
  expect(after.get('papers')).toContain('statutoryann');
  // Two papers and the three files of the one that came in; the certificate's own stays.
  expect(bytesBefore - bytesKept()).toBe(5);
  expect(bytesKept()).toBeGreaterThan(0);

  const person = await database.kysely
    .selectFrom('people')
    .selectAll()
    .where('id', '=', made.ann.personId)
    .executeTakeFirstOrThrow();
  expect(person).toMatchObject({ first_names: '', needs: '', formats: [], erased_at: expect.any(String) });
  const rows = await desk.look(async (tx) => ({
    points: await tx
      .selectFrom('contact_points')
      .select(['value', 'telephone_key', 'until_at'])
      .where('person_id', '=', made.ann.personId)
      .execute(),
    account: await tx
      .selectFrom('accounts')
      .select('suspended_at')
      .where('id', '=', made.ann.accountId)
      .executeTakeFirst(),
    letters: await tx
      .selectFrom('letters')
      .select('state')
      .where('person_id', '=', made.ann.personId)
      .orderBy('state')
      .execute(),
    bobs: await tx
      .selectFrom('letters')
      .select('state')
      .where('person_id', '=', made.bob.personId)
      .orderBy('state')
      .execute(),
  }));
  expect(rows).toMatchObject({
    points: Array.from({ length: 3 }, () => ({ value: '', telephone_key: null, until_at: expect.any(String) })),
    account: { suspended_at: expect.any(String) },
    letters: [{ state: 'cancelled' }, { state: 'sent' }],
    bobs: [{ state: 'sent' }, { state: 'to-post' }],
  });

  const facts = await factsIn(made.caseId);
  expect(facts.slice(0, -1)).toEqual(factsBefore);
  expect(facts.at(-1)).toMatchObject({
    code: 'personal-data-erased',
    data: { participation: made.ann.participationId },
    readers: [],
  });
  expect((await verifyJournal(program)).broken).toEqual([]);

  expect(await eraseNow({ caseId: made.caseId, participationId: made.ann.participationId })).toEqual({
    refused: 'nothing-left',
  });
  expect(await factsIn(made.caseId)).toEqual(facts);

  // The last who shared the case takes what was common along.
  await eraseNow({ caseId: made.caseId, participationId: made.bob.participationId });
  expect(tablesWith(await everything(), 'canary')).toEqual([]);
  expect((await verifyJournal(program)).broken).toEqual([]);
});

test('a whole case: first said by table and class, then gone, and neither twice', async () => {
  const made = await fullCase(database, desk, files);
  const subject = { caseId: made.caseId, participationId: null };
  const plan = await planErasure(program, subject);
  expect(plan).toEqual(
    expect.arrayContaining([
      { table: 'people', classes: ['identity', 'needs'], rows: 2 },
      { table: 'children', classes: ['identity', 'circumstances'], rows: 1 },
      { table: 'files', classes: ['words', 'bytes'], rows: 14 },
      { table: 'sessions', classes: ['secret', 'circumstances'], rows: 2 },
    ]),
  );
  expect(tablesWith(await everything(), 'canary').length).toBeGreaterThan(10);
  expect(await eraseNow(subject)).toMatchObject({ done: true });
  expect(tablesWith(await everything(), 'canary')).toEqual([]);
  expect(await planErasure(program, subject)).toEqual({ refused: 'nothing-left' });
});

test('whoever takes part in another case keeps what is theirs there; asked for by name, it goes in both', async () => {
  const made = await fullCase(database, desk, files);
  const other = await newCase(database.kysely, desk);
  await database.kysely
    .updateTable('participations')
    .set({ person_id: made.bob.personId })
    .where('id', '=', other.participationId)
    .execute();
  await eraseNow({ caseId: made.caseId, participationId: null });
  expect(tablesWith(await everything(), 'canarybobfirst')).toEqual(['people', 'search_vocabulary']);
  expect(tablesWith(await everything(), 'canarybobwords')).toEqual([]);

  const bob = { caseId: made.caseId, participationId: made.bob.participationId };
  expect(await eraseNow(bob)).toEqual({ refused: 'case-open' });
  await database.kysely
    .updateTable('cases')
    .set({ closed_at: '2026-05-01T00:00:00Z' })
    .where('id', '=', other.caseId)
    .execute();
  expect(await eraseNow(bob)).toMatchObject({ done: true });
  expect(tablesWith(await everything(), 'canary')).toEqual([]);
  expect((await factsIn(other.caseId)).map(({ code, data }) => ({ code, data }))).toEqual([
    { code: 'personal-data-erased', data: expect.objectContaining({ participation: other.participationId }) },
  ]);
  const child = await database.kysely
    .selectFrom('children')
    .select('first_names')
    .where('case_id', '=', other.caseId)
    .executeTakeFirst();
  expect(child).toEqual({ first_names: '' });
});

test('a supporter’s request leaves the family’s rows alone', async () => {
  const made = await fullCase(database, desk, files);
  await database.kysely
    .updateTable('participations')
    .set({ capacity: 'supporter', right_holder: false, may_open_the_page: false })
    .where('id', '=', made.bob.participationId)
    .execute();
  await eraseNow({ caseId: made.caseId, participationId: made.bob.participationId });
  const after = await everything();
  expect(tablesWith(after, 'canarybob')).toEqual([]);
  expect(tablesWith(after, 'canarycommon').length).toBeGreaterThan(4);
  expect(tablesWith(after, canary('ann', 'first'))).toContain('people');
});

test('it is refused while the case is open, held, or a letter is being sent; nothing changes', async () => {
  const made = await fullCase(database, desk, files, { open: true });
  const subject = { caseId: made.caseId, participationId: made.ann.participationId };
  const before = await everything();
  expect(await eraseNow(subject)).toEqual({ refused: 'case-open' });
  expect(await planErasure(program, subject)).toEqual({ refused: 'case-open' });
  expect(await eraseNow({ ...subject, participationId: newId() })).toEqual({ refused: 'no-such-person' });
  await expect(eraseNow({ caseId: newId(), participationId: null })).rejects.toBeInstanceOf(NotFound);
  expect(await everything()).toEqual(before);

  await database.kysely
    .updateTable('cases')
    .set({ closed_at: '2026-05-01T00:00:00Z' })
    .where('id', '=', made.caseId)
    .execute();
  const hold = { actId: newId(), caseId: made.caseId, why: 'complaint', reviewOn: '2027-01-31' } as const;
  expect(await placeHold(program, system, hold)).toMatchObject({ done: true });
  expect(await placeHold(program, system, { ...hold, actId: newId() })).toEqual({ refused: 'held-already' });
  expect(await eraseNow(subject)).toEqual({ refused: 'on-hold' });
  await liftHold(program, system, { actId: newId(), caseId: made.caseId });
  const facts = await factsIn(made.caseId);
  await liftHold(program, system, { actId: newId(), caseId: made.caseId });
  expect(await factsIn(made.caseId)).toEqual(facts);
  expect(facts.slice(-2).map(({ code }) => code)).toEqual(['hold-placed', 'hold-lifted']);

  const letters = database.kysely.updateTable('letters').where('person_id', '=', made.ann.personId);
  await letters.where('state', '=', 'sent').set({ state: 'sending' }).execute();
  expect(await eraseNow(subject)).toEqual({ refused: 'letter-on-its-way' });
  await letters.where('state', '=', 'sending').set({ state: 'sent' }).execute();
});

test('one that fails half way leaves everything as it was', async () => {
  const made = await fullCase(database, desk, files);
  const before = await everything();
  const bytes = bytesKept();
  await sql`revoke update (reading) on documents from retention`.execute(database.kysely);
  try {
    await expect(eraseNow({ caseId: made.caseId, participationId: null })).rejects.toThrow(/permission denied/);
  } finally {
    await sql`grant update (reading) on documents to retention`.execute(database.kysely);
  }
  expect(await everything()).toEqual(before);
  expect(bytesKept()).toBe(bytes);
});

test('bytes that could not be removed are named in the log by id, and their rows are blank all the same', async () => {
  const made = await fullCase(database, desk, files);
  const full = withFiles({ eraseFile: () => Promise.reject(new Error('the disk is away')) });
  const bytes = bytesKept();
  lines.length = 0;
  expect(await eraseNow({ caseId: made.caseId, participationId: null }, full)).toMatchObject({ done: true });
  expect(tablesWith(await everything(), 'canary')).toEqual([]);
  expect(bytesKept()).toBe(bytes);
  expect(lines).toHaveLength(14);
  expect(lines[0]).toMatch(/"event":"file-not-removed","file":"[0-9a-f]{32}"/);
});

test('what a person wrote by the usual ways is blanked too: search does not find them any more', async () => {
  const at = desk.at('2026-03-31T11:00:00+01:00');
  const opened = await openCase(at, desk, {
    child: { firstNames: 'Zebedee', lastName: 'Quillfeather' },
  });
  await database.kysely
    .updateTable('cases')
    .set({ closed_at: '2026-05-01T00:00:00Z', stage: 'closed' })
    .where('id', '=', opened.caseId)
    .execute();
  const words = () =>
    database.kysely.selectFrom('search_vocabulary').select('word').where('word', 'like', 'quill%').execute();
  expect(await words()).toHaveLength(1);
  await eraseNow({ caseId: opened.caseId, participationId: null });
  expect(await words()).toEqual([]);
});
