// Says that a draft is no contact. On the last day it says so in the colour of an error, on the day before marked, and on both in words.
import { WarningText } from '../../kit/html/govuk/warning-text.tsx';
import { listed } from '../../kit/html/parts.ts';
import type { LastDay } from '../dates.ts';
import { askingPaths } from '../paths.ts';

const untilWords = { today: ' before midnight', tomorrow: ' today' } as const;
const marks = { today: 'not-yet--last-day', tomorrow: 'not-yet--day-before' } as const;

/** The notice above a draft whose first screen was not sent; on another page than that screen it leads there. */
export function NotContactedYet({ lastDay, elsewhere }: { lastDay: LastDay; elsewhere?: boolean }) {
  const why = lastDay ? ` By the date on your letter, ${lastDay} is the last day.` : ' What you wrote is kept here.';
  const until = lastDay ? untilWords[lastDay] : ' to make contact';
  return (
    <div class={listed('not-yet', lastDay && marks[lastDay])} role="status">
      <WarningText iconFallbackText="Important">
        You have not contacted us yet.{why}{' '}
        {elsewhere ? (
          <>
            <a href={askingPaths.ask}>Send the first page</a>
            {until}.
          </>
        ) : (
          `Send this page${until}.`
        )}
      </WarningText>
    </div>
  );
}
