// Takes a paper in: opened and made safe by the reader, kept encrypted, noted in the case, and read in the background.
import type { Inside } from '../cases/inside.ts';
import { throughTheDoor, type Passage, type Refused } from '../cases/one-door.ts';
import type { FileRecord } from '../kit/files/files.ts';
import { newId } from '../kit/ids.ts';
import { describeError } from '../kit/log.ts';
import { inSeat } from '../kit/sql/seat.ts';
import type { Program, WebProgram } from '../program.ts';
import { seatOf } from '../sign-in/who.ts';
import type { Reader } from './reader/reader.ts';
import type { Reading } from './reader/messages.ts';
import { scan } from './scan.ts';
import { sniff, type UploadRefusal } from './upload.ts';

export type DocumentProgram = Program & Pick<WebProgram, 'files' | 'log' | 'clamd'>;

/** Where a paper belongs: the case, and the draft of the front door or the member of staff who sends it. */
export interface Place {
  readonly caseId: string;
  readonly draftId: string | null;
  readonly accountId: string | null;
  readonly readers: readonly string[];
}

export interface NewPaper {
  readonly bytes: Uint8Array;
  /** As the sender's machine calls it; shown to staff only. */
  readonly name: string;
}

/**
 * Takes one paper in; one that cannot be scanned just now is held, and nobody opens it until it was. `passage` is the act and the seat it is done from; `placeIn` finds where it belongs, inside the transaction. A refused
 * paper leaves nothing on the disk. The reading goes on after this answers.
 */
export async function takePaper(
  program: DocumentProgram,
  reader: Reader,
  passage: Passage,
  { bytes, name }: NewPaper,
  placeIn: (inside: Inside) => Promise<Place | Refused<'no-place'>>,
): Promise<{ readonly documentId: string } | Refused<UploadRefusal | 'no-place'>> {
  const type = sniff(bytes);
  if (typeof type !== 'string') return type;
  const scanned = program.clamd ? await scan(program.clamd, bytes) : 'clean';
  if (scanned === 'harmful') return { refused: scanned };
  const isHeld = scanned !== 'clean';
  const taken = isHeld ? { type, pages: 0, clean: null, preview: null } : await reader.take(bytes);
  if ('refused' in taken) return taken;
  const { serviceId } = passage.who;
  const documentId = newId(program.clock.now());
  const kept: FileRecord[] = [];
  const keep = async (content: Uint8Array | null, mediaType: string) => {
    if (content === null) return null;
    const record = await program.files.putFile(content);
    kept.push(record);
    return { id: newId(program.clock.now()), record, mediaType };
  };
  const dropAll = () => Promise.all(kept.map((record) => program.files.eraseFile(record)));
  try {
    const original = await keep(bytes, taken.type);
    const clean = await keep(taken.clean, 'image/jpeg');
    const preview = await keep(taken.preview, 'image/png');
    const done = await throughTheDoor<'no-place'>(program, passage, async (inside) => {
      const { tx, now } = inside;
      const place = await placeIn(inside);
      if ('refused' in place) return place;
      const { caseId, draftId, accountId, readers } = place;
      const files = [original, clean, preview].filter((file) => file !== null);
      await tx
        .insertInto('files')
        .values(
          files.map((file) => ({
            id: file.id,
            service_id: serviceId,
            case_id: caseId,
            media_type: file.mediaType,
            name: name.slice(0, 200),
            size: file.record.size,
            sha256: file.record.sha256,
            storage: JSON.stringify(file.record),
            made_at: now.toString(),
          })),
        )
        .execute();
      await tx
        .insertInto('documents')
        .values({
          id: documentId,
          service_id: serviceId,
          case_id: caseId,
          kind: 'decision-letter',
          came_by: accountId === null ? 'front' : 'desk',
          draft_id: draftId,
          pages: taken.pages,
          original_file_id: original!.id,
          clean_file_id: clean?.id ?? null,
          preview_file_id: preview?.id ?? null,
          state: isHeld ? 'held' : 'reading',
          sent_at: now.toString(),
          sent_by: accountId,
        })
        .execute();
      const by = accountId === null ? 'front' : 'desk';
      return { caseId, facts: [{ code: 'paper-received', data: { document: documentId, by }, readers: [...readers] }] };
    });
    if ('refused' in done || done.again) await dropAll();
    if ('refused' in done) return done;
    if (!done.again && !isHeld) void readPaper(program, reader, { serviceId, documentId }, taken.clean ?? bytes);
    return { documentId };
  } catch (error) {
    await dropAll();
    throw error;
  }
}

/** Reads a paper and keeps what was found as a suggestion. Never throws: a paper that could not be read asks a person to type. */
export async function readPaper(
  program: DocumentProgram,
  reader: Reader,
  { serviceId, documentId }: { readonly serviceId: string; readonly documentId: string },
  bytes: Uint8Array,
): Promise<void> {
  try {
    const reading: Reading = await reader.read(bytes, program.clock.today().toString());
    await inSeat(program.database, seatOf({ kind: 'system', serviceId }, false), (tx) =>
      tx
        .updateTable('documents')
        .set({
          state: 'read',
          reading: JSON.stringify(reading),
          read_at: program.clock.now().toString(),
        })
        .where('id', '=', documentId)
        .where('state', '=', 'reading')
        .execute(),
    );
  } catch (error) {
    program.log.error('paper-not-read', describeError(error));
  }
}
