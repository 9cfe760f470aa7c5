// Opens the one PostgreSQL database, on a server or embedded in a folder; it knows no table and makes none.
import pg from 'pg';
import { Kysely, PostgresDialect, Transaction } from 'kysely';
import type { ConnectionProvider, DatabaseConnection } from 'kysely';
import { columnTypes } from './column-types.ts';
import { ConnectionTimeout } from './errors.ts';
import { openEmbedded } from './embedded.ts';
import { guardPool } from './pool.ts';

/** Where the database is: the address of a server, or the parent folder of an embedded one. */
export type Place = { readonly server: string } | { readonly folder: string };

export interface DatabaseOptions {
  /** Connections kept to a server (default 10). The embedded database has one session and always one connection. */
  readonly connections?: number;
  /** How long a caller waits for a free connection, in milliseconds (default 10,000). */
  readonly connectionTimeout?: number;
  /** How long one statement may run, in milliseconds (default 30,000). */
  readonly statementTimeout?: number;
}

export interface Database<T> {
  readonly kind: 'embedded' | 'server';
  /** The login role's own access, outside every wall: migrations and start-up only. All else goes through `inSeat`. */
  readonly kysely: Kysely<T>;
  /**
   * Lends one connection to `work`, for `inSeat`. `caller` is an Error made where the connection was asked for.
   * @throws ConnectionTimeout naming the caller and the holders when none is free in time.
   */
  lend<R>(caller: Error, work: (connection: DatabaseConnection) => Promise<R>): Promise<R>;
  /** Makes a transaction object whose queries go where `queries` says, for `inSeat`. */
  transactionOver(queries: ConnectionProvider): Transaction<T>;
  /**
   * Lets statements of `work` take longer than the usual limit, at most so many milliseconds. Only the embedded database needs to be
   * told from outside: on a server a transaction sets its own limit. For start-up, while nobody else asks anything.
   */
  patiently<R>(limit: number, work: () => Promise<R>): Promise<R>;
  /** Waits for connections that are out, then closes. */
  readonly close: () => Promise<void>;
}

export const defaultLimits = { connections: 10, connectionTimeout: 10_000, statementTimeout: 30_000 } as const;

/**
 * Opens the database at a place.
 * @throws EmbeddedDatabaseInUse, EmbeddedVersionMismatch, EmbeddedFolderUnusable (embedded only) with words for the person who started the program.
 */
export async function openDatabase<T>(place: Place, options: DatabaseOptions = {}): Promise<Database<T>> {
  const limits = { ...defaultLimits, ...options };
  if ('folder' in place) {
    const embedded = await openEmbedded({ folder: place.folder }, limits);
    return databaseOver<T>('embedded', embedded.pool, embedded.close, embedded.link);
  }
  const pool = new pg.Pool({
    connectionString: place.server,
    max: limits.connections,
    connectionTimeoutMillis: limits.connectionTimeout,
    statement_timeout: limits.statementTimeout,
    idle_in_transaction_session_timeout: 2 * limits.statementTimeout,
    application_name: 'common-ground',
    // Compiling a plan, or making one anew for each value, takes the server longer than any of our queries runs: it is never to try.
    options: '-c timezone=UTC -c datestyle=ISO -c jit=off -c plan_cache_mode=force_generic_plan',
    types: columnTypes,
    // A query is sent without waiting for the answer to the one before; the server still runs them one after another.
    pipeline: true,
  });
  return databaseOver<T>('server', pool, () => pool.end());
}

/** Builds the `Database` over a pool that is already open; `close` ends the pool and whatever stands behind it, `link` is the embedded database's. */
export function databaseOver<T>(
  kind: Database<T>['kind'],
  pool: pg.Pool,
  close: () => Promise<void>,
  link?: Pick<Database<T>, 'patiently'>,
): Database<T> {
  const dialect = new PostgresDialect({ pool: guardPool(pool, { prepares: kind === 'server' }) });
  const kysely = new Kysely<T>({ dialect });
  const driver = dialect.createDriver();
  const executor = kysely.getExecutor();
  const holders = new Set<Error>();

  async function lend<R>(caller: Error, work: (connection: DatabaseConnection) => Promise<R>): Promise<R> {
    let lent = false;
    try {
      return await executor.provideConnection(async (connection) => {
        lent = true;
        holders.add(caller);
        return await work(connection);
      });
    } catch (error) {
      if (!lent && isPoolTimeout(error)) throw new ConnectionTimeout(whoWaits(caller, holders), { cause: error });
      throw error;
    } finally {
      holders.delete(caller);
    }
  }

  return {
    kind,
    kysely,
    lend,
    transactionOver: (queries) =>
      new Transaction<T>({ config: { dialect }, dialect, driver, executor: executor.withConnectionProvider(queries) }),
    patiently: (limit, work) => (link ? link.patiently(limit, work) : work()),
    close,
  };
}

/** The pool gives no code for this, only these words. */
function isPoolTimeout(error: unknown): boolean {
  return error instanceof Error && error.message === 'timeout exceeded when trying to connect';
}

function whoWaits(waiter: Error, holders: ReadonlySet<Error>): string {
  const held = [...holders].map(nameOf).join('; ') || 'start-up or maintenance';
  return `no database connection came free for ${nameOf(waiter)}; held by ${held}`;
}

/** The function and place that asked, from a stack whose first line is the caller. */
function nameOf(caller: Error): string {
  const frame = caller.stack?.split('\n').find((line) => line.trimStart().startsWith('at '));
  return frame?.trim().slice(3) ?? 'an unknown caller';
}
