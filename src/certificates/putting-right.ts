// Puts an issued certificate right without altering it: a correction is a new version with the original date; a withdrawal ends
// one that was never lawfully issued.
import { Temporal } from 'temporal-polyfill';
import type { Inside } from '../cases/inside.ts';
import { throughTheDoor, type Done, type Left } from '../cases/one-door.ts';
import { sayDay } from '../cases/day.ts';
import type { NewLetter } from '../correspondence/queue.ts';
import type { Program } from '../program.ts';
import { holds, type Staff } from '../sign-in/who.ts';
import type {
  CertificateContent,
  CertificateRefused,
  Corrected,
  Replacement,
  ToldThat,
  WithdrawalReason,
} from './certificate.ts';
import { appealTime } from './appeal-time.ts';
import { writeVersion, type IssuingProgram } from './commands.ts';
import { certificateContent, differences, type Fixed } from './content.ts';
import { correctionWords, greetingOf } from './covering-letter.ts';
import { draft } from './draft.ts';
import { getHeld, replacePapers } from './held.ts';
import type { AppealTime, Limb } from './documents/data.ts';
import { withdrawalLetter } from './letters/withdrawal-letter.ts';
import { getAdviser, readMatter, type Matter } from './matter.ts';
import { byEmail, byPost, certificatePapers, formatFor, wantPaper } from './pack.ts';
import { replacementOf, type Gate } from './replacement.ts';
import { mayCorrect, mayFollow, mayWithdraw } from './rules.ts';
import { queued, toAppellant, wayTo } from './to-appellant.ts';

interface OfACertificate {
  readonly actId: string;
  readonly caseId: string;
  readonly certificateId: string;
}

/**
 * Makes a new version of an issued certificate from the rows as they are now, corrected before. It says what was corrected and
 * keeps the original date, number and adviser; the version before is out of the family's reach from then on.
 */
export async function correctCertificate(
  program: IssuingProgram,
  who: Staff,
  of: OfACertificate,
): Promise<Done | CertificateRefused> {
  const done = await throughTheDoor(
    program,
    { ...of, command: 'correct-certificate', who },
    async (inside): Promise<Left | CertificateRefused> => {
      const { tx, today, law, now } = inside;
      const { certificate, version, earlier } = await getHeld(inside, of.caseId, of.certificateId);
      const refused = mayCorrect(
        { isAdviser: holds(who, 'adviser'), isManager: holds(who, 'manager'), steppedUp: who.steppedUp },
        certificate.state,
      );
      if (refused) return { refused };
      const { participation_id: participationId, decision_id: decisionId } = certificate;
      const matter = await readMatter(tx, { caseId: of.caseId, participationId, decisionId });
      const stopped = whatIsMissing(matter);
      if (stopped) return { refused: stopped };
      const adviser = await getAdviser(tx, certificate.adviser_id);
      const fixed: Fixed = {
        ...certificate,
        version: certificate.version + 1,
        earlier,
        specimen: program.trial,
        address: program.address,
      };
      const corrected = differences(version.said, certificateContent(matter, adviser, fixed, law));
      if (corrected.length === 0) return { refused: 'nothing-to-correct' };
      const way = wayTo(matter);
      if (!way) return { refused: 'no-postal-address' };
      const drafted = draft({
        matter,
        adviser,
        fixed: { ...fixed, replaces: replacesWords(version.said, today, corrected) },
        today,
        law,
        addressLines: way.lines,
        corrected,
      });
      if ('refused' in drafted) return drafted;
      await replacePapers(inside, version.id);
      await tx.updateTable('certificates').set({ version: fixed.version }).where('id', '=', certificate.id).execute();
      const { content } = drafted;
      const versionId = await writeVersion(inside, who, certificate.id, { version: fixed.version, content, corrected });
      const [own, other] = await certificatePapers(content, versionId, formatFor(matter.person), now);
      await wantPaper(inside, matter, other);
      const template = 'certificate-corrected' as const;
      const letter =
        way.channel === 'email'
          ? byEmail(matter, drafted, own, { address: way.address, kind: 'corrected', template, now })
          : byPost(matter, drafted, own, { lines: way.lines, template, now });
      return {
        facts: [
          {
            code: 'certificate-corrected',
            data: { certificate: certificate.id, version: fixed.version, corrected },
            readers: [participationId],
          },
          { code: 'letter-queued', data: { letter: letter.id, template, channel: way.channel }, readers: [] },
        ],
        letters: [letter],
      };
    },
  );
  if (!('refused' in done)) await program.makePapersNow(of.caseId);
  return done;
}

function replacesWords(
  said: CertificateContent,
  today: Temporal.PlainDate,
  corrected: readonly Corrected[],
): CertificateContent['replaces'] {
  return { version: said.version, on: sayDay(today.toString()), corrected: correctionWords(corrected) };
}

/** The corrected rows must still be of something that can be certified. */
function whatIsMissing({ decision, authority }: Matter): CertificateRefused['refused'] | null {
  if (!decision || decision.kind === 'unknown' || decision.kind === 'plan-made') return 'decision-not-recorded';
  if (!decision.dated && !decision.sent) return 'letter-date-missing';
  return authority ? null : 'authority-missing';
}

export interface Withdraw extends OfACertificate {
  readonly why: WithdrawalReason;
  /** When the family was told, ISO, before anything else; null refuses. */
  readonly toldOn: string | null;
  /** How it was told. */
  readonly told: 'call' | 'in-person' | 'email' | 'letter';
  /** What it was told. */
  readonly toldThat: readonly ToldThat[];
  readonly replacement: Replacement;
  /** The limb under which one in its place could be asked for now. */
  readonly limb: Limb;
}

/**
 * Withdraws a certificate that was never lawfully issued. The family was told first, and a letter confirms it. A lawful one is ready
 * in its place, or it is recorded why none can be.
 */
export async function withdrawCertificate(
  program: Program,
  who: Staff,
  { why, toldOn, told, toldThat, replacement, limb, ...of }: Withdraw,
): Promise<Done | CertificateRefused> {
  return throughTheDoor(
    program,
    { ...of, command: 'withdraw-certificate', who },
    async (inside): Promise<Left | CertificateRefused> => {
      const { certificate, version } = await getHeld(inside, of.caseId, of.certificateId);
      const refused = mayWithdraw(
        { isManager: holds(who, 'manager'), steppedUp: who.steppedUp },
        certificate.state,
        toldOn ? Temporal.PlainDate.from(toldOn) : null,
        inside.today,
      );
      if (refused || !toldOn) return { refused: refused ?? 'family-not-told-first' };
      const { tx, today, law } = inside;
      const { missing, gates } = await replacementOf(tx, who, { certificate, why, limb, today, law });
      const stopped = mayFollow(replacement, missing, toldThat);
      if (stopped) return { refused: stopped };
      await inside.tx
        .updateTable('certificates')
        .set({ state: 'withdrawn', withdrawn_at: inside.now.toString(), withdrawn_why: why })
        .where('id', '=', certificate.id)
        .execute();
      await replacePapers(inside, version.id);
      const letter = await letterOfWithdrawal(inside, of.caseId, certificate.participation_id, {
        content: version.said,
        decisionId: certificate.decision_id,
        why,
        toldOn,
        replacement,
      });
      const confirmed = queued(letter);
      return {
        facts: [
          {
            code: 'certificate-withdrawn',
            data: {
              certificate: certificate.id,
              why,
              toldOn,
              told,
              toldThat,
              replacement,
              missing,
              owed: owedIn(gates),
            },
            readers: [certificate.participation_id],
          },
          ...confirmed.facts,
        ],
        letters: confirmed.letters,
      };
    },
  );
}

/** The gates of s.55(4) that are not open: what the family is told, or asked, before another certificate can be due. */
function owedIn(gates: readonly Gate[]): ('information' | 'wish')[] {
  return gates.flatMap(({ gate, isOpen }) => (isOpen || gate === 'adviser' ? [] : [gate]));
}

async function letterOfWithdrawal(
  inside: Inside,
  caseId: string,
  participationId: string,
  {
    decisionId,
    why,
    ...about
  }: {
    content: CertificateContent;
    decisionId: string;
    why: WithdrawalReason;
    toldOn: string;
    replacement: Replacement;
  },
): Promise<NewLetter | null> {
  const matter = await readMatter(inside.tx, { caseId, participationId, decisionId });
  const appeal = why === 'not-the-right-holder' || why === 'no-such-decision' ? null : appealNow(matter, inside);
  const letter = withdrawalLetter({ ...about, greeting: greetingOf(matter), appeal }, matter.service);
  return toAppellant(inside, matter, 'certificate-withdrawn', letter);
}

/** When to appeal by what stands now; null where too little is recorded to count it. */
function appealNow(matter: Matter, { today, law }: Inside): AppealTime | null {
  if (whatIsMissing(matter)) return null;
  const datedOn = matter.certificates.filter(({ state }) => state === 'issued').map(({ dated }) => dated);
  return appealTime(matter, { datedOn, later: false, today, law });
}
