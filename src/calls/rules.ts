// Decides how far a call has come, what it leads to, and what is still missing for that. Pure: days and the law come in.
import { Temporal } from 'temporal-polyfill';
import { latestChase, type WishesAsked } from '../advice/rules.ts';
import { coreCodes } from '../advice/script.ts';
import type { Answers, FormError } from '../kit/forms/answers.ts';
import { contactAdviser } from '../law/contact.ts';
import { checkContact, type LateContactPolicy } from '../law/late-contact.ts';
import { chaseDecision } from '../law/promises.ts';
import type { Law } from '../law/versions.ts';
import type { Decision } from '../referrals/contact.ts';
import { roadOf } from '../referrals/road.ts';
import { contactRefusalWords } from '../referrals/words.ts';
import { speaksForThemselves, stepNumbers, type Heard, type Outcome, type StepNumber } from './call.ts';
import { hear } from './questions.ts';
import { missingWords, yearWords, type MissingField } from './words.ts';

/** What stands around a call while it is judged. */
export interface Around {
  readonly today: Temporal.PlainDate;
  /** The day of the next post: a certificate that is prepared for it now bears that day. */
  readonly nextPost: Temporal.PlainDate;
  /** The day in London on which the caller rang: the contact date, however late the call is finished. */
  readonly contactOn: Temporal.PlainDate;
  readonly law: Law;
  readonly policy: LateContactPolicy;
  /** Whoever took the call may decide about a late contact. */
  readonly isManager: boolean;
  /** Only an adviser's information counts in law (s.55(4)(a)); anybody at the desk may take a contact. */
  readonly isAdviser: boolean;
}

/** Gives the decision as it was heard. */
export function decisionOf({ decision, sections, dated, sent, seen }: Heard): Decision {
  return {
    kind: decision ?? 'unknown',
    sections: sectionsOf({ decision, sections }),
    dated: dated ?? null,
    sent: sent ?? null,
    received: null,
    letterSeen: seen,
  };
}

/** Sections belong to a plan; ticks left over from another answer are dropped. */
export function sectionsOf({ decision, sections }: Pick<Heard, 'decision' | 'sections'>): Heard['sections'] {
  return decision === 'plan-contents' || decision === 'plan-made' || decision === 'refuse-to-amend' ? sections : [];
}

/** Says whether the council needs to be told what health care is wanted (s.52(4)). */
export function isAboutHealth(heard: Heard): boolean {
  return roadOf(decisionOf(heard), heard.health).healthScope !== 'none';
}

/** Gives the day to ring somebody who is thinking again: the one they agreed to, else the service's own, while the two months still run. */
export function chaseOf(
  { chase, dated, sent }: Heard,
  { today, law }: Pick<Around, 'today' | 'law'>,
): Temporal.PlainDate {
  if (chase) return chase;
  const notice = { datedOn: dated, sentOn: sent };
  const twoMonthsEndOn = dated || sent ? contactAdviser(notice, law).deadline : null;
  const promised = chaseDecision({ thinkingSince: today, twoMonthsEndOn, ruleVersion: '' }, law).deadline ?? today;
  const latest = latestChase(notice, today, law);
  return latest && isBefore(latest, promised) ? (isBefore(latest, today) ? today : latest) : promised;
}

const isBefore = (a: Temporal.PlainDate, b: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(a, b) < 0;

/**
 * Hears what was typed, and sets aside a letter's date from which nothing can be counted: after the call, or in a year whose bank
 * holidays nobody loaded, which is a slip of the year. Each is an error at its field, and no value.
 */
export function listen(answers: Answers, { contactOn, law }: Pick<Around, 'contactOn' | 'law'>) {
  const { heard, errors } = hear(answers);
  const slips = (['dated', 'sent'] as const).flatMap((field): FormError[] => {
    const day = heard[field];
    if (!day) return [];
    const late = field === 'dated' ? 'letter-after-contact' : 'sent-after-contact';
    if (isBefore(contactOn, day)) return [{ field, message: contactRefusalWords[late] }];
    return law.holidays.isLoaded(day.year) ? [] : [{ field, part: 'year', message: yearWords }];
  });
  const without = Object.fromEntries(slips.map(({ field }) => [field, undefined]));
  return { heard: { ...heard, ...without }, errors: [...errors, ...slips] };
}

/** Says whether nothing in a step waits any more. */
export function isAnswered(step: StepNumber, heard: Heard): boolean {
  if (step >= 5 && step <= 8 && heard.who && !speaksForThemselves(heard)) return true;
  switch (step) {
    case 1:
      return heard.service !== undefined;
    case 2:
      return isCallerKnown(heard);
    case 3:
      return Boolean(heard.phone ?? (heard.email || heard.address));
    case 4:
      return isLetterKnown(heard);
    case 5:
      return coreCodes.every((code) => heard.said.includes(code));
    case 6:
      return heard.appeal !== undefined;
    case 7:
      return heard.mediate !== undefined;
    case 8:
      return heard.mediate !== undefined && missingForTheCouncil(heard).length === 0;
    case 9:
      return heard.readBack.includes('names') && heard.readBack.includes('way');
  }
}

function isCallerKnown(heard: Heard): boolean {
  const { who, basis, helper, holderIs, born, authority } = heard;
  if (!who || !heard.lastName || !born || !authority) return false;
  if (who === 'alternative-person' && !basis) return false;
  if (who === 'for-somebody' && (!helper || !holderIs)) return false;
  return who === 'young-person' || Boolean(heard.childFirstNames && heard.childLastName);
}

function isLetterKnown({ decision, dated, sent, sections }: Heard): boolean {
  if (!decision || !(dated ?? sent)) return false;
  return (decision !== 'plan-contents' && decision !== 'plan-made') || sections.length > 0;
}

/** Gives the first step in which something waits; null when the call can end. */
export function nextStep(heard: Heard, wrong: ReadonlySet<StepNumber>): StepNumber | null {
  if (heard.service === 'sendiass') return null;
  return stepNumbers.find((step) => wrong.has(step) || !isAnswered(step, heard)) ?? null;
}

/** What the end of a call does, in the order in which it is done. */
export interface Plan {
  readonly inform: boolean;
  readonly wishes: WishesAsked | null;
  readonly outcome: Outcome;
}

/**
 * Decides what the end of a call does. `finish` brings it to its decision: certificate, council told, or a day to ring again.
 * `record` keeps what there is, for a call that cannot be brought so far. Otherwise lists what is missing, by field.
 * The gates of a certificate are no more than the law's (s.55(4)); whatever else is missing warns and never holds it back.
 */
export function planOf(
  heard: Heard,
  around: Around,
  how: 'finish' | 'record',
): { readonly plan: Plan } | { readonly missing: readonly FormError[] } {
  const missing = [...missingForAContact(heard), ...(how === 'finish' ? missingForTheEnd(heard, around) : [])];
  if (missing.length > 0) return { missing: missing.map((field) => ({ field, message: missingWords[field] })) };
  const speaks = speaksForThemselves(heard);
  const { appeal, mediate, said } = heard;
  const chaseOn = mediate === 'thinking' ? chaseOf(heard, around) : null;
  return {
    plan: {
      inform: speaks && said.length > 0 && (how === 'finish' || around.isAdviser),
      wishes: speaks && (appeal || mediate) ? { appeal, mediation: mediate, chaseOn } : null,
      outcome: how === 'finish' && speaks ? endOf(heard, around) : 'contact-recorded',
    },
  };
}

function missingForAContact(heard: Heard): readonly MissingField[] {
  const { who, basis, helper, holderIs } = heard;
  const reachable = [heard.firstNames, heard.lastName, heard.phone?.typed, heard.email, heard.address].some(Boolean);
  return [
    ...(who ? [] : (['who'] as const)),
    ...(reachable ? [] : (['firstNames'] as const)),
    ...(who === 'alternative-person' && !basis ? (['basis'] as const) : []),
    ...(who === 'for-somebody' && !helper ? (['helper'] as const) : []),
    ...(who === 'for-somebody' && !holderIs ? (['holderIs'] as const) : []),
  ];
}

function missingForTheEnd(heard: Heard, around: Around): readonly MissingField[] {
  if (!speaksForThemselves(heard)) return [];
  const { said, mediate } = heard;
  return [
    ...(said.length > 0 ? [] : (['said'] as const)),
    ...(mediate ? [] : (['mediate'] as const)),
    ...missingForTheCouncil(heard),
    ...(mediate === 'no' ? missingForTheCertificate(heard, around) : []),
  ];
}

/** Lists what is missing before the council can be told that they wish to mediate; nothing when they do not. */
function missingForTheCouncil(heard: Heard): readonly MissingField[] {
  if (heard.mediate !== 'yes') return [];
  return [
    ...(heard.authority ? [] : (['authority'] as const)),
    ...(heard.issues ? [] : (['issues'] as const)),
    ...(isAboutHealth(heard) && !heard.provision ? (['provision'] as const) : []),
    ...(heard.agreed ? [] : (['agreed'] as const)),
  ];
}

function missingForTheCertificate(heard: Heard, around: Around): readonly MissingField[] {
  if (!heard.decision) return ['decision'];
  if (!isCertificateDue(heard)) return [];
  const goes = latenessOf(heard, around) === null;
  return [
    ...(heard.lastName ? [] : (['lastName'] as const)),
    ...(heard.who === 'young-person' || heard.childLastName ? [] : (['childLastName'] as const)),
    ...((heard.dated ?? heard.sent) ? [] : (['dated'] as const)),
    ...(heard.authority ? [] : (['authority'] as const)),
    ...(goes && !certificateWay(heard) ? (['email'] as const) : []),
  ];
}

/** Says whether a "no" leads to a certificate: where the law asks for one (s.55(3)), or for Section I only when they ask for it all the same. */
export function isCertificateDue(heard: Heard): boolean {
  const { road } = roadOf(decisionOf(heard), heard.health);
  return road === 'mediation' || (road === 'placement-only' && heard.wanted);
}

/** Gives the way in which a certificate can go: only one that the caller called safe. */
export function certificateWay({
  email,
  address,
  safe,
}: Pick<Heard, 'email' | 'address' | 'safe'>): 'email' | 'post' | null {
  if (email && safe.includes('email')) return 'email';
  return address && safe.includes('post') ? 'post' : null;
}

/** Says what a late contact does to the certificate (reg 33, and the service's own choice); null where it can go. */
export function latenessOf(
  { dated, sent }: Heard,
  { contactOn, law, policy, isManager }: Around,
): 'manager-decides' | 'late-not-issued' | null {
  if (!dated && !sent) return null;
  const { certificate } = checkContact({ datedOn: dated, sentOn: sent, contactOn, policy }, law);
  if (certificate === 'do-not-issue') return 'late-not-issued';
  return certificate === 'manager-decides' && !isManager ? 'manager-decides' : null;
}

/** Gives what the call would lead to as it stands; the certificate by post where no e-mail address is safe. */
export function endOf(heard: Heard, around: Around): Outcome {
  if (!speaksForThemselves(heard) || !heard.mediate) return 'contact-recorded';
  if (heard.mediate === 'yes') return 'authority-told';
  if (heard.mediate === 'thinking') return 'chase';
  if (!isCertificateDue(heard)) return 'no-certificate-needed';
  return (
    latenessOf(heard, around) ?? (certificateWay(heard) === 'email' ? 'certificate-issued' : 'certificate-prepared')
  );
}
