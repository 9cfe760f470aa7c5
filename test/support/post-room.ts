// A service whose papers are really made and whose mail goes to a list, with cases ready for a certificate; for tests of certificates and of the worker.
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll } from 'vitest';
import type { Row, Tables } from '../../database/tables.ts';
import { coreCodes } from '../../src/advice/script.ts';
import type { IssuingProgram } from '../../src/certificates/commands.ts';
import { londonDay, type Clock } from '../../src/kit/clock.ts';
import { openFiles } from '../../src/kit/files/files.ts';
import { FileMissing, type ByteStore } from '../../src/kit/files/folder.ts';
import { newId } from '../../src/kit/ids.ts';
import { createLog } from '../../src/kit/log.ts';
import { createOutboxOnlyMailer } from '../../src/kit/mail/outbox-only.ts';
import type { Mailer, Message } from '../../src/kit/mail/mailer.ts';
import { startPdf, type Pdf } from '../../src/kit/pdf/pdf.ts';
import { trialSealingKey } from '../../src/kit/pdf/sealing-key.ts';
import { newReference } from '../../src/kit/reference.ts';
import type { Database } from '../../src/kit/sql/database.ts';
import { sendNextLetter } from '../../src/worker/letters.ts';
import { makeNextPaper } from '../../src/worker/papers.ts';
import type { PostRoom } from '../../src/worker/post-room.ts';
import { makeDesk, type Desk } from './desk.ts';

/** A clock that stands still until it is set. */
export interface HandClock extends Clock {
  set(iso: string): void;
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
  useMailer(mailer: Pick<Mailer, 'send'> | null): void;
  /** Runs both drains until nothing waits. */
  drain(): Promise<void>;
  newCase(changes?: CaseChanges): Promise<ReadyCase>;
}

/** What a test says differs from the usual case: the story's letter of 5 March 2026, contact and decline on 31 March. */
export interface CaseChanges {
  readonly decision?: Partial<Pick<Row<'decisions'>, 'kind' | 'sections' | 'dated' | 'sent' | 'letter_seen'>>;
  readonly child?: Partial<Pick<Row<'children'>, 'first_names' | 'last_name' | 'born'>>;
  readonly person?: Partial<Pick<Row<'people'>, 'first_names' | 'last_name' | 'formats'>>;
  readonly email?: string | null;
  readonly contactOn?: string;
  readonly wish?: Row<'wishes'>['answer'];
}

export interface ReadyCase {
  readonly caseId: string;
  readonly participationId: string;
  readonly personId: string;
  readonly decisionId: string;
}

/** Opens a post room at a moment. Call it once a file; its processes end with the file. */
export async function openPostRoom(database: Database<Tables>, iso: string): Promise<Room> {
  const desk = await makeDesk(database);
  const clock = handClock(iso);
  const pdf = await sharedPdf();
  const sent: Message[] = [];
  const takesAll = createOutboxOnlyMailer((message) => void sent.push(message));
  let mailer: Pick<Mailer, 'send'> = takesAll;
  const room: PostRoom = {
    database,
    clock,
    law: desk.at(iso).law,
    pdf,
    files: openFiles(inMemory(), { current: 'test', keys: { test: randomBytes(32).toString('base64') } }),
    mailer: { send: (message) => mailer.send(message), close: () => undefined },
    sealingKey: await trialSealingKey(Math.floor(clock.now().epochMilliseconds / 1000)),
    log: createLog({ shape: 'line', time: () => clock.now().toString(), write: () => undefined }),
  };
  const papersOf = async (caseId: string) => {
    while (await makeNextPaper(room, caseId));
  };
  await addSignposts(database, desk.serviceId);
  return {
    desk,
    clock,
    room,
    program: { ...room, trial: false, address: 'https://service.example.org', makePapersNow: papersOf },
    sent,
    useMailer: (next) => void (mailer = next ?? takesAll),
    drain: async () => {
      while (await makeNextPaper(room));
      while (await sendNextLetter(room));
    },
    newCase: (changes = {}) => newCase(database, desk, changes),
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
    erase: async (fileId) => void kept.delete(fileId),
  };
}

/** Writes the signposts that a covering letter needs. */
export async function addSignposts(database: Database<Tables>, serviceId: string): Promise<void> {
  const common = { service_id: serviceId, checked_on: '2026-03-01' };
  const address = ['1st Floor, Example Court', 'Example Town', 'ZZ1 1ZZ'];
  await database.kysely
    .insertInto('signposts')
    .values([
      {
        ...common,
        id: newId(),
        kind: 'tribunal',
        name: 'The Tribunal',
        what: 'takes appeals',
        how: 'E-mail',
        contact: 'send@tribunal.example',
        address_lines: address,
        position: 1,
      },
      {
        ...common,
        id: newId(),
        kind: 'tribunal',
        name: 'The Tribunal',
        what: 'answers questions',
        how: 'Ring',
        contact: '01632 960 857',
        address_lines: [],
        position: 2,
      },
      {
        ...common,
        id: newId(),
        kind: 'sendiass',
        name: 'Wirral SENDIASS',
        what: 'can help you fill in the form.',
        how: 'Ring',
        contact: '01632 960 142',
        address_lines: [],
        position: 3,
      },
    ])
    .execute();
}

/** Writes a case whose gates are all open, straight into the rows. */
export async function newCase(
  database: Database<Tables>,
  desk: Pick<Desk, 'serviceId' | 'authorityId' | 'adviser'>,
  changes: CaseChanges = {},
): Promise<ReadyCase> {
  const owner = database.kysely;
  const at = '2026-03-31T09:15:00Z';
  const on = changes.contactOn ?? '2026-03-31';
  const of = { service_id: desk.serviceId };
  const [caseId, personId, participationId, decisionId] = [newId(), newId(), newId(), newId()];
  await owner
    .insertInto('cases')
    .values({
      ...of,
      id: caseId,
      reference: newReference(),
      authority_id: desk.authorityId,
      road: 'mediation',
      stage: 'certificate-due',
      contact_on: on,
      opened_at: at,
    })
    .execute();
  await owner
    .insertInto('children')
    .values({ ...of, case_id: caseId, first_names: 'Tobi', last_name: 'Okafor', born: '2018-09-14', ...changes.child })
    .execute();
  await owner
    .insertInto('people')
    .values({ ...of, id: personId, first_names: 'Hannah', last_name: 'Okafor', made_at: at, ...changes.person })
    .execute();
  const point = { ...of, person_id: personId, message_safe: true, from_at: at };
  const email = changes.email === undefined ? 'hannah@family.example' : changes.email;
  if (email)
    await owner
      .insertInto('contact_points')
      .values({ ...point, id: newId(), kind: 'email', value: email })
      .execute();
  await owner
    .insertInto('contact_points')
    .values({
      ...point,
      id: newId(),
      kind: 'post',
      value: 'CH41 0ZZ',
      postal_lines: ['14 Example Road', 'Birkenhead', 'CH41 0ZZ'],
    })
    .execute();
  await owner
    .insertInto('participations')
    .values({
      ...of,
      id: participationId,
      case_id: caseId,
      person_id: personId,
      side: 'family',
      capacity: 'parent',
      right_holder: true,
      may_open_the_page: true,
      from_at: at,
    })
    .execute();
  await owner
    .insertInto('decisions')
    .values({
      ...of,
      id: decisionId,
      case_id: caseId,
      kind: 'refuse-to-assess',
      dated: '2026-03-05',
      sent: '2026-03-05',
      letter_seen: true,
      made_at: at,
      ...changes.decision,
    })
    .execute();
  await owner
    .insertInto('contacts')
    .values({
      ...of,
      id: newId(),
      case_id: caseId,
      person_id: personId,
      channel: 'call',
      reached_at: at,
      reached_on: on,
      entered_at: at,
      taken_by: desk.adviser.accountId,
    })
    .execute();
  await owner
    .insertInto('information_given')
    .values({
      ...of,
      id: newId(),
      case_id: caseId,
      participation_id: participationId,
      channel: 'call',
      script_version: '1',
      said: [...coreCodes],
      given_at: at,
      given_on: '2026-03-31',
      adviser_id: desk.adviser.accountId,
    })
    .execute();
  const wish = {
    ...of,
    case_id: caseId,
    participation_id: participationId,
    said_at: at,
    said_on: '2026-03-31',
    channel: 'call',
    taken_by: desk.adviser.accountId,
  };
  await owner
    .insertInto('wishes')
    .values([
      { ...wish, id: newId(), about: 'mediation', answer: changes.wish ?? 'no' },
      { ...wish, id: newId(), about: 'appeal', answer: 'yes' },
    ])
    .execute();
  return { caseId, personId, participationId, decisionId };
}
