// Decides whether a certificate may be issued, dated, corrected or withdrawn. Pure: the day and the law's answers are passed in.
import { Temporal } from 'temporal-polyfill';
import { informationGates } from '../law/certificate.ts';
import { isAppealable, isPlacementOnly, type DecisionKind, type Section } from '../law/decisions.ts';
import type { CertificateRefusal, Replacement, ToldThat, Warning } from './certificate.ts';
import type { Limb } from './documents/data.ts';

/** What a service does when contact came after the two months (a setting; the default is that a manager decides). */
export type LatePolicy = 'issue' | 'manager-decides' | 'do-not-issue';

/** All that bears on one certificate: for one decision and one appellant. */
export interface Standing {
  readonly today: Temporal.PlainDate;
  readonly limb: Limb;
  /** The person who would issue it, and be named on it. */
  readonly adviser: {
    readonly isAdviser: boolean;
    readonly isManager: boolean;
    readonly independent: boolean;
    readonly from: Temporal.PlainDate;
    readonly until: Temporal.PlainDate | null;
  };
  readonly appellantHoldsTheRight: boolean;
  readonly authorityKnown: boolean;
  readonly decision: {
    readonly kind: DecisionKind | 'plan-made' | 'unknown';
    readonly sections: readonly Section[];
    readonly dated: Temporal.PlainDate | null;
    readonly sent: Temporal.PlainDate | null;
    readonly letterSeen: boolean;
  } | null;
  readonly birthDateKnown: boolean;
  /** A parent stands as the appellant, and the right is the young person's own by now (s.83(2)). */
  readonly rightHasPassed: boolean;
  readonly informationGivenOn: Temporal.PlainDate | null;
  readonly scriptFinished: boolean;
  /** What the appellant said last about mediation and about appealing. */
  readonly mediation: { readonly answer: 'yes' | 'no' | 'unsure' | 'thinking'; readonly on: Temporal.PlainDate } | null;
  readonly appeal: 'yes' | 'no' | 'unsure' | 'thinking' | null;
  readonly contactOn: Temporal.PlainDate;
  /** The last day for contact; null while the letter's date is not known. */
  readonly contactBy: Temporal.PlainDate | null;
  readonly latePolicy: LatePolicy;
  /** What a manager decided about this late contact; null when nobody has. */
  readonly managerSaysIssue: boolean | null;
  readonly concludedOn: Temporal.PlainDate | null;
  readonly authorityNoticeOn: Temporal.PlainDate | null;
  readonly lapseConfirmedOn: Temporal.PlainDate | null;
  /** Certificates for this decision and appellant that are not withdrawn, the first first. */
  readonly existing: readonly { readonly id: string; readonly state: 'prepared' | 'issued'; readonly limb: Limb }[];
}

export type MayIssue =
  | { readonly warnings: readonly Warning[]; readonly earlierId: string | null }
  | { readonly refused: CertificateRefusal };

/**
 * Decides whether a certificate may be issued now. The gates of s.55(4) are three: information given, mediation not (or no longer)
 * wished, an independent adviser; those of s.55(5) put what happened in the place of the wish. Everything else warns.
 */
export function mayIssue(standing: Standing): MayIssue {
  const refused = whatCannotBeCertified(standing) ?? gateOf(standing) ?? lateness(standing);
  if (refused) return { refused };
  const earlier = earlierCertificate(standing);
  if (typeof earlier === 'object' && earlier !== null) return earlier;
  return { warnings: warningsOf(standing, earlier), earlierId: earlier };
}

/** Refuses where there is no decision that a certificate could be about, or nobody to hold it. */
function whatCannotBeCertified({
  adviser,
  decision,
  appellantHoldsTheRight,
  authorityKnown,
}: Standing): CertificateRefusal | null {
  if (!adviser.isAdviser) return 'not-an-adviser';
  if (!appellantHoldsTheRight) return 'not-a-right-holder';
  if (!decision || decision.kind === 'unknown') return 'decision-not-recorded';
  const { kind, sections } = decision;
  if (kind === 'plan-made' || !isAppealable(kind, sections, decision.sent ?? decision.dated))
    return onlyAbout(sections);
  if (!decision.dated && !decision.sent) return 'letter-date-missing';
  return authorityKnown ? null : 'authority-missing';
}

/** Says why no certificate is needed when nothing disputed can be appealed (sections C and G are health; D, H1 and H2 social care). */
function onlyAbout(sections: readonly Section[]): CertificateRefusal {
  const health = sections.some((section) => section === 'C' || section === 'G');
  const socialCare = sections.some((section) => section === 'D' || section === 'H1' || section === 'H2');
  if (health && !socialCare) return 'health-only';
  return socialCare && !health ? 'social-care-only' : 'nothing-to-appeal';
}

function gateOf(standing: Standing): CertificateRefusal | null {
  const { limb, mediation, today } = standing;
  const [closed] = informationGates({
    informationGivenOn: standing.informationGivenOn,
    notWishedOn: limb !== 'information' ? today : mediation?.answer === 'no' ? mediation.on : null,
    adviserIndependent: isIndependent(standing),
  });
  if (closed) return closed;
  if (limb === 'participation' && !standing.concludedOn) return 'mediation-not-concluded';
  if (limb === 'not-arranged-notice' && !standing.authorityNoticeOn) return 'no-notice-from-authority';
  if (limb === 'not-arranged-lapse' && !standing.lapseConfirmedOn) return 'lapse-not-confirmed';
  return null;
}

/** Says whether whoever would issue it is recorded as independent on that day (s.56(3)). */
export function isIndependent({ adviser, today }: Pick<Standing, 'adviser' | 'today'>): boolean {
  return adviser.independent && isBetween(adviser.from, today, adviser.until);
}

/** Says whether contact came after the last day for it. */
export function isLate({ contactOn, contactBy }: Pick<Standing, 'contactOn' | 'contactBy'>): boolean {
  return contactBy !== null && Temporal.PlainDate.compare(contactOn, contactBy) > 0;
}

/**
 * A late contact is never turned away by the law: what the service does about s.55(4) is its own setting. After a mediation, or one
 * that was not arranged (s.55(5)), nobody chooses: the certificate is due.
 */
function lateness(standing: Standing): CertificateRefusal | null {
  const { limb, latePolicy, managerSaysIssue, adviser } = standing;
  if (limb !== 'information' || !isLate(standing) || latePolicy === 'issue') return null;
  if (latePolicy === 'do-not-issue' || managerSaysIssue === false) return 'late-not-issued';
  return managerSaysIssue || adviser.isManager ? null : 'late-manager-decides';
}

/** One certificate for each decision and appellant; only one of another limb, after a meeting or none, may follow, citing the first. */
function earlierCertificate({ existing, limb }: Standing): string | null | { readonly refused: CertificateRefusal } {
  if (existing.some(({ state }) => state === 'prepared')) return { refused: 'already-prepared' };
  const [first] = existing;
  if (!first) return null;
  if (limb === 'information' || existing.some((one) => one.limb === limb)) return { refused: 'already-issued' };
  return first.id;
}

function warningsOf(standing: Standing, earlierId: string | null): Warning[] {
  const { decision, appeal } = standing;
  const warnings: [Warning, boolean][] = [
    ['letter-not-seen', decision?.letterSeen === false],
    ['letter-date-not-given', !decision?.dated],
    ['birth-date-not-given', !standing.birthDateKnown],
    ['right-has-passed', standing.rightHasPassed],
    ['unsure-about-appealing', appeal === 'unsure' || appeal === 'thinking'],
    ['does-not-wish-to-appeal', appeal === 'no'],
    ['wish-to-appeal-not-said', appeal === null],
    ['section-i-only', isSectionIOnly(decision)],
    ['script-unfinished', !standing.scriptFinished],
    ['late-contact', isLate(standing)],
    ['a-later-certificate', earlierId !== null],
  ];
  return warnings.filter(([, holds]) => holds).map(([warning]) => warning);
}

/** Says whether the dispute is about the placement alone, for which the law asks for no certificate (s.55(2)). */
export function isSectionIOnly(decision: Standing['decision']): boolean {
  if (!decision || decision.kind === 'plan-made' || decision.kind === 'unknown') return false;
  return isPlacementOnly(decision.kind, decision.sections, decision.sent ?? decision.dated);
}

function isBetween(from: Temporal.PlainDate, day: Temporal.PlainDate, until: Temporal.PlainDate | null): boolean {
  return Temporal.PlainDate.compare(from, day) <= 0 && (until === null || Temporal.PlainDate.compare(day, until) <= 0);
}

/**
 * Decides whether a pack can be marked as posted. By post the date is the day it is really posted, so a pack that bears another
 * day is dated again and printed again; `postedOn` may be an earlier day that is marked only now.
 */
export function mayMarkPosted(
  certificate: { readonly state: string; readonly dated: Temporal.PlainDate },
  postedOn: Temporal.PlainDate,
  today: Temporal.PlainDate,
): CertificateRefusal | null {
  if (certificate.state !== 'prepared') return 'not-prepared';
  if (Temporal.PlainDate.compare(postedOn, today) > 0) return 'posted-in-the-future';
  return postedOn.equals(certificate.dated) ? null : 'dated-another-day';
}

/** Decides whether a prepared pack can be dated again: only one that is not issued, and for the day that it bears only where what it says or its address is out of date. */
export function mayDateAgain(
  certificate: { readonly state: string; readonly dated: Temporal.PlainDate },
  on: Temporal.PlainDate,
  isOutOfDate = false,
): CertificateRefusal | null {
  if (certificate.state !== 'prepared') return 'not-prepared';
  return certificate.dated.equals(on) && !isOutOfDate ? 'dated-so-already' : null;
}

/** Decides whether an issued certificate can be corrected: a new version with the original date. */
export function mayCorrect(
  who: { readonly isAdviser: boolean; readonly isManager: boolean; readonly steppedUp: boolean },
  state: string,
): CertificateRefusal | null {
  if (!who.isAdviser && !who.isManager) return 'not-an-adviser';
  if (!who.steppedUp) return 'step-up-needed';
  if (state === 'withdrawn') return 'already-withdrawn';
  return state === 'issued' ? null : 'not-issued';
}

/** Decides whether a certificate can be withdrawn: by a manager, stepped up, the family told first. */
export function mayWithdraw(
  who: { readonly isManager: boolean; readonly steppedUp: boolean },
  state: string,
  familyToldOn: Temporal.PlainDate | null,
  today: Temporal.PlainDate,
): CertificateRefusal | null {
  if (!who.isManager) return 'manager-only';
  if (!who.steppedUp) return 'step-up-needed';
  if (state === 'withdrawn') return 'already-withdrawn';
  if (state !== 'issued') return 'not-issued';
  return familyToldOn && Temporal.PlainDate.compare(familyToldOn, today) <= 0 ? null : 'family-not-told-first';
}

/**
 * Decides what may be said to follow a withdrawal. One that is ready is issued next unless the family does
 * not want it; where none can be ready, the family was told what is missing. `missing` is what stands in its way, null where it is ready.
 */
export function mayFollow(
  replacement: Replacement,
  missing: CertificateRefusal | null,
  toldThat: readonly ToldThat[],
): CertificateRefusal | null {
  if (replacement === 'issued-next') return missing === null ? null : 'replacement-not-ready';
  if (replacement === 'not-wanted') return null;
  if (missing === null) return 'replacement-is-ready';
  return toldThat.includes('what-is-missing') ? null : 'family-not-told-why';
}
