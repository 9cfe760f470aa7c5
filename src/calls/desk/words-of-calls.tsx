// What was said in a call and stands nowhere else: on the page after the call, and on the page of the case it went on in.
import { shortMoment } from '../../cases/desk/words.ts';
import { SummaryList } from '../../kit/html/govuk/summary-list.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import type { WordsOfCall } from '../kept-words.ts';
import type { TypedLine } from '../typed.ts';

/** The lines of a call, each as it was typed. */
export function TypedLines({ lines }: { lines: readonly TypedLine[] }) {
  return (
    <SummaryList
      rows={lines.map(({ what, words }) => ({
        key: { text: what },
        value: {
          text: (
            <span class="as-typed" dir="auto">
              {words}
            </span>
          ),
        },
      }))}
    />
  );
}

/** The words of calls that went on in a case, with who took each and when; nothing where there are none. */
export function WordsOfCallsCard({ calls }: { calls: readonly WordsOfCall[] }) {
  if (calls.length === 0) return null;
  return (
    <Card id="calls" title="Said in a call, and not yet in the case" flow>
      {calls.map(({ id, startedAt, takenBy, lines, letGoAt }) => (
        <div class="flow" id={`call-${id}`}>
          <p>
            <strong>{shortMoment(startedAt)}</strong>, taken by {takenBy}.{' '}
            <span class="muted">Write down in the case what counts: this is let go on {shortMoment(letGoAt)}.</span>
          </p>
          <TypedLines lines={lines} />
        </div>
      ))}
    </Card>
  );
}
