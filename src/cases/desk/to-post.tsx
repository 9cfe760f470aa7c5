// The packs that wait for the post as the group that tops what is due: nobody has what is in them until a person has posted them.
import { Temporal } from 'temporal-polyfill';
import { packPaths } from '../../correspondence/desk/paths.ts';
import { called } from '../../correspondence/words.ts';
import { LONDON } from '../../kit/clock.ts';
import type { DueGroup, DueRow } from '../../kit/html/pieces/due-table.tsx';
import { inFours } from '../../kit/reference.ts';
import { shortDay, timeLeft } from '../../law/day-words.ts';
import { deskPaths } from '../paths.ts';
import { linesBeside, type LetterToSeeTo } from '../store-today.ts';
import { shortIso, shortMoment } from './words.ts';

interface PostDay {
  readonly today: Temporal.PlainDate;
  /** When the post is collected: "4:15pm". */
  readonly lastPost: string;
}

export /** Gives the group. What waits because an address was changed stands last: it may not go yet. */
function toPostGroup(letters: readonly LetterToSeeTo[], day: PostDay): DueGroup {
  const isMore = letters.length > linesBeside;
  const shown = letters.slice(0, linesBeside);
  const [held, free] = [shown.filter(({ heldUntil }) => heldUntil), shown.filter(({ heldUntil }) => !heldUntil)];
  return {
    id: 'post',
    title: (
      <>
        To post: {isMore ? `${linesBeside}+` : letters.length}
        {isMore && (
          <>
            {' '}
            <a href={packPaths.packs}>
              All<span class="govuk-visually-hidden"> packs to post</span>
            </a>
          </>
        )}
      </>
    ),
    mark: 'today',
    rows: [...free, ...held].map((letter) => rowOf(letter, day)),
  };
}

function rowOf(letter: LetterToSeeTo, { today, lastPost }: PostDay): DueRow {
  const { id, reference, template, format, toAddress, queuedAt, dated, heldUntil } = letter;
  const what = `${called(template)}${format === 'large-print' ? ', large print' : ''}`;
  const since = Temporal.Instant.from(queuedAt).toZonedDateTimeISO(LONDON).toPlainDate();
  return {
    left: heldUntil ? 'Not yet' : leftOf(dated, today),
    day: dated ? { iso: dated, words: shortIso(dated) } : { iso: since.toString(), words: shortDay(since) },
    what,
    why: heldUntil
      ? `An address was changed. Waits until ${shortMoment(heldUntil)}`
      : `${datedWords(dated, today)}Collected at ${lastPost}`,
    who: toAddress,
    opens: reference
      ? { href: deskPaths.case(reference), words: `Case ${inFours(reference)}` }
      : { href: packPaths.pack(id), words: 'Letter' },
    owner: 'Anybody',
    next: {
      href: packPaths.pack(id),
      words: (
        <>
          {heldUntil ? 'Look' : 'Print and post'}
          <span class="govuk-visually-hidden">
            : {what} for {toAddress}
          </span>
        </>
      ),
    },
  };
}

/** A certificate goes on the day that it bears; anything else with the next post. */
function leftOf(dated: string | null, today: Temporal.PlainDate): string {
  if (dated === null) return 'Ready since';
  const left = timeLeft(Temporal.PlainDate.from(dated), today);
  return left === 'due today' ? 'Today' : left;
}

function datedWords(dated: string | null, today: Temporal.PlainDate): string {
  if (dated === null) return '';
  return dated === today.toString() ? 'Dated today. ' : `Dated ${shortIso(dated)}. `;
}
