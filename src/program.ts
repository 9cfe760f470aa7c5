// What every command and page is given: the open database, the clock, the law as it stands today, and the ports to the outside.
import type { Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { Clock } from './kit/clock.ts';
import type { Files } from './kit/files/files.ts';
import type { Log } from './kit/log.ts';
import type { Database } from './kit/sql/database.ts';
import { inSeat } from './kit/sql/seat.ts';
import type { Law } from './law/versions.ts';
import type { Service } from './office/service.ts';
import { seatOf, type Who } from './sign-in/who.ts';

export type Tx = Transaction<Tables>;

export interface Program {
  readonly database: Database<Tables>;
  readonly clock: Clock;
  /** The rules and holidays in force. Read once at start and again whenever a manager changes the holidays. */
  readonly law: () => Law;
  /** The domain of the address that e-mail comes from: every letter's Message-ID ends with it. */
  readonly mailDomain: string;
  /** Wakes the worker after a commit that queued a letter; without it the worker finds the letter at its next look. */
  readonly wake?: () => void;
}

/** What pages are given besides: the service that runs here, whether this is a trial, its files and its papers. */
export interface WebProgram extends Program {
  readonly trial: boolean;
  /** Where people reach the service, without a slash at the end: the beginning of every link in a letter. */
  readonly address: string;
  readonly files: Files;
  /** Where the virus scanner listens; without one, files are opened by the reader alone. */
  readonly clamd?: string | null;
  /** Where the published list of bank holidays is fetched when a manager asks for it; without it, they give the file. */
  readonly holidaysUrl?: string;
  readonly log: Log;
  /** Makes the waiting papers of a case now, so that the page that follows can show them. Never throws. */
  readonly makePapersNow: (caseId: string) => Promise<void>;
  readonly service: () => Service;
  /** Reads the service and the holidays again after a manager changed them. */
  readonly reload: () => Promise<void>;
}

/** Reads as the person: everything inside sees only what the wall shows them, and nothing can be written. */
export function reading<R>(program: Pick<Program, 'database'>, who: Who, work: (tx: Tx) => Promise<R>): Promise<R> {
  return inSeat(program.database, seatOf(who, true), work);
}

/** As `reading`, for queries that are all asked in one go: they, the transaction's beginning and its end travel as one message. */
export function readingAtOnce<R>(
  program: Pick<Program, 'database'>,
  who: Who,
  work: (tx: Tx) => Promise<R>,
): Promise<R> {
  return inSeat(program.database, seatOf(who, true), work, { atOnce: true });
}
