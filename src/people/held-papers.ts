// Decides whether papers wait after a way to write to somebody was changed, so that whoever was written to before can still object.
import { Temporal } from 'temporal-polyfill';
import type { Row } from '../../database/tables.ts';
import type { NewPoint } from './person.ts';

/** Papers to a changed address wait this long, unless a second person agrees. */
export const HELD_HOURS = 24;

/** What a new row of contact points says of waiting papers; nulls where none wait. */
export type Hold = Pick<Row<'contact_points'>, 'changed_by' | 'papers_held_until' | 'agreed_by' | 'agreed_at'>;
type Address = Pick<Row<'contact_points'>, 'kind' | 'value' | 'postal_lines'>;
type Before = Address & Pick<Row<'contact_points'>, 'message_safe'> & Hold;

/** Nothing waits. */
export const noHold: Hold = { changed_by: null, papers_held_until: null, agreed_by: null, agreed_at: null };

/**
 * Gives the hold of a way to reach somebody that takes its place among those `before`. The first address that papers can go to is
 * no change, and to one that is not safe nothing goes. A way that could be written to before, and is the same, keeps the hold it had.
 */
export function holdOf(
  point: NewPoint,
  before: readonly Before[],
  by: { readonly now: Temporal.Instant; readonly accountId: string },
): Hold {
  const written = before.filter(({ kind }) => kind !== 'telephone');
  if (point.kind === 'telephone' || !point.messageSafe || written.length === 0) return noHold;
  const same = written.find((old) => old.message_safe && isSameAddress(old, point));
  if (same) {
    const { changed_by, papers_held_until, agreed_by, agreed_at } = same;
    return { changed_by, papers_held_until, agreed_by, agreed_at };
  }
  const until = by.now.add({ hours: HELD_HOURS }).toString();
  return { changed_by: by.accountId, papers_held_until: until, agreed_by: null, agreed_at: null };
}

/** Says whether a way to reach somebody is the one that was held before, whatever is said of messages and hours. */
export function isSameAddress(old: Address, point: NewPoint): boolean {
  return (
    old.kind === point.kind &&
    old.value === point.value &&
    JSON.stringify(old.postal_lines) === JSON.stringify(point.postalLines ?? [])
  );
}

/** Gives the moment of the change that a hold is for. */
export function changedAt(until: Temporal.Instant): Temporal.Instant {
  return until.subtract({ hours: HELD_HOURS });
}

/** Gives until when papers to this address wait at a moment; null when they may go. */
export function heldUntil(
  { papers_held_until: until, agreed_at: agreed }: Pick<Hold, 'papers_held_until' | 'agreed_at'>,
  now: Temporal.Instant,
): Temporal.Instant | null {
  if (until === null || agreed !== null) return null;
  const instant = Temporal.Instant.from(until);
  return Temporal.Instant.compare(now, instant) < 0 ? instant : null;
}
