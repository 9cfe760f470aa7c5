// What sending an e-mail means here: a message with its own lasting identity, and three ways in which sending can fail.
import type { Temporal } from 'temporal-polyfill';

export interface Message {
  /** The Message-ID without angle brackets, the same at every attempt: whoever gets the letter twice gets it once. */
  readonly id: string;
  /** When the letter was written; the same at every attempt, so that the letter is too. */
  readonly writtenAt: Temporal.Instant;
  readonly from: string;
  /** One person. A letter to two people is two letters. */
  readonly to: string;
  readonly replyTo?: string;
  /** Where bounces go (the envelope's sender), one address a message; `from` when left out. */
  readonly bounceTo?: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments?: readonly Attachment[];
}

export interface Attachment {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface Mailer {
  /**
   * Hands a message over. `accepted` means the next mail server has taken responsibility for it, not that it arrived.
   * Throws `MailFailure`.
   */
  send(message: Message): Promise<'accepted'>;
  /** Lets connections go. */
  close(): void;
}

/**
 * Why a message was not (surely) handed over.
 * - `temporary`: nothing was taken; try again later.
 * - `permanent`: this message or this address will be refused again; a person must look.
 * - `unknown`: the connection ended after the letter was sent and before the answer. It may have been taken: try again
 *   with the same Message-ID and the same bytes, never with a letter written anew.
 */
export type MailFailureKind = 'temporary' | 'permanent' | 'unknown';

/** Holds codes only. The mail server's own words quote addresses, so they are not kept. */
export class MailFailure extends Error {
  override readonly name = 'MailFailure';
  readonly kind: MailFailureKind;
  /** The server's reply (550, 421 …) where it gave one. */
  readonly reply: number | undefined;
  /** What went wrong otherwise: `ETIMEDOUT`, `ETLS`, `header-injection` … */
  readonly code: string;
  constructor(kind: MailFailureKind, reply: number | undefined, code: string) {
    super(`${kind}: ${reply ?? code}`);
    this.kind = kind;
    this.reply = reply;
    this.code = code;
  }
}

/** Refuses a message that could smuggle a header or a second recipient into the envelope. Throws a permanent `MailFailure`. */
export function checkMessage(message: Message): void {
  const refuse = (code: string): never => {
    throw new MailFailure('permanent', undefined, code);
  };
  const { id, from, to, replyTo, bounceTo, subject, attachments = [] } = message;
  for (const line of [
    id,
    from,
    to,
    replyTo,
    bounceTo,
    subject,
    ...attachments.flatMap(({ name, type }) => [name, type]),
  ]) {
    if (line !== undefined && /[\p{Cc}\u2028\u2029]/u.test(line)) refuse('header-injection');
  }
  if (!/^[\w.+-]+@[\w.-]+$/.test(id)) refuse('wrong-message-id');
  if (!isOneAddress(to)) refuse('wrong-recipient');
  if (bounceTo !== undefined && !isOneAddress(bounceTo)) refuse('wrong-sender');
}

/** Tells whether text is one bare address, `name@host`: no display name, no list, no quoting tricks. */
function isOneAddress(value: string): boolean {
  return value.length <= 254 && /^[^\s<>()[\]\\,;:"@]+@[^\s<>()[\]\\,;:"@]+$/.test(value);
}
