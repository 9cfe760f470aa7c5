// Papers that could not be scanned when they came: held unopened, and looked at again until the scanner answers.
import type { FileRecord } from '../kit/files/files.ts';
import { newId } from '../kit/ids.ts';
import { asRole, inSeat } from '../kit/sql/seat.ts';
import type { Tx } from '../program.ts';
import { seatOf } from '../sign-in/who.ts';
import { readPaper, type DocumentProgram } from './commands.ts';
import type { Reader } from './reader/reader.ts';
import { scan } from './scan.ts';
import type { UploadRefusal } from './upload.ts';

/** Papers in one look. */
const MOST = 20;

interface Held {
  readonly id: string;
  readonly caseId: string;
  readonly fileId: string;
  readonly record: FileRecord;
}

/**
 * Scans what is held, the oldest first, until the scanner does not answer. A clean paper is opened and read as if it had just come; one that
 * is harmful or no paper loses its bytes and keeps the reason. Gives how many are held no longer.
 */
export async function checkHeldPapers(program: DocumentProgram, reader: Reader, serviceId: string): Promise<number> {
  let settled = 0;
  for (const paper of await inSeat(program.database, seatOf({ kind: 'system', serviceId }, true), (tx) =>
    listHeld(tx, serviceId),
  )) {
    const bytes = await program.files.getFile(paper.record);
    const scanned = program.clamd ? await scan(program.clamd, bytes) : 'clean';
    if (scanned === 'cannot-check') break;
    const taken = scanned === 'harmful' ? ({ refused: 'harmful' } as const) : await reader.take(bytes);
    if ('refused' in taken) await refuse(program, serviceId, paper, taken.refused);
    else {
      const clean = await keep(program, taken.clean, 'image/jpeg');
      const preview = await keep(program, taken.preview, 'image/png');
      await inSeat(program.database, seatOf({ kind: 'system', serviceId }, false), async (tx) => {
        await release(tx, paper, { serviceId, at: program.clock.now().toString(), pages: taken.pages, clean, preview });
      });
      await readPaper(program, reader, { serviceId, documentId: paper.id }, taken.clean ?? bytes);
    }
    settled += 1;
  }
  return settled;
}

async function listHeld(tx: Tx, serviceId: string): Promise<Held[]> {
  const rows = await tx
    .selectFrom('documents')
    .innerJoin('files', 'files.id', 'documents.original_file_id')
    .select(['documents.id', 'documents.case_id', 'documents.original_file_id', 'files.storage'])
    .where('documents.service_id', '=', serviceId)
    .where('documents.state', '=', 'held')
    .where('files.erased_at', 'is', null)
    .orderBy('documents.sent_at')
    .limit(MOST)
    .execute();
  return rows.map(({ id, case_id, original_file_id, storage }) => ({
    id,
    caseId: case_id,
    fileId: original_file_id,
    record: storage as unknown as FileRecord,
  }));
}

interface Kept {
  readonly id: string;
  readonly record: FileRecord;
  readonly mediaType: string;
}

/** Keeps bytes. Should this end before their row is written, the nightly sweep of files removes them. */
async function keep(program: DocumentProgram, bytes: Uint8Array | null, mediaType: string): Promise<Kept | null> {
  return bytes && { id: newId(program.clock.now()), record: await program.files.putFile(bytes), mediaType };
}

async function release(
  tx: Tx,
  paper: Held,
  {
    serviceId,
    at,
    pages,
    clean,
    preview,
  }: { serviceId: string; at: string; pages: number; clean: Kept | null; preview: Kept | null },
): Promise<void> {
  const made = [clean, preview].filter((file) => file !== null);
  if (made.length > 0)
    await tx
      .insertInto('files')
      .values(
        made.map(({ id, record, mediaType }) => ({
          id,
          service_id: serviceId,
          case_id: paper.caseId,
          media_type: mediaType,
          name: '',
          size: record.size,
          sha256: record.sha256,
          storage: JSON.stringify(record),
          made_at: at,
        })),
      )
      .execute();
  await tx
    .updateTable('documents')
    .set({ state: 'reading', pages, clean_file_id: clean?.id ?? null, preview_file_id: preview?.id ?? null })
    .where('id', '=', paper.id)
    .where('state', '=', 'held')
    .execute();
}

async function refuse(program: DocumentProgram, serviceId: string, paper: Held, refused: UploadRefusal): Promise<void> {
  await inSeat(program.database, seatOf({ kind: 'system', serviceId }, false), async (tx) => {
    await tx
      .updateTable('documents')
      .set({ state: 'refused', refused })
      .where('id', '=', paper.id)
      .where('state', '=', 'held')
      .execute();
    await asRole(tx, 'retention', () =>
      tx
        .updateTable('files')
        .set({ name: '', storage: JSON.stringify({}), erased_at: program.clock.now().toString() })
        .where('id', '=', paper.fileId)
        .execute(),
    );
  });
  await program.files.eraseFile(paper.record);
}
