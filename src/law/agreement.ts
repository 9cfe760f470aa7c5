// By when each thing in a mediation agreement has to be done, by the class of the action and who is bound (SEND Regulations 2014 regs 42 and 44).
import { Temporal } from 'temporal-polyfill';
import { countPeriod, safeSteps } from './counted-period.ts';
import { toDayNumber, toPlainDate } from './day-number.ts';
import { shortDay } from './day-words.ts';
import { noDate, step, type Answer } from './explain.ts';
import { onOrBefore } from './periods.ts';
import { whyNotWorking } from './picture.ts';
import { rulesFor, type ClauseClass, type Law } from './versions.ts';

/** Who promised to act. Only the council and the health body are bound by reg 42; the rest give promises. */
export type ClauseOwner = 'authority' | 'icb' | 'school' | 'family' | 'other';

export type ClauseForce = 'binding' | 'promise';

const ACTS = {
  'assess-notify': 'The council has to tell you that it will assess by',
  'assess-decide-no-plan': 'If no plan is needed, the council has to tell you so, with its reasons, by',
  'assess-final-plan': 'If a plan is needed, the council has to send the final plan by',
  'make-plan-draft': 'The council has to send the draft plan by',
  'make-plan-final': 'The council has to send the final plan by',
  reconsider: 'The council has to look at its decision again by',
  'amend-plan': 'The council has to send the changed plan by',
  'amend-named-school-only': 'The council has to send the plan with the new school or college by',
  'continue-plan': 'The council has to keep the plan going from',
  'continue-and-amend-plan': 'The council keeps the plan going at once, and has to send the changed plan by',
  'cease-plan': 'The council has to end the plan on',
  'non-appealable-action': 'It has to be done by',
} as const satisfies Record<ClauseClass, string>;

export const CLAUSE_CLASSES = Object.keys(ACTS) as readonly ClauseClass[];

/** Says whether a clause binds in law or is a promise to be marked as one (reg 42 binds the council and the ICB only). */
export function forceOf(owner: ClauseOwner): ClauseForce {
  return owner === 'authority' || owner === 'icb' ? 'binding' : 'promise';
}

export interface ClauseInputs {
  readonly action: ClauseClass;
  /** Who has to do it. Only the council and the health body have a period in law. */
  readonly owner: ClauseOwner;
  /** The day the terms were reached, not the day of the signatures. */
  readonly agreedOn: Temporal.PlainDate;
  /** A different day that the parties wrote into the agreement (reg 42(5)). */
  readonly writtenDate?: Temporal.PlainDate | null;
  readonly decisionSentOn?: Temporal.PlainDate | null;
}

/**
 * Gives the date of one clause; a written date replaces the period. What a school, the family or somebody else promised has the date
 * they gave and no other. Throws RangeError for a written date before the agreement, and HolidaysNotLoaded.
 */
export function clauseDue(inputs: ClauseInputs, law: Law): Answer {
  const { action, owner, agreedOn, writtenDate } = inputs;
  const rules = rulesFor(law.rules, inputs.decisionSentOn ?? agreedOn);
  const limit = rules.clauses[action];
  const shown = { agreementDate: agreedOn, action, owner, agreedInWriting: writtenDate ?? null };
  const binding = forceOf(owner) === 'binding';
  if (!writtenDate && !binding) {
    return noDate({
      ...PROMISE,
      rule: 'agreement-clause',
      ruleVersion: rules.version,
      inputs: shown,
      why: NO_DATE_GIVEN,
    });
  }
  if (!writtenDate) {
    return countPeriod({
      rule: 'agreement-clause',
      limit,
      ruleVersion: rules.version,
      holidays: law.holidays,
      trigger: agreedOn,
      happened: 'The agreement was reached on',
      inShort: 'Agreed',
      act: ACTS[action],
      inputs: shown,
    });
  }
  if (Temporal.PlainDate.compare(writtenDate, agreedOn) < 0) {
    throw new RangeError('The date written into the agreement is before the agreement itself.');
  }
  const written = writtenInstead(agreedOn, writtenDate, shown, law, rules.version, ACTS[action]);
  return binding ? written : promised(written, agreedOn, writtenDate, law);
}

const PROMISE = { citation: 'SEND Regulations 2014 reg 42(2) and (3)', evidence: 'A' } as const;
const NOT_BOUND = 'Only the council and the health body (the ICB) are bound by the agreement. This is a promise.';
const NO_DATE_GIVEN = `${NOT_BOUND} The law sets no day for it, and no day was given.`;

/** The date that somebody who is not bound gave. */
function promised(
  answer: Answer,
  agreedOn: Temporal.PlainDate,
  givenOn: Temporal.PlainDate,
  { holidays }: Law,
): Answer {
  const [end, safe] = [toDayNumber(givenOn), toDayNumber(answer.safeBy ?? givenOn)];
  return {
    ...answer,
    ...PROMISE,
    notes: [NOT_BOUND],
    explain: () => ({
      inShort: `Promised for ${shortDay(givenOn)}`,
      steps: [
        step`The agreement was reached on ${toDayNumber(agreedOn)}.`,
        step`It was promised for ${end}. The law sets no day for it.`,
        ...(safe === end
          ? []
          : [
              step`That day is not a working day (${whyNotWorking(end, holidays)}). To be safe, look for it on the working day before: ${safe}.`,
            ]),
      ],
      picture: null,
    }),
  };
}

function writtenInstead(
  agreedOn: Temporal.PlainDate,
  writtenDate: Temporal.PlainDate,
  inputs: Answer['inputs'],
  law: Law,
  ruleVersion: string,
  act: string,
): Answer {
  const [start, end] = [toDayNumber(agreedOn), toDayNumber(writtenDate)];
  const before = onOrBefore(end, law.holidays);
  const safe = before < start ? end : before;
  return {
    rule: 'agreement-clause',
    deadline: writtenDate,
    safeBy: toPlainDate(safe),
    readings: [],
    notes: [],
    citation: 'SEND Regulations 2014 reg 42(5)',
    evidence: 'A',
    ruleVersion,
    inputs,
    explain: () => ({
      inShort: `Written into the agreement: ${shortDay(writtenDate)}`,
      steps: [
        step`The agreement was reached on ${start}.`,
        step`Everyone agreed a different day in writing: ${end}. It takes the place of the usual time.`,
        step`${act} ${end}.`,
        ...safeSteps(end, safe, law.holidays),
      ],
      picture: null,
    }),
  };
}

/** Gives the day by which the health body has to tell the council of an agreement it was not part of; no written date can move it (reg 42(4), (5)). */
export function tellAuthorityOfAgreement(
  { agreedOn, decisionSentOn }: { agreedOn: Temporal.PlainDate; decisionSentOn?: Temporal.PlainDate | null },
  law: Law,
): Answer {
  const rules = rulesFor(law.rules, decisionSentOn ?? agreedOn);
  return countPeriod({
    rule: 'tell-authority-of-agreement',
    limit: rules.tellAuthorityOfAgreement,
    ruleVersion: rules.version,
    holidays: law.holidays,
    trigger: agreedOn,
    happened: 'The agreement was reached on',
    inShort: 'Agreed',
    act: 'The health body (the ICB) has to tell the council what was agreed by',
    inputs: { agreementDate: agreedOn },
  });
}
