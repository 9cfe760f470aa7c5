// Says that a draft is no contact. On a last day it says so in the colour of an error, and in words.
import { WarningText } from '../../kit/html/govuk/warning-text.tsx';

/** The notice above a draft whose first screen was not sent. */
export function NotContactedYet({ isLastDay }: { isLastDay: boolean }) {
  return (
    <div class={isLastDay ? 'not-yet not-yet--last-day' : 'not-yet'} role="status">
      <WarningText iconFallbackText="Important">
        {isLastDay
          ? 'You have not contacted us yet. By the date on your letter, today is the last day: send this page before midnight.'
          : 'You have not contacted us yet. What you wrote is kept here. Send this page to make contact.'}
      </WarningText>
    </div>
  );
}
