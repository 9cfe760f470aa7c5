// The button that gives the calendar file of a letter's dates.
import { addressOf, type Answers } from '../../kit/forms/answers.ts';
import { ButtonLink } from '../../kit/html/govuk/button.tsx';
import { Icon } from '../../kit/html/icons.tsx';
import { publicPaths } from '../paths.ts';

/** `answers` are those of "My dates". */
export function CalendarLink({ answers }: { answers: Answers }) {
  return (
    <ButtonLink href={addressOf(publicPaths.calendarFile, answers)} classes="govuk-button--secondary">
      <Icon name="calendar" />
      Add to my calendar
    </ButtonLink>
  );
}
