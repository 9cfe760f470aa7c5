// One certificate that exists, held for a change: its row, the version that stands, and the papers of that version.
import type { Row } from '../../database/tables.ts';
import type { Inside } from '../cases/inside.ts';
import { cancelLettersWith } from '../correspondence/outbox.ts';
import { NotFound } from '../kit/http/problems.ts';
import type { CertificateContent } from './certificate.ts';

export interface Held {
  readonly certificate: Row<'certificates'>;
  readonly version: Row<'certificate_versions'> & { readonly said: CertificateContent };
  /** The certificate that this one cites, whatever became of it. */
  readonly earlier: Row<'certificates'> | null;
}

/** Gets a certificate of this case with the version that stands. The case is locked by the door. Throws NotFound. */
export async function getHeld({ tx }: Pick<Inside, 'tx'>, caseId: string, certificateId: string): Promise<Held> {
  const certificate = await tx
    .selectFrom('certificates')
    .selectAll()
    .where('id', '=', certificateId)
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  if (!certificate) throw new NotFound();
  const version = await tx
    .selectFrom('certificate_versions')
    .selectAll()
    .where('certificate_id', '=', certificateId)
    .where('version', '=', certificate.version)
    .executeTakeFirstOrThrow();
  const earlier = certificate.earlier_id
    ? await tx.selectFrom('certificates').selectAll().where('id', '=', certificate.earlier_id).executeTakeFirst()
    : null;
  return {
    certificate,
    version: { ...version, said: version.content as unknown as CertificateContent },
    earlier: earlier ?? null,
  };
}

/** Takes the papers of a version, and what was packed with them, out of a family's hands, and takes back letters that have not gone. */
export async function replacePapers({ tx, now }: Pick<Inside, 'tx' | 'now'>, versionId: string): Promise<void> {
  const certificates = await tx
    .selectFrom('papers')
    .select('id')
    .where('certificate_version_id', '=', versionId)
    .where('replaced_at', 'is', null)
    .execute();
  const ids = certificates.map(({ id }) => id);
  if (ids.length === 0) return;
  // Letters first, papers after: the worker locks them in this order too.
  await cancelLettersWith({ tx }, ids);
  const letters = await tx.selectFrom('letter_papers').select('letter_id').where('paper_id', 'in', ids).execute();
  const packed = letters.map(({ letter_id }) => letter_id);
  await tx
    .updateTable('papers')
    .set({ replaced_at: now.toString() })
    .where('replaced_at', 'is', null)
    .where((where) => where.or([where('id', 'in', ids), ...(packed.length ? [where('letter_id', 'in', packed)] : [])]))
    .execute();
}
