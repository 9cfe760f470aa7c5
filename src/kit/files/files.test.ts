import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import fsPromises from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openFiles, rewrap, type FileRecord } from './files.ts';
import { FileExists, FileMissing, folderStore, StoreFull } from './folder.ts';
import { FileTampered, KeyringRefused, MasterKeyMissing, type Keyring } from './keyring.ts';

const newKey = () => randomBytes(32).toString('base64');
const keyring: Keyring = { current: 'k1', keys: { k1: newKey() } };
const words = Buffer.from('Maja Wójcik-Śliwińska, 14 March 2018');

let folder = '';
beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'files-test-')), 'files');
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(path.dirname(folder), { recursive: true });
});

const open = (keys = keyring) => openFiles(folderStore(folder), keys);
const placeOf = (record: FileRecord) => path.join(folder, record.fileId.slice(0, 2), record.fileId);
const namesIn = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);

describe('a file', () => {
  test('comes back as it went in, whatever it holds', async () => {
    const files = open();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (bytes) => {
        const record = await files.putFile(bytes);
        expect(record.size).toBe(bytes.length);
        expect(Buffer.from(await files.getFile(record)).equals(bytes)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  test('is unreadable on the disk, for this user only, under a name that tells nothing', async () => {
    const record = await open().putFile(words);
    const kept = readFileSync(placeOf(record));
    expect(kept.includes('Maja')).toBe(false);
    expect(statSync(placeOf(record)).mode & 0o777).toBe(0o600);
    expect(record.fileId).toMatch(/^[0-9a-f]{32}$/);
    expect(namesIn()).toEqual([record.fileId]); // and no temporary file
    expect(record.sha256).toBe(createHash('sha256').update(words).digest('hex'));
  });

  test('twice the same bytes are two files with nothing in common', async () => {
    const files = open();
    const [one, other] = [await files.putFile(words), await files.putFile(words)];
    expect(one.fileId).not.toBe(other.fileId);
    expect(one.wrappedKey).not.toBe(other.wrappedKey);
    expect(readFileSync(placeOf(one)).equals(readFileSync(placeOf(other)))).toBe(false);
  });

  test('erased is gone, and erasing again is quiet', async () => {
    const files = open();
    const record = await files.putFile(words);
    await files.eraseFile(record);
    await files.eraseFile(record);
    expect(namesIn()).toEqual([]);
    await expect(files.getFile(record)).rejects.toBeInstanceOf(FileMissing);
  });
});

describe('a changed file is refused by name', () => {
  test.each([
    ['the first byte (nonce)', 0],
    ['a byte of the tag', 12],
    ['a byte of the text', 30],
    ['the last byte', -1],
  ])('%s', async (_what, at) => {
    const files = open();
    const record = await files.putFile(words);
    const kept = readFileSync(placeOf(record));
    const place = at < 0 ? kept.length + at : at;
    kept[place] = kept[place]! ^ 1;
    writeFileSync(placeOf(record), kept);
    await expect(files.getFile(record)).rejects.toBeInstanceOf(FileTampered);
  });

  test.each([
    ['cut short', (kept: Buffer) => kept.subarray(0, 20)],
    ['empty', () => Buffer.alloc(0)],
    ['longer', (kept: Buffer) => Buffer.concat([kept, Buffer.from('x')])],
  ])('%s', async (_what, change) => {
    const files = open();
    const record = await files.putFile(words);
    writeFileSync(placeOf(record), change(readFileSync(placeOf(record))));
    await expect(files.getFile(record)).rejects.toBeInstanceOf(FileTampered);
  });

  test('one put in the place of another', async () => {
    const files = open();
    const [one, other] = [await files.putFile(words), await files.putFile(Buffer.from('other'))];
    writeFileSync(placeOf(one), readFileSync(placeOf(other)));
    await expect(files.getFile(one)).rejects.toBeInstanceOf(FileTampered);
  });

  test.each([
    ['hash', (record: FileRecord) => ({ ...record, sha256: '0'.repeat(64) })],
    [
      'wrapped key',
      (record: FileRecord) => ({
        ...record,
        wrappedKey: record.wrappedKey.replace(/^./, (c) => (c === 'A' ? 'B' : 'A')),
      }),
    ],
  ])('a record whose %s was changed', async (_what, change) => {
    const files = open();
    const record = await files.putFile(words);
    await expect(files.getFile(change(record))).rejects.toBeInstanceOf(FileTampered);
  });
});

describe('master keys', () => {
  test('re-wrapping moves a file to a new key without touching its bytes; the old key can then go', async () => {
    const record = await open().putFile(words);
    const kept = readFileSync(placeOf(record));
    const both: Keyring = { current: 'k2', keys: { ...keyring.keys, k2: newKey() } };
    const moved = rewrap(record, both);
    expect(moved).toMatchObject({ fileId: record.fileId, sha256: record.sha256, keyId: 'k2' });
    expect(readFileSync(placeOf(record)).equals(kept)).toBe(true);
    const onlyNew = open({ current: 'k2', keys: { k2: both.keys.k2! } });
    expect(Buffer.from(await onlyNew.getFile(moved)).equals(words)).toBe(true);
    await expect(onlyNew.getFile(record)).rejects.toBeInstanceOf(MasterKeyMissing);
    expect(rewrap(moved, both)).toBe(moved); // nothing to do
  });

  test('a key of the right id and the wrong value reads nothing', async () => {
    const record = await open().putFile(words);
    await expect(open({ current: 'k1', keys: { k1: newKey() } }).getFile(record)).rejects.toBeInstanceOf(FileTampered);
  });

  test.each([
    ['no current key', { current: 'k9', keys: { k1: newKey() } }],
    ['a short key', { current: 'k1', keys: { k1: 'c2hvcnQ=' } }],
  ])('a keyring with %s is refused at the start', (_what, bad) => {
    expect(() => open(bad)).toThrow(KeyringRefused);
  });
});

describe('the folder', () => {
  test('a full disk is named and leaves nothing', async () => {
    const files = open();
    const before = await files.putFile(words);
    const probe = await fsPromises.open(placeOf(before), 'r');
    const handle = Object.getPrototypeOf(probe) as fsPromises.FileHandle;
    await probe.close();
    // The disk fills up when the bytes are flushed; everything of ours is real.
    vi.spyOn(handle, 'sync').mockRejectedValue(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' }));
    await expect(files.putFile(words)).rejects.toBeInstanceOf(StoreFull);
    expect(namesIn()).toEqual([before.fileId]);
    vi.restoreAllMocks();
    expect(Buffer.from(await files.getFile(before)).equals(words)).toBe(true);
  });

  test('never writes over a file', async () => {
    const store = folderStore(folder);
    const id = 'ab'.repeat(16);
    await store.put(id, Buffer.from('first'));
    await expect(store.put(id, Buffer.from('second'))).rejects.toBeInstanceOf(FileExists);
    expect(String(await store.get(id))).toBe('first');
    expect(namesIn()).toEqual([id]);
  });

  test.each(['../../etc/passwd', '', 'AB'.repeat(16), `${'ab'.repeat(16)}/x`])(
    'refuses the impossible id %s',
    async (id) => {
      const store = folderStore(folder);
      await expect(store.get(id)).rejects.toBeInstanceOf(FileMissing);
      await expect(store.erase(id)).rejects.toBeInstanceOf(FileMissing);
      await expect(store.put(id, words)).rejects.toBeInstanceOf(FileMissing);
    },
  );

  test('keeps a hundred files put at once', async () => {
    const files = open();
    const records = await Promise.all(Array.from({ length: 100 }, (_, i) => files.putFile(Buffer.from(`file ${i}`))));
    const read = await Promise.all(records.map(async (record) => Buffer.from(await files.getFile(record)).toString()));
    expect(read).toEqual(records.map((_, i) => `file ${i}`));
  });
});
