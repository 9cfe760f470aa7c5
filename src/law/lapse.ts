// What follows when day 30 passes in silence: the day to ask, and whether the lapse itself starts the certificate (a setting of the service).
import { Temporal } from 'temporal-polyfill';
import { certificateDue } from './certificate.ts';
import { toDayNumber, toPlainDate } from './day-number.ts';
import { shortDay } from './day-words.ts';
import { noDate, step, type Answer } from './explain.ts';
import { onOrAfter } from './periods.ts';
import { drawPicture, whyNotWorking } from './picture.ts';
import { passedOver } from './skipped-days.ts';
import { rulesFor, type Law } from './versions.ts';

/** Whether a lapse is itself the trigger (what the Tribunal tells families, and the default) or only the council's notice is. */
export type LapsePolicy = 'lapse-is-trigger' | 'wait-for-notice';

export interface LapseInputs {
  /** The last of the 30 days. */
  readonly day30: Temporal.PlainDate;
  readonly policy: LapsePolicy;
  readonly decisionSentOn?: Temporal.PlainDate | null;
}

/** Gives the first working day after day 30: ring the family with both paths, and ask the council in writing. Throws HolidaysNotLoaded. */
export function askAfterDay30({ day30, decisionSentOn }: LapseInputs, law: Law): Answer {
  const rules = rulesFor(law.rules, decisionSentOn ?? day30);
  const last = toDayNumber(day30);
  const due = onOrAfter(last + 1, law.holidays);
  const on = toPlainDate(due);
  return {
    rule: 'ask-after-day-30',
    deadline: on,
    safeBy: on,
    readings: [],
    notes: [],
    citation: 'This service’s own promise, after SEND Regulations 2014 regs 35-36',
    evidence: 'own',
    ruleVersion: rules.version,
    inputs: { day30 },
    explain: () => ({
      inShort: `Day 30 was ${shortDay(day30)}: first working day after`,
      steps: [
        step`The 30 days to arrange the meeting ended on ${last}.`,
        step`The first working day after that is ${due}.`,
        ...passedOver(last, due, law.holidays),
        step`On that day we ring you with both choices, and ask the council in writing.`,
      ],
      picture: drawPicture(last, due, (day) => {
        if (day === last) return { kind: 'arrive', words: 'day 30' };
        if (day === due) return { kind: 'final', words: 'the day we ring' };
        if (day > last && day < due) return { kind: 'skipped', words: `skipped, ${whyNotWorking(day, law.holidays)}` };
        return null;
      }),
    }),
  };
}

/**
 * Gives the certificate's due date after a silent lapse: the third working day after day 30, or no date under `wait-for-notice`,
 * where only the council's notice or the family's change of mind starts it.
 */
export function certificateAfterLapse(inputs: LapseInputs, law: Law): Answer {
  const { day30, policy, decisionSentOn } = inputs;
  if (policy === 'lapse-is-trigger') {
    return certificateDue({ trigger: 'lapsed', triggeredOn: day30, decisionSentOn }, law);
  }
  const rules = rulesFor(law.rules, decisionSentOn ?? day30);
  return noDate({
    rule: 'issue-certificate',
    citation: rules.certificate.lapsed.citation,
    evidence: rules.certificate.lapsed.evidence,
    ruleVersion: rules.version,
    inputs: { day30, policy },
    why: 'This service waits for the council to say that it cannot arrange the meeting. You can also say that you no longer want to mediate: then your certificate is due in three working days.',
  });
}
