// Stored bytes and their rows: leftovers go after a day, what is missing is said, and a new master key takes over by itself.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { migrations } from '../../database/migrations/index.ts';
import type { Tables } from '../../database/tables.ts';
import { onServer, openTestDatabase } from '../../test/support/database.ts';
import { makeDesk } from '../../test/support/desk.ts';
import { openFiles, type FileRecord } from '../kit/files/files.ts';
import { folderStore } from '../kit/files/folder.ts';
import { newId } from '../kit/ids.ts';
import { createLog } from '../kit/log.ts';
import { openDatabase, type Database } from '../kit/sql/database.ts';
import { sweepFiles } from './sweep-files.ts';

const root = fs.mkdtempSync(path.join(tmpdir(), 'sweep-test-'));
afterAll(() => fs.rmSync(root, { recursive: true }));
const database = await openTestDatabase<Tables>(migrations);
const desk = await makeDesk(database);
const key = () => randomBytes(32).toString('base64');
const [k1, k2] = [key(), key()];
const now = Temporal.Instant.from('2026-11-02T03:00:00Z');
const hoursAgo = (hours: number) => new Date(now.subtract({ hours }).epochMilliseconds);

let folder = '';
let lines: string[] = [];
beforeEach(async () => {
  folder = fs.mkdtempSync(path.join(root, 'files-'));
  lines = [];
  await database.kysely.deleteFrom('files').execute();
});
const log = createLog({ shape: 'json', time: () => now.toString(), write: (line) => void lines.push(line) });
const filesWith = (keys: Record<string, string> = { k1 }, current = 'k1') =>
  openFiles(folderStore(folder), { current, keys });
const sweep = (files = filesWith(), over: Database<Tables> = database) =>
  sweepFiles({ database: over, files, log }, now);
const placeOf = ({ fileId }: FileRecord) => path.join(folder, fileId.slice(0, 2), fileId);

/** Keeps bytes that are so many hours old, with a row that names them or without. */
async function keep(hours: number, named: boolean): Promise<FileRecord & { rowId: string }> {
  const record = await filesWith().putFile(randomBytes(20));
  fs.utimesSync(placeOf(record), hoursAgo(hours), hoursAgo(hours));
  const rowId = newId();
  if (named)
    await database.kysely
      .insertInto('files')
      .values({
        id: rowId,
        service_id: desk.serviceId,
        media_type: 'application/pdf',
        name: 'letter.pdf',
        size: record.size,
        sha256: record.sha256,
        storage: JSON.stringify(record),
        made_at: now.toString(),
      })
      .execute();
  return { ...record, rowId };
}

test('bytes that no row names go when they are older than a day; all others stay', async () => {
  const [named, old, young] = [await keep(30, true), await keep(25, false), await keep(23, false)];
  expect(await sweep()).toEqual({ removed: 1, missing: [], rewrapped: 0 });
  expect([named, old, young].map((record) => fs.existsSync(placeOf(record)))).toEqual([true, false, true]);
  expect(lines).toEqual([expect.stringContaining(`"file-without-a-row-removed","file":"${old.fileId}"`)]);
  expect(await sweep()).toEqual({ removed: 0, missing: [], rewrapped: 0 });
  expect(lines).toHaveLength(1);
});

test('a temporary file that was never finished goes after a day, and nothing that is not ours', async () => {
  const { fileId } = await keep(30, true);
  const shard = path.join(folder, fileId.slice(0, 2));
  const [old, young, theirs] = [`.${fileId}.old`, `.${fileId}.young`, 'README'];
  for (const name of [old, young, theirs]) fs.writeFileSync(path.join(shard, name), 'x');
  for (const name of [old, theirs]) fs.utimesSync(path.join(shard, name), hoursAgo(30), hoursAgo(30));
  fs.utimesSync(path.join(shard, young), hoursAgo(1), hoursAgo(1));
  await sweep();
  expect(fs.readdirSync(shard).toSorted()).toEqual([young, fileId, theirs].toSorted());
});

test('a row whose bytes are gone is named in the log, by its id and nothing else, until it is erased', async () => {
  const gone = await keep(30, true);
  fs.rmSync(placeOf(gone));
  expect(await sweep()).toMatchObject({ missing: [gone.rowId] });
  expect(lines).toEqual([expect.stringContaining(`"event":"file-missing","row":"${gone.rowId}"`)]);
  await database.kysely.updateTable('files').set({ erased_at: now.toString() }).execute();
  expect(await sweep()).toMatchObject({ missing: [] });
});

test('many bytes without a row are no leftovers: the wrong database stands beside them, and nothing is removed', async () => {
  const kept = await Promise.all(Array.from({ length: 21 }, () => keep(30, false)));
  expect(await sweep()).toMatchObject({ removed: 0 });
  expect(kept.every((record) => fs.existsSync(placeOf(record)))).toBe(true);
  expect(lines).toEqual([expect.stringContaining('"event":"too-many-files-without-a-row","kept":21,"unnamed":21')]);
});

test('a new master key: old files read at once, the next night they are wrapped anew, then the old key can go', async () => {
  const record = await keep(30, true);
  const bytes = fs.readFileSync(placeOf(record));
  const both = filesWith({ k1, k2 }, 'k2');
  const plain = await both.getFile(record);
  expect((await both.putFile(randomBytes(5))).keyId).toBe('k2');

  expect(await sweep(both)).toMatchObject({ rewrapped: 1 });
  expect(lines).toEqual([expect.stringContaining('"event":"files-rewrapped","files":1,"key":"k2"')]);
  expect(await sweep(both)).toMatchObject({ rewrapped: 0 });
  expect(fs.readFileSync(placeOf(record)).equals(bytes)).toBe(true);
  const { storage } = await database.kysely.selectFrom('files').select('storage').executeTakeFirstOrThrow();
  expect(await filesWith({ k2 }, 'k2').getFile(storage as unknown as FileRecord)).toEqual(plain);
});

test('an old master key that was taken away too soon is said, by its id, and harms no other file', async () => {
  const lost = await keep(30, true);
  expect(await sweep(filesWith({ k2 }, 'k2'))).toMatchObject({ rewrapped: 0, missing: [] });
  expect(lines).toEqual([expect.stringContaining(`"event":"file-not-rewrapped","row":"${lost.rowId}","key":"k1"`)]);
  expect(await sweep(filesWith({ k1, k2 }, 'k2'))).toMatchObject({ rewrapped: 1 });
});

test.skipIf(onServer)(
  'killed between the bytes and the commit: the bytes go the day after, and what was committed stays',
  async () => {
    const place = fs.mkdtempSync(path.join(root, 'killed-'));
    const project = path.resolve(import.meta.dirname, '../..');
    fs.mkdirSync(path.join(project, 'node_modules/.cache'), { recursive: true });
    const bundle = fs.mkdtempSync(path.join(project, 'node_modules/.cache/killed-'));
    try {
      await build({
        entryPoints: {
          writer: path.join(project, 'test/support/file-writer.ts'),
          'embedded-worker': path.join(project, 'src/kit/sql/embedded-worker.ts'),
        },
        outdir: bundle,
        outExtension: { '.js': '.mjs' },
        bundle: true,
        format: 'esm',
        platform: 'node',
        packages: 'external',
        logLevel: 'error',
      });
      const child = spawn(process.execPath, [path.join(bundle, 'writer.mjs'), place, k1], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let said = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (said.trim().split('\n').length === 2) child.kill('SIGKILL');
      });
      await new Promise((resolve) => child.once('close', resolve));
      const [committed = '', left = ''] = said.trim().split('\n');
      folder = path.join(place, 'files');
      for (const fileId of [committed, left]) {
        const file = path.join(folder, fileId.slice(0, 2), fileId);
        expect(fs.existsSync(file)).toBe(true);
        fs.utimesSync(file, hoursAgo(30), hoursAgo(30));
      }
      const after = await openDatabase<Tables>({ folder: place });
      try {
        expect(await sweep(filesWith(), after)).toEqual({ removed: 1, missing: [], rewrapped: 0 });
      } finally {
        await after.close();
      }
      expect(fs.existsSync(path.join(folder, committed.slice(0, 2), committed))).toBe(true);
      expect(fs.existsSync(path.join(folder, left.slice(0, 2), left))).toBe(false);
    } finally {
      fs.rmSync(bundle, { recursive: true, force: true });
    }
  },
  60_000,
);
