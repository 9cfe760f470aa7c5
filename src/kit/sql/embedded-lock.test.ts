// The lock file: one living process at a time, and a dead one's lock goes to exactly one successor.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EmbeddedDatabaseInUse, takeLock } from './embedded-lock.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(tmpdir(), 'common-ground-lock-'));
  file = path.join(folder, 'postgres.lock');
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

const inside = () => fs.readdirSync(folder);
const write = (name: string, holder: object) => fs.writeFileSync(name, JSON.stringify(holder));

function deadProcess(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}

const ours = () => {
  const release = takeLock(file);
  const holder = JSON.parse(fs.readFileSync(file, 'utf8')) as {
    id: string;
    pid: number;
    started: string;
    boot: string;
  };
  release();
  return holder;
};

test('it says who holds it, leaves one file, and goes away with its release', () => {
  const release = takeLock(file);
  expect(inside()).toEqual(['postgres.lock']);
  expect(() => takeLock(file)).toThrow(EmbeddedDatabaseInUse);
  expect(() => takeLock(file)).toThrow(new RegExp(`${folder}/postgres is in use by process ${process.pid}\\.`));
  expect(inside()).toEqual(['postgres.lock']);
  release();
  expect(inside()).toEqual([]);
});

test('releasing twice does not take the lock from the next', () => {
  const release = takeLock(file);
  release();
  const next = takeLock(file);
  release();
  expect(inside()).toEqual(['postgres.lock']);
  next();
});

describe.runIf(process.platform === 'linux')('a holder that is dead', () => {
  test.each<[string, (living: ReturnType<typeof ours>) => object]>([
    ['because its process has ended', (living) => ({ ...living, id: 'dead', pid: deadProcess() })],
    ['because its number now belongs to a later process', (living) => ({ ...living, id: 'dead', started: '1' })],
    ['because the machine was started again', (living) => ({ ...living, id: 'dead', boot: 'another boot' })],
  ])('%s, is succeeded', (_why, holder) => {
    write(file, holder(ours()));
    const release = takeLock(file);
    expect(inside()).toEqual(['postgres.lock']);
    expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toMatchObject({ pid: process.pid });
    release();
  });

  test('is succeeded also when a first successor died on the way, and not when that one lives', () => {
    const living = ours();
    const dead = { ...living, pid: deadProcess() };
    write(file, { ...dead, id: 'first' });
    write(`${file}.after-first`, { ...living, id: 'second' });
    expect(() => takeLock(file)).toThrow(EmbeddedDatabaseInUse);
    write(`${file}.after-first`, { ...dead, id: 'second' });
    takeLock(file)();
    expect(inside()).toEqual([]);
  });

  test.each([['the lock'], ['the lock and its successor’s']])(
    'is succeeded when a power cut has emptied %s',
    (which) => {
      for (const name of which === 'the lock' ? [file] : [file, `${file}.after-emptied`]) fs.writeFileSync(name, '');
      const release = takeLock(file);
      expect(inside()).toEqual(['postgres.lock']);
      expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toMatchObject({ pid: process.pid });
      release();
    },
  );

  test('in another container is taken for alive, and it says what to do if it is not', () => {
    write(file, { ...ours(), id: 'there', pid: deadProcess(), space: 'pid:[1]' });
    expect(() => takeLock(file)).toThrow(/process in another container.*remove .*postgres\.lock/);
    expect(inside()).toEqual(['postgres.lock']);
  });

  test('has one successor when several try at once', async () => {
    write(file, { ...ours(), id: 'dead', pid: deadProcess() });
    const script = `
      import { takeLock } from ${JSON.stringify(new URL('./embedded-lock.ts', import.meta.url).href)};
      try { takeLock(${JSON.stringify(file)}); console.log('held'); } catch (error) { console.log(error.name); }
      process.stdin.resume();`;
    const children = Array.from({ length: 4 }, () =>
      spawn(process.execPath, ['--input-type=module-typescript', '--eval', script], {
        stdio: ['pipe', 'pipe', 'inherit'],
      }),
    );
    const said = await Promise.all(
      children.map(
        (child) =>
          new Promise<string>((resolve) => child.stdout.once('data', (words) => resolve(String(words).trim()))),
      ),
    );
    expect(said.sort()).toEqual(['EmbeddedDatabaseInUse', 'EmbeddedDatabaseInUse', 'EmbeddedDatabaseInUse', 'held']);
    await Promise.all(children.map((child) => new Promise((resolve) => child.once('exit', resolve).stdin.end())));
    expect(inside()).toEqual([]);
  });
});
