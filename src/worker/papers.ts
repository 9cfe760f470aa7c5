// Makes papers: claims one, renders it, seals it once, keeps it encrypted, and lets the letters go whose papers are all made.
// Nothing is held while rendering but a lease; whoever stores a paper first wins, and the other's work is thrown away.
import { createHash } from 'node:crypto';
import { ParseSpeeds, PDFDocument } from 'pdf-lib';
import { Temporal } from 'temporal-polyfill';
import { sql } from 'kysely';
import type { Json, Row } from '../../database/tables.ts';
import type { AddressSheetData, CertificateData } from '../certificates/documents/data.ts';
import { newId } from '../kit/ids.ts';
import { describeError } from '../kit/log.ts';
import { LetterNotInFonts, PdfTemplateFailed } from '../kit/pdf/errors.ts';
import { seal } from '../kit/pdf/seal.ts';
import { inSeat } from '../kit/sql/seat.ts';
import type { Tx } from '../program.ts';
import { workersSeat, type PostRoom } from './post-room.ts';
import { nextTry } from './retry.ts';

/** Longer than rendering and sealing can take; a worker that died is not waited for longer than this. */
const LEASE_MINUTES = 2;

type Paper = Row<'papers'>;
type WhatEveryPaperSays = Pick<CertificateData, 'service'>;

/** Makes the next paper that waits, of one case or of any. Gives false when none waits. A failure is written on the paper. */
export async function makeNextPaper(room: PostRoom, caseId?: string): Promise<boolean> {
  const paper = await claim(room, caseId);
  if (!paper) return false;
  try {
    await store(room, paper, await make(room, paper));
  } catch (error) {
    room.log.error('paper-not-made', { paper: paper.id, tries: paper.tries, ...describeError(error) });
    await writeFailure(room, paper, error);
  }
  return true;
}

async function claim({ database, clock }: PostRoom, caseId?: string): Promise<Paper | null> {
  const now = clock.now();
  return inSeat(database, workersSeat, async (tx) => {
    const found = await tx
      .selectFrom('papers')
      .selectAll()
      .where('made_at', 'is', null)
      .where('replaced_at', 'is', null)
      .where('next_try_at', '<=', now.toString())
      .where((where) => where.or([where('lease_until', 'is', null), where('lease_until', '<', now.toString())]))
      .$if(caseId !== undefined, (papers) => papers.where('case_id', '=', caseId ?? ''))
      // An address sheet counts the pages of its pack, so it comes last.
      .where(
        sql<boolean>`not (kind = 'address-sheet' and exists (
        select from letter_papers lp join papers p on p.id = lp.paper_id
        where lp.letter_id = papers.letter_id and p.made_at is null and p.id <> papers.id))`,
      )
      .orderBy('next_try_at')
      .orderBy('id')
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (!found) return null;
    const tries = found.tries + 1;
    const lease = now.add({ minutes: LEASE_MINUTES }).toString();
    await tx.updateTable('papers').set({ lease_until: lease, tries }).where('id', '=', found.id).execute();
    return { ...found, tries };
  });
}

interface MadePaper {
  readonly bytes: Uint8Array;
  readonly unsealedSha256: string;
  readonly pages: number;
}

async function make(room: PostRoom, paper: Paper): Promise<MadePaper> {
  const data = await contentOf(room, paper);
  const createdAt = secondsOf(Temporal.Instant.from(paper.wanted_at));
  const rendered = await room.pdf.render({ template: paper.template, data, createdAt });
  const { service } = data as unknown as WhatEveryPaperSays;
  const bytes =
    paper.sealed && room.sealingKey
      ? await seal(rendered, {
          key: room.sealingKey,
          signedAt: secondsOf(room.clock.now()),
          reason: 'Sealed by the service that issued it',
          name: service.name,
          location: 'England',
          contact: service.email,
        })
      : rendered;
  return { bytes, unsealedSha256: sha256(rendered), pages: await pagesOf(rendered) };
}

/** The content as it was written with the act; an address sheet is told how many pages the other papers have. */
async function contentOf({ database }: PostRoom, paper: Paper): Promise<Record<string, Json>> {
  const content = paper.content as Record<string, Json>;
  if (paper.kind !== 'address-sheet' || !paper.letter_id) return content;
  const letterId = paper.letter_id;
  const packed = await inSeat(database, { ...workersSeat, readOnly: true }, (tx) =>
    tx
      .selectFrom('letter_papers')
      .innerJoin('papers', 'papers.id', 'letter_papers.paper_id')
      .select('papers.pages')
      .where('letter_papers.letter_id', '=', letterId)
      .where('papers.id', '<>', paper.id)
      .orderBy('position')
      .execute(),
  );
  const listed = (content as unknown as AddressSheetData).papers;
  const papers = listed.map(({ what }, position) => ({ what, pages: packed[position]?.pages ?? 1 }));
  return { ...content, papers };
}

async function store(room: PostRoom, paper: Paper, { bytes, unsealedSha256, pages }: MadePaper): Promise<void> {
  const record = await room.files.putFile(bytes);
  const fileId = newId();
  const at = room.clock.now().toString();
  const first = await inSeat(room.database, workersSeat, async (tx) => {
    // Two papers of one letter may be made at once: with the letter held, the later of them sees that all are made.
    await tx
      .selectFrom('letters')
      .select('id')
      .where('id', 'in', (carrying) =>
        carrying.selectFrom('letter_papers').select('letter_id').where('paper_id', '=', paper.id),
      )
      .orderBy('id')
      .forUpdate()
      .execute();
    await tx
      .insertInto('files')
      .values({
        id: fileId,
        service_id: paper.service_id,
        case_id: paper.case_id,
        media_type: 'application/pdf',
        name: nameOf(paper),
        size: bytes.byteLength,
        sha256: record.sha256,
        storage: JSON.stringify(record),
        made_at: at,
      })
      .execute();
    const stored = await tx
      .updateTable('papers')
      .set({
        made_at: at,
        file_id: fileId,
        unsealed_sha256: unsealedSha256,
        // The hash of the bytes that people hold, which verify matches, whether or not a seal is embedded.
        sealed_sha256: record.sha256,
        pages,
        lease_until: null,
        failure: null,
      })
      .where('id', '=', paper.id)
      .where('made_at', 'is', null)
      .where('replaced_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!stored) throw new SomebodyElseStoredIt();
    await letGo(tx, paper.id);
    return true;
  }).catch((error: unknown) => {
    if (error instanceof SomebodyElseStoredIt) return false;
    throw error;
  });
  if (!first) await room.files.eraseFile(record);
}

class SomebodyElseStoredIt extends Error {
  override name = 'SomebodyElseStoredIt';
}

/** Moves letters whose papers are all made on to their next step: the mail server, or a person who posts. */
async function letGo(tx: Tx, paperId: string): Promise<void> {
  await tx
    .updateTable('letters')
    .set({ state: sql`case channel when 'email' then 'queued' else 'to-post' end` })
    .where('state', '=', 'waiting-for-papers')
    .where('id', 'in', (carrying) =>
      carrying.selectFrom('letter_papers').select('letter_id').where('paper_id', '=', paperId),
    )
    .where(
      sql<boolean>`not exists (
      select from letter_papers lp join papers p on p.id = lp.paper_id where lp.letter_id = letters.id and p.made_at is null)`,
    )
    .execute();
}

/** A fault of the template or of its data is not tried again: a person must look. */
async function writeFailure({ database, clock }: PostRoom, paper: Paper, error: unknown): Promise<void> {
  const forGood = error instanceof LetterNotInFonts || error instanceof PdfTemplateFailed;
  await inSeat(database, workersSeat, (tx) =>
    tx
      .updateTable('papers')
      .set({
        failure: error instanceof Error ? error.name : 'unknown',
        next_try_at: forGood ? 'infinity' : nextTry(clock.now(), paper.tries),
        lease_until: null,
      })
      .where('id', '=', paper.id)
      .where('made_at', 'is', null)
      .execute(),
  );
}

/** The name under which a paper is saved: no person's name. */
function nameOf({ kind, format, content }: Paper): string {
  const { number } = content as unknown as Partial<CertificateData>;
  const size = format === 'large-print' ? '-large-print' : '';
  if (kind === 'certificate') return `mediation-certificate-${(number ?? []).join('')}${size}.pdf`;
  if (kind === 'covering-letter') return `about-your-certificate${size}.pdf`;
  return `${kind}${size}.pdf`;
}

async function pagesOf(pdf: Uint8Array): Promise<number> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
  return document.getPageCount();
}

const secondsOf = (instant: Temporal.Instant): number => Math.floor(instant.epochMilliseconds / 1000);
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
