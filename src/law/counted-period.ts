// Answers every rule of the form "within so long after a day": the end, the safe working day before it, the steps and the picture.
import type { Temporal } from 'temporal-polyfill';
import type { Holidays } from './calendar.ts';
import { civilDay, numberOf, toDayNumber, toPlainDate, type DayNumber } from './day-number.ts';
import { monthName, shortDay, weekdayName } from './day-words.ts';
import { step, stepNaming, type Answer, type Inputs, type Reading, type RuleName, type Step } from './explain.ts';
import { endOfPeriod, onOrBefore, periodWords, type Period } from './periods.ts';
import { drawPicture, whyNotWorking, type Mark, type Picture } from './picture.ts';
import { listCounted, listSkipped, passedOver, sortDays } from './skipped-days.ts';
import type { Limit } from './versions.ts';

export interface CountedPeriod {
  readonly rule: RuleName;
  readonly limit: Limit;
  readonly ruleVersion: string;
  readonly holidays: Holidays;
  readonly trigger: Temporal.PlainDate;
  /** What happened on the trigger day, before its date: "The decision letter was sent on". */
  readonly happened: string;
  /** The trigger in a word or two for a list: "Sent". */
  readonly inShort: string;
  /** What must be done by the end, before its date: "Speak to a mediation adviser by". */
  readonly act: string;
  readonly inputs: Inputs;
  readonly readings?: readonly Reading[];
  readonly notes?: readonly string[];
  /** Steps said before the trigger, for instance why it is the earlier of two days. */
  readonly before?: () => readonly Step[];
}

/**
 * Works out a period that starts the day after its trigger. Nothing in the mediation regulations moves a last day that is
 * not a working day, so `deadline` stays and `safeBy` is the working day before (never before the trigger).
 * Throws HolidaysNotLoaded.
 */
export function countPeriod(parts: CountedPeriod): Answer {
  const { limit, holidays } = parts;
  const trigger = toDayNumber(parts.trigger);
  const end = endOfPeriod(trigger, limit.period, holidays);
  const workingDayBefore = onOrBefore(end, holidays);
  const safe = workingDayBefore < trigger ? end : workingDayBefore;
  const deadline = toPlainDate(end);
  return {
    rule: parts.rule,
    deadline,
    safeBy: safe === end ? deadline : toPlainDate(safe),
    readings: parts.readings ?? [],
    notes: parts.notes ?? [],
    citation: limit.citation,
    evidence: limit.evidence,
    ruleVersion: parts.ruleVersion,
    inputs: parts.inputs,
    explain: () => ({
      inShort: `${parts.inShort} ${shortDay(parts.trigger)}${end === trigger ? ', at once' : ` + ${periodWords(limit.period)}`}`,
      steps: [
        ...(parts.before?.() ?? []),
        step`${parts.happened} ${trigger}.`,
        ...periodSteps(trigger, end, limit.period, holidays),
        step`${parts.act} ${end}.`,
        ...safeSteps(end, safe, holidays),
      ],
      picture: periodPicture(trigger, end, safe, limit.period, holidays),
    }),
  };
}

/** Says how a period is counted, so that it can be done on a paper calendar. */
export function periodSteps(trigger: DayNumber, end: DayNumber, period: Period, holidays: Holidays): readonly Step[] {
  if (end === trigger) return [step`The law gives no time at all: it has to happen at once.`];
  if ('months' in period) return [monthsStep(trigger, end, period)];
  if ('weeks' in period) {
    const same = weekdayName(end);
    return [
      step`Count ${periodWords(period)}. A week is seven days, so it ends on a ${same} again: ${end}. Weekends, holidays and August count too.`,
    ];
  }
  if ('days' in period) {
    return [
      step`Count ${periodWords(period)}, with weekends and bank holidays. That day is not counted: day 1 is ${trigger + 1}, and day ${String(period.days)} is ${end}.`,
    ];
  }
  return workingDaySteps(trigger, end, holidays);
}

/** Says why the safe day is earlier, when it is. */
export function safeSteps(end: DayNumber, safe: DayNumber, holidays: Holidays): readonly Step[] {
  if (safe === end) return [];
  return [
    step`That day is not a working day (${whyNotWorking(end, holidays)}), and the law does not say that it moves. To be safe, use the working day before: ${safe}.`,
    ...passedOver(safe, end, holidays),
  ];
}

/** Says a count of months by its corresponding date, or why there is none. */
export function monthsStep(trigger: DayNumber, end: DayNumber, period: Period & { readonly months: number }): Step {
  const [from, to] = [civilDay(trigger), civilDay(end)];
  const length = periodWords(period);
  if (from.day === to.day) {
    return step`Count ${length}: go to the same day number, ${String(to.day)}, in ${monthName(to.month)}. That is ${end}.`;
  }
  return step`Count ${length}: there is no ${String(from.day)} ${monthName(to.month)} in ${String(to.year)}, so it ends on the last day of that month. That is ${end}.`;
}

function workingDaySteps(trigger: DayNumber, end: DayNumber, holidays: Holidays): readonly Step[] {
  const { counted, skipped } = sortDays(trigger + 1, end, holidays);
  const count = `${counted.length} working day${counted.length === 1 ? '' : 's'}`;
  const counting = stepNaming(`That day is not counted. Count ${count}: ${listCounted(counted)}.`, counted);
  if (skipped.length === 0) return [counting];
  const missed = listSkipped(skipped, holidays);
  return [counting, stepNaming(`Skip the days that are not working days: ${missed}.`, skipped)];
}

function periodPicture(
  trigger: DayNumber,
  end: DayNumber,
  safe: DayNumber,
  period: Period,
  holidays: Holidays,
): Picture {
  const last = civilDay(end);
  const from = 'months' in period ? numberOf(last.year, last.month, 1) : trigger;
  const onlyWorkingDays = 'workingDays' in period;
  let counted = 0;
  return drawPicture(from, end, (day): Mark | null => {
    if (day === end) return { kind: 'final', words: 'the last day' };
    if (day === trigger) return { kind: 'trigger', words: 'the day it starts, not counted' };
    if (day < trigger || day > end) return null;
    if (onlyWorkingDays && !holidays.worksOn(day)) {
      return { kind: 'skipped', words: `skipped, ${whyNotWorking(day, holidays)}` };
    }
    counted += 1;
    if (day === safe) return { kind: 'safe', words: 'counted, and the safe day' };
    return { kind: 'counted', words: 'months' in period ? 'counted' : `counted, ${counted}` };
  });
}
