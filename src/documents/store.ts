// Reads the papers that came in, under the wall of whoever asks.
import { Temporal } from 'temporal-polyfill';
import type { Row } from '../../database/tables.ts';
import type { FileRecord } from '../kit/files/files.ts';
import { NotFound } from '../kit/http/problems.ts';
import { isId } from '../kit/ids.ts';
import type { Tx } from '../program.ts';
import { isSure, type Reading } from './reader/messages.ts';
import type { UploadRefusal } from './upload.ts';

/** A paper for a page. `suggestion` is null while it is read, and when nothing sure was read. */
export interface Paper {
  readonly id: string;
  readonly pages: number;
  readonly state: Row<'documents'>['state'];
  readonly sentAt: string;
  readonly hasPicture: boolean;
  /** Why a paper that was held until it was scanned is not kept. */
  readonly refused: UploadRefusal | null;
  readonly suggestion: Reading | null;
}

const columns = ['id', 'pages', 'state', 'sent_at', 'preview_file_id', 'reading', 'refused'] as const;

function paperOf(row: Pick<Row<'documents'>, (typeof columns)[number]>): Paper {
  const reading = row.reading as Reading | null;
  return {
    id: row.id,
    pages: row.pages,
    state: row.state,
    sentAt: row.sent_at,
    hasPicture: row.preview_file_id !== null,
    refused: row.refused as UploadRefusal | null,
    suggestion: reading && isSure(reading) ? reading : null,
  };
}

/** Lists papers of a case, or (at the front door) of the draft, the newest first. At most 30. */
export async function listPapers(tx: Tx, caseId: string): Promise<Paper[]> {
  const rows = await tx
    .selectFrom('documents')
    .select(columns)
    .where('case_id', '=', caseId)
    .orderBy('sent_at', 'desc')
    .orderBy('id', 'desc')
    .limit(30)
    .execute();
  return rows.map(paperOf);
}

/** A reading that has not come after this long will not come of itself: the program was stopped meanwhile. */
export const GIVEN_UP_SECONDS = 90;

/** Says whether a paper is still being read. */
export function isBeingRead({ state, sentAt }: Paper, now: Temporal.Instant): boolean {
  return state === 'reading' && Temporal.Instant.from(sentAt).until(now).total('seconds') < GIVEN_UP_SECONDS;
}

export interface FileOfPaper {
  readonly record: FileRecord;
  readonly name: string;
  readonly mediaType: string;
}

/** Gets the original of a paper, for staff. Throws NotFound, also while it is held. */
export async function getOriginal(tx: Tx, caseId: string, documentId: string): Promise<FileOfPaper> {
  if (!isId(documentId)) throw new NotFound();
  const row = await tx
    .selectFrom('documents')
    .innerJoin('files', 'files.id', 'documents.original_file_id')
    .select(['files.storage', 'files.name', 'files.media_type'])
    .where('documents.id', '=', documentId)
    .where('documents.case_id', '=', caseId)
    .where('documents.state', '!=', 'held')
    .where('files.erased_at', 'is', null)
    .executeTakeFirst();
  if (!row) throw new NotFound();
  return { record: row.storage as unknown as FileRecord, name: row.name, mediaType: row.media_type };
}

/** Gets the picture of a paper's first page. Throws NotFound, also when the wall hides it or it was erased. */
export async function getPicture(tx: Tx, documentId: string): Promise<FileRecord> {
  if (!isId(documentId)) throw new NotFound();
  const row = await tx
    .selectFrom('documents')
    .innerJoin('files', 'files.id', 'documents.preview_file_id')
    .select('files.storage')
    .where('documents.id', '=', documentId)
    .where('files.erased_at', 'is', null)
    .executeTakeFirst();
  if (!row) throw new NotFound();
  return row.storage as unknown as FileRecord;
}
