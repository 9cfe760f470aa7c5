// The main thread's line to the embedded database's worker: passes orders, and ends a worker that takes too long.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { DatabaseLost, StatementTimeout } from './errors.ts';
import type { Answer, Home, Order, Report } from './embedded-worker.ts';

const runProgram = promisify(execFile);

// V8 throws away WebAssembly code that a faster version replaced. Where several threads hold the same module it can do so
// twice, and then it ends the whole process (a failed check in `UnregisterWasmAllocation`). What is
// kept instead does not show in the memory that an idle service takes.
setFlagsFromString('--no-wasm-code-gc');

/** Beside this file as source; once built, under its own name in the folder of the bundle or, for a shared chunk, one above. */
function workerFile(): URL {
  if (import.meta.url.endsWith('.ts')) return new URL('./embedded-worker.ts', import.meta.url);
  const beside = new URL('./embedded-worker.mjs', import.meta.url);
  return existsSync(beside) ? beside : new URL('../embedded-worker.mjs', import.meta.url);
}

type OrderBody = Order extends infer Each ? (Each extends Order ? Omit<Each, 'id'> : never) : never;

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout | undefined;
}

/** One run of the worker, from its start to its end. What was not committed does not survive it. */
class Run {
  readonly ready: Promise<void>;
  /** Until then the thread may still touch the files. */
  readonly gone: Promise<void>;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #orders = 0;
  #over = false;

  constructor(home: Home) {
    this.#worker = new Worker(workerFile(), { workerData: home, execArgv: [] });
    this.ready = new Promise((resolve, reject) => {
      this.#worker.on('message', (report: Report) => (report === 'ready' ? resolve() : this.#hear(report)));
      this.#worker.on('error', (cause) => {
        reject(cause);
        this.#finish(new DatabaseLost('the embedded database stopped with an error', { cause }));
      });
      this.#worker.on('exit', () => {
        const lost = new DatabaseLost('the embedded database stopped');
        reject(lost);
        this.#finish(lost);
      });
    });
    this.ready.catch(() => {}); // Whoever asks next is told; nobody may be asking now.
    this.gone = new Promise((resolve) => this.#worker.once('exit', () => resolve()));
  }

  get over(): boolean {
    return this.#over;
  }

  ask(body: OrderBody, limit?: number): Promise<Answer> {
    if (this.#over) return Promise.reject(new DatabaseLost('the embedded database stopped during this transaction'));
    return new Promise((resolve, reject) => {
      const id = ++this.#orders;
      const timer = limit === undefined ? undefined : setTimeout(() => this.#abandon(id, tooLong(limit)), limit);
      this.#waiting.set(id, { resolve, reject, timer });
      this.#worker.postMessage({ id, ...body } satisfies Order);
    });
  }

  async stop(): Promise<void> {
    this.#over = true;
    await this.#worker.terminate();
    await this.gone;
  }

  #hear(report: Exclude<Report, 'ready'>): void {
    const waiting = this.#waiting.get(report.id);
    if (!waiting) return;
    clearTimeout(waiting.timer);
    if ('error' in report) return this.#abandon(report.id, new DatabaseLost(report.error));
    this.#waiting.delete(report.id);
    waiting.resolve(report.answer);
  }

  /** Ends the worker, and with it the order: a thread that is computing can be stopped in no other way. */
  #abandon(id: number, error: Error): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    void this.stop().then(() => waiting?.reject(error));
  }

  #finish(error: Error): void {
    this.#over = true;
    for (const waiting of this.#waiting.values()) {
      clearTimeout(waiting.timer);
      waiting.reject(error);
    }
    this.#waiting.clear();
  }
}

/** A session with the embedded database: tied to one run of its worker, so that a restart cannot pass for a commit. */
export interface Session {
  /** Sends whole protocol messages and gives the whole answer. */
  send(bytes: Uint8Array): Promise<Uint8Array>;
}

export class EmbeddedLink {
  readonly #home: Home;
  #statementTimeout: number;
  #run: Run;

  private constructor(home: Home, statementTimeout: number) {
    this.#home = home;
    this.#statementTimeout = statementTimeout;
    this.#run = new Run(home);
  }

  /** Makes a database where there is none, in a process of its own, because that takes memory that a thread would never give back. */
  static async make(directory: string): Promise<void> {
    await runProgram(process.execPath, [fileURLToPath(workerFile()), directory]);
  }

  /** Starts the worker. Rejects with the worker's own error when it does not open. */
  static async open(home: Home, statementTimeout: number): Promise<EmbeddedLink> {
    const link = new EmbeddedLink(home, statementTimeout);
    await link.#run.ready;
    return link;
  }

  /** Begins a session with nothing left over from the one before, as a new connection to a server would. */
  async session(limit = this.#statementTimeout): Promise<Session> {
    const run = await this.#running();
    const send = async (bytes: Uint8Array) => (await run.ask({ ask: 'wire', bytes }, limit)) as Uint8Array;
    await send(cleanSession);
    return { send };
  }

  /** Gives the sessions that are begun during `work` so many milliseconds for each statement, instead of the usual limit. */
  async patiently<R>(limit: number, work: () => Promise<R>): Promise<R> {
    const usual = this.#statementTimeout;
    this.#statementTimeout = limit;
    try {
      return await work();
    } finally {
      this.#statementTimeout = usual;
    }
  }

  /** Runs one statement that may take longer than others, outside every transaction, without its result. */
  async maintain(statement: string, limit: number): Promise<void> {
    const session = await this.session(limit);
    await session.send(simpleQuery(statement));
  }

  /** How many times the database forced a file to the disk since it was opened. */
  async countSyncs(): Promise<number> {
    return (await (await this.#running()).ask({ ask: 'syncs' })) as number;
  }

  /** The whole data directory as a tar, to open another database from. */
  async dump(): Promise<Uint8Array> {
    return (await (await this.#running()).ask({ ask: 'dump' })) as Uint8Array;
  }

  /** Shuts the database down in order and ends the worker. */
  async close(): Promise<void> {
    const run = this.#run;
    if (!run.over) await run.ask({ ask: 'close' });
    await run.stop();
  }

  async #running(): Promise<Run> {
    const before = this.#run;
    if (before.over) {
      await before.gone;
      if (this.#run === before) this.#run = new Run(this.#home);
    }
    await this.#run.ready;
    return this.#run;
  }
}

function tooLong(limit: number): StatementTimeout {
  return new StatementTimeout(`a statement ran longer than ${limit} ms and was stopped`);
}

/** Two messages in one trip: `discard all` cannot run in the same message as another statement. */
const cleanSession = Buffer.concat([simpleQuery('rollback'), simpleQuery('discard all')]);

/** A `Query` message of the PostgreSQL protocol: 'Q', the length, the text, a zero. */
function simpleQuery(text: string): Uint8Array {
  const words = Buffer.from(`${text}\0`);
  const message = Buffer.alloc(5 + words.length);
  message.write('Q');
  message.writeInt32BE(4 + words.length, 1);
  words.copy(message, 5);
  return message;
}
