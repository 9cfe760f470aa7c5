// Reads certificates for pages: the register, the packs to post, what went wrong, and papers to download. The wall decides who sees which.
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Row } from '../../database/tables.ts';
import { heldUntilOf, isForEarlierAddress } from '../correspondence/held.ts';
import { certificatesFirst } from '../correspondence/to-post.ts';
import { NotFound } from '../kit/http/problems.ts';
import type { Tx } from '../program.ts';
import type { CertificateContent } from './certificate.ts';

/** Where a page of the register ends; the next one begins after it. */
export interface RegisterPlace {
  readonly dated: string;
  readonly id: string;
}

export interface RegisterLine {
  readonly id: string;
  readonly number: string;
  readonly dated: string;
  /** `set-aside`: prepared for the post and never issued. */
  readonly state: Row<'certificates'>['state'] | 'set-aside';
  readonly version: number;
  readonly limb: Row<'certificates'>['limb'];
  readonly caseId: string;
  readonly caseReference: string;
  readonly appellant: { readonly first_names: string; readonly last_name: string };
}

/** Lists the register, the latest date first, a page at a time. */
export async function listRegister(
  tx: Tx,
  serviceId: string,
  { after, most = 25 }: { after?: RegisterPlace; most?: number } = {},
): Promise<RegisterLine[]> {
  const rows = await tx
    .selectFrom('certificates as c')
    .innerJoin('cases', 'cases.id', 'c.case_id')
    .innerJoin('participations', 'participations.id', 'c.participation_id')
    .innerJoin('people', 'people.id', 'participations.person_id')
    .select([
      'c.id',
      'c.number',
      'c.dated',
      'c.state',
      'c.issued_at',
      'c.version',
      'c.limb',
      'c.case_id',
      'cases.reference',
      'people.first_names',
      'people.last_name',
    ])
    .where('c.service_id', '=', serviceId)
    .$if(after !== undefined, (page) =>
      page.where((where) =>
        where(where.refTuple('c.dated', 'c.id'), '<', where.tuple(after?.dated ?? '', after?.id ?? '')),
      ),
    )
    .orderBy('c.dated', 'desc')
    .orderBy('c.id', 'desc')
    .limit(Math.min(most, 100))
    .execute();
  return rows.map(({ case_id, reference, first_names, last_name, issued_at, ...line }) => ({
    ...line,
    state: line.state === 'withdrawn' && issued_at === null ? 'set-aside' : line.state,
    caseId: case_id,
    caseReference: reference,
    appellant: { first_names, last_name },
  }));
}

/** One certificate of a case with what its current version says. */
export interface CertificateOfCase extends Row<'certificates'> {
  readonly said: CertificateContent;
  readonly corrected: readonly string[];
}

/** Lists the certificates of a case, the first first, each with its current version. A family sees its own, and only issued ones. */
export async function listCertificates(tx: Tx, caseId: string): Promise<CertificateOfCase[]> {
  const rows = await tx
    .selectFrom('certificates as c')
    .innerJoin('certificate_versions as v', (join) =>
      join.onRef('v.certificate_id', '=', 'c.id').onRef('v.version', '=', 'c.version'),
    )
    .selectAll('c')
    .select(['v.content', 'v.corrected'])
    .where('c.case_id', '=', caseId)
    .orderBy('c.prepared_at')
    .orderBy('c.id')
    .limit(20)
    .execute();
  return rows.map(({ content, ...row }) => ({ ...row, said: content as unknown as CertificateContent }));
}

/** A letter that a person must see to. */
export interface LetterLine {
  readonly id: string;
  readonly caseId: string | null;
  readonly caseReference: string | null;
  readonly template: string;
  readonly format: string;
  readonly toAddress: string;
  readonly queuedAt: string;
  readonly failure: string | null;
  /** Until when its papers wait because the address was changed, ISO. */
  readonly heldUntil: string | null;
  /** It waits for the post under lines that are not the person's address of today. */
  readonly isForEarlierAddress: boolean;
  /** The certificate it carries: its id, its date (for the post, the day it must go) and its state. */
  readonly certificate: { readonly id: string; readonly dated: string; readonly state: string } | null;
  readonly papers: readonly { readonly id: string; readonly kind: string; readonly pages: number | null }[];
}

/** Lists the packs that wait for a person to post them, those with a certificate before all others, then the oldest first. */
export async function listPacksToPost(
  tx: Tx,
  serviceId: string,
  now: Temporal.Instant,
  most = 50,
): Promise<LetterLine[]> {
  return lettersIn(tx, serviceId, ['to-post'], now, most);
}

/** Lists the letters that could not be delivered, the oldest first; each is a task until it is sent again or posted. */
export async function listLettersGoneWrong(
  tx: Tx,
  serviceId: string,
  now: Temporal.Instant,
  most = 50,
): Promise<LetterLine[]> {
  return lettersIn(tx, serviceId, ['failed', 'bounced'], now, most);
}

async function lettersIn(
  tx: Tx,
  serviceId: string,
  states: Row<'letters'>['state'][],
  now: Temporal.Instant,
  most: number,
): Promise<LetterLine[]> {
  const letters = await tx
    .selectFrom('letters')
    .leftJoin('cases', 'cases.id', 'letters.case_id')
    .select([
      'letters.id',
      'letters.case_id',
      'cases.reference',
      'template',
      'format',
      'to_address',
      'queued_at',
      'failure',
    ])
    .select([heldUntilOf(now).as('held_until'), isForEarlierAddress.as('is_for_earlier_address')])
    .where('letters.service_id', '=', serviceId)
    .where('state', 'in', states)
    .$if(states.includes('to-post'), (packs) => packs.orderBy(certificatesFirst))
    .orderBy('queued_at')
    .orderBy('letters.id')
    .limit(Math.min(most, 200))
    .execute();
  const papers = await papersIn(
    tx,
    letters.map(({ id }) => id),
  );
  return letters.map(
    ({ id, case_id, reference, template, format, to_address, queued_at, failure, held_until, ...more }) => {
      const inside = papers.filter(({ letter_id }) => letter_id === id);
      const carried = inside.find(({ certificate_id }) => certificate_id !== null);
      return {
        id,
        caseId: case_id,
        caseReference: reference,
        template,
        format,
        toAddress: to_address,
        queuedAt: queued_at,
        failure,
        heldUntil: held_until,
        isForEarlierAddress: more.is_for_earlier_address,
        certificate: carried
          ? { id: carried.certificate_id ?? '', dated: carried.dated ?? '', state: carried.state ?? '' }
          : null,
        papers: inside.map(({ paper_id, kind, pages }) => ({ id: paper_id, kind, pages })),
      };
    },
  );
}

async function papersIn(tx: Tx, letterIds: readonly string[]) {
  if (letterIds.length === 0) return [];
  return tx
    .selectFrom('letter_papers as lp')
    .innerJoin('papers as p', 'p.id', 'lp.paper_id')
    .leftJoin('certificate_versions as v', 'v.id', 'p.certificate_version_id')
    .leftJoin('certificates as c', 'c.id', 'v.certificate_id')
    .select(['lp.letter_id', 'lp.paper_id', 'p.kind', 'p.pages', 'v.certificate_id', 'c.dated', 'c.state'])
    .where('lp.letter_id', 'in', letterIds)
    .orderBy('lp.position')
    .execute();
}

/** A paper of a case as a page lists it. */
export type PaperOfCase = Pick<
  Row<'papers'>,
  'id' | 'kind' | 'format' | 'made_at' | 'pages' | 'replaced_at' | 'certificate_version_id' | 'letter_id' | 'wanted_at'
>;

/** Lists the papers of a case, the latest first. A family sees its own, and none that was replaced. */
export async function listPapers(tx: Tx, caseId: string): Promise<PaperOfCase[]> {
  return tx
    .selectFrom('papers')
    .select([
      'id',
      'kind',
      'format',
      'made_at',
      'pages',
      'replaced_at',
      'certificate_version_id',
      'letter_id',
      'wanted_at',
    ])
    .where('case_id', '=', caseId)
    .orderBy('wanted_at', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
}

/** Gets the file of a paper, for download; its bytes come from `files.getFile(storage)`. Throws NotFound, also when it is not the reader's. */
export async function getPaperFile(tx: Tx, paperId: string): Promise<Row<'files'>> {
  const row = await tx
    .selectFrom('papers')
    .innerJoin('files', 'files.id', 'papers.file_id')
    .selectAll('files')
    .where('papers.id', '=', paperId)
    .executeTakeFirst();
  if (!row) throw new NotFound();
  return row;
}

/** A paper that could not be made, as somebody at the desk finds it. */
export interface PaperNotMade {
  readonly id: string;
  readonly caseId: string;
  readonly reference: string;
  readonly kind: Row<'papers'>['kind'];
  readonly format: Row<'papers'>['format'];
  readonly wantedAt: string;
  readonly failure: string;
  /** It is tried again by itself; otherwise only when somebody says so. */
  readonly isTriedByItself: boolean;
}

/** Gets a paper that could not be made. Throws NotFound, also where it was made or replaced since. */
export async function getPaperNotMade(tx: Tx, paperId: string): Promise<PaperNotMade> {
  const row = await tx
    .selectFrom('papers')
    .innerJoin('cases', 'cases.id', 'papers.case_id')
    .select(['papers.id', 'papers.case_id as caseId', 'cases.reference', 'papers.kind', 'papers.format', 'failure'])
    .select(['papers.wanted_at as wantedAt', sql<boolean>`papers.next_try_at < 'infinity'`.as('isTriedByItself')])
    .where('papers.id', '=', paperId)
    .where('papers.failure', 'is not', null)
    .where('papers.made_at', 'is', null)
    .where('papers.replaced_at', 'is', null)
    .executeTakeFirst();
  if (!row) throw new NotFound();
  return { ...row, failure: row.failure ?? '' };
}
