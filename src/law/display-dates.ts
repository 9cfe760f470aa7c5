// The two appeal dates shown to families: send it by (five working days in hand) and received by 5 pm on (the last moment).
import { explainSendBy } from './send-by.ts';
import { toDayNumber, toPlainDate } from './day-number.ts';
import type { Answer } from './explain.ts';
import { workingDaysBefore } from './periods.ts';
import type { AppealAnswer } from './tribunal-appeal.ts';
import type { Law } from './versions.ts';

/** How many working days this service keeps in hand unless its settings say otherwise. */
export const SEND_BY_WORKING_DAYS = 5;

export interface DisplayDates {
  readonly sendBy: Answer;
  readonly receivedBy: AppealAnswer;
}

/** Gives both dates, or null while an appeal has no date because its certificate is still to come. Throws HolidaysNotLoaded. */
export function displayDates(
  appeal: AppealAnswer,
  law: Law,
  workingDays: number = SEND_BY_WORKING_DAYS,
): DisplayDates | null {
  if (!appeal.deadline) return null;
  const last = toDayNumber(appeal.deadline);
  const sendOn = workingDaysBefore(last, workingDays, law.holidays);
  const on = toPlainDate(sendOn);
  return {
    receivedBy: appeal,
    sendBy: {
      rule: 'send-appeal',
      deadline: on,
      safeBy: on,
      readings: [],
      notes: [],
      citation: `Our own advice, not a limit in law: ${workingDays} working days before the last day, with the bank holidays of England and Wales`,
      evidence: 'own',
      ruleVersion: appeal.ruleVersion,
      inputs: { receivedBy: appeal.deadline },
      explain: () => explainSendBy({ last, sendOn, workingDays, cutOff: appeal.cutOff, holidays: law.holidays }),
    },
  };
}
