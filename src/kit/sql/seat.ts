// Every transaction after start-up is opened here: under a role, as somebody, with the database's wall around it.
import { setTimeout as pause } from 'node:timers/promises';
import { CompiledQuery } from 'kysely';
import type { ConnectionProvider, DatabaseConnection, Transaction } from 'kysely';
import type { Database } from './database.ts';
import { TransactionEnded, isWorthRetrying } from './errors.ts';

/** Who acts, as the database sees it: a role and the settings that its row-level policies read. */
export interface Seat {
  readonly role: string;
  readonly settings: Readonly<Record<string, string>>;
  /** Settings that the database works out from those above, each with the function that does: once, when the seat is taken. */
  readonly workedOut?: Readonly<Record<string, string>>;
  readonly readOnly: boolean;
}

/** A transaction bound to one connection; it refuses queries once it has ended. */
export type Tx<T> = Transaction<T>;

export interface SeatOptions {
  /**
   * `work` asks everything it asks in one go, before it waits for anything, so the transaction's beginning and end travel with the
   * queries as one message. A query asked later is refused with TransactionEnded. For seats that only read.
   */
  readonly atOnce?: boolean;
  /** How many more times to run the whole of `work` after a serialization failure or a deadlock (default 0). `work` must be safe to repeat. */
  readonly retries?: number;
}

/** The queries of each open transaction, so that `asRole` can say under which role the next ones run. */
const queriesOf = new WeakMap<object, Queries>();

/**
 * Runs `work` in one transaction under the seat's role with its settings, and commits; when `work` throws, rolls back and rethrows.
 * Role and settings end with the transaction. A seat that only reads has its result while the transaction is being ended.
 * @throws ConnectionTimeout, NotCommitted (work swallowed a database error and may write), and whatever `work` throws.
 */
export async function inSeat<T, R>(
  db: Database<T>,
  seat: Seat,
  work: (tx: Tx<T>) => Promise<R>,
  { retries = 0, atOnce = false }: SeatOptions = {},
): Promise<R> {
  if (atOnce && !seat.readOnly) throw new TypeError('only a seat that reads is opened and closed at once');
  const opening = openingWords(seat);
  const caller = whoCalled(inSeat);
  for (let left = retries; ; left -= 1) {
    try {
      return await new Promise<R>((resolve, reject) => {
        const transaction = { opening, seat, atOnce, onResult: resolve };
        db.lend(caller, (connection) => transact(db, connection, transaction, work)).then(resolve, reject);
      });
    } catch (error) {
      if (left <= 0 || !isWorthRetrying(error)) throw error;
      await pause(5 + Math.random() * 45); // Two that collided must not meet again in step.
    }
  }
}

/**
 * Runs `work` under another role inside an open transaction, then goes back to the role before, also when `work` throws.
 * Nothing else may use the transaction meanwhile: it would run under that role too. The role goes to the database with the first
 * query that needs it, so a part without queries costs nothing.
 */
export async function asRole<T, R>(tx: Tx<T>, role: string, work: () => Promise<R>): Promise<R> {
  const queries = queriesOf.get(tx);
  if (!queries) throw new TypeError('asRole needs the transaction that inSeat gave');
  const before = queries.role;
  queries.role = roleName(role);
  try {
    return await work();
  } finally {
    queries.role = before;
  }
}

/**
 * Asks one function of the database in a seat that only reads, and gives its rows. The whole transaction travels as one message and
 * comes back as one answer, which is half the time of a transaction that is opened, used and closed: for what every request asks.
 */
export async function askInSeat<T, Row>(
  db: Database<T>,
  seat: Seat,
  name: string,
  args: readonly string[],
): Promise<Row[]> {
  if (!seat.readOnly) throw new TypeError('only a seat that reads is opened and closed at once');
  const asked = `select * from ${functionName(name)}(${args.map(literal).join(', ')})`;
  const text = [...openingWords(seat), asked, 'commit'].join('; ');
  const { rows } = await db.lend(whoCalled(askInSeat), (connection) =>
    connection.executeQuery<Row>(CompiledQuery.raw(text)),
  );
  return rows;
}

/** Whoever called this function, as an error for its stack. One frame is all that is shown, and a whole stack costs 50 µs. */
function whoCalled(asked: typeof inSeat | typeof askInSeat): Error {
  const caller = Object.create(Error.prototype) as Error;
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 1;
  Error.captureStackTrace(caller, asked);
  Error.stackTraceLimit = limit;
  return caller;
}

interface Opened<R> {
  readonly opening: readonly string[];
  readonly seat: Seat;
  readonly atOnce: boolean;
  readonly onResult: (result: R) => void;
}

async function transact<T, R>(
  db: Database<T>,
  connection: DatabaseConnection,
  { opening, seat, atOnce, onResult }: Opened<R>,
  work: (tx: Tx<T>) => Promise<R>,
): Promise<R> {
  const opened = Promise.all(opening.map((words) => connection.executeQuery(CompiledQuery.raw(words))));
  opened.catch(() => {}); // Told by the first query or the wait below, whichever comes first.
  const queries = new Queries(connection, seat.role, db.kind === 'server', opened);
  const tx = db.transactionOver(queries);
  queriesOf.set(tx, queries);
  try {
    // No query has its result before the opening has succeeded. On a server it is sent behind the opening without waiting.
    if (db.kind !== 'server') await opened;
    const working = work(tx);
    if (!atOnce) await working;
    const ended = queries.end('commit');
    ended.catch(() => {});
    const result = await working;
    // What was only read is good before the transaction's end is acknowledged, so nobody waits for that.
    if (seat.readOnly) onResult(result);
    await ended;
    return result;
  } catch (error) {
    // When even this fails the connection is beyond use, and the pool drops it instead of lending it again.
    await queries.end('rollback').catch(() => {});
    throw error;
  }
}

/**
 * Lets the queries of one transaction pass in the order in which they were asked, each under the role it was asked under, and none
 * after its end. A connection that pipelines is sent each at once; otherwise each waits for the answer to the one before.
 */
class Queries implements ConnectionProvider {
  /** The role of the queries that are asked from now on. */
  role: string;
  /** The role that the database is under after all that was sent. */
  #roleSent: string;
  readonly #connection: DatabaseConnection;
  readonly #pipelines: boolean;
  readonly #opened: Promise<unknown>;
  #last: Promise<unknown> = Promise.resolve();
  #ended = false;

  constructor(connection: DatabaseConnection, role: string, pipelines: boolean, opened: Promise<unknown>) {
    this.#connection = connection;
    this.role = role;
    this.#roleSent = role;
    this.#pipelines = pipelines;
    this.#opened = opened;
  }

  provideConnection<R>(consumer: (connection: DatabaseConnection) => Promise<R>): Promise<R> {
    const { role } = this;
    return this.#inTurn(async () => {
      if (this.#ended) throw new TransactionEnded('this transaction has ended; was a promise not awaited?');
      let ready = this.#opened;
      if (role !== this.#roleSent) {
        this.#roleSent = role;
        ready = this.#connection.executeQuery(CompiledQuery.raw(`set local role ${role}`));
        // A change that fails aborts the transaction, so what was sent behind it cannot run under the role before.
        if (!this.#pipelines) await ready;
      }
      const asked = consumer(this.#connection);
      asked.catch(() => {}); // When the opening failed, that is the error to tell, not what came of it.
      await ready;
      return await asked;
    });
  }

  async end(how: 'commit' | 'rollback'): Promise<void> {
    await this.#inTurn(async () => {
      this.#ended = true;
      await this.#connection.executeQuery(CompiledQuery.raw(how));
    });
  }

  #inTurn<R>(step: () => Promise<R>): Promise<R> {
    if (this.#pipelines) return step();
    const turn = this.#last.then(step);
    this.#last = turn.catch(() => {});
    return turn;
  }
}

/**
 * The messages of an opening. A seat that reads has one: 0.33 ms where separate messages took 0.49. A seat that writes has `begin`
 * by itself, which cannot fail while the connection lives; when the rest fails the transaction is aborted, and what was sent behind
 * it is refused instead of running outside the wall.
 */
function openingWords({ role, settings, workedOut = {}, readOnly }: Seat): string[] {
  const configs = [
    ...Object.entries(settings).map(([name, value]) => `set_config(${settingName(name)}, ${literal(value)}, true)`),
    // PostgreSQL works a list out from left to right, so the function finds the settings made.
    ...Object.entries(workedOut).map(
      ([name, by]) => `set_config(${settingName(name)}, coalesce(${functionName(by)}()::text, ''), true)`,
    ),
  ];
  const seat = [
    `set local role ${roleName(role)}`,
    ...(configs.length > 0 ? [`select ${configs.join(', ')}`] : []),
  ].join('; ');
  return readOnly ? [`begin read only; ${seat}`] : ['begin', seat];
}

function roleName(role: string): string {
  if (!/^[a-z_]+$/.test(role)) throw new TypeError('a role name is lower-case letters and underscores');
  return role;
}

function functionName(name: string): string {
  if (!/^[a-z_]+$/.test(name)) throw new TypeError('a function name is lower-case letters and underscores');
  return name;
}

function settingName(name: string): string {
  if (!/^[a-z_.]+$/.test(name)) throw new TypeError('a setting name is lower-case letters, underscores and dots');
  return `'${name}'`;
}

/** An escaped string that means the same whatever `standard_conforming_strings` says. */
function literal(value: string): string {
  if (value.includes('\0')) throw new TypeError('a setting cannot hold a zero character');
  const escaped = value.replaceAll("'", "''").replaceAll('\\', '\\\\');
  return escaped.includes('\\') ? `E'${escaped}'` : `'${escaped}'`;
}
