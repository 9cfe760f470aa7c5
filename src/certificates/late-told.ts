// Tells a family that contacted us late, in a letter and at once, to send the appeal now: from the moment they say no to mediation.
import { Temporal } from 'temporal-polyfill';
import type { Inside } from '../cases/inside.ts';
import type { NewLetter } from '../correspondence/queue.ts';
import type { LetterTemplate } from '../correspondence/words.ts';
import { asRole } from '../kit/sql/seat.ts';
import { isAppealable, isPlacementOnly, type Section } from '../law/decisions.ts';
import { greetingOf, helpOf, tribunalOf } from './covering-letter.ts';
import { lateLetter, type AboutTheLateContact } from './letters/late-letter.ts';
import { readMatter, type Matter } from './matter.ts';
import { isLate } from './rules.ts';
import { lastDayForContact } from './standing.ts';
import { toAppellant } from './to-appellant.ts';

/** The letter that tells them, and how it goes; `told` is null where there is nothing to tell, or they were told before. */
export interface LateTold {
  readonly letter: NewLetter | null;
  readonly told: 'email' | 'post' | 'no-safe-way' | null;
}

/** Nothing to tell. */
export const nobodyTold: LateTold = { letter: null, told: null };

/**
 * Writes the letter to a right-holder whose contact was late and who says no to mediation, once: where the service issues no
 * certificate then, and while a manager has yet to decide, unless another letter said so. `going` are letters of the same act.
 * Whoever acts need not see what it is written from. Throws NotFound.
 */
export async function tellOfLateContact(
  inside: Inside,
  of: { readonly caseId: string; readonly participationId: string },
  going: readonly LetterTemplate[] = [],
): Promise<LateTold> {
  return asRole(inside.tx, 'door', async () => {
    const matter = await readMatter(inside.tx, of);
    const twoMonthsEnded = lastDayForContact(matter, inside.law);
    const decided = twoMonthsEnded && decidedSoFar(matter, twoMonthsEnded);
    if (!decided) return nobodyTold;
    const says = saysSo[decided];
    if (going.some((template) => says.includes(template)) || (await wasWritten(inside, matter, says)))
      return nobodyTold;
    const letter = await toAppellant(
      { ...inside, case: matter.case },
      matter,
      'late-contact',
      lateLetter(aboutLateContact(matter, twoMonthsEnded, decided), matter.service),
    );
    return { letter, told: letter?.channel ?? 'no-safe-way' };
  });
}

/** What the letter about a late contact is written from. */
export function aboutLateContact(
  matter: Matter,
  twoMonthsEnded: Temporal.PlainDate,
  decided: AboutTheLateContact['decided'],
): AboutTheLateContact {
  const { signposts } = matter;
  return {
    greeting: greetingOf(matter),
    twoMonthsEnded,
    decided,
    tribunal: tribunalOf(signposts),
    help: helpOf(signposts),
  };
}

/** Letters that tell somebody late to send the appeal now. The information does; that no certificate comes, only one says. */
const saysSo: Record<'never' | 'awaited', readonly LetterTemplate[]> = {
  never: ['late-contact'],
  awaited: ['late-contact', 'mediation-information'],
};

/** What is decided about the certificate that their "no" asks for; null where they were in time, none is needed, or one can be issued. */
function decidedSoFar(matter: Matter, twoMonthsEnded: Temporal.PlainDate): 'never' | 'awaited' | null {
  const { settings, wishes, participation, certificates, lateDecision } = matter;
  if (wishes.mediation?.answer !== 'no' || !participation.right_holder || participation.until_at !== null) return null;
  if (!isLate({ contactOn: Temporal.PlainDate.from(matter.contactOn), contactBy: twoMonthsEnded })) return null;
  if (certificates.length > 0 || isDueAllTheSame(matter) || !needsCertificate(matter)) return null;
  if (settings.lateContact === 'do-not-issue') return 'never';
  return settings.lateContact === 'manager-decides' && lateDecision === null ? 'awaited' : null;
}

/** After a mediation, or one that was not arranged, a certificate is due however late the contact was (s.55(5)). */
const isDueAllTheSame = ({ milestones }: Matter): boolean =>
  (['mediation-concluded', 'authority-cannot-arrange', 'lapse-confirmed'] as const).some((kind) =>
    milestones.has(kind),
  );

/** While nobody knows what was decided, a certificate is taken to be needed. */
function needsCertificate({ decision }: Matter): boolean {
  if (!decision || decision.kind === 'plan-made') return false;
  if (decision.kind === 'unknown') return true;
  const [sections, sent] = [decision.sections as Section[], decision.sent ?? decision.dated];
  const on = sent === null ? null : Temporal.PlainDate.from(sent);
  return isAppealable(decision.kind, sections, on) && !isPlacementOnly(decision.kind, sections, on);
}

async function wasWritten(
  { tx }: Pick<Inside, 'tx'>,
  matter: Matter,
  templates: readonly LetterTemplate[],
): Promise<boolean> {
  const row = await tx
    .selectFrom('letters')
    .select('id')
    .where('case_id', '=', matter.case.id)
    .where('person_id', '=', matter.person.id)
    .where('template', 'in', [...templates])
    .where('state', '<>', 'cancelled')
    // A letter from before the decision was recorded as it stands gave no day, or another.
    .where('queued_at', '>=', matter.decision?.changed_at ?? matter.decision?.made_at ?? '')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
