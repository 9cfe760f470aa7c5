// The embedded database on the disk: commits that last, one process at a time, no statement for ever, no wrong version.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onServer } from '../../../test/support/database.ts';
import { databaseOver, defaultLimits, openDatabase } from './database.ts';
import type { Database } from './database.ts';
import { EMBEDDED_MAJOR, EmbeddedFolderUnusable, EmbeddedVersionMismatch, openEmbedded } from './embedded.ts';
import { EmbeddedDatabaseInUse } from './embedded-lock.ts';
import { DatabaseLost, StatementTimeout, isStatementTimeout } from './errors.ts';
import { inSeat } from './seat.ts';
import type { Tx } from './seat.ts';

const seat = { role: 'postgres', settings: {}, readOnly: false };
const writer = path.resolve(import.meta.dirname, '../../../test/support/embedded-writer.ts');

/** Starts a second process on the folder and gives its lines as they come. */
function startWriter(folder: string) {
  const child = spawn(process.execPath, [writer, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return { child, ended, next: async () => (await lines.next()).value ?? 'the process ended' };
}

// Nothing here is about a server.
describe.skipIf(onServer)('the embedded database', () => {
  let folder: string;
  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(tmpdir(), 'common-ground-embedded-'));
    // As a first start that was killed leaves it.
    fs.mkdirSync(path.join(folder, `postgres-${EMBEDDED_MAJOR}.unfinished`, 'base'), { recursive: true });
    await (await openDatabase({ folder })).close();
  });
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

  test('a first start that was cut short is begun again, and nothing half made or locked stays behind', () => {
    expect(fs.readdirSync(folder)).toEqual([`postgres-${EMBEDDED_MAJOR}`]);
  });

  test('a folder that cannot be written is refused in words', async () => {
    const file = path.join(folder, 'a-file');
    fs.writeFileSync(file, '');
    const opening = openDatabase({ folder: path.join(file, 'below') });
    await expect(opening).rejects.toThrow(EmbeddedFolderUnusable);
    await expect(opening).rejects.toThrow(/below cannot be written \(ENOTDIR\).*DATA_DIR/);
    fs.rmSync(file);
  });

  test('fsync is on, is real, and comes at least once with each commit and never with a read', async () => {
    const { pool, link, close } = await openEmbedded({ folder }, defaultLimits);
    const db = databaseOver<unknown>('embedded', pool, close);
    expect((await sql`show fsync`.execute(db.kysely)).rows).toEqual([{ fsync: 'on' }]);
    await sql`create table forced (id int)`.execute(db.kysely);
    const before = await link.countSyncs();
    for (let id = 0; id < 20; id += 1)
      await inSeat(db, seat, (tx) => sql`insert into forced values (${id})`.execute(tx));
    const after = await link.countSyncs();
    expect(after - before).toBeGreaterThanOrEqual(20);
    for (let id = 0; id < 20; id += 1)
      await inSeat(db, { ...seat, readOnly: true }, (tx) => sql`select from forced`.execute(tx));
    expect(await link.countSyncs()).toBe(after);
    await db.close();
  });

  test('a process killed in mid-write loses no row that it acknowledged, keeps others out until then, and nobody after', async () => {
    const { child, ended, next } = startWriter(folder);
    expect(await next()).toBe('open');
    await expect(openDatabase({ folder })).rejects.toThrow(new RegExp(`in use by process ${child.pid}.*DATABASE_URL`));
    let acknowledged = 0;
    while (acknowledged < 25) acknowledged = Number(await next());
    child.kill('SIGKILL');
    await ended;
    for (let line = await next(); /^\d+$/.test(line); line = await next()) acknowledged = Number(line);

    const db = await openDatabase<unknown>({ folder });
    const { rows } = await sql<{ id: number }>`select id from acknowledged order by id`.execute(db.kysely);
    expect(rows.slice(0, acknowledged).map((row) => row.id)).toEqual(
      Array.from({ length: acknowledged }, (_, at) => at + 1),
    );
    expect(rows.length).toBeLessThanOrEqual(acknowledged + 1); // At most the one that was under way.
    await db.close();
  });

  test('a second process is refused in words while this one has it, and so is a second opening here', async () => {
    const db = await openDatabase({ folder });
    expect(await startWriter(folder).next()).toContain(`in use by process ${process.pid}`);
    await expect(openDatabase({ folder })).rejects.toThrow(EmbeddedDatabaseInUse);
    await db.close();
    await (await openDatabase({ folder })).close();
  });

  test('a folder of another major version, or one that is no database, is refused in words and left as it was', async () => {
    const other = fs.mkdtempSync(path.join(tmpdir(), 'common-ground-version-'));
    const directory = path.join(other, `postgres-${EMBEDDED_MAJOR}`);
    fs.mkdirSync(path.join(other, 'postgres-17'));
    await expect(openDatabase({ folder: other })).rejects.toThrow(
      /postgres-17 was written by PostgreSQL 17.*carries PostgreSQL 18/,
    );
    fs.mkdirSync(directory);
    await expect(openDatabase({ folder: other })).rejects.toThrow(/is not a PostgreSQL database/);
    fs.writeFileSync(path.join(directory, 'PG_VERSION'), '16\n');
    await expect(openDatabase({ folder: other })).rejects.toThrow(EmbeddedVersionMismatch);
    expect(fs.readdirSync(other).sort()).toEqual(['postgres-17', `postgres-${EMBEDDED_MAJOR}`]);
    fs.rmSync(other, { recursive: true });
  });

  describe('a statement that runs too long', () => {
    let db: Database<unknown>;
    const count = (tx: Tx<unknown>) => sql<{ n: number }>`select count(*)::int as n from kept`.execute(tx);
    const forEver = (tx: Tx<unknown>) => sql`select count(*) from generate_series(1, 100000000000)`.execute(tx);
    beforeAll(async () => {
      db = await openDatabase({ folder }, { statementTimeout: 1_000 });
      await sql`create table kept (id int)`.execute(db.kysely);
    });
    afterAll(() => db.close());

    test('is stopped with a named error, its transaction undone, what was committed kept, and the event loop free', async () => {
      await inSeat(db, seat, (tx) => sql`insert into kept values (1)`.execute(tx));
      let ticks = 0;
      const ticking = setInterval(() => (ticks += 1), 20);
      const stopped = inSeat(db, seat, async (tx) => {
        await sql`insert into kept values (2)`.execute(tx);
        await forEver(tx);
      });
      await expect(stopped).rejects.toThrow(StatementTimeout);
      clearInterval(ticking);
      expect(ticks).toBeGreaterThan(10);
      expect((await inSeat(db, seat, count)).rows).toEqual([{ n: 1 }]);
    });

    test('cannot be swallowed into a commit of what came before or after it', async () => {
      const swallowed = inSeat(db, seat, async (tx) => {
        await sql`insert into kept values (3)`.execute(tx);
        await expect(forEver(tx)).rejects.toSatisfy(isStatementTimeout);
        await sql`insert into kept values (4)`.execute(tx).catch(() => {});
      });
      await expect(swallowed).rejects.toThrow();
      expect((await inSeat(db, seat, count)).rows).toEqual([{ n: 1 }]);
    });
  });

  test('a transaction during which the database stopped cannot commit on the one that was opened after it', async () => {
    const { pool, link, close } = await openEmbedded({ folder }, defaultLimits);
    const db = databaseOver<unknown>('embedded', pool, close);
    await sql`create table interrupted (id int)`.execute(db.kysely);
    const interrupted = inSeat(db, seat, async (tx) => {
      await sql`insert into interrupted values (1)`.execute(tx);
      await expect(link.maintain('select count(*) from generate_series(1, 100000000000)', 300)).rejects.toThrow(
        StatementTimeout,
      );
      expect(await link.countSyncs()).toBeGreaterThanOrEqual(0); // Another run has begun.
    });
    await expect(interrupted).rejects.toThrow(DatabaseLost);
    expect((await inSeat(db, seat, (tx) => sql`select id from interrupted`.execute(tx))).rows).toEqual([]);
    await close();
  });

  test('carries the major version that the directory is named after', async () => {
    const { pool, close } = await openEmbedded({ folder }, defaultLimits);
    const { rows } = await pool.query<{ major: number }>(
      `select current_setting('server_version_num')::int / 10000 as major`,
    );
    expect(rows).toEqual([{ major: EMBEDDED_MAJOR }]);
    await close();
  });

  test('upkeep runs, and what a connection left in its session is gone for the next', async () => {
    const { pool, link, close } = await openEmbedded({ folder }, defaultLimits);
    await link.maintain('checkpoint', 10_000);
    await link.maintain('vacuum (analyze)', 10_000);
    await pool.query(`set application_name = 'mine'; create temporary table left_over (id int)`);
    const { rows } = await pool.query(
      `select current_setting('application_name') as name, to_regclass('left_over') as found`,
    );
    expect(rows).toEqual([{ name: '', found: null }]);
    await close();
  });
});
