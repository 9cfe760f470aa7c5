// By when the council has to answer an appeal at the Tribunal: thirty working days, with the Tribunal's own breaks left out (HESC Rules 2008 r.12(3)(b)).
import type { Temporal } from 'temporal-polyfill';
import { timeInWords } from './appeal-explanation.ts';
import { toDayNumber, toPlainDate } from './day-number.ts';
import { shortDay } from './day-words.ts';
import { step, type Answer } from './explain.ts';
import { freezeOf } from './tribunal-time.ts';
import { rulesFor, type Law } from './versions.ts';

export interface AppealResponseInputs {
  /** The day the Tribunal sent the appeal to the council. */
  readonly appealSentOn: Temporal.PlainDate;
  readonly decisionSentOn?: Temporal.PlainDate | null;
}

/**
 * Counts thirty working days from the day the appeal was sent to the council. Only the start of an appeal is moved to the end of August
 * or of the Christmas break; for every other act before the Tribunal those days are not counted at all. Throws HolidaysNotLoaded.
 */
export function answerAppeal({ appealSentOn, decisionSentOn }: AppealResponseInputs, law: Law): Answer {
  const rules = rulesFor(law.rules, decisionSentOn ?? appealSentOn);
  const { period, citation, evidence } = rules.answerAppeal;
  const { freezes, cutOff } = rules.appeal;
  const start = toDayNumber(appealSentOn);
  const passed = new Set<string>();
  let first = start;
  let end = start;
  for (let left = period.workingDays; left > 0;) {
    end += 1;
    const freeze = freezeOf(end, freezes);
    if (freeze) passed.add(freeze.words);
    else if (law.holidays.worksOn(end)) {
      left -= 1;
      if (first === start) first = end;
    }
  }
  const on = toPlainDate(end);
  const count = String(period.workingDays);
  return {
    rule: 'answer-appeal',
    deadline: on,
    safeBy: on,
    readings: [],
    notes: ['Where the Tribunal itself names a day, that day holds, and no day is left out (r.12(4)).'],
    citation,
    evidence,
    ruleVersion: rules.version,
    inputs: { appealSent: appealSentOn, decisionSent: decisionSentOn ?? null },
    explain: () => ({
      inShort: `Appeal sent ${shortDay(appealSentOn)} + ${count} working days`,
      steps: [
        step`The Tribunal sent the appeal to the council on ${start}.`,
        step`That day is not counted. Count ${count} working days, without weekends and bank holidays: day 1 is ${first}, and day ${count} is ${end}.`,
        ...[...passed].map((words) => step`No day ${words} counts.`),
        step`The council has to answer by ${timeInWords(cutOff)} on ${end}.`,
      ],
      picture: null,
    }),
  };
}
