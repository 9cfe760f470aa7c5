// One guarded way to take a connection from a `pg.Pool`, the same for a server and for the embedded database.
import { createHash } from 'node:crypto';
import type { Duplex } from 'node:stream';
import pg from 'pg';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import { asParameter } from './column-types.ts';
import { NotCommitted } from './errors.ts';

type Client = pg.PoolClient & {
  getTransactionStatus(): 'I' | 'T' | 'E' | null;
  readonly connection: { readonly stream: Duplex };
};

const IDLE = 'I';

/** Nothing to do: the query under way is rejected with the same error, and the pool replaces the connection. */
const alreadyReported = () => {};

/**
 * Wraps a pool so that what Kysely takes from it cannot leak: a connection returned with a transaction still open is
 * closed instead of reused, a `commit` that the database turned into a rollback is an error, a connection that dies
 * while it is out fails its query instead of the process, and parameters are checked.
 */
export function guardPool(pool: pg.Pool, { prepares }: { readonly prepares: boolean }): PostgresPool {
  pool.on('error', alreadyReported);
  return {
    connect: async () => guardClient(await pool.connect(), prepares),
    end: () => pool.end(),
  } satisfies PostgresPool;
}

/** The names of the statements each connection has prepared. */
const preparedOn = new WeakMap<Client, Map<string, string>>();

/** A page's queries are a few hundred; what comes after that on one connection is unusual and is planned each time. */
const MOST_PREPARED = 400;

/**
 * Names a statement so that the server parses and plans it once for each connection: row-level security makes planning dearer than
 * running. A statement without parameters is not named, because several of them may stand in one text.
 */
function nameOf(client: Client, text: string, parameters: readonly unknown[]): string | undefined {
  if (parameters.length === 0) return undefined;
  let names = preparedOn.get(client);
  if (!names) preparedOn.set(client, (names = new Map()));
  const known = names.get(text);
  if (known || names.size >= MOST_PREPARED) return known;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 22);
  names.set(text, name);
  return name;
}

/** Holds back what is written until this turn of the event loop ends, so that queries sent together leave in one piece. */
function writeTogether({ stream }: Client['connection']): void {
  if (stream.writableCorked > 0) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

/** Of several statements in one text, the answer to the last that gives rows. */
function lastWithRows(results: readonly pg.QueryResult[]): pg.QueryResult | undefined {
  return results.findLast(({ fields }) => fields.length > 0) ?? results.at(-1);
}

function guardClient(client: Client, prepares: boolean): PostgresPoolClient {
  client.on('error', alreadyReported);
  const query = async (text: string, parameters: readonly unknown[]) => {
    const name = prepares ? nameOf(client, text, parameters) : undefined;
    const values = parameters.map(asParameter);
    if (prepares) writeTogether(client.connection);
    const result = await client.query(name ? { name, text, values } : { text, values });
    if (text === 'commit' && result.command !== 'COMMIT') {
      throw new NotCommitted(
        'the transaction was rolled back: an earlier statement in it had failed and its error was swallowed',
      );
    }
    return Array.isArray(result) ? lastWithRows(result as pg.QueryResult[]) : result;
  };
  return {
    query: query as unknown as PostgresPoolClient['query'], // Its other form takes a cursor, which we never do.
    release: () => {
      client.off('error', alreadyReported);
      client.release(client.getTransactionStatus() !== IDLE);
    },
  };
}
