// Turns the rows of a matter into what the rules ask: days as days, and the law's answer about the contact.
import { Temporal } from 'temporal-polyfill';
import { coreIsComplete, type SaidCode } from '../advice/script.ts';
import { checkContact } from '../law/late-contact.ts';
import type { DecisionKind, Section } from '../law/decisions.ts';
import { hasPassed } from '../people/party.ts';
import type { Law } from '../law/versions.ts';
import type { Limb } from './documents/data.ts';
import type { Adviser, Matter } from './matter.ts';
import type { Standing } from './rules.ts';

const dayOf = (iso: string | null | undefined): Temporal.PlainDate | null =>
  iso ? Temporal.PlainDate.from(iso) : null;

/** Gives a matter's standing for a certificate of one limb, today. */
export function standingOf(
  matter: Matter,
  adviser: Adviser,
  { limb, today, law }: { limb: Limb; today: Temporal.PlainDate; law: Law },
): Standing {
  const { decision, wishes, information, milestones, settings } = matter;
  const contactOn = Temporal.PlainDate.from(matter.contactOn);
  return {
    today,
    limb,
    adviser: {
      isAdviser: adviser.roles.includes('adviser'),
      isManager: adviser.roles.includes('manager'),
      independent: adviser.independent,
      from: Temporal.PlainDate.from(adviser.from),
      until: dayOf(adviser.until),
    },
    appellantHoldsTheRight: matter.participation.right_holder && matter.participation.until_at === null,
    authorityKnown: matter.authority !== null,
    decision: decision && {
      kind: decision.kind,
      sections: decision.sections as Section[],
      dated: dayOf(decision.dated),
      sent: dayOf(decision.sent),
      letterSeen: decision.letter_seen,
    },
    birthDateKnown: !!matter.child?.born,
    rightHasPassed: hasPassed(dayOf(matter.child?.born), matter.participation.capacity, today),
    informationGivenOn: dayOf(information?.given_on),
    scriptFinished: coreIsComplete((information?.said ?? []) as SaidCode[]),
    mediation: wishes.mediation && {
      answer: wishes.mediation.answer,
      on: Temporal.PlainDate.from(wishes.mediation.said_on),
    },
    appeal: wishes.appeal?.answer ?? null,
    contactOn,
    contactBy: lastDayForContact(matter, law),
    latePolicy: settings.lateContact,
    managerSaysIssue: matter.lateDecision?.issue ?? null,
    concludedOn: dayOf(milestones.get('mediation-concluded')),
    authorityNoticeOn: dayOf(milestones.get('authority-cannot-arrange')),
    lapseConfirmedOn: dayOf(milestones.get('lapse-confirmed')),
    existing: matter.certificates.map(({ id, state, limb: kind }) => ({
      id,
      state: state as 'prepared' | 'issued',
      limb: kind,
    })),
  };
}

/** Gives the last day of the two months for this appellant's contact (reg 33); null while the letter's date is not known. */
export function lastDayForContact({ decision, settings, ...matter }: Matter, law: Law): Temporal.PlainDate | null {
  const contactOn = Temporal.PlainDate.from(matter.contactOn);
  const notice = { datedOn: dayOf(decision?.dated), sentOn: dayOf(decision?.sent) };
  if (!notice.datedOn && !notice.sentOn) return null;
  return checkContact({ ...notice, contactOn, policy: settings.lateContact }, law).lastDay;
}

/** The kind of a decision that can be certified; the rules have refused every other. */
export function certifiable(kind: string): DecisionKind {
  if (kind === 'plan-made' || kind === 'unknown')
    throw new Error('no certificate can be about a decision of this kind');
  return kind as DecisionKind;
}
