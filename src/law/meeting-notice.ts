// By when the family has to be told the date and place of the meeting: five working days before, unless it agrees to less.
import { Temporal } from 'temporal-polyfill';
import { toDayNumber, toPlainDate, type DayNumber } from './day-number.ts';
import { shortDay } from './day-words.ts';
import { noDate, step, stepNaming, type Answer, type Step } from './explain.ts';
import { workingDaysBefore } from './periods.ts';
import { drawPicture, whyNotWorking } from './picture.ts';
import { listCounted, listSkipped, sortDays } from './skipped-days.ts';
import { rulesFor, type Law } from './versions.ts';

export interface MeetingNoticeInputs {
  readonly meetingOn: Temporal.PlainDate;
  readonly shorterNoticeConsented: boolean;
  readonly decisionSentOn?: Temporal.PlainDate | null;
}

/**
 * Counts back from the meeting. `deadline` counts the day of notice as one of the five; `safeBy` leaves five clear working days.
 * With the family's recorded consent to less there is no limit, so no date. Throws HolidaysNotLoaded.
 */
export function noticeOfMeeting(inputs: MeetingNoticeInputs, law: Law): Answer {
  const { meetingOn, shorterNoticeConsented } = inputs;
  const rules = rulesFor(law.rules, inputs.decisionSentOn ?? meetingOn);
  const { period, citation, evidence } = rules.noticeOfMeeting;
  const shown = { mediationDate: meetingOn, shorterNoticeConsented };
  if (shorterNoticeConsented) {
    return noDate({
      rule: 'notice-of-meeting',
      citation,
      evidence,
      ruleVersion: rules.version,
      inputs: shown,
      why: 'You agreed to shorter notice, so there is no last day for telling you. It still has to be before the meeting.',
    });
  }
  const meeting = toDayNumber(meetingOn);
  const latest = workingDaysBefore(meeting, period.workingDays, law.holidays);
  const clear = workingDaysBefore(latest, 1, law.holidays);
  const count = String(period.workingDays);
  return {
    rule: 'notice-of-meeting',
    deadline: toPlainDate(latest),
    safeBy: toPlainDate(clear),
    readings: [
      {
        on: toPlainDate(clear),
        kind: 'earlier',
        why: `“At least ${count} working days before” may mean ${count} clear working days, with neither the day of the notice nor the day of the meeting counted. That is the safe day.`,
      },
    ],
    notes: [],
    citation,
    evidence,
    ruleVersion: rules.version,
    inputs: shown,
    explain: () => ({
      inShort: `Meeting ${shortDay(meetingOn)} − ${count} working days`,
      steps: noticeSteps(meeting, latest, clear, law.holidays),
      picture: drawPicture(clear, meeting, (day) => {
        if (day === meeting) return { kind: 'arrive', words: 'the meeting' };
        if (day === latest) return { kind: 'final', words: 'the last day to tell you' };
        if (day === clear) return { kind: 'safe', words: 'the safe day to tell you' };
        if (day < clear || day > meeting) return null;
        if (!law.holidays.worksOn(day)) {
          return { kind: 'skipped', words: `skipped, ${whyNotWorking(day, law.holidays)}` };
        }
        return { kind: 'counted', words: 'counted' };
      }),
    }),
  };
}

function noticeSteps(
  meeting: DayNumber,
  latest: DayNumber,
  clear: DayNumber,
  holidays: Law['holidays'],
): readonly Step[] {
  const { counted: forwards, skipped } = sortDays(clear + 1, meeting - 1, holidays);
  const counted = forwards.toReversed();
  const count = String(counted.length);
  return [
    step`The meeting is on ${meeting}.`,
    stepNaming(`That day is not counted. Count back ${count} working days: ${listCounted(counted)}.`, counted),
    ...(skipped.length > 0
      ? [stepNaming(`Skip the days that are not working days: ${listSkipped(skipped, holidays)}.`, skipped)]
      : []),
    step`The last day to tell you is ${latest}.`,
    step`To leave ${count} whole working days in between, go back one working day more: ${clear}.`,
  ];
}
