// `erase` and `export` as they are typed: what is printed, what is asked, and what a slip of the fingers does (nothing).
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { migrations } from '../../database/migrations/index.ts';
import type { Tables } from '../../database/tables.ts';
import { openTestDatabase } from '../../test/support/database.ts';
import { makeDesk } from '../../test/support/desk.ts';
import { openFiles } from '../kit/files/files.ts';
import { folderStore } from '../kit/files/folder.ts';
import { createLog } from '../kit/log.ts';
import { eraseCommand, exportCommand } from './command.ts';
import type { RecordsProgram } from './commands.ts';
import { fullCase } from './fixtures/full-case.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'records-command-'));
afterAll(() => rmSync(folder, { recursive: true }));
const database = await openTestDatabase<Tables>(migrations);
const desk = await makeDesk(database);
const program: RecordsProgram = {
  ...desk.at('2026-11-02T10:00:00Z'),
  files: openFiles(folderStore(path.join(folder, 'files')), {
    current: 'k1',
    keys: { k1: randomBytes(32).toString('base64') },
  }),
  log: createLog({ shape: 'json', time: () => '2026-11-02T10:00:00Z', write: () => undefined }),
};
const made = await fullCase(database, desk, program.files);

async function type(command: 'erase' | 'export', ...args: string[]) {
  let said = '';
  const io = { out: (text: string) => void (said += text), err: (text: string) => void (said += text) };
  const run = command === 'erase' ? eraseCommand : exportCommand;
  return { code: await run(args, async () => program, io), said };
}
const erased = async () =>
  (await database.kysely.selectFrom('people').select('id').where('erased_at', 'is not', null).execute()).length;

test.each([
  ['nothing', []],
  ['an option that is not', ['XXXX', '--really']],
  ['a hold for no known reason', ['XXXX', '--hold', 'because', '--review', '2027-01-01']],
  ['a hold without its day', ['XXXX', '--hold', 'claim']],
  ['a hold until a day that is none', ['XXXX', '--hold', 'claim', '--review', '2027-02-30']],
])('erase with %s says how it is typed', async (_what, args) => {
  expect(await type('erase', ...args)).toMatchObject({ code: 2, said: expect.stringContaining('--lift-hold') });
});

test('export without a folder says how it is typed', async () => {
  expect(await type('export', made.reference)).toMatchObject({ code: 2, said: expect.stringContaining('--to FOLDER') });
});

test('a reference that is none is said', async () => {
  expect(await type('erase', '0000 0000')).toEqual({ code: 1, said: 'There is no case with that reference.\n' });
});

test('without --yes it says what would go and whom it could mean, without a name, and changes nothing', async () => {
  const { code, said } = await type('erase', made.reference);
  expect(code).toBe(0);
  expect(said).toMatch(/ 2 {2}people +identity, needs\n/);
  expect(said).toContain(`${made.bob.participationId}  parent, since 2026-04-02`);
  expect(said).toContain('Nothing was changed.');
  expect(said).not.toContain('canary');
  expect(await erased()).toBe(0);
});

test('a copy is made, a hold is placed and lifted, one person erased, and again says that nothing is left', async () => {
  const to = path.join(folder, 'copy');
  const person = ['--person', made.ann.participationId];
  expect(await type('export', made.reference, ...person, '--to', to)).toMatchObject({ code: 0 });
  expect(existsSync(path.join(to, 'README.txt'))).toBe(true);
  expect(await type('export', made.reference, '--to', to)).toMatchObject({
    code: 1,
    said: expect.stringContaining('not empty'),
  });

  expect(await type('erase', made.reference, '--hold', 'claim', '--review', '2027-01-31')).toMatchObject({ code: 0 });
  expect(await type('erase', made.reference, ...person, '--yes')).toMatchObject({
    code: 1,
    said: expect.stringContaining('There is a hold'),
  });
  expect(await type('erase', made.reference, '--lift-hold')).toMatchObject({ code: 0 });
  expect(await erased()).toBe(0);

  expect(await type('erase', made.reference, ...person, '--yes')).toMatchObject({
    code: 0,
    said: expect.stringContaining('Erased.'),
  });
  expect(await erased()).toBe(1);
  expect(await type('erase', made.reference, ...person, '--yes')).toMatchObject({
    code: 0,
    said: expect.stringContaining('Nothing is left'),
  });
});
