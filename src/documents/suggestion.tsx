// What a computer read from a letter, said as a suggestion: to be looked at beside the picture, and never chosen beforehand.
import { sayDay } from '../cases/day.ts';
import { decisionWords } from '../public-site/my-dates/words.ts';
import type { DecisionKind } from '../law/decisions.ts';
import type { Reading } from './reader/messages.ts';

/** Says each thing that was read. */
export function readingLines({ dated, council, decision }: Reading): readonly { what: string; says: string }[] {
  return [
    ...(dated ? [{ what: 'Date on the letter', says: sayDay(dated) }] : []),
    ...(council ? [{ what: 'The council', says: council }] : []),
    ...(decision ? [{ what: 'The decision', says: decisionWords[decision as DecisionKind].answer }] : []),
  ];
}

/** The suggestion, with the warning that it is one. */
export function Suggested({ reading }: { reading: Reading }) {
  return (
    <div class="suggested">
      We think it says
      {readingLines(reading).map(({ what, says }) => (
        <p>
          {what}: <strong>{says}</strong>
        </p>
      ))}
      <span class="quiet">A computer read this from the letter. Please check it.</span>
    </div>
  );
}
