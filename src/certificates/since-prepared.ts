// What has happened since a certificate was prepared for the post: whether it may still be posted, and what it says that the record
// does not say any more. Reads only; what is posted all the same is issued by it, and is put right by a correction.
import { Temporal } from 'temporal-polyfill';
import type { Law } from '../law/versions.ts';
import type { Tx } from '../program.ts';
import type { CertificateRefusal, Corrected } from './certificate.ts';
import { certificateContent, differences } from './content.ts';
import type { Held } from './held.ts';
import { getAdviser, readMatter } from './matter.ts';
import { mayIssue } from './rules.ts';
import { standingOf } from './standing.ts';

export interface SincePrepared {
  /** The gate that closed, as where the family wishes to mediate after all; null while it may be posted. */
  readonly closed: CertificateRefusal | null;
  /** What the record says differently now, so that the pack is to be made again. */
  readonly differs: readonly Corrected[];
}

/** Looks at a prepared certificate as if it were issued now, by the adviser who prepared it and on the day that it bears. */
export async function sincePrepared(
  tx: Tx,
  { certificate, version, earlier }: Held,
  { today, law, ...where }: { today: Temporal.PlainDate; law: Law; specimen: boolean; address: string },
): Promise<SincePrepared> {
  const whole = await readMatter(tx, {
    caseId: certificate.case_id,
    participationId: certificate.participation_id,
    decisionId: certificate.decision_id,
  });
  const matter = { ...whole, certificates: whole.certificates.filter(({ id }) => id !== certificate.id) };
  const adviser = await getAdviser(tx, certificate.adviser_id);
  const may = mayIssue(standingOf(matter, adviser, { limb: certificate.limb, today, law }));
  if ('refused' in may) return { closed: may.refused, differs: [] };
  const now = certificateContent(matter, adviser, { ...certificate, ...where, earlier }, law);
  return { closed: null, differs: differences(version.said, now) };
}
