// A new embedded database comes to its place whole, and never over another.
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { putInPlace } from './embedded-make.ts';

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(tmpdir(), 'common-ground-make-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

function make(name: string, words: string): string {
  const made = path.join(folder, name);
  fs.mkdirSync(made);
  fs.writeFileSync(path.join(made, 'PG_VERSION'), words);
  return made;
}
const place = () => path.join(folder, 'postgres-18');
const inPlace = () => [fs.readdirSync(folder), fs.readFileSync(path.join(place(), 'PG_VERSION'), 'utf8')];

test('what is finished is moved to its place', () => {
  putInPlace(make('unfinished', 'mine'), place());
  expect(inPlace()).toEqual([['postgres-18'], 'mine']);
});

test('a maker that outlived its program puts nothing over the database that the next start made', () => {
  make('postgres-18', 'of the next start');
  putInPlace(make('unfinished', 'mine'), place());
  expect(inPlace()).toEqual([['postgres-18'], 'of the next start']);
});
