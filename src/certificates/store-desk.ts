// Reads one certificate whole for the desk: its versions, their papers, and the letters that carried them.
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Row } from '../../database/tables.ts';
import { NotFound } from '../kit/http/problems.ts';
import type { Tx } from '../program.ts';
import type { CertificateContent } from './certificate.ts';
import { readCertificateNumber } from './number.ts';

/** A version of a certificate with the papers that were made of it. */
export interface VersionAtDesk {
  readonly id: string;
  readonly version: number;
  readonly said: CertificateContent;
  readonly corrected: readonly string[];
  readonly madeAt: string;
  readonly papers: readonly Pick<Row<'papers'>, 'id' | 'format' | 'made_at' | 'pages' | 'failure'>[];
}

export interface CertificateAtDesk {
  readonly certificate: Row<'certificates'>;
  readonly reference: string;
  /** The newest first. */
  readonly versions: readonly [VersionAtDesk, ...VersionAtDesk[]];
  /** The pack that waits for the post; null when there is none. */
  readonly packId: string | null;
}

/** Gets a certificate by its number, as people write it. Throws NotFound, also where the wall hides it. */
export async function getCertificateAtDesk(tx: Tx, number: string): Promise<CertificateAtDesk> {
  const symbols = readCertificateNumber(number);
  const found =
    symbols === null
      ? undefined
      : await tx
          .selectFrom('certificates')
          .innerJoin('cases', 'cases.id', 'certificates.case_id')
          .selectAll('certificates')
          .select('cases.reference')
          .where('certificates.number', '=', symbols)
          .executeTakeFirst();
  if (!found) throw new NotFound();
  const { reference, ...certificate } = found;
  const rows = await tx
    .selectFrom('certificate_versions as v')
    .select(['v.id', 'v.version', 'v.content', 'v.corrected', 'v.made_at'])
    .select((of) =>
      jsonArrayFrom(
        of
          .selectFrom('papers')
          .select(['papers.id', 'papers.format', 'papers.made_at', 'papers.pages', 'papers.failure'])
          .whereRef('papers.certificate_version_id', '=', 'v.id')
          .where('papers.kind', '=', 'certificate')
          // The newest of each format first: a pack that was dated again left one that nobody was ever sent.
          .orderBy('papers.wanted_at', 'desc')
          .orderBy('papers.id', 'desc')
          .limit(10),
      ).as('papers'),
    )
    .where('v.certificate_id', '=', certificate.id)
    .orderBy('v.version', 'desc')
    .limit(50)
    .execute();
  const [newest, ...older] = rows.map(({ content, made_at: madeAt, ...row }): VersionAtDesk => ({
    ...row,
    madeAt,
    said: content as unknown as CertificateContent,
  }));
  if (!newest) throw new Error(`certificate ${certificate.id} has no version`);
  return { certificate, reference, versions: [newest, ...older], packId: await findPack(tx, newest.id) };
}

async function findPack(tx: Tx, versionId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('papers')
    .innerJoin('letter_papers', 'letter_papers.paper_id', 'papers.id')
    .innerJoin('letters', 'letters.id', 'letter_papers.letter_id')
    .select('letters.id')
    .where('papers.certificate_version_id', '=', versionId)
    .where('letters.state', 'in', ['to-post', 'waiting-for-papers'])
    .where('letters.channel', '=', 'post')
    .orderBy('letters.queued_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Finds the number of the certificate that an appellant was given last; null when there is none. */
export async function findLatestNumber(tx: Tx, caseId: string, participationId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('certificates')
    .select('number')
    .where('case_id', '=', caseId)
    .where('participation_id', '=', participationId)
    .orderBy('prepared_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.number ?? null;
}
