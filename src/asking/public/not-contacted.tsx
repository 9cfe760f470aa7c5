// Says that a draft is no contact. On a last day it says so in the colour of an error, and in words.
import { WarningText } from '../../kit/html/govuk/warning-text.tsx';
import { askingPaths } from '../paths.ts';

/** The notice above a draft whose first screen was not sent; on another page than that screen it leads there. */
export function NotContactedYet({ isLastDay, elsewhere }: { isLastDay: boolean; elsewhere?: boolean }) {
  const why = isLastDay ? ' By the date on your letter, today is the last day.' : ' What you wrote is kept here.';
  const until = isLastDay ? ' before midnight' : ' to make contact';
  return (
    <div class={isLastDay ? 'not-yet not-yet--last-day' : 'not-yet'} role="status">
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
