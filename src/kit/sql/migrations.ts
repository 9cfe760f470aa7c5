// Brings a database up to the program, forward only; the list of migrations is handed in.
import { Migrator, sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Database } from './database.ts';

/** SQL text, or a step that SQL cannot say. Each runs in its own transaction. */
export type Migration = string | { readonly up: (db: Kysely<unknown>) => Promise<void> };

/** By name: four digits, a hyphen, words (`0001-people`). They run in the order of their names. */
export type Migrations = Readonly<Record<string, Migration>>;

/** The database has been migrated by a later version of the program. */
export class DatabaseNewer extends Error {
  override readonly name = 'DatabaseNewer';
}

/** A migration failed and was rolled back; those before it stand. `cause` is the database's error. */
export class MigrationFailed extends Error {
  override readonly name = 'MigrationFailed';
}

/** Another process is migrating this database and took longer than this one may wait. */
export class MigrationUnderWay extends Error {
  override readonly name = 'MigrationUnderWay';
}

/** Kysely's own two tables live apart from ours, where no role but the owner may look. */
const SCHEMA = 'migrations';
const TABLE = 'migration';

/** A migration waits for a table this long and then fails, rather than stand before everybody else's queries. */
const LOCK_TIMEOUT = '5s';
const STATEMENT_TIMEOUT = '10min';
const STATEMENT_TIMEOUT_MS = 10 * 60_000;

/**
 * Runs what has not run yet, one transaction each, and gives the names of those. Two processes that start at once take turns.
 * @throws DatabaseNewer before anything is changed; MigrationUnderWay; MigrationFailed.
 */
export async function migrate<T>(db: Database<T>, migrations: Migrations): Promise<readonly string[]> {
  checkNames(migrations);
  return db.patiently(STATEMENT_TIMEOUT_MS, () => migrateAll(db, migrations));
}

async function migrateAll<T>(db: Database<T>, migrations: Migrations): Promise<readonly string[]> {
  await refuseNewer(db, migrations);
  const done: string[] = [];
  const migrator = migratorOver(db, migrations);
  for (;;) {
    const { error, results = [] } = await migrator.migrateUp();
    const [result] = results;
    if (error !== undefined) throw failure(error, result?.migrationName);
    if (!result) return done;
    done.push(result.migrationName);
  }
}

/** Names, in order, of the migrations that `migrate` would run. @throws DatabaseNewer */
export async function pendingMigrations<T>(db: Database<T>, migrations: Migrations): Promise<readonly string[]> {
  checkNames(migrations);
  const executed = await refuseNewer(db, migrations);
  return Object.keys(migrations)
    .filter((name) => !executed.includes(name))
    .sort();
}

function migratorOver<T>(db: Database<T>, migrations: Migrations): Migrator {
  const steps = Object.entries(migrations).map(([name, migration]) => [name, { up: withLimits(migration) }] as const);
  return new Migrator({
    db: db.kysely,
    provider: { getMigrations: () => Promise.resolve(Object.fromEntries(steps)) },
    migrationTableSchema: SCHEMA,
    migrationTableName: TABLE,
    migrationLockTableName: 'migration_lock',
  });
}

function withLimits(migration: Migration): (db: Kysely<unknown>) => Promise<void> {
  return async (db) => {
    await sql
      .raw(`set local lock_timeout = '${LOCK_TIMEOUT}'; set local statement_timeout = '${STATEMENT_TIMEOUT}'`)
      .execute(db);
    if (typeof migration === 'string') await sql.raw(migration).execute(db);
    else await migration.up(db);
  };
}

async function refuseNewer<T>(db: Database<T>, migrations: Migrations): Promise<readonly string[]> {
  const there = await sql<{ found: string | null }>`select to_regclass(${`${SCHEMA}.${TABLE}`})::text as found`.execute(
    db.kysely,
  );
  if (!there.rows[0]?.found) return [];
  const { rows } = await sql<{
    name: string;
  }>`select name from ${sql.table(`${SCHEMA}.${TABLE}`)} order by name`.execute(db.kysely);
  const executed = rows.map((row) => row.name);
  const unknown = executed.filter((name) => !(name in migrations));
  if (unknown.length > 0) {
    throw new DatabaseNewer(
      `This database is newer than the program: it has had ${unknown.join(', ')}, which this version does not know. ` +
        'Start the version that wrote it or a later one; nothing was changed.',
    );
  }
  return executed;
}

function checkNames(migrations: Migrations): void {
  const names = Object.keys(migrations);
  const wrong = names.find((name) => !/^\d{4}-[a-z0-9-]+$/.test(name));
  if (wrong !== undefined) throw new TypeError(`a migration is named 0001-in-plain-words, not ${wrong}`);
  const numbers = names.map((name) => name.slice(0, 4));
  const twice = numbers.find((number, index) => numbers.indexOf(number) !== index);
  if (twice !== undefined) throw new TypeError(`two migrations have the number ${twice}`);
}

/** PostgreSQL's code for a statement that ran out of time: here the one that waits for its turn. */
const RAN_OUT_OF_TIME = '57014';

function failure(cause: unknown, name: string | undefined): MigrationFailed | MigrationUnderWay {
  if (name === undefined && (cause as { code?: unknown } | null)?.code === RAN_OUT_OF_TIME)
    return new MigrationUnderWay(
      'Another process is migrating this database at this moment. Nothing was changed. Try again when it has finished.',
      { cause },
    );
  const words = cause instanceof Error ? cause.message : String(cause);
  return new MigrationFailed(`migration ${name ?? 'start'} failed and was rolled back: ${words}`, { cause });
}
