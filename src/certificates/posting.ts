// Marks a pack as posted, which issues a certificate that was prepared for the post; and dates one again that was not posted in time.
import { Temporal } from 'temporal-polyfill';
import type { Row } from '../../database/tables.ts';
import type { Inside } from '../cases/inside.ts';
import { throughTheDoor, type Done, type Left } from '../cases/one-door.ts';
import { findHold, isForEarlierAddress } from '../correspondence/held.ts';
import { lockLetter, writePosted } from '../correspondence/outbox.ts';
import { readersOf } from '../correspondence/readers.ts';
import { londonDay } from '../kit/clock.ts';
import { NotFound } from '../kit/http/problems.ts';
import type { Program } from '../program.ts';
import type { Staff } from '../sign-in/who.ts';
import type { CertificateRefused, SetAsideReason } from './certificate.ts';
import { packForPost, type IssuingProgram } from './commands.ts';
import { differences } from './content.ts';
import { draft } from './draft.ts';
import { getHeld, replacePapers } from './held.ts';
import { getAdviser, readMatter } from './matter.ts';
import { findWay } from './pack.ts';
import { postingDay } from './posting-day.ts';
import { mayDateAgain, mayIssue, mayMarkPosted } from './rules.ts';
import { standingOf } from './standing.ts';

export interface MarkPosted {
  readonly actId: string;
  readonly caseId: string;
  readonly letterId: string;
  /** The day it was really posted, ISO. */
  readonly postedOn: string;
}

/**
 * Marks a letter as posted. Where it carries a prepared certificate, that is issued by it: posted on another day than the one it
 * bears, it is refused, and {@link dateCertificateAgain} is the way out. Refused too while the address is newly changed.
 */
export async function markPosted(program: Program, who: Staff, mark: MarkPosted): Promise<Done | CertificateRefused> {
  return throughTheDoor(
    program,
    { ...mark, command: 'mark-posted', who },
    async (inside): Promise<Left | CertificateRefused> => {
      const letter = await lockLetter(inside, mark.letterId);
      if (letter.case_id !== mark.caseId) throw new NotFound();
      if (letter.state === 'waiting-for-papers') return { refused: 'papers-not-made' };
      if (letter.state !== 'to-post') return { refused: 'not-to-post' };
      const postedOn = Temporal.PlainDate.from(mark.postedOn);
      if (Temporal.PlainDate.compare(postedOn, inside.today) > 0) return { refused: 'posted-in-the-future' };
      const hold = await findHold(inside.tx, letter.id, inside.now);
      // What was posted before the address was changed has gone, and is only being marked late.
      if (hold && Temporal.PlainDate.compare(postedOn, londonDay(Temporal.Instant.from(hold.since))) >= 0)
        return { refused: 'papers-held' };
      const certificate = await findPreparedIn(inside, letter.id);
      if (certificate) {
        const refused = mayMarkPosted(
          { state: certificate.state, dated: Temporal.PlainDate.from(certificate.dated) },
          postedOn,
          inside.today,
        );
        if (refused) return { refused };
        await inside.tx
          .updateTable('certificates')
          .set({ state: 'issued', issued_at: inside.now.toString() })
          .where('id', '=', certificate.id)
          .execute();
      }
      await writePosted(inside, letter.id, mark.postedOn, who.accountId);
      const readers = certificate ? [certificate.participation_id] : await readersOf(inside.tx, letter);
      return {
        facts: [
          ...(certificate ? [await issuedFact(inside, certificate)] : []),
          { code: 'letter-posted', data: { letter: letter.id, template: letter.template, on: mark.postedOn }, readers },
        ],
      };
    },
  );
}

/**
 * Dates a prepared certificate for the next post (or for today, where it goes today all the same) and has its pack made again from
 * the record as it is now; the pack that was not posted is replaced. For the day it bears already, only where the record or the
 * address has changed since.
 */
export async function dateCertificateAgain(
  program: IssuingProgram,
  who: Staff,
  {
    certificateId,
    goesToday = false,
    ...passage
  }: {
    readonly actId: string;
    readonly caseId: string;
    readonly certificateId: string;
    readonly goesToday?: boolean;
  },
): Promise<Done | CertificateRefused> {
  const done = await throughTheDoor(
    program,
    { ...passage, command: 'date-certificate-again', who },
    async (inside): Promise<Left | CertificateRefused> => {
      const { tx, today, law, now } = inside;
      const { certificate, version, earlier } = await getHeld(inside, passage.caseId, certificateId);
      if (certificate.state !== 'prepared') return { refused: 'not-prepared' };
      const of = {
        caseId: passage.caseId,
        participationId: certificate.participation_id,
        decisionId: certificate.decision_id,
      };
      const whole = await readMatter(tx, of);
      const matter = { ...whole, certificates: whole.certificates.filter(({ id }) => id !== certificateId) };
      const adviser = await getAdviser(tx, certificate.adviser_id);
      const on = goesToday ? today : postingDay(matter, now, law);
      const allowed = mayIssue(standingOf(matter, adviser, { limb: certificate.limb, today: on, law }));
      if ('refused' in allowed) return allowed;
      const way = findWay(matter.points, 'post');
      if (!way) return { refused: 'no-postal-address' };
      const dated = on.toString();
      const fixed = { ...certificate, dated, earlier, specimen: program.trial, address: program.address };
      const drafted = draft({ matter, adviser, fixed, today: on, law, addressLines: way.lines });
      if ('refused' in drafted) return drafted;
      const refused = mayDateAgain(
        { state: certificate.state, dated: Temporal.PlainDate.from(certificate.dated) },
        on,
        differences(version.said, drafted.content).length > 0 || (await isPackedForEarlierAddress(inside, version.id)),
      );
      if (refused) return { refused };
      await replacePapers(inside, version.id);
      await tx.updateTable('certificates').set({ dated }).where('id', '=', certificateId).execute();
      await tx
        .updateTable('certificate_versions')
        .set({
          content: JSON.stringify(drafted.content),
          made_at: now.toString(),
          made_by: who.accountId,
        })
        .where('id', '=', version.id)
        .execute();
      const letter = await packForPost(inside, { matter, draft: drafted, way, certificate: { dated } }, version.id);
      return {
        facts: [
          {
            code: 'certificate-redated',
            data: { certificate: certificateId, from: certificate.dated, dated },
            readers: [],
          },
          { code: 'letter-queued', data: { letter: letter.id, template: 'certificate', channel: 'post' }, readers: [] },
        ],
        letters: [letter],
      };
    },
  );
  if (!('refused' in done)) await program.makePapersNow(passage.caseId);
  return done;
}

/** Whether a pack with this version waits under an address that was changed since. */
async function isPackedForEarlierAddress({ tx }: Inside, versionId: string): Promise<boolean> {
  const found = await tx
    .selectFrom('letters')
    .select('letters.id')
    .where(isForEarlierAddress)
    .where('letters.id', 'in', (carrying) =>
      carrying
        .selectFrom('letter_papers')
        .innerJoin('papers', 'papers.id', 'letter_papers.paper_id')
        .select('letter_papers.letter_id')
        .where('papers.certificate_version_id', '=', versionId),
    )
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Sets a prepared certificate aside before it is posted: another way is better, or it is not wanted. It was never issued. */
export async function setCertificateAside(
  program: Program,
  who: Staff,
  {
    certificateId,
    why,
    ...passage
  }: { readonly actId: string; readonly caseId: string; readonly certificateId: string; readonly why: SetAsideReason },
): Promise<Done | CertificateRefused> {
  return throughTheDoor(
    program,
    { ...passage, command: 'set-certificate-aside', who },
    async (inside): Promise<Left | CertificateRefused> => {
      const { certificate, version } = await getHeld(inside, passage.caseId, certificateId);
      if (certificate.state !== 'prepared') return { refused: 'not-prepared' };
      await replacePapers(inside, version.id);
      await inside.tx
        .updateTable('certificates')
        .set({ state: 'withdrawn', withdrawn_at: inside.now.toString(), withdrawn_why: why })
        .where('id', '=', certificateId)
        .execute();
      return { facts: [{ code: 'certificate-set-aside', data: { certificate: certificateId, why }, readers: [] }] };
    },
  );
}

async function findPreparedIn({ tx }: Inside, letterId: string): Promise<Row<'certificates'> | null> {
  const row = await tx
    .selectFrom('letter_papers')
    .innerJoin('papers', 'papers.id', 'letter_papers.paper_id')
    .innerJoin('certificate_versions', 'certificate_versions.id', 'papers.certificate_version_id')
    .innerJoin('certificates', 'certificates.id', 'certificate_versions.certificate_id')
    .selectAll('certificates')
    .where('letter_papers.letter_id', '=', letterId)
    .where('certificates.state', '=', 'prepared')
    .executeTakeFirst();
  return row ?? null;
}

/** The certificate is issued by being posted, so what was out of the ordinary is recorded now. */
async function issuedFact({ tx, law }: Inside, certificate: Row<'certificates'>) {
  const { participation_id, decision_id, case_id, id, limb, dated } = certificate;
  const whole = await readMatter(tx, { caseId: case_id, participationId: participation_id, decisionId: decision_id });
  const matter = { ...whole, certificates: whole.certificates.filter((one) => one.id !== id) };
  const adviser = await getAdviser(tx, certificate.adviser_id);
  const allowed = mayIssue(standingOf(matter, adviser, { limb, today: Temporal.PlainDate.from(dated), law }));
  return {
    code: 'certificate-issued' as const,
    data: { certificate: id, limb, dated, warnings: 'warnings' in allowed ? [...allowed.warnings] : [] },
    readers: [participation_id],
  };
}
