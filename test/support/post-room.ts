// A service whose papers are really made and whose mail goes to a list, with cases ready for a certificate; for tests of certificates and of the worker.
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll } from 'vitest';
import type { Tables } from '../../database/tables.ts';
import type { IssuingProgram } from '../../src/certificates/commands.ts';
import { londonDay, type Clock } from '../../src/kit/clock.ts';
import { openFiles } from '../../src/kit/files/files.ts';
import { FileMissing, type ByteStore } from '../../src/kit/files/folder.ts';
import { createLog } from '../../src/kit/log.ts';
import { createOutboxOnlyMailer } from '../../src/kit/mail/outbox-only.ts';
import type { Mailer, Message } from '../../src/kit/mail/mailer.ts';
import { startPdf, type Pdf } from '../../src/kit/pdf/pdf.ts';
import { trialSealingKey } from '../../src/kit/pdf/sealing-key.ts';
import type { Database } from '../../src/kit/sql/database.ts';
import { sendNextLetter } from '../../src/worker/letters.ts';
import { makeNextPaper } from '../../src/worker/papers.ts';
import type { Program } from '../../src/program.ts';
import type { PostRoom } from '../../src/worker/post-room.ts';
import { makeDesk, type Desk } from './desk.ts';
import { addSignposts, newCase, type CaseChanges, type ReadyCase } from './ready-case.ts';

/** A clock that stands still until it is set. */
export interface HandClock extends Clock {
  readonly set: (iso: string) => void;
}

export function handClock(iso: string): HandClock {
  let now = Temporal.Instant.from(iso);
  return { now: () => now, today: () => londonDay(now), set: (next) => void (now = Temporal.Instant.from(next)) };
}

export interface Room {
  readonly desk: Desk;
  readonly clock: HandClock;
  /** Issues, with papers made at once. */
  readonly program: IssuingProgram;
  readonly room: PostRoom;
  /** What the mail server was given. */
  readonly sent: Message[];
  /** Puts another mail server in the place of the one that takes everything. */
  readonly useMailer: (mailer: Pick<Mailer, 'send'> | null) => void;
  /** Runs both drains until nothing waits. */
  readonly drain: () => Promise<void>;
  readonly newCase: (changes?: CaseChanges) => Promise<ReadyCase>;
}

/** Makes the ports to the outside over a database: papers are really made, mail goes to a list. Its processes end with the file. */
export async function roomOver(database: Database<Tables>, clock: HandClock, law: Program['law']) {
  const sent: Message[] = [];
  const takesAll = createOutboxOnlyMailer((message) => void sent.push(message));
  let mailer: Pick<Mailer, 'send'> = takesAll;
  const room: PostRoom = {
    database,
    clock,
    law,
    mailDomain: 'service.example',
    pdf: await sharedPdf(),
    files: openFiles(inMemory(), { current: 'test', keys: { test: randomBytes(32).toString('base64') } }),
    mailer: { send: (message) => mailer.send(message), close: () => undefined },
    sender: 'Common Ground <post@service.example>',
    sealingKey: await trialSealingKey(Math.floor(clock.now().epochMilliseconds / 1000)),
    log: createLog({ shape: 'line', time: () => clock.now().toString(), write: () => undefined }),
  };
  return {
    room,
    sent,
    useMailer: (next: Pick<Mailer, 'send'> | null) => void (mailer = next ?? takesAll),
    drain: async () => {
      while (await makeNextPaper(room));
      while (await sendNextLetter(room));
    },
  };
}

/** Opens a post room at a moment with a desk of its own. */
export async function openPostRoom(database: Database<Tables>, iso: string): Promise<Room> {
  const desk = await makeDesk(database);
  const clock = handClock(iso);
  const over = await roomOver(database, clock, desk.at(iso).law);
  const makePapersNow = async (caseId: string) => {
    while (await makeNextPaper(over.room, caseId));
  };
  await addSignposts(database.kysely, desk.serviceId);
  return {
    ...over,
    desk,
    clock,
    program: { ...over.room, trial: false, address: 'https://service.example.org', makePapersNow },
    newCase: (changes = {}) => newCase(database.kysely, desk, changes),
  };
}

let open: Promise<Pdf> | undefined;
/** One process that makes documents for all tests of a file. */
function sharedPdf(): Promise<Pdf> {
  open ??= startPdf({ templatesDir: path.resolve(import.meta.dirname, '../../src/certificates/documents') });
  return open;
}
afterAll(async () => {
  await (await open)?.close();
  open = undefined;
});

function inMemory(): ByteStore {
  const kept = new Map<string, Uint8Array>();
  return {
    put: async (fileId, bytes) => void kept.set(fileId, bytes),
    get: async (fileId) => {
      const bytes = kept.get(fileId);
      if (!bytes) throw new FileMissing(fileId);
      return Buffer.from(bytes);
    },
    has: async (fileId) => kept.has(fileId),
    erase: async (fileId) => void kept.delete(fileId),
    listBefore: async function* () {
      yield [...kept.keys()];
    },
  };
}
