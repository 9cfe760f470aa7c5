// Issues a certificate: at once by e-mail, or prepared for the post; and a manager's decision about a late contact.
// Number and content are reserved in the act; the papers are made outside its lock and then go.
import { Temporal } from 'temporal-polyfill';
import type { Row } from '../../database/tables.ts';
import type { Inside } from '../cases/inside.ts';
import { throughTheDoor, type Done, type Left } from '../cases/one-door.ts';
import { newId } from '../kit/ids.ts';
import { newCode } from '../kit/reference.ts';
import { asRole } from '../kit/sql/seat.ts';
import type { Program } from '../program.ts';
import { holds, type Staff } from '../sign-in/who.ts';
import type { CertificateContent, CertificateRefused, Warning } from './certificate.ts';
import type { Limb } from './documents/data.ts';
import { draft, type Draft } from './draft.ts';
import { aboutLateContact } from './late-told.ts';
import { lateLetter } from './letters/late-letter.ts';
import { getAdviser, readMatter, type Adviser, type Matter } from './matter.ts';
import { codeLength, newCertificateNumber } from './number.ts';
import { byEmail, byPost, certificatePapers, findWay, formatFor, wantPaper } from './pack.ts';
import { postingDay } from './posting-day.ts';
import { isLate, mayIssue } from './rules.ts';
import { lastDayForContact, standingOf } from './standing.ts';
import { queued, toAppellant } from './to-appellant.ts';

/** What issuing needs besides the program. */
export interface IssuingProgram extends Program {
  /** Every paper of a trial is marked as a specimen. */
  readonly trial: boolean;
  /** Where people reach the service, without a slash at the end. */
  readonly address: string;
  /** Makes the waiting papers of a case now, so that the page that follows can show them; the worker makes what is left. Never throws. */
  readonly makePapersNow: (caseId: string) => Promise<void>;
}

export interface Issue {
  /** The form's idempotency key. */
  readonly actId: string;
  readonly caseId: string;
  readonly participationId: string;
  readonly limb: Limb;
  readonly seenVersion?: number;
}

/** Issues a certificate by e-mail, dated today. Committed is issued: it is on the family's page and in the outbox (s.55(4), (5)). */
export async function issueCertificate(
  program: IssuingProgram,
  who: Staff,
  issue: Issue,
): Promise<Done | CertificateRefused> {
  const done = await throughTheDoor(program, { ...issue, command: 'issue-certificate', who }, async (inside) => {
    const drafted = await reserve(program, inside, who, issue, 'email');
    if ('refused' in drafted) return drafted;
    const { matter, way, warnings, certificate } = drafted;
    const versionId = await write(inside, who, drafted, 'issued');
    const [own, other] = await certificatePapers(
      drafted.draft.content,
      versionId,
      formatFor(matter.person),
      inside.now,
    );
    await wantPaper(inside, matter, other);
    const letter = byEmail(matter, drafted.draft, own, {
      address: way.address,
      kind: 'issued',
      template: 'certificate',
      now: inside.now,
    });
    const readers = [matter.participation.id];
    return {
      facts: [
        {
          code: 'certificate-issued',
          data: { certificate: certificate.id, limb: certificate.limb, dated: certificate.dated, warnings },
          readers,
        },
        { code: 'letter-queued', data: { letter: letter.id, template: 'certificate', channel: 'email' }, readers: [] },
      ],
      letters: [letter],
    } satisfies Left;
  });
  if (!('refused' in done)) await program.makePapersNow(issue.caseId);
  return done;
}

/**
 * Prepares a certificate for a family that is reached only by post. It bears the day of the next post and is not issued yet: it is
 * when the pack is marked as posted, on that same day.
 */
export async function prepareCertificateForPost(
  program: IssuingProgram,
  who: Staff,
  issue: Issue,
): Promise<Done | CertificateRefused> {
  const done = await throughTheDoor(
    program,
    { ...issue, command: 'prepare-certificate-for-post', who },
    async (inside) => {
      const drafted = await reserve(program, inside, who, issue, 'post');
      if ('refused' in drafted) return drafted;
      const { certificate } = drafted;
      const versionId = await write(inside, who, drafted, 'prepared');
      const letter = await packForPost(inside, drafted, versionId);
      return {
        facts: [
          {
            code: 'certificate-prepared',
            data: { certificate: certificate.id, limb: certificate.limb, dated: certificate.dated },
            readers: [],
          },
          { code: 'letter-queued', data: { letter: letter.id, template: 'certificate', channel: 'post' }, readers: [] },
        ],
        letters: [letter],
      } satisfies Left;
    },
  );
  if (!('refused' in done)) await program.makePapersNow(issue.caseId);
  return done;
}

/** A decision that was written down; `sent` says how the family is told that no certificate is issued, null where no letter goes. */
export interface LateDecided extends Done {
  readonly sent: 'email' | 'post' | null;
}

/**
 * Writes down a manager's decision about a late contact. Either way the family is told to lodge now and ask the Tribunal's
 * permission: with the certificate, or (the first time that it is refused) in a letter.
 */
export async function decideLateContact(
  program: Program,
  who: Staff,
  { issue, ...passage }: Omit<Issue, 'limb'> & { readonly issue: boolean },
): Promise<LateDecided | CertificateRefused> {
  let sent: LateDecided['sent'] = null;
  const done = await throughTheDoor(
    program,
    { ...passage, command: 'decide-late-contact', who },
    async (inside): Promise<Left | CertificateRefused> => {
      if (!holds(who, 'manager')) return { refused: 'manager-only' };
      const matter = await readMatter(inside.tx, passage);
      const { decision, participation, lateDecision } = matter;
      if (!decision) return { refused: 'decision-not-recorded' };
      const twoMonthsEnded = lastDayForContact(matter, inside.law);
      if (
        !isLate({ contactOn: Temporal.PlainDate.from(matter.contactOn), contactBy: twoMonthsEnded }) ||
        !twoMonthsEnded
      )
        return { refused: 'contact-in-time' };
      await inside.tx
        .insertInto('late_decisions')
        .values({
          id: newId(inside.now),
          service_id: who.serviceId,
          case_id: passage.caseId,
          decision_id: decision.id,
          participation_id: participation.id,
          issue,
          decided_by: who.accountId,
          decided_at: inside.now.toString(),
        })
        .execute();
      const about = aboutLateContact(matter, twoMonthsEnded, 'refused');
      const isToldBefore = lateDecision?.issue === false;
      const letter =
        issue || isToldBefore
          ? null
          : await toAppellant(inside, matter, 'late-contact', lateLetter(about, matter.service));
      sent = letter?.channel ?? null;
      const { facts, letters } = queued(letter);
      return {
        facts: [
          {
            code: 'late-contact-decided',
            data: { participation: participation.id, issue },
            readers: [participation.id],
          },
          ...facts,
        ],
        letters,
      };
    },
  );
  return 'refused' in done ? done : { ...done, sent };
}

/** A certificate about to be written: allowed by the rules, drafted, with an address it can go to. */
export interface Reserved {
  readonly matter: Matter;
  readonly adviser: Adviser;
  readonly draft: Draft;
  readonly warnings: readonly Warning[];
  readonly way: { readonly address: string; readonly lines: string[] };
  readonly certificate: Pick<Row<'certificates'>, 'id' | 'number' | 'code' | 'limb' | 'dated' | 'earlier_id'>;
}

async function reserve(
  program: IssuingProgram,
  inside: Inside,
  who: Staff,
  { caseId, participationId, limb }: Issue,
  channel: 'email' | 'post',
): Promise<Reserved | CertificateRefused> {
  const { tx, today, law, now } = inside;
  const matter = await readMatter(tx, { caseId, participationId });
  const adviser = await getAdviser(tx, who.accountId);
  const on = channel === 'post' ? postingDay(matter, now, law) : today;
  const allowed = mayIssue(standingOf(matter, adviser, { limb, today: on, law }));
  if ('refused' in allowed) return allowed;
  const way = findWay(matter.points, channel);
  if (!way) return { refused: channel === 'email' ? 'no-email-address' : 'no-postal-address' };
  const certificate = {
    id: newId(now),
    number: await unusedNumber(inside),
    code: newCode(codeLength),
    limb,
    dated: on.toString(),
    earlier_id: allowed.earlierId,
  };
  const drafted = draft({
    matter,
    adviser,
    fixed: {
      ...certificate,
      version: 1,
      earlier: matter.certificates.find(({ id }) => id === allowed.earlierId) ?? null,
      specimen: program.trial,
      address: program.address,
    },
    today: on,
    law,
    addressLines: way.lines,
  });
  if ('refused' in drafted) return drafted;
  return { matter, adviser, draft: drafted, warnings: allowed.warnings, way, certificate };
}

/** Numbers are random; one that is taken, in whatever service, is not given twice. */
async function unusedNumber({ tx }: Inside): Promise<string> {
  for (;;) {
    const number = newCertificateNumber();
    const taken = await asRole(tx, 'door', () =>
      tx.selectFrom('certificates').select('id').where('number', '=', number).executeTakeFirst(),
    );
    if (!taken) return number;
  }
}

/** Writes the certificate and its first version; gives the version's id. */
async function write(
  { tx, now, case: of }: Inside,
  who: Staff,
  { matter, certificate, draft: { content } }: Reserved,
  state: 'issued' | 'prepared',
): Promise<string> {
  const at = now.toString();
  await tx
    .insertInto('certificates')
    .values({
      ...certificate,
      service_id: who.serviceId,
      case_id: of?.id ?? matter.case.id,
      decision_id: matter.decision?.id ?? '',
      participation_id: matter.participation.id,
      state,
      adviser_id: who.accountId,
      prepared_at: at,
      issued_at: state === 'issued' ? at : null,
    })
    .execute();
  return writeVersion({ tx, now }, who, certificate.id, { version: 1, content, corrected: [] });
}

/** Writes a version of a certificate; gives its id. */
export async function writeVersion(
  { tx, now }: Pick<Inside, 'tx' | 'now'>,
  who: Staff,
  certificateId: string,
  { version, content, corrected }: { version: number; content: CertificateContent; corrected: readonly string[] },
): Promise<string> {
  const id = newId(now);
  await tx
    .insertInto('certificate_versions')
    .values({
      id,
      service_id: who.serviceId,
      certificate_id: certificateId,
      version,
      content: JSON.stringify(content),
      corrected: [...corrected],
      made_at: now.toString(),
      made_by: who.accountId,
    })
    .execute();
  return id;
}

/** Has the papers of a posted certificate made, and writes the letter that they go in. */
export async function packForPost(
  inside: Inside,
  {
    matter,
    draft: drafted,
    way,
    certificate,
  }: Pick<Reserved, 'matter' | 'draft' | 'way'> & { certificate: { dated: string } },
  versionId: string,
) {
  const [own, other] = await certificatePapers(drafted.content, versionId, formatFor(matter.person), inside.now);
  await wantPaper(inside, matter, other);
  return byPost(matter, drafted, own, {
    lines: way.lines,
    template: 'certificate',
    postOn: certificate.dated,
    now: inside.now,
  });
}
