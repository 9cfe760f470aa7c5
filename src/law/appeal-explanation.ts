// Explains an appeal date: the steps of both limbs, the roll-over, and the month picture that shows where each ends.
import type { Holidays } from './calendar.ts';
import { periodSteps } from './counted-period.ts';
import { civilDay, numberOf, toDayNumber, toPlainDate, type DayNumber } from './day-number.ts';
import { shortDay } from './day-words.ts';
import { step, type Explanation, type Step } from './explain.ts';
import { periodWords } from './periods.ts';
import { drawPicture, whyNotWorking, type Mark, type Picture } from './picture.ts';
import type { AppealInputs, AppealSum } from './appeal-sum.ts';
import { passedOver } from './skipped-days.ts';
import type { RuleSet } from './versions.ts';

export interface AppealToExplain extends AppealSum {
  readonly inputs: AppealInputs;
  readonly rules: RuleSet;
  readonly late: boolean;
  readonly awaiting: boolean;
  readonly holidays: Holidays;
}

/** Builds the working of an appeal date. */
export function explainAppeal(appeal: AppealToExplain): Explanation {
  return {
    inShort: inShort(appeal),
    steps: [
      ...decisionSteps(appeal),
      ...certificateSteps(appeal),
      ...(appeal.awaiting ? awaitingSteps(appeal) : lastDaySteps(appeal)),
    ],
    picture: appeal.awaiting ? null : appealPicture(appeal),
  };
}

/** Says a local time as people do: "17:00" is "5pm", "16:30" is "4.30pm". */
export function timeInWords(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const twelve = hour % 12 === 0 ? 12 : hour % 12;
  return `${twelve}${minute === 0 ? '' : `.${String(minute).padStart(2, '0')}`}${hour < 12 ? 'am' : 'pm'}`;
}

function inShort({ start, certificate, ends, fromDecision, rules }: AppealToExplain): string {
  const governs = ends === fromDecision || certificate === null;
  return governs
    ? `Letter ${shortDay(toPlainDate(start))} + ${periodWords(rules.appeal.fromDecision)}`
    : `Certificate ${shortDay(toPlainDate(certificate))} + ${periodWords(rules.appeal.fromCertificate)}`;
}

function decisionSteps({ start, fromDecision, inputs, rules, holidays }: AppealToExplain): readonly Step[] {
  const sent = inputs.sentOn ? toDayNumber(inputs.sentOn) : null;
  const dated = inputs.datedOn ? toDayNumber(inputs.datedOn) : null;
  const opening =
    sent !== null && dated !== null && sent !== dated
      ? step`The letter is dated ${dated} and was sent on ${sent}. We count from the earlier day, ${start}, which is never too late.`
      : dated === start
        ? step`The letter is dated ${start}.`
        : step`The letter was sent on ${start}.`;
  return [opening, ...periodSteps(start, fromDecision, rules.appeal.fromDecision, holidays)];
}

function certificateSteps(appeal: AppealToExplain): readonly Step[] {
  const { certificate, fromCertificate, fromDecision, inputs, rules, holidays, late } = appeal;
  if (inputs.placementOnly) {
    return [step`Only Section I is in dispute, so no certificate is needed and the two months from the letter decide.`];
  }
  if (certificate === null || fromCertificate === null) return [];
  const first = inputs.certificatesIssuedOn.length > 1 ? 'first certificate' : 'certificate';
  const counted = [
    step`The ${first} was issued on ${certificate}.`,
    ...periodSteps(certificate, fromCertificate, rules.appeal.fromCertificate, holidays),
  ];
  if (late) return [step`The adviser was contacted late, so the certificate gives no month as of right.`];
  if (fromCertificate === fromDecision) return [...counted, step`Both end on the same day: ${fromDecision}.`];
  return [...counted, step`The later of the two decides: ${Math.max(fromCertificate, fromDecision)}.`];
}

function awaitingSteps({ fromDecision }: AppealToExplain): readonly Step[] {
  return [
    step`Two months ended on ${fromDecision}. You contacted us in time, and your certificate has not been issued yet.`,
    step`Your date is set when the certificate is issued: it is one month after that day, moved on if the Tribunal is closed.`,
  ];
}

/** Says how the end moves to the last day, with every day passed over on the way, and where it does not move a second time. */
function lastDaySteps({ ends, rolled, rules, holidays }: AppealToExplain): readonly Step[] {
  const by = timeInWords(rules.appeal.cutOff);
  const last = step`The appeal has to be with the Tribunal by ${by} on ${rolled.last}.`;
  if (rolled.because === 'as-counted') return [last];
  const { freeze, freezeEnds } = rolled;
  if (rolled.because === 'freeze') {
    return [
      step`${ends} falls ${freeze?.words ?? ''}. When the time ends ${freeze?.words ?? ''}, the Tribunal takes an appeal up to the first working day after ${freeze?.lastDay ?? ''}. That is ${rolled.last}.`,
      ...(freezeEnds === null ? [] : passedOver(freezeEnds, rolled.last, holidays)),
      last,
    ];
  }
  return [
    step`${ends} is not a working day (${whyNotWorking(ends, holidays)}), so the next working day is still in time. That is ${rolled.last}.`,
    ...passedOver(ends, rolled.last, holidays),
    ...(rolled.unsettled
      ? [
          step`${rolled.last} lies ${freeze?.words ?? ''}. The time itself ended before that, so we do not move the day on again.`,
        ]
      : []),
    last,
  ];
}

function appealPicture(appeal: AppealToExplain): Picture {
  const { ends, fromDecision, fromCertificate, rolled, holidays } = appeal;
  const rings: readonly (DayNumber | null)[] = [fromDecision, fromCertificate];
  const first = Math.min(...rings.filter((ring) => ring !== null && ends - ring <= 31 && ring <= ends).map(Number));
  const { year, month } = civilDay(Math.min(first, ends));
  return drawPicture(numberOf(year, month, 1), rolled.last, (day): Mark | null => {
    if (day === rolled.last)
      return { kind: 'final', words: `the last day, by ${timeInWords(appeal.rules.appeal.cutOff)}` };
    if (day > rolled.last) return null;
    if (day === fromDecision) return { kind: 'end', words: 'the time from the letter ends' };
    if (day === fromCertificate) return { kind: 'end', words: 'the time from the certificate ends' };
    if (day < ends) return { kind: 'counted', words: 'counted' };
    return { kind: 'skipped', words: `skipped, ${skippedBecause(day, appeal, holidays)}` };
  });
}

function skippedBecause(day: DayNumber, { rolled }: AppealToExplain, holidays: Holidays): string {
  if (rolled.because === 'freeze' && rolled.freeze && holidays.worksOn(day)) return rolled.freeze.words;
  return whyNotWorking(day, holidays);
}
