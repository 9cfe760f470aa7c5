// Says whether an appeal that reached the Tribunal at a given moment was in time: by 5 pm on the last day (HESC Rules 2008 r.12(1)).
import { Temporal } from 'temporal-polyfill';
import { timeInWords } from './appeal-explanation.ts';
import { toDayNumber } from './day-number.ts';
import { step, type Evidence, type Step } from './explain.ts';
import { rulesFor, type Law } from './versions.ts';

export interface ReceivedInputs {
  readonly deadline: Temporal.PlainDate;
  /** London time. */
  readonly receivedAt: Temporal.PlainDateTime;
  readonly decisionSentOn?: Temporal.PlainDate | null;
}

export interface ReceivedAnswer {
  readonly inTime: boolean;
  /** Why it is not quite settled, where it arrived after the hour on the last day. */
  readonly reading: string | null;
  readonly steps: readonly Step[];
  readonly citation: string;
  readonly evidence: Evidence;
  readonly ruleVersion: string;
}

/** Treats the hour itself as in time and any second after it as late. */
export function receivedInTime({ deadline, receivedAt, decisionSentOn }: ReceivedInputs, law: Law): ReceivedAnswer {
  const rules = rulesFor(law.rules, decisionSentOn ?? deadline);
  const { cutOff } = rules.appeal;
  const lastMoment = deadline.toPlainDateTime(Temporal.PlainTime.from(cutOff));
  const inTime = Temporal.PlainDateTime.compare(receivedAt, lastMoment) <= 0;
  const lastDayButLate = !inTime && receivedAt.toPlainDate().equals(deadline);
  const at = timeInWords(receivedAt.toPlainTime().toString({ smallestUnit: 'minute' }));
  return {
    inTime,
    reading: lastDayButLate
      ? `After ${timeInWords(cutOff)} on the last day is late. It might be argued for a limit of months, but never rely on it: ask for more time, with reasons.`
      : null,
    steps: [
      step`The last day is ${toDayNumber(deadline)}, and the last moment is ${timeInWords(cutOff)}.`,
      step`It arrived at ${at} on ${toDayNumber(receivedAt.toPlainDate())}. That is ${inTime ? 'in time' : 'late'}.`,
      ...(inTime
        ? []
        : [step`Send it all the same, at once, and ask the Tribunal to accept it late, with your reasons.`]),
    ],
    citation: 'Tribunal Procedure (First-tier Tribunal) (HESC Chamber) Rules 2008 r.12(1) and r.20(1); late: r.5(3)(a)',
    evidence: rules.appeal.evidence,
    ruleVersion: rules.version,
  };
}
