// Opens the embedded database: PostgreSQL in a worker of this process, safe on the disk and closed to other processes.
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { columnTypes } from './column-types.ts';
import { EmbeddedLink } from './embedded-link.ts';
import { takeLock } from './embedded-lock.ts';
import { EmbeddedStream } from './embedded-stream.ts';

/** The major version of PostgreSQL inside the package; part of the directory's name. */
export const EMBEDDED_MAJOR = 18;

/** The folder holds a database that this program cannot read. */
export class EmbeddedVersionMismatch extends Error {
  override readonly name = 'EmbeddedVersionMismatch';
}

/** The folder cannot be written, or its disk is full. */
export class EmbeddedFolderUnusable extends Error {
  override readonly name = 'EmbeddedFolderUnusable';
}

export interface EmbeddedLimits {
  /** How long a caller waits for the one connection, in milliseconds. */
  readonly connectionTimeout: number;
  /** How long one statement may run before the database is stopped and reopened, in milliseconds. */
  readonly statementTimeout: number;
}

export interface Embedded {
  /** A pool of one: the embedded database has one session. */
  readonly pool: pg.Pool;
  readonly link: EmbeddedLink;
  readonly close: () => Promise<void>;
}

/** An empty database takes 40 MB and its journal as much again. */
const ROOM_NEEDED = 100;

const minutes = 60_000;
const CHECKPOINT_EVERY = 5 * minutes;
const VACUUM_FIRST = 15 * minutes;
const VACUUM_EVERY = 24 * 60 * minutes;
/** Upkeep may take longer than a person's statement. */
const UPKEEP_LIMIT = 10 * minutes;

/**
 * Opens the database below a folder, making it when there is none, or one in memory (tests), filled from a dump.
 * @throws EmbeddedDatabaseInUse, EmbeddedVersionMismatch, EmbeddedFolderUnusable
 */
export async function openEmbedded(
  where: { readonly folder: string } | { readonly memory: Uint8Array | null },
  limits: EmbeddedLimits,
): Promise<Embedded> {
  if ('memory' in where)
    return await openOver(await EmbeddedLink.open(where, limits.statementTimeout), limits, () => {});
  const folder = path.resolve(where.folder);
  const directory = path.join(folder, `postgres-${EMBEDDED_MAJOR}`);
  const release = inWords(folder, () => {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    return takeLock(path.join(folder, 'postgres.lock'));
  });
  try {
    checkVersion(folder, directory);
    if (!fs.existsSync(directory)) await makeIn(directory);
    return await openOver(await EmbeddedLink.open({ directory }, limits.statementTimeout), limits, release);
  } catch (error) {
    release();
    throw error;
  }
}

/** Says what is the matter with a folder that cannot be written; other errors pass. */
function inWords<R>(folder: string, work: () => R): R {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) throw error;
    throw new EmbeddedFolderUnusable(
      `The folder ${folder} cannot be written (${error.code}). Make room or give yourself the right to write there, or choose another folder with DATA_DIR.`,
      { cause: error },
    );
  }
}

async function makeIn(directory: string): Promise<void> {
  try {
    await EmbeddedLink.make(directory);
  } catch (error) {
    throw new EmbeddedFolderUnusable(
      `No database could be made in ${directory}. A new one needs ${ROOM_NEEDED} MB of room: is the disk full?`,
      { cause: error },
    );
  }
}

async function openOver(link: EmbeddedLink, limits: EmbeddedLimits, release: () => void): Promise<Embedded> {
  const pool = new pg.Pool({
    stream: (() => new EmbeddedStream(link)) as unknown as pg.PoolConfig['stream'],
    max: 1,
    maxUses: 1, // Each checkout is a new stream, and so a clean session.
    connectionTimeoutMillis: limits.connectionTimeout,
    idleTimeoutMillis: 0,
    types: columnTypes,
  });
  const stopUpkeep = keepUp(pool, link);
  return {
    pool,
    link,
    close: async () => {
      stopUpkeep();
      await pool.end();
      await link.close();
      release();
    },
  };
}

/**
 * Does what a server's checkpointer and autovacuum would: the embedded one has neither. Holding the only
 * connection keeps it between transactions. Timers do not keep the process alive.
 */
function keepUp(pool: pg.Pool, link: EmbeddedLink): () => void {
  const upkeep = (statement: string) => () => {
    void pool
      .connect()
      .then(async (client) => {
        await link.maintain(statement, UPKEEP_LIMIT).finally(() => client.release());
      })
      .catch(() => {}); // Busy or closing: the next turn does it.
  };
  const checkpoint = setInterval(upkeep('checkpoint'), CHECKPOINT_EVERY).unref();
  const vacuum = upkeep('vacuum (analyze)');
  const first = setTimeout(vacuum, VACUUM_FIRST).unref();
  const daily = setInterval(vacuum, VACUUM_EVERY).unref();
  return () => [checkpoint, first, daily].forEach((timer) => clearTimeout(timer));
}

/** Refuses, in words, a folder written by another major version; PostgreSQL's own message for it says nothing useful. */
function checkVersion(folder: string, directory: string): void {
  const other = fs.readdirSync(folder).find((name) => /^postgres-\d+$/.test(name) && name !== path.basename(directory));
  if (!fs.existsSync(directory)) {
    if (other) throw mismatch(path.join(folder, other), other.replace('postgres-', ''));
    return;
  }
  const file = path.join(directory, 'PG_VERSION');
  if (!fs.existsSync(file)) {
    throw new EmbeddedVersionMismatch(
      `${directory} is not a PostgreSQL database (it has no PG_VERSION). Move it away, or choose another folder.`,
    );
  }
  const version = fs.readFileSync(file, 'utf8').trim();
  if (version !== String(EMBEDDED_MAJOR)) throw mismatch(directory, version);
}

function mismatch(directory: string, version: string): EmbeddedVersionMismatch {
  return new EmbeddedVersionMismatch(
    `The database in ${directory} was written by PostgreSQL ${version}, and this program carries PostgreSQL ${EMBEDDED_MAJOR}. ` +
      `Run the version of the program that wrote it, or move the directory away to start with an empty database.`,
  );
}
