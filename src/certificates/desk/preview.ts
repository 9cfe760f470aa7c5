// What a certificate would say if it were issued or corrected now, for reading before anybody presses.
import type { Temporal } from 'temporal-polyfill';
import type { WebProgram, Tx } from '../../program.ts';
import type { CertificateContent } from '../certificate.ts';
import { certificateContent } from '../content.ts';
import type { Limb } from '../documents/data.ts';
import { getAdviser, readMatter } from '../matter.ts';
import { getHeld } from '../held.ts';
import { sincePrepared, type SincePrepared } from '../since-prepared.ts';
import type { CertificateAtDesk } from '../store-desk.ts';

type PreviewProgram = Pick<WebProgram, 'clock' | 'law' | 'trial' | 'address'>;

/** Writes the content as it would be, dated that day, number and code not yet given. Null where the record holds too little. */
export async function previewOf(
  tx: Tx,
  program: PreviewProgram,
  of: {
    readonly caseId: string;
    readonly participationId: string;
    readonly limb: Limb;
    readonly accountId: string;
    readonly dated: Temporal.PlainDate;
  },
): Promise<CertificateContent | null> {
  const matter = await readMatter(tx, of);
  const { decision, authority } = matter;
  if (!decision || !authority || decision.kind === 'unknown' || decision.kind === 'plan-made') return null;
  if (!decision.dated && !decision.sent) return null;
  const content = certificateContent(
    matter,
    await getAdviser(tx, of.accountId),
    {
      number: '',
      code: '',
      dated: of.dated.toString(),
      version: 1,
      limb: of.limb,
      earlier: matter.certificates[0] ?? null,
      specimen: program.trial,
      address: program.address,
    },
    program.law(),
  );
  return { ...content, number: ['given when it is issued'], code: ['given when it is issued'] };
}

/** Writes what the next version of an issued certificate would say from the record as it is now. Null where the record holds too little. */
export async function correctedPreview(
  tx: Tx,
  program: PreviewProgram,
  { certificate }: CertificateAtDesk,
): Promise<CertificateContent | null> {
  const matter = await readMatter(tx, {
    caseId: certificate.case_id,
    participationId: certificate.participation_id,
    decisionId: certificate.decision_id,
  });
  const { decision, authority } = matter;
  if (!decision || !authority || decision.kind === 'unknown' || decision.kind === 'plan-made') return null;
  if (!decision.dated && !decision.sent) return null;
  const earlier = certificate.earlier_id
    ? await tx.selectFrom('certificates').selectAll().where('id', '=', certificate.earlier_id).executeTakeFirst()
    : undefined;
  return certificateContent(
    matter,
    await getAdviser(tx, certificate.adviser_id),
    {
      ...certificate,
      version: certificate.version + 1,
      earlier: earlier ?? null,
      specimen: program.trial,
      address: program.address,
    },
    program.law(),
  );
}

/** Looks at a prepared certificate again: whether it may still be posted, and what the record says differently now. */
export async function lookedAtAgain(
  tx: Tx,
  program: PreviewProgram,
  { id, case_id: caseId }: { readonly id: string; readonly case_id: string },
): Promise<SincePrepared> {
  return sincePrepared(tx, await getHeld({ tx }, caseId, id), {
    today: program.clock.today(),
    law: program.law(),
    specimen: program.trial,
    address: program.address,
  });
}
