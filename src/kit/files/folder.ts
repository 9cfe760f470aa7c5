// A store of encrypted bytes in a local folder: whole files or none, never one over another, spread over 256 folders.
import { link, mkdir, open, readdir, readFile, stat, unlink, type FileHandle } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Temporal } from 'temporal-polyfill';

/** Where encrypted bytes are kept. A folder by default; an object store can stand behind the same verbs. */
export interface ByteStore {
  /** Keeps bytes under a new id. Resolves when they would survive a power cut. @throws {@link StoreFull} @throws {@link FileExists} */
  put(fileId: string, bytes: Uint8Array): Promise<void>;
  /** @throws {@link FileMissing} */
  get(fileId: string): Promise<Buffer>;
  /** Says whether the bytes are there, without reading them. */
  has(fileId: string): Promise<boolean>;
  /** Removes the bytes; does nothing when they are gone already. */
  erase(fileId: string): Promise<void>;
  /** Gives the ids of all that was kept before a moment, a bounded list at a time, and removes what writing that never ended left behind since before it. */
  listBefore(moment: Temporal.Instant): AsyncIterable<readonly string[]>;
}

/** The disk is full; nothing was kept. */
export class StoreFull extends Error {
  override name = 'StoreFull';
}

/** The bytes of a file are not in the store. */
export class FileMissing extends Error {
  override name = 'FileMissing';
  constructor(readonly fileId: string) {
    super(`File ${fileId} is not in the store`);
  }
}

/** A file of this id is kept already; it was left as it was. */
export class FileExists extends Error {
  override name = 'FileExists';
  constructor(readonly fileId: string) {
    super(`File ${fileId} is in the store already`);
  }
}

const idShape = /^[0-9a-f]{32}$/;

/** Opens a folder as a store. The folder is made on the first file, readable to this user only. */
export function folderStore(folder: string): ByteStore {
  // The first two digits of a random id share files out evenly.
  const placeOf = (fileId: string) => {
    if (!idShape.test(fileId)) throw new FileMissing('with an impossible id');
    return { shard: path.join(folder, fileId.slice(0, 2)), file: path.join(folder, fileId.slice(0, 2), fileId) };
  };

  return {
    async put(fileId, bytes) {
      const { shard, file } = placeOf(fileId);
      const temporary = path.join(shard, `.${fileId}.${randomUUID()}`);
      try {
        if ((await mkdir(shard, { recursive: true, mode: 0o700 })) !== undefined) await flushFolder(folder);
        await writeWhole(temporary, bytes);
        // A hard link fails where a rename would write over.
        await link(temporary, file);
        await flushFolder(shard);
      } catch (error) {
        throw named(error, fileId);
      } finally {
        await unlink(temporary).catch(() => {}); // it may never have been made
      }
    },
    async get(fileId) {
      try {
        return await readFile(placeOf(fileId).file);
      } catch (error) {
        throw named(error, fileId);
      }
    },
    async has(fileId) {
      return (await stat(placeOf(fileId).file).catch(goneIsNull)) !== null;
    },
    async erase(fileId) {
      const { shard, file } = placeOf(fileId);
      try {
        await unlink(file);
        await flushFolder(shard);
      } catch (error) {
        if (codeOf(error) !== 'ENOENT') throw error;
      }
    },
    async *listBefore(moment) {
      for (const shard of await namesIn(folder)) {
        if (!/^[0-9a-f]{2}$/.test(shard)) continue;
        const old: string[] = [];
        for (const name of await namesIn(path.join(folder, shard))) {
          const file = path.join(folder, shard, name);
          const [, id = ''] = /^\.([0-9a-f]{32})\./.exec(name) ?? [];
          if (!idShape.test(name) && id === '') continue;
          const found = await stat(file).catch(goneIsNull);
          if (!found || found.mtimeMs >= moment.epochMilliseconds) continue;
          if (id === '') old.push(name);
          else await unlink(file).catch(goneIsNull);
        }
        if (old.length > 0) yield old;
      }
    },
  };
}

async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  await using(await open(file, 'wx', 0o600), async (handle) => {
    await handle.writeFile(bytes);
    await handle.sync();
  });
}

/** Makes the names in a folder survive a power cut, as `sync` does for the bytes of a file. */
async function flushFolder(folder: string): Promise<void> {
  await using(await open(folder, 'r'), (handle) => handle.sync());
}

async function using(handle: FileHandle, act: (handle: FileHandle) => Promise<void>): Promise<void> {
  try {
    await act(handle);
  } finally {
    await handle.close();
  }
}

/** What a folder holds; nothing when it was never made. */
async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  });
}

function goneIsNull(error: unknown): null {
  if (codeOf(error) === 'ENOENT') return null;
  throw error;
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}

function named(error: unknown, fileId: string): unknown {
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new StoreFull('The disk is full: nothing was kept');
    case 'ENOENT':
      return new FileMissing(fileId);
    case 'EEXIST':
      return new FileExists(fileId);
    default:
      return error;
  }
}
