// Says who was told that an address was changed, and how: read from the notes that went, so that no page says more than was done.
import { Temporal } from 'temporal-polyfill';
import { changeNote } from '../../correspondence/held.ts';
import { changedAt } from '../../people/held-papers.ts';
import { sayDay } from '../day.ts';
import type { CasePage, PersonOnPage } from '../store.ts';
import type { HeldPoint } from './held.ts';
import { shortMoment } from './words.ts';

type Note = CasePage['letters'][number];

/** Lists, a sentence each, who was told of the changes that papers wait for; one sentence where nobody was. */
export function whoWasTold(
  { letters }: Pick<CasePage, 'letters'>,
  { person_id: personId }: Pick<PersonOnPage, 'person_id'>,
  points: readonly HeldPoint[],
): readonly string[] {
  const changes = points.map(({ until }) => changedAt(until));
  const notes = letters.filter(
    ({ template, person_id: to, queued_at: at }) =>
      template === changeNote && to === personId && changes.some((change) => change.equals(Temporal.Instant.from(at))),
  );
  if (notes.length === 0)
    return ['Nobody was told of the change: no address from before was said to be safe to write to.'];
  return notes.map((note) => (note.channel === 'email' ? byEmail(note) : byPost(note)));
}

function byEmail({ state, to_address: to, sent_at: sentAt }: Note): string {
  if (state === 'sent') return `${to} was told by e-mail${sentAt ? `, ${shortMoment(sentAt)}` : ''}.`;
  if (state === 'queued' || state === 'sending') return `${to} is being told by e-mail.`;
  return `${to} was not told: the e-mail did not arrive.`;
}

/** By post a note arrives after the day of waiting, and whoever agrees must know it. */
function byPost({ state, posted_on: on }: Note): string {
  if (state === 'posted' && on)
    return `A note to the postal address from before was posted on ${sayDay(on)}. It may arrive after the wait is over.`;
  return state === 'cancelled'
    ? 'The postal address from before was not told: the note was taken back.'
    : 'A note to the postal address from before is not posted yet. It may arrive after the wait is over.';
}
