// Says a day on a page: the weekday, and the rest kept on one line, so that "24 August 2026" is never broken in two.
import type { Temporal } from 'temporal-polyfill';
import { dayInWords } from '../law/day-words.ts';

/** Shows "Monday 24 August 2026". */
export function SaidDay({ on }: { on: Temporal.PlainDate }) {
  const words = dayInWords(on);
  const afterWeekday = words.indexOf(' ');
  return (
    <>
      {words.slice(0, afterWeekday)} <span class="keep">{words.slice(afterWeekday + 1)}</span>
    </>
  );
}
