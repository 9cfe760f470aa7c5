// Decides what can be recorded of the mediation information conversation and of what was wished after it. Pure; days come in.
import { Temporal } from 'temporal-polyfill';
import { contactAdviser } from '../law/contact.ts';
import type { NoticeDays } from '../law/decisions.ts';
import { workingDayOnOrBefore } from '../law/periods.ts';
import type { Law } from '../law/versions.ts';
import { coreIsComplete, type SaidCode } from './script.ts';

const before = (a: Temporal.PlainDate, b: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(a, b) < 0;

export type InformationRefusal = 'not-an-adviser' | 'adviser-not-independent' | 'nothing-said' | 'not-a-right-holder';

export interface InformationAsked {
  readonly said: readonly SaidCode[];
  readonly isAdviser: boolean;
  /** On the day it is given (s.56(3): not employed by a council in England, an ICB or NHS England). */
  readonly isIndependent: boolean;
  readonly toRightHolder: boolean;
}

/** Refuses information that would not count (s.55(4) and (5), s.56): only the adviser's independence and that something was said. */
export function refusalOfInformation(asked: InformationAsked): InformationRefusal | null {
  if (!asked.isAdviser) return 'not-an-adviser';
  if (!asked.isIndependent) return 'adviser-not-independent';
  if (!asked.toRightHolder) return 'not-a-right-holder';
  return asked.said.length === 0 ? 'nothing-said' : null;
}

export type AdviceWarning = 'core-unfinished' | 'written-rest-not-sent' | 'information-not-given-yet';

/** An unfinished script is recorded and never blocks a certificate. */
export function warningsOfInformation(said: readonly SaidCode[]): readonly AdviceWarning[] {
  return coreIsComplete(said) ? [] : ['core-unfinished'];
}

export type AppealWish = 'yes' | 'no' | 'unsure';
export type MediationWish = 'yes' | 'no' | 'thinking';

export type WishRefusal =
  | 'nothing-said'
  | 'not-a-right-holder'
  | 'chase-date-needed'
  | 'chase-date-past'
  | 'chase-after-two-months'
  | 'meeting-started';

export interface WishesAsked {
  readonly appeal?: AppealWish;
  readonly mediation?: MediationWish;
  readonly chaseOn?: Temporal.PlainDate | null;
}

/** Gives the last day on which somebody who is thinking can safely be asked again, or null where no date bounds it: none is known, or the two months are over. */
export function latestChase(notice: NoticeDays, today: Temporal.PlainDate, law: Law): Temporal.PlainDate | null {
  if (!notice.datedOn && !notice.sentOn) return null;
  const { deadline, safeBy } = contactAdviser(notice, law);
  const end = safeBy ?? deadline;
  if (!end || !before(today, end)) return null;
  return workingDayOnOrBefore(end.subtract({ days: 1 }), law.holidays);
}

/** Refuses wishes that cannot be recorded. Somebody thinking it over is asked again before the two months end (reg 33), while a certificate can still help. */
export function refusalOfWishes(
  { appeal, mediation, chaseOn }: WishesAsked,
  { notice, today, law }: { readonly notice: NoticeDays; readonly today: Temporal.PlainDate; readonly law: Law },
): WishRefusal | null {
  if (!appeal && !mediation) return 'nothing-said';
  if (mediation !== 'thinking') return null;
  if (!chaseOn) return 'chase-date-needed';
  if (before(chaseOn, today)) return 'chase-date-past';
  const latest = latestChase(notice, today, law);
  return latest && before(latest, chaseOn) && !chaseOn.equals(today) ? 'chase-after-two-months' : null;
}

export type TellRefusal =
  | 'not-a-right-holder'
  | 'does-not-want-mediation'
  | 'no-authority'
  | 'authority-has-no-address'
  | 'issues-needed'
  | 'health-provision-needed'
  | 'wording-needed'
  | 'text-unwritable'
  | 'text-too-long'
  | 'already-told';
