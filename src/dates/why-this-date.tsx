// Shows an answer of the law as "Why this date?": its steps, month picture, other readings, rule and evidence.
import type { Words } from '../kit/html/parts.ts';
import { WhyThisDate, type PictureDay, type WhyThisDateProps } from '../kit/html/pieces/dates.tsx';
import { dayInWords, monthName } from '../law/day-words.ts';
import { evidenceWords, type Answer } from '../law/explain.ts';
import type { Picture } from '../law/picture.ts';

export interface WhyProps extends Pick<WhyThisDateProps, 'heading' | 'open' | 'summary'> {
  answer: Answer;
  /** Leaves the month picture out: the date is behind us, and the steps say enough. */
  noPicture?: boolean;
  /** Said after the other readings, such as a common mistake. */
  also?: readonly Words[];
}

/** Explains one date. It computes none: everything is in the answer. */
export function WhyAnswer({ answer, also = [], noPicture, ...rest }: WhyProps) {
  const { steps, picture: drawn } = answer.explain();
  const picture = noPicture ? null : drawn;
  return (
    <WhyThisDate
      {...rest}
      steps={steps.map(({ words }) => daysKept(words))}
      months={picture ? [{ title: picture.caption, weeks: weeksOf(picture) }] : []}
      shapes={picture?.key.map(({ kind, words }) => ({ mark: kind, says: words }))}
      rule={answer.citation}
      evidence={evidenceWords[answer.evidence]}
    >
      {(answer.readings.length > 0 || also.length > 0) && (
        <div class="readings">
          <h3>It can be read in another way</h3>
          {answer.readings.map(({ on, kind, why }) => (
            <p>
              <strong>
                {kind === 'later' ? 'A later day' : 'An earlier day'}, {dayInWords(on)}.
              </strong>{' '}
              {daysKept(why)} {kind === 'later' && 'Do not rely on it.'}
            </p>
          ))}
          {also.map((words) => (
            <p>{words}</p>
          ))}
        </div>
      )}
    </WhyThisDate>
  );
}

const DAY_AND_MONTH = new RegExp(
  `(\\d{1,2}) (${Array.from({ length: 12 }, (_, index) => monthName(index + 1)).join('|')})\\b`,
  'g',
);

/** Keeps "24 August" on one line: on a narrow screen a number alone at a line's end is read as something else. */
const daysKept = (words: string): string => words.replaceAll(DAY_AND_MONTH, '$1\u00a0$2');

function weeksOf({ weeks }: Picture): readonly (readonly PictureDay[])[] {
  return weeks.map((week) =>
    week.map((day): PictureDay => {
      if (day === null) return { day: null };
      if (!day.mark) return { day: day.day };
      const { kind, words } = day.mark;
      return {
        day: day.day,
        mark: kind,
        says: kind === 'counted' || kind === 'skipped' ? words : `${monthName(day.month)}: ${words}`,
      };
    }),
  );
}
