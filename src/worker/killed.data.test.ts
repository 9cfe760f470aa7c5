import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, expect, test } from 'vitest';
import type { Tables } from '../../database/tables.ts';
import { onServer } from '../../test/support/database.ts';
import { handClock, roomOver } from '../../test/support/post-room.ts';
import { openDatabase } from '../kit/sql/database.ts';
import { inSeat } from '../kit/sql/seat.ts';
import { seededHolidays } from '../law/bank-holidays.ts';
import { RULE_BOOK } from '../law/versions.ts';
import { workersSeat } from './post-room.ts';

const root = path.resolve(import.meta.dirname, '../..');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'common-ground-killed-'));
// Inside the project, where the bundle finds its packages.
fs.mkdirSync(path.join(root, 'node_modules/.cache'), { recursive: true });
const bundle = fs.mkdtempSync(path.join(root, 'node_modules/.cache/killed-'));
afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.rmSync(bundle, { recursive: true, force: true });
});

/** Issues in a process of its own until it is killed after so many; gives the cases it acknowledged. */
async function issueUntilKilled(most: number, killAfter: number): Promise<string[]> {
  await build({
    entryPoints: {
      writer: path.join(root, 'test/support/issuing-writer.ts'),
      'embedded-worker': path.join(root, 'src/kit/sql/embedded-worker.ts'),
    },
    outdir: bundle,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    packages: 'external',
    logLevel: 'error',
  });
  const child = spawn(process.execPath, [path.join(bundle, 'writer.mjs'), folder, String(most)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const acknowledged: string[] = [];
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    acknowledged.push(...lines.filter((line) => line !== 'ready'));
    if (acknowledged.length >= killAfter) child.kill('SIGKILL');
  });
  await new Promise((resolve) => child.once('close', resolve));
  return acknowledged;
}

test.skipIf(onServer)(
  'killed in the midst of a hundred issuings: every acknowledged certificate exists once, with its papers, and its letter goes once',
  async () => {
    const acknowledged = await issueUntilKilled(100, 20);
    expect(acknowledged).not.toContain('finished');
    expect(acknowledged.length).toBeGreaterThanOrEqual(20);

    const database = await openDatabase<Tables>({ folder });
    try {
      const law = { holidays: seededHolidays(), rules: RULE_BOOK };
      const { sent, drain } = await roomOver(database, handClock('2026-04-01T10:05:00+01:00'), () => law);
      await drain();
      await drain();
      const { certificates, papers, letters, facts } = await inSeat(database, workersSeat, async (tx) => ({
        certificates: await tx.selectFrom('certificates').select(['case_id', 'number', 'state']).execute(),
        papers: await tx.selectFrom('papers').select(['case_id', 'made_at']).execute(),
        letters: await tx.selectFrom('letters').select(['case_id', 'state', 'message_id']).execute(),
        facts: await tx.selectFrom('facts').select(['case_id', 'code']).where('code', '=', 'letter-sent').execute(),
      }));
      const count = (rows: { case_id: string | null }[], caseId: string) =>
        rows.filter(({ case_id }) => case_id === caseId).length;
      for (const caseId of acknowledged) {
        expect([
          count(certificates, caseId),
          count(papers, caseId),
          count(letters, caseId),
          count(facts, caseId),
        ]).toEqual([1, 3, 1, 1]);
      }
      expect(letters).toHaveLength(certificates.length);
      expect(papers).toHaveLength(3 * certificates.length);
      expect(new Set(certificates.map(({ number }) => number)).size).toBe(certificates.length);
      expect(certificates.every(({ state }) => state === 'issued')).toBe(true);
      expect(papers.every(({ made_at }) => made_at !== null)).toBe(true);
      expect(letters.every(({ state }) => state === 'sent')).toBe(true);
      expect(sent.map(({ id }) => id).sort()).toEqual(letters.map(({ message_id }) => message_id).sort());
    } finally {
      await database.close();
    }
  },
  120_000,
);
