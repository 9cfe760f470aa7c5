// The embedded database's files, with an fsync that reaches the disk; runs in the database's worker.
import fs from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

type InitArguments = Parameters<NodeFS['init']>;

/** An open file as Emscripten hands it to a file system's operations. */
interface FileStream {
  readonly nfd?: number | null;
  readonly node: unknown;
}

/** The part of Emscripten's NODEFS that we complete: it ships without an `fsync`, so PostgreSQL's calls went nowhere. */
interface NodeFileSystem {
  realPath(node: unknown): string;
  stream_ops: { fsync?: (stream: FileStream) => number };
}

/** Folder files whose `fsync` is real. Stock PGlite made none in 1,000 commits; this makes one per commit. */
export class DurableFiles extends NodeFS {
  /** How many times a file was forced to the disk since the start. */
  syncs = 0;

  override async init(...[database, options]: InitArguments): ReturnType<NodeFS['init']> {
    const begun = await super.init(database, options);
    const complete = (module: unknown): void => {
      const files = (module as { NODEFS: NodeFileSystem }).NODEFS;
      files.stream_ops.fsync = (stream) => {
        this.syncs += 1;
        if (typeof stream.nfd === 'number') fs.fsyncSync(stream.nfd);
        else syncPath(files.realPath(stream.node)); // A directory has no descriptor here.
        return 0;
      };
    };
    const before = begun.emscriptenOpts.preRun ?? [];
    begun.emscriptenOpts.preRun = [...(Array.isArray(before) ? before : [before]), complete];
    return begun;
  }
}

/** Forces one file or folder to the disk. */
export function syncPath(file: string): void {
  const descriptor = fs.openSync(file, 'r');
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

/** Forces a folder and everything below it to the disk; for a database just made, before it takes its name. */
export function syncFolder(folder: string): void {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile() || entry.isDirectory()) syncPath(`${entry.parentPath}/${entry.name}`);
  }
  syncPath(folder);
}

const common = ['-c', 'timezone=UTC', '-c', 'datestyle=ISO'];

/** PGlite's own start parameters without `-F` (which turns fsync off). */
export const durableStart = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  '-c',
  'fsync=on',
  '-c',
  'wal_sync_method=fsync',
  ...common,
];

/** For a database that lives in memory only, where there is no disk to reach. */
export const inMemoryStart = [...PGlite.defaultStartParams, ...common];
