// What waits in a case because an address was changed within the last day: whose, until when, and which letters.
import type { Temporal } from 'temporal-polyfill';
import { sayMoment } from '../day.ts';
import { changeNote } from '../../correspondence/held.ts';
import { heldUntil } from '../../people/held-papers.ts';
import type { CasePage, PersonOnPage } from '../store.ts';
import type { CaseView } from './case-view.ts';

export type HeldPoint = PersonOnPage['points'][number] & { readonly until: Temporal.Instant };

/** Lists the addresses of a person to which papers may not go yet. */
export function heldPointsOf({ points }: Pick<PersonOnPage, 'points'>, now: Temporal.Instant): readonly HeldPoint[] {
  return points.flatMap((point) => {
    const until = heldUntil(point, now);
    return until ? [{ ...point, until }] : [];
  });
}

/** Gives until when a letter of the page waits; null where it may go, or has gone. The same rule as the sender's. */
export function letterHeldUntil({ page, now }: CaseView, letter: CasePage['letters'][number]): Temporal.Instant | null {
  if (!letter.carries_papers || letter.template === changeNote) return null;
  if (!['waiting-for-papers', 'queued', 'sending', 'to-post'].includes(letter.state)) return null;
  const person = page.people.find(({ person_id: id }) => id === letter.person_id);
  const points = person ? heldPointsOf(person, now) : [];
  const holding = points.find(
    ({ kind, value }) =>
      kind === letter.channel && (kind === 'post' || value.toLowerCase() === letter.to_address.toLowerCase()),
  );
  return holding?.until ?? null;
}

/** Names an address in a sentence: "the new e-mail address". */
export const newAddressWords: Record<PersonOnPage['points'][number]['kind'], string> = {
  email: 'the new e-mail address',
  post: 'the new postal address',
  telephone: 'the new number',
};

/** Says until when papers to an address wait. */
export function sayWait({ kind, until }: Pick<HeldPoint, 'kind' | 'until'>): string {
  return `Papers to ${newAddressWords[kind]} wait until ${sayMoment(until.toString())}.`;
}
