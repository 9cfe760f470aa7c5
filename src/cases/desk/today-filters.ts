// What of the due list is wanted, as the address holds it.
import { Temporal } from 'temporal-polyfill';
import { firstOf, type Fields } from '../../kit/http/fields.ts';
import { isId } from '../../kit/ids.ts';
import { deskPaths } from '../paths.ts';
import type { DueCursor } from '../store-lists.ts';

/** The quick filters: one kind of clock each. */
export const dueFilters = {
  'issue-certificate': 'Certificates',
  'tell-authority': 'Council to be told',
  'arrange-mediation': 'Day 30',
  'chase-decision': 'Thinking it over',
} as const;
export type DueFilter = keyof typeof dueFilters;

export interface TodayWanted {
  readonly mine: boolean;
  readonly kind?: DueFilter;
  readonly after?: DueCursor;
}

/** Reads what is wanted; what is no answer counts as none. */
export function wantedOf(query: Fields): TodayWanted {
  const kind = firstOf(query, 'kind');
  const after = cursorOf(firstOf(query, 'after'));
  return {
    mine: firstOf(query, 'whose') === 'mine',
    ...(kind !== undefined && Object.hasOwn(dueFilters, kind) ? { kind: kind as DueFilter } : {}),
    ...(after ? { after } : {}),
  };
}

function cursorOf(text: string | undefined): DueCursor | null {
  const [, dueOn = '', id = ''] = /^(\d{4}-\d\d-\d\d)_(.+)$/.exec(text ?? '') ?? [];
  if (!isId(id)) return null;
  try {
    return { dueOn: Temporal.PlainDate.from(dueOn).toString(), id };
  } catch {
    return null;
  }
}

/** Writes the address of a list. */
export function todayAddress(wanted: TodayWanted): string {
  const query = queryOf(wanted);
  return query.size > 0 ? `${deskPaths.today}?${query}` : deskPaths.today;
}

/** Writes the address that says whether a list, opened at a moment with this mark, has changed. */
export function liveAddress(wanted: TodayWanted, { mark, since }: Live): string {
  const query = queryOf(wanted);
  query.set('mark', mark);
  query.set('since', since.toString());
  return `${deskPaths.live}?${query}`;
}

/** What a page needs to ask whether it has changed. */
export interface Live {
  readonly mark: string;
  readonly since: Temporal.Instant;
}

function queryOf({ mine, kind, after }: TodayWanted): URLSearchParams {
  const query = new URLSearchParams();
  if (mine) query.set('whose', 'mine');
  if (kind) query.set('kind', kind);
  if (after) query.set('after', `${after.dueOn}_${after.id}`);
  return query;
}
