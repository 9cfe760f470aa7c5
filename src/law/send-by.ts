// Explains the "send it by" date: working days counted back from the last day.
import { timeInWords } from './appeal-explanation.ts';
import type { Holidays } from './calendar.ts';
import { toPlainDate, type DayNumber } from './day-number.ts';
import { shortDay } from './day-words.ts';
import { step, stepNaming, type Explanation } from './explain.ts';
import { drawPicture, whyNotWorking, type Mark } from './picture.ts';
import { listCounted, listSkipped, sortDays } from './skipped-days.ts';

export interface SendBy {
  readonly last: DayNumber;
  readonly sendOn: DayNumber;
  readonly workingDays: number;
  readonly cutOff: string;
  readonly holidays: Holidays;
}

/** Builds the working of a count back from the last day. */
export function explainSendBy({ last, sendOn, workingDays, cutOff, holidays }: SendBy): Explanation {
  const { counted: forwards, skipped } = sortDays(sendOn, last - 1, holidays);
  const counted = forwards.toReversed();
  return {
    inShort: `Last day ${shortDay(toPlainDate(last))} − ${workingDays} working days`,
    steps: [
      step`The appeal has to arrive by ${timeInWords(cutOff)} on ${last}.`,
      step`We count back ${String(workingDays)} working days, in case something is missing or the post is slow.`,
      ...(skipped.length > 0
        ? [stepNaming(`We skip the days that are not working days: ${listSkipped(skipped, holidays)}.`, skipped)]
        : []),
      stepNaming(`Counting back: ${listCounted(counted)}.`, counted),
      step`So send it by ${sendOn}.`,
    ],
    picture: drawPicture(sendOn, last, (day): Mark | null => {
      if (day === sendOn) return { kind: 'final', words: 'send it by this day' };
      if (day === last) return { kind: 'arrive', words: `it must arrive by ${timeInWords(cutOff)}` };
      if (day < sendOn || day > last) return null;
      if (!holidays.worksOn(day)) return { kind: 'skipped', words: `skipped, ${whyNotWorking(day, holidays)}` };
      return { kind: 'counted', words: `counted, ${counted.indexOf(day) + 1}` };
    }),
  };
}
