// Sends an issued certificate once more, as it stands: the same paper with a new covering letter. Anybody at the desk may send.
import { throughTheDoor, type Done, type Left } from '../cases/one-door.ts';
import type { Staff } from '../sign-in/who.ts';
import type { CertificateRefused } from './certificate.ts';
import type { IssuingProgram } from './commands.ts';
import { cover } from './draft.ts';
import { getHeld } from './held.ts';
import { getAdviser, readMatter } from './matter.ts';
import { byEmail, byPost, findWay, formatFor } from './pack.ts';

/** Sends a certificate again by e-mail or by post. The certificate itself was sealed once and is not made again. */
export async function resendCertificate(
  program: IssuingProgram,
  who: Staff,
  {
    certificateId,
    channel,
    ...passage
  }: {
    readonly actId: string;
    readonly caseId: string;
    readonly certificateId: string;
    readonly channel: 'email' | 'post';
  },
): Promise<Done | CertificateRefused> {
  const done = await throughTheDoor(
    program,
    { ...passage, command: 'resend-certificate', who },
    async (inside): Promise<Left | CertificateRefused> => {
      const { tx, today, law, now } = inside;
      const { certificate, version, earlier } = await getHeld(inside, passage.caseId, certificateId);
      if (certificate.state === 'withdrawn') return { refused: 'already-withdrawn' };
      if (certificate.state !== 'issued') return { refused: 'not-issued' };
      const { participation_id: participationId, decision_id: decisionId } = certificate;
      const matter = await readMatter(tx, { caseId: passage.caseId, participationId, decisionId });
      const way = findWay(matter.points, channel);
      if (!way) return { refused: channel === 'email' ? 'no-email-address' : 'no-postal-address' };
      const paper = await tx
        .selectFrom('papers')
        .select('id')
        .where('certificate_version_id', '=', version.id)
        .where('format', '=', formatFor(matter.person))
        .where('made_at', 'is not', null)
        .where('replaced_at', 'is', null)
        .executeTakeFirst();
      if (!paper) return { refused: 'papers-not-made' };
      const adviser = await getAdviser(tx, certificate.adviser_id);
      const fixed = { dated: certificate.dated, earlier };
      const covered = cover(version.said, { matter, adviser, fixed, today, law, addressLines: way.lines });
      if ('refused' in covered) return covered;
      const existing = { existing: paper.id };
      const letter =
        channel === 'email'
          ? byEmail(matter, covered, existing, {
              address: way.address,
              kind: 'sent-again',
              template: 'certificate',
              now,
            })
          : byPost(matter, covered, existing, {
              lines: way.lines,
              template: 'certificate',
              now,
            });
      return {
        facts: [{ code: 'letter-sent-again', data: { letter: letter.id, template: 'certificate' }, readers: [] }],
        letters: [letter],
      };
    },
  );
  if (!('refused' in done)) await program.makePapersNow(passage.caseId);
  return done;
}
