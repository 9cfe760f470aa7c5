// By when the council has to tell the health body (the ICB) that a family wants to mediate about health care (s.53(2); reg 35).
import type { Temporal } from 'temporal-polyfill';
import { countPeriod } from './counted-period.ts';
import type { Answer } from './explain.ts';
import { rulesFor, type Law } from './versions.ts';

export interface IcbNoticeInputs {
  readonly authorityToldOn: Temporal.PlainDate;
  readonly decisionSentOn?: Temporal.PlainDate | null;
}

/** Counts three working days from the day the council learned that the issues include health. Throws HolidaysNotLoaded. */
export function tellIcb({ authorityToldOn, decisionSentOn }: IcbNoticeInputs, law: Law): Answer {
  const rules = rulesFor(law.rules, decisionSentOn ?? authorityToldOn);
  return countPeriod({
    rule: 'tell-icb',
    limit: rules.tellIcb,
    ruleVersion: rules.version,
    holidays: law.holidays,
    trigger: authorityToldOn,
    happened: 'The council was told about the health issue on',
    inShort: 'Council told',
    act: 'The council has to tell the health body (the ICB) by',
    inputs: { laInformed: authorityToldOn, decisionSent: decisionSentOn ?? null },
  });
}
