// Reads and writes the one draft that a browser's or a link's secret opens. The database shows the front door no other.
import type { Row } from '../../database/tables.ts';
import type { Answers } from '../kit/forms/answers.ts';
import { inSeat } from '../kit/sql/seat.ts';
import type { Program, Tx } from '../program.ts';
import { frontSeat } from './front-seat.ts';

export interface Draft {
  readonly id: string;
  readonly answers: Answers;
  /** The contact, once the first screen was sent. */
  readonly contact: {
    readonly caseId: string;
    readonly participationId: string;
    readonly reference: string;
    readonly at: string;
  } | null;
  readonly sentAt: string | null;
  readonly savedAt: string;
  readonly wrongTries: number;
  readonly hasLink: boolean;
}

/** Finds the draft this secret opens; null when there is none (any more). */
export function findDraft(
  program: Pick<Program, 'database'>,
  serviceId: string,
  secret: string,
): Promise<Draft | null> {
  return inSeat(program.database, { ...frontSeat(serviceId, secret), readOnly: true }, (tx) => findDraftIn(tx));
}

/** Finds the draft of this transaction's secret, and with `lock` holds its row, so that two tabs write one after the other. */
export async function findDraftIn(tx: Tx, lock = false): Promise<Draft | null> {
  const query = tx.selectFrom('asking_drafts').selectAll().limit(1);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row ? draftOf(row) : null;
}

function draftOf(row: Row<'asking_drafts'>): Draft {
  const { case_id: caseId, participation_id: participationId, reference, contact_at: at } = row;
  return {
    id: row.id,
    answers: row.answers as Answers,
    contact: caseId && participationId && reference && at ? { caseId, participationId, reference, at } : null,
    sentAt: row.sent_at,
    savedAt: row.saved_at,
    wrongTries: row.wrong_tries,
    hasLink: row.link_hash !== null,
  };
}
