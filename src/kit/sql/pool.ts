// One guarded way to take a connection from a `pg.Pool`, the same for a server and for the embedded database.
import pg from 'pg';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import { asParameter } from './column-types.ts';
import { NotCommitted } from './errors.ts';

type Client = pg.PoolClient & { getTransactionStatus(): 'I' | 'T' | 'E' | null };

const IDLE = 'I';

/** Nothing to do: the query under way is rejected with the same error, and the pool replaces the connection. */
const alreadyReported = () => {};

/**
 * Wraps a pool so that what Kysely takes from it cannot leak: a connection returned with a transaction still open is
 * closed instead of reused, a `commit` that the database turned into a rollback is an error, a connection that dies
 * while it is out fails its query instead of the process, and parameters are checked.
 */
export function guardPool(pool: pg.Pool): PostgresPool {
  pool.on('error', alreadyReported);
  return {
    connect: async () => guardClient(await pool.connect()),
    end: () => pool.end(),
  } satisfies PostgresPool;
}

function guardClient(client: Client): PostgresPoolClient {
  client.on('error', alreadyReported);
  const query = async (text: string, parameters: readonly unknown[]) => {
    const result = await client.query(text, parameters.map(asParameter));
    if (text === 'commit' && result.command !== 'COMMIT') {
      throw new NotCommitted(
        'the transaction was rolled back: an earlier statement in it had failed and its error was swallowed',
      );
    }
    return result;
  };
  return {
    query: query as unknown as PostgresPoolClient['query'], // Its other form takes a cursor, which we never do.
    release: () => {
      client.off('error', alreadyReported);
      client.release(client.getTransactionStatus() !== IDLE);
    },
  };
}
