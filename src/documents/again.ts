// Takes up readings that were cut short because the program was stopped meanwhile: one at a time, and each a few times at most.
import type { FileRecord } from '../kit/files/files.ts';
import { describeError } from '../kit/log.ts';
import { inSeat } from '../kit/sql/seat.ts';
import { seatOf } from '../sign-in/who.ts';
import { readPaper, type DocumentProgram } from './commands.ts';
import type { Reader } from './reader/reader.ts';
import { GIVEN_UP_SECONDS } from './store.ts';

/** A paper that was begun this often again, and is still not read, is left to a person. */
const MOST_TRIES = 3;

interface CutShort {
  readonly id: string;
  readonly record: FileRecord;
}

/**
 * Reads again the oldest paper that was being read when the program stopped. Whatever is still in hand of this process is too young to be
 * it. Each try is counted before it begins, so that a paper which takes the program down with it is not taken up for ever. Gives whether
 * there was one.
 */
export async function readAgain(program: DocumentProgram, reader: Reader, serviceId: string): Promise<boolean> {
  const seat = seatOf({ kind: 'system', serviceId }, false);
  const paper = await findCutShort(program, serviceId);
  if (!paper) return false;
  const { id, record } = paper;
  await inSeat(program.database, seat, (tx) =>
    tx
      .updateTable('documents')
      .set((set) => ({ read_again: set('read_again', '+', 1) }))
      .where('id', '=', id)
      .execute(),
  );
  try {
    const bytes = await program.files.getFile(record);
    await readPaper(program, reader, { serviceId, documentId: id }, bytes);
  } catch (error) {
    program.log.error('paper-not-read', describeError(error));
  }
  return true;
}

/** The picture that was made of a photograph is read, as it was the first time; of a PDF the file itself. */
async function findCutShort({ database, clock }: DocumentProgram, serviceId: string): Promise<CutShort | null> {
  const row = await inSeat(database, seatOf({ kind: 'system', serviceId }, true), (tx) =>
    tx
      .selectFrom('documents')
      .innerJoin('files', (files) =>
        files.on(({ eb, fn }) =>
          eb('files.id', '=', fn.coalesce('documents.clean_file_id', 'documents.original_file_id')),
        ),
      )
      .select(['documents.id', 'files.storage'])
      .where('documents.service_id', '=', serviceId)
      .where('documents.state', '=', 'reading')
      .where('documents.read_again', '<', MOST_TRIES)
      .where('documents.sent_at', '<=', clock.now().subtract({ seconds: GIVEN_UP_SECONDS }).toString())
      .where('files.erased_at', 'is', null)
      .orderBy('documents.sent_at')
      .limit(1)
      .executeTakeFirst(),
  );
  return row ? { id: row.id, record: row.storage as unknown as FileRecord } : null;
}
