// Gives each test file a migrated database of its own: embedded by default, or on the server that the launcher started.
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import pg from 'pg';
import { afterAll } from 'vitest';
import { systemClock } from '../../src/kit/clock.ts';
import { databaseOver, defaultLimits, openDatabase } from '../../src/kit/sql/database.ts';
import type { Database, DatabaseOptions } from '../../src/kit/sql/database.ts';
import { EMBEDDED_MAJOR, openEmbedded } from '../../src/kit/sql/embedded.ts';
import { migrate } from '../../src/kit/sql/migrations.ts';
import type { Migrations } from '../../src/kit/sql/migrations.ts';

/** Two-session races make sense on a server only: the embedded database has one session. */
export const onServer = process.env['TEST_DATABASE'] === 'server';

const cache = path.resolve(import.meta.dirname, '../../node_modules/.cache/common-ground');
const WEEK = 7 * 24 * 60 * 60 * 1000;

/**
 * Opens a fresh database with these migrations applied (none: `{}`), and closes it after the file's last test.
 * Call it at the top of a test file: `const db = await openTestDatabase<Tables>(migrations)`.
 */
export async function openTestDatabase<T>(migrations: Migrations, options: DatabaseOptions = {}): Promise<Database<T>> {
  const db = onServer ? await onTheServer<T>(migrations, options) : await embedded<T>(migrations, options);
  afterAll(() => db.close());
  return db;
}

function fingerprint(migrations: Migrations): string {
  const texts = Object.entries(migrations).map(([name, step]) => [
    name,
    typeof step === 'string' ? step : step.up.toString(),
  ]);
  return createHash('sha256')
    .update(JSON.stringify([EMBEDDED_MAJOR, texts]))
    .digest('hex')
    .slice(0, 16);
}

/** In memory, from a dump that is made once for each list of migrations and kept on the disk. */
async function embedded<T>(migrations: Migrations, options: DatabaseOptions): Promise<Database<T>> {
  const file = path.join(cache, `test-database-${fingerprint(migrations)}.tar.zst`);
  const { pool, link, close } = await openEmbedded(
    { memory: fs.existsSync(file) ? zstdDecompressSync(fs.readFileSync(file)) : await makeDump(file, migrations) },
    { ...defaultLimits, ...options },
  );
  return databaseOver<T>('embedded', pool, close, link);
}

async function makeDump(file: string, migrations: Migrations): Promise<Uint8Array> {
  const { pool, link, close } = await openEmbedded({ memory: null }, defaultLimits);
  try {
    await migrate(databaseOver('embedded', pool, close, link), migrations);
    const dump = await link.dump();
    fs.mkdirSync(cache, { recursive: true });
    for (const old of fs.readdirSync(cache)) {
      const found = path.join(cache, old);
      if (old.startsWith('test-database-') && systemClock.now().epochMilliseconds - fs.statSync(found).mtimeMs > WEEK)
        fs.rmSync(found, { force: true });
    }
    // Another test process may be making the same dump: the last one to finish gives its own, whole.
    const unfinished = `${file}.${randomBytes(4).toString('hex')}`;
    fs.writeFileSync(unfinished, zstdCompressSync(dump));
    fs.renameSync(unfinished, file);
    return dump;
  } finally {
    await close();
  }
}

/** A copy of a template database, which is made once for each list of migrations. */
async function onTheServer<T>(migrations: Migrations, options: DatabaseOptions): Promise<Database<T>> {
  const server = process.env['TEST_DATABASE_URL'];
  if (!server)
    throw new Error(
      'TEST_DATABASE=server needs TEST_DATABASE_URL, the address of a PostgreSQL server where databases may be made',
    );
  const name = `test_${randomBytes(8).toString('hex')}`;
  await asOwner(server, async (owner) => {
    const template = await haveTemplate(owner, server, migrations);
    await owner.query(`create database ${name} template ${template}`);
  });
  const db = await openDatabase<T>({ server: addressOf(server, name) }, options);
  return {
    ...db,
    close: async () => {
      await db.close();
      await asOwner(server, (owner) => owner.query(`drop database ${name} with (force)`));
    },
  };
}

async function haveTemplate(owner: pg.Client, server: string, migrations: Migrations): Promise<string> {
  const template = `template_${fingerprint(migrations)}`;
  await owner.query(`select pg_advisory_lock(hashtext('test templates'))`);
  const { rowCount } = await owner.query('select from pg_database where datname = $1', [template]);
  if (rowCount === 0) {
    await owner.query(`drop database if exists ${template}_unfinished with (force)`);
    await owner.query(`create database ${template}_unfinished`);
    const db = await openDatabase({ server: addressOf(server, `${template}_unfinished`) });
    try {
      await migrate(db, migrations);
    } finally {
      await db.close();
    }
    await owner.query(`alter database ${template}_unfinished rename to ${template}`);
  }
  await owner.query(`select pg_advisory_unlock(hashtext('test templates'))`);
  return template;
}

async function asOwner<R>(server: string, work: (owner: pg.Client) => Promise<R>): Promise<R> {
  const owner = new pg.Client({ connectionString: server });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

function addressOf(server: string, database: string): string {
  const address = new URL(server);
  address.pathname = `/${database}`;
  return address.href;
}
