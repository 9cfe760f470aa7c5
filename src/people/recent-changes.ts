// Whether a way to reach somebody was changed within the last day, and the number to ring from before: a changed number that is followed by a changed address is how a stranger takes somebody's place.
import { Temporal } from 'temporal-polyfill';
import type { Row } from '../../database/tables.ts';
import type { Tx } from '../program.ts';
import { HELD_HOURS } from './held-papers.ts';

type Point = Pick<Row<'contact_points'>, 'kind' | 'value' | 'from_at' | 'until_at'>;

/** What was changed lately. */
export interface RecentChanges {
  readonly kinds: readonly Point['kind'][];
  /** When the last of them was changed, ISO. */
  readonly at: string;
  /** The telephone number that we held before; null where there was none. */
  readonly numberBefore: string | null;
}

/** Gives what was changed or added in the last day among all that somebody has or had, oldest first; null where nothing was. */
export function recentChanges(points: readonly Point[], now: Temporal.Instant): RecentChanges | null {
  const since = now.subtract({ hours: HELD_HOURS });
  const isLate = (iso: string): boolean => Temporal.Instant.compare(Temporal.Instant.from(iso), since) > 0;
  const [first] = points;
  if (!first) return null;
  // What was written down with the person is no change, however young the case is.
  const isNew = ({ from_at: from }: Point): boolean => from !== first.from_at && isLate(from);
  const wasThere = (point: Point): boolean =>
    points.some((old) => old.kind === point.kind && old.value === point.value && !isNew(old));
  const changed = points.filter((point) => isNew(point) && !wasThere(point));
  const last = changed.at(-1);
  if (!last) return null;
  const before = points.find(
    (point) => point.kind === 'telephone' && !isNew(point) && (point.until_at === null || isLate(point.until_at)),
  );
  return {
    kinds: [...new Set(changed.map(({ kind }) => kind))],
    at: last.from_at,
    numberBefore: before?.value ?? null,
  };
}

/** Reads what was changed lately of a person. */
export async function findRecentChanges(
  tx: Tx,
  personId: string,
  now: Temporal.Instant,
): Promise<RecentChanges | null> {
  const points = await tx
    .selectFrom('contact_points')
    .select(['kind', 'value', 'from_at', 'until_at'])
    .where('person_id', '=', personId)
    .orderBy('from_at')
    .orderBy('id')
    .limit(200)
    .execute();
  return recentChanges(points, now);
}
