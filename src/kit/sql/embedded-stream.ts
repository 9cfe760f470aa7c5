// A stream that node-postgres takes for its socket, with the embedded database at the other end.
import { Duplex } from 'node:stream';
import type { EmbeddedLink, Session } from './embedded-link.ts';

/** First letters of the messages that end a batch and call for an answer: simple query and sync. */
const ASKS = new Set(['Q', 'S'].map((letter) => letter.charCodeAt(0)));
const TERMINATE = 'X'.charCodeAt(0);

/** AuthenticationOk, then ReadyForQuery with no transaction open: all that a start-up needs. */
const WELCOME = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49]);

/**
 * Each stream is one session, begun clean. node-postgres writes one whole protocol message at a time; they are held
 * until one calls for an answer, so that a query is one trip to the worker and an error skips to the sync as on a server.
 */
export class EmbeddedStream extends Duplex {
  readonly #link: EmbeddedLink;
  #session: Session | undefined;
  #held: Buffer[] = [];

  constructor(link: EmbeddedLink) {
    super();
    this.#link = link;
  }

  /** Called by node-postgres where a socket would dial. */
  connect(): this {
    process.nextTick(() => this.emit('connect'));
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  override _read(): void {
    // Answers are pushed when they come.
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#take(chunk).then(() => done(), done);
  }

  override _final(done: (error?: Error | null) => void): void {
    this.push(null);
    done();
  }

  async #take(message: Buffer): Promise<void> {
    if (!this.#session) {
      this.#session = await this.#link.session();
      this.push(WELCOME);
      return;
    }
    const kind = message[0] ?? TERMINATE;
    if (kind === TERMINATE) return;
    this.#held.push(message);
    if (!ASKS.has(kind)) return;
    const batch = Buffer.concat(this.#held);
    this.#held = [];
    this.push(await this.#session.send(batch));
  }
}
