// Exporting: a person gets everything of theirs and nothing of another's; a case's copy is whole; both are noted before they are read.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrations } from '../../database/migrations/index.ts';
import { personalData } from '../../database/personal-data.ts';
import type { Tables } from '../../database/tables.ts';
import { openTestDatabase } from '../../test/support/database.ts';
import { makeDesk } from '../../test/support/desk.ts';
import { listLooked } from '../audit/looked.ts';
import { openFiles } from '../kit/files/files.ts';
import { folderStore } from '../kit/files/folder.ts';
import { newId } from '../kit/ids.ts';
import { createLog } from '../kit/log.ts';
import { inSeat } from '../kit/sql/seat.ts';
import { reading } from '../program.ts';
import { seatOf } from '../sign-in/who.ts';
import { erase, type RecordsProgram } from './commands.ts';
import { openExportFolder, FolderNotEmpty } from './export-folder.ts';
import { exportRecords } from './exporting.ts';
import { fullCase, type FullCase } from './fixtures/full-case.ts';
import { reachedTables } from './reach.ts';

const database = await openTestDatabase<Tables>(migrations);
const desk = await makeDesk(database);
const system = { kind: 'system', serviceId: desk.serviceId } as const;
let folder = '';
let program: RecordsProgram;
let made: FullCase;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'export-test-'));
  const files = openFiles(folderStore(path.join(folder, 'files')), {
    current: 'k1',
    keys: { k1: randomBytes(32).toString('base64') },
  });
  program = {
    ...desk.at('2026-11-02T10:00:00Z'),
    files,
    log: createLog({ shape: 'json', time: () => '2026-11-02T10:00:00Z', write: () => undefined }),
  };
  made = await fullCase(database, desk, files);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Exports into a folder and gives every file of it as text, by its path. */
async function copyOf(participationId: string | null): Promise<Map<string, string>> {
  const to = path.join(folder, newId());
  const answer = await exportRecords(
    program,
    system,
    { actId: newId(), caseId: made.caseId, participationId },
    await openExportFolder(to),
  );
  expect(answer).toMatchObject({ unreadable: [] });
  const names = readdirSync(to, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(to, path.join(entry.parentPath, entry.name)));
  for (const name of names) expect([name, statSync(path.join(to, name)).mode & 0o777]).toEqual([name, 0o600]);
  expect(statSync(to).mode & 0o777).toBe(0o700);
  return new Map(names.map((name) => [name, readFileSync(path.join(to, name), 'utf8')]));
}
const canariesOf = (text: Iterable<string>, whose: string) =>
  new Set([...text].flatMap((each) => each.match(new RegExp(`canary${whose}[a-z]*`, 'g')) ?? []));

test('a parent’s copy holds all of theirs, what is common and told to them, and nothing of the other parent’s', async () => {
  const copy = await copyOf(made.ann.participationId);
  const theirs = canariesOf(copy.values(), 'ann');
  for (const where of ['first', 'last', 'needs', 'email', 'street', 'basis', 'words', 'offered', 'draft', 'reading', 'text', 'browser'])
    expect(theirs).toContain(`canaryann${where}`); // prettier-ignore
  for (const paper of ['original', 'clean', 'preview', 'paperbytes', 'certificatebytes'])
    expect(theirs).toContain(`canaryann${paper}`);
  expect(copy.get('data/certificate_versions.json')).toContain('statutoryann');
  expect(canariesOf(copy.values(), 'bob')).toEqual(new Set());
  expect([...copy.values()].join()).not.toMatch(/statutorybob|07700 900002/);
  expect([...canariesOf(copy.values(), 'common')].toSorted()).toEqual([
    'canarycommonchild', 'canarycommonfamily', 'canarycommonknown', 'canarycommonreference', 'canarycommonschool',
  ]); // prettier-ignore
  // No secret opens anything: hashes of sessions, links and drafts stay here, and so do the keys of files.
  expect([...copy.values()].join()).not.toMatch(/canaryann(token|link|codehash|draftlink)|wrappedKey/);
});

test('whatever the wall shows somebody stands in their copy', async () => {
  const copy = await copyOf(made.ann.participationId);
  const who = {
    kind: 'family',
    accountId: made.ann.accountId,
    personId: made.ann.personId,
    serviceId: desk.serviceId,
    sessionId: newId(),
  } as const;
  let seen = 0;
  for (const [table] of reachedTables) {
    const key = Object.keys(personalData[table]).find((column) =>
      ['id', 'case_id', 'words_id', 'letter_id', 'person_id'].includes(column),
    );
    const shown = await inSeat(database, seatOf(who, true), (tx) =>
      sql<{ id: string }>`select ${sql.ref(key ?? 'id')} as id from ${sql.table(table)}`.execute(tx),
    ).catch((error: unknown) => {
      expect([table, String(error)]).toEqual([table, expect.stringContaining('permission denied')]);
      return { rows: [] };
    });
    seen += shown.rows.length;
    for (const { id } of shown.rows)
      expect([table, copy.get(`data/${table}.json`)]).toEqual([table, expect.stringContaining(id)]);
  }
  expect(seen).toBeGreaterThan(20);
});

test('a former party is told nothing newer than the end of their reading', async () => {
  const set = database.kysely;
  await set
    .updateTable('participations')
    .set({ right_holder: false, reads_until: '2026-04-03T00:00:00Z' })
    .where('id', '=', made.bob.participationId)
    .execute();
  expect([...canariesOf((await copyOf(made.bob.participationId)).values(), 'common')]).toContain('canarycommonchild');
  for (const table of ['children', 'decisions'] as const)
    await set
      .updateTable(table)
      .set({ changed_at: '2026-04-04T00:00:00Z' })
      .where('case_id', '=', made.caseId)
      .execute();
  const after = await copyOf(made.bob.participationId);
  expect([...canariesOf(after.values(), 'common')]).toEqual([]);
  expect(after.has('data/decisions.json')).toBe(false);
});

test('somebody who may not open the case gets their own rows and not the child’s', async () => {
  await database.kysely
    .updateTable('participations')
    .set({ may_open_the_page: false, right_holder: false, capacity: 'officer', side: 'authority' })
    .where('id', '=', made.bob.participationId)
    .execute();
  const copy = await copyOf(made.bob.participationId);
  expect(canariesOf(copy.values(), 'bob').size).toBeGreaterThan(10);
  expect(canariesOf(copy.values(), '(ann|common)')).toEqual(new Set());
});

test('words that somebody else shared with a person are in that person’s copy', async () => {
  const bobs = await database.kysely
    .selectFrom('words')
    .select('id')
    .where('participation_id', '=', made.bob.participationId)
    .executeTakeFirstOrThrow();
  await database.kysely
    .insertInto('readable')
    .values({
      words_id: bobs.id,
      service_id: desk.serviceId,
      participation_id: made.ann.participationId,
      from_at: '2026-04-02T09:00:00Z',
    })
    .execute();
  const copy = await copyOf(made.ann.participationId);
  expect([...canariesOf(copy.values(), 'bob')]).toEqual(['canarybobwords']);
});

test('what has not left us is not in a person’s copy', async () => {
  const copy = await copyOf(made.ann.participationId);
  expect(copy.get('data/letters.json')).not.toContain('"to-post"');
  const whole = await copyOf(null);
  expect(whole.get('data/letters.json')).toContain('"to-post"');
});

test('a case’s copy is whole, and says what each field is', async () => {
  const copy = await copyOf(null);
  for (const whose of ['ann', 'bob', 'common']) expect(canariesOf(copy.values(), whose).size).toBeGreaterThan(10);
  expect(copy.get('README.txt')).toMatch(/The|This is the whole case[\s\S]*data\/people\.json +2\n/);
  expect(copy.get('history.txt')).toMatch(/^Thursday 2 April 2026|2 April 2026: Contact made by/m);
  const dictionary = copy.get('data-dictionary.csv') ?? '';
  expect(dictionary).toContain('"data/people.json","first_names","identity",');
  expect(dictionary).toContain(
    '"data/sessions.json","token_hash","secret","Hashes and keys that open something; never exported","no"',
  );
  const tables = [...copy.keys()].filter((name) => name.startsWith('data/'));
  for (const table of tables) expect(dictionary).toContain(`"${table}"`);
});

test('it is noted as a look and as a fact, by id', async () => {
  await copyOf(made.ann.participationId);
  const looks = await reading(program, desk.manager, (tx) => listLooked(tx, desk.serviceId, { caseId: made.caseId }));
  expect(looks).toMatchObject([{ what: 'export', accountId: null, byName: null, subjectId: made.ann.participationId }]);
  const facts = await desk.look((tx) =>
    tx
      .selectFrom('facts')
      .select(['code', 'data'])
      .where('case_id', '=', made.caseId)
      .where('code', '=', 'records-exported')
      .execute(),
  );
  expect(facts).toEqual([{ code: 'records-exported', data: { participation: made.ann.participationId } }]);
});

test('nobody of that number is refused, and a folder with something in it too', async () => {
  const put = await openExportFolder(path.join(folder, 'one'));
  const asked = { actId: newId(), caseId: made.caseId, participationId: newId() };
  expect(await exportRecords(program, system, asked, put)).toEqual({ refused: 'no-such-person' });
  await put('README.txt', 'an older copy');
  await expect(openExportFolder(path.join(folder, 'one'))).rejects.toBeInstanceOf(FolderNotEmpty);
});

test('a paper that cannot be read is named in the README, and the rest is whole', async () => {
  const away = { ...program, files: { ...program.files, getFile: () => Promise.reject(new Error('gone')) } };
  const asked = { actId: newId(), caseId: made.caseId, participationId: made.ann.participationId };
  const put = new Map<string, string | Uint8Array>();
  const answer = await exportRecords(away, system, asked, async (name, content) => void put.set(name, content));
  if ('refused' in answer) throw new Error(answer.refused);
  expect(answer.papers).toBe(0);
  expect(answer.unreadable.length).toBeGreaterThan(3);
  expect(String(put.get('README.txt'))).toContain(answer.unreadable[0]);
  expect([...put.keys()].at(-1)).toBe('README.txt');
});

test('after an erasure the copy holds the journal and the certificate, and no word of theirs', async () => {
  const subject = { caseId: made.caseId, participationId: made.ann.participationId };
  await erase(program, system, { actId: newId(), ...subject });
  const copy = await copyOf(made.ann.participationId);
  expect([...canariesOf(copy.values(), 'ann')]).toEqual(['canaryanncertificatebytes']);
  expect(copy.get('data/certificate_versions.json')).toContain('statutoryann');
});
