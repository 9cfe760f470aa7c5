// Tries what the process that opens papers must not do: read what the program keeps, write, start a program.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { lockedDown } from './locked.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'kept-'));
const key = path.join(folder, 'key');
writeFileSync(key, 'a key');
afterAll(() => rmSync(folder, { recursive: true }));

const locked = lockedDown(fileURLToPath(new URL('./child.ts', import.meta.url)));
const says = (code: string) => spawnSync(process.execPath, [...locked, '-e', code], { encoding: 'utf8' });

test('it reads its own packages', () => {
  expect(says(`require('sharp'); console.log('open')`).stdout).toBe('open\n');
});

test.each([
  ['a key', `require('node:fs').readFileSync(${JSON.stringify(key)})`],
  ['a list of files', `require('node:fs').readdirSync(${JSON.stringify(folder)})`],
  ['a file to write', `require('node:fs').writeFileSync(${JSON.stringify(key)}, 'other')`],
  ['a program', `require('node:child_process').execFileSync('/bin/true')`],
])('it gets no %s', (_, code) => {
  expect(says(code).stderr).toContain('ERR_ACCESS_DENIED');
});
