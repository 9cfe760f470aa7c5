// The clocks that are this service's own promises, not limits in law: when to ring somebody who is thinking it over, and when to tell the council.
import { Temporal } from 'temporal-polyfill';
import { toDayNumber, toPlainDate } from './day-number.ts';
import { shortDay } from './day-words.ts';
import { step, type Answer } from './explain.ts';
import { onOrAfter, workingDaysAfter, workingDaysBefore } from './periods.ts';
import { whyNotWorking } from './picture.ts';
import { passedOver } from './skipped-days.ts';
import type { Law } from './versions.ts';

const OWN = { evidence: 'own', readings: [], notes: [] } as const;

/** How long somebody may think before we ring, unless another day was agreed. */
export const CHASE_WORKING_DAYS = 5;
/** How many working days before the two months end we ring at the latest. */
export const CHASE_MARGIN_WORKING_DAYS = 5;

export interface ChaseInputs {
  readonly thinkingSince: Temporal.PlainDate;
  /** The day agreed with the family, if any. */
  readonly chaseOn?: Temporal.PlainDate | null;
  /** The end of the two months for contact and appeal, where a decision is known. */
  readonly twoMonthsEndOn?: Temporal.PlainDate | null;
  readonly ruleVersion: string;
}

/**
 * Gives the day to ring somebody who is thinking it over: the agreed day, or five working days on; never later than five working
 * days before the two months end, and never before the next working day unless that is too late. Throws HolidaysNotLoaded.
 */
export function chaseDecision(inputs: ChaseInputs, law: Law): Answer {
  const { holidays } = law;
  const since = toDayNumber(inputs.thinkingSince);
  const soonest = workingDaysAfter(since, 1, holidays);
  const wished = inputs.chaseOn
    ? onOrAfter(toDayNumber(inputs.chaseOn), holidays)
    : workingDaysAfter(since, CHASE_WORKING_DAYS, holidays);
  const twoMonths = inputs.twoMonthsEndOn ? toDayNumber(inputs.twoMonthsEndOn) : null;
  const latest = twoMonths === null ? null : workingDaysBefore(twoMonths, CHASE_MARGIN_WORKING_DAYS, holidays);
  const broughtForward = latest !== null && latest < wished;
  const lastDayIsNow = twoMonths !== null && since <= twoMonths && soonest > twoMonths;
  const due = lastDayIsNow ? since : Math.max(soonest, broughtForward ? latest : wished);
  const on = toPlainDate(due);
  return {
    ...OWN,
    rule: 'chase-decision',
    deadline: on,
    safeBy: on,
    citation:
      'This service’s own promise, so that two months do not pass while somebody thinks (SEND Regulations 2014 reg 33)',
    ruleVersion: inputs.ruleVersion,
    inputs: {
      thinkingSince: inputs.thinkingSince,
      chaseOn: inputs.chaseOn ?? null,
      twoMonthsEnd: inputs.twoMonthsEndOn ?? null,
    },
    explain: () => ({
      inShort: `Thinking since ${shortDay(inputs.thinkingSince)}`,
      steps: [
        step`You have been thinking it over since ${since}.`,
        inputs.chaseOn
          ? step`We agreed to ring on ${toDayNumber(inputs.chaseOn)}.`
          : step`We ring ${String(CHASE_WORKING_DAYS)} working days later: ${wished}.`,
        ...(broughtForward && twoMonths !== null
          ? [step`But the two months end on ${twoMonths}, so we ring sooner: ${due}.`]
          : []),
        ...(!broughtForward && inputs.chaseOn && due !== toDayNumber(inputs.chaseOn)
          ? [step`We ring on working days, and not before the next one: ${due}.`]
          : []),
      ],
      picture: null,
    }),
  };
}

/** Gives the day to tell the council that a family wants to mediate: the same day, or the next working day. Throws HolidaysNotLoaded. */
export function tellAuthority(
  { wishedOn, ruleVersion }: { readonly wishedOn: Temporal.PlainDate; readonly ruleVersion: string },
  law: Law,
): Answer {
  const wished = toDayNumber(wishedOn);
  const due = onOrAfter(wished, law.holidays);
  const on = toPlainDate(due);
  return {
    ...OWN,
    rule: 'tell-authority',
    deadline: on,
    safeBy: on,
    citation:
      'This service’s own promise: the 30 days start only when the council is told (Children and Families Act 2014 s.52(3))',
    ruleVersion,
    inputs: { wishedOn },
    explain: () => ({
      inShort: `Wants to mediate since ${shortDay(wishedOn)}: same working day`,
      steps: [
        step`You said on ${wished} that you want to mediate.`,
        ...(due === wished
          ? [step`The 30 days start only when the council is told. So we tell it on the same working day: ${due}.`]
          : [
              step`That is not a working day (${whyNotWorking(wished, law.holidays)}). The 30 days start only when the council is told. So we tell it on the next working day: ${due}.`,
              ...passedOver(wished, due, law.holidays),
            ]),
      ],
      picture: null,
    }),
  };
}
