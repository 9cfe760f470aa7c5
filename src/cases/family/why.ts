// Turns the working of a law's answer into what "Why this date?" shows. It computes no date.
import type { DayMark, MonthPictureProps, WhyThisDateProps } from '../../kit/html/pieces/dates.tsx';
import { dayInWords } from '../../law/day-words.ts';
import { evidenceWords, type Answer } from '../../law/explain.ts';
import type { MarkKind, Picture } from '../../law/picture.ts';

/** The shapes that a month can draw; where counting starts is said in the steps. */
const shapes: Partial<Record<MarkKind, DayMark>> = {
  counted: 'counted',
  end: 'end',
  skipped: 'skipped',
  arrive: 'arrive',
  final: 'final',
};

/** Says why a date is that day: steps, month, other readings, rule and evidence. `heading` names the date it is about. */
export function whyOf(answer: Answer, summary: string): WhyThisDateProps {
  const { steps, picture } = answer.explain();
  return {
    summary,
    steps: [
      ...steps.map(({ words }) => words),
      ...answer.readings.map(({ on, kind, why }) =>
        kind === 'later'
          ? `Another reading of the law gives ${dayInWords(on)}. ${why} We show you the safer date.`
          : `Safer still: ${dayInWords(on)}. ${why}`,
      ),
    ],
    ...(picture ? drawn(picture) : {}),
    rule: answer.citation,
    evidence: evidenceWords[answer.evidence],
  };
}

function drawn({ caption, weeks, key }: Picture): Pick<WhyThisDateProps, 'months' | 'shapes'> {
  const month: MonthPictureProps = {
    title: caption,
    weeks: weeks.map((week) =>
      week.map((cell) => {
        if (!cell) return { day: null };
        const mark = cell.mark && shapes[cell.mark.kind];
        return { day: cell.day, ...(mark ? { mark } : {}), ...(cell.mark ? { says: cell.mark.words } : {}) };
      }),
    ),
  };
  return {
    months: [month],
    shapes: key.flatMap(({ kind, words }) => {
      const mark = shapes[kind];
      return mark ? [{ mark, says: words }] : [];
    }),
  };
}
