// Day 30: by when the mediation has to be arranged, and by whom (Children and Families Act 2014 ss.53-54; SEND Regulations 2014 regs 35-36).
import { Temporal } from 'temporal-polyfill';
import { countPeriod } from './counted-period.ts';
import { toDayNumber, toPlainDate } from './day-number.ts';
import { noDate, step, type Answer, type Inputs, type Reading } from './explain.ts';
import { endOfPeriod } from './periods.ts';
import { rulesFor, type HealthScope, type Law } from './versions.ts';

export interface ArrangingInputs {
  readonly healthScope: HealthScope;
  /** The day the family itself told the council. */
  readonly familyToldAuthorityOn?: Temporal.PlainDate | null;
  /** The day the service told the council for the family. */
  readonly adviserToldAuthorityOn?: Temporal.PlainDate | null;
  readonly icbToldOn?: Temporal.PlainDate | null;
  readonly decisionSentOn?: Temporal.PlainDate | null;
}

/** Says who has to arrange: the health body when the issues are about health alone, else the council (s.53(3) and (4), s.54). */
export function whoArranges(healthScope: HealthScope): 'authority' | 'icb' {
  return healthScope === 'health-only' ? 'icb' : 'authority';
}

/** Gives the day the council was told, by the family or by the adviser, whichever came first; null when neither is known. */
export function authorityToldOn(inputs: ArrangingInputs): Temporal.PlainDate | null {
  const days = [inputs.familyToldAuthorityOn, inputs.adviserToldAuthorityOn].filter((day) => day != null);
  return days.sort((a, b) => Temporal.PlainDate.compare(a, b))[0] ?? null;
}

/**
 * Counts 30 days, weekends and holidays included. Education and joint cases count from the first notice to the council, and the
 * notice to the ICB does not start them again; a health-only case counts from the council's notice to the ICB.
 * Without the notice that starts it there is no date. Throws HolidaysNotLoaded.
 */
export function arrangeMediation(inputs: ArrangingInputs, law: Law): Answer {
  const told = authorityToldOn(inputs);
  const healthOnly = inputs.healthScope === 'health-only';
  const trigger = healthOnly ? (inputs.icbToldOn ?? null) : told;
  const rules = rulesFor(law.rules, inputs.decisionSentOn ?? trigger ?? told);
  const limit = rules.arrange[inputs.healthScope];
  const shown: Inputs = {
    healthScope: inputs.healthScope,
    familyToldAuthority: inputs.familyToldAuthorityOn ?? null,
    adviserToldAuthority: inputs.adviserToldAuthorityOn ?? null,
    icbTold: inputs.icbToldOn ?? null,
  };
  if (!trigger) {
    return noDate({
      rule: 'arrange-mediation',
      citation: limit.citation,
      evidence: limit.evidence,
      ruleVersion: rules.version,
      inputs: shown,
      why: healthOnly
        ? 'The 30 days start when the council tells the health body (the ICB). That has not happened yet.'
        : 'The 30 days start when the council is told that you want to mediate. That has not happened yet.',
    });
  }
  const later = laterNotice(inputs, trigger);
  const readings: Reading[] =
    !healthOnly && later
      ? [
          {
            on: toPlainDate(endOfPeriod(toDayNumber(later), limit.period, law.holidays)),
            kind: 'later',
            why: 'The council was told twice. The Regulations count from the family, the Code of Practice from the adviser. The first notice is the safe one.',
          },
        ]
      : [];
  return countPeriod({
    rule: 'arrange-mediation',
    limit,
    ruleVersion: rules.version,
    holidays: law.holidays,
    trigger,
    happened: healthOnly
      ? 'The council told the health body (the ICB) on'
      : 'The council was told that you want to mediate on',
    inShort: healthOnly ? 'ICB told' : 'Council told',
    act: healthOnly
      ? 'The health body has to arrange the meeting by'
      : 'The council has to arrange the meeting, and come to it, by',
    inputs: shown,
    readings,
    notes:
      inputs.healthScope === 'mixed'
        ? ['Health and education together: telling the health body does not start the 30 days again.']
        : [],
    before:
      later && !healthOnly
        ? () => [
            step`The council was told twice, on ${toDayNumber(trigger)} and on ${toDayNumber(later)}. We count from the first time.`,
          ]
        : undefined,
  });
}

function laterNotice(inputs: ArrangingInputs, first: Temporal.PlainDate): Temporal.PlainDate | null {
  const { familyToldAuthorityOn: family, adviserToldAuthorityOn: adviser } = inputs;
  if (!family || !adviser || family.equals(adviser)) return null;
  return family.equals(first) ? adviser : family;
}
