// When records may be erased. Pure.
import type { Temporal } from 'temporal-polyfill';

export type ErasureRefusal = 'no-such-person' | 'case-open' | 'on-hold' | 'letter-on-its-way' | 'nothing-left';

/** What the cases that an erasure would touch stand at. */
export interface ErasureStanding {
  /** Each case's day of closing; null while it is open. */
  readonly closed: readonly (string | null)[];
  /** Holds that stand. */
  readonly holds: readonly { readonly reviewOn: Temporal.PlainDate }[];
  /** Letters that the worker has handed to the mail server and not heard of yet. */
  readonly lettersOnTheirWay: number;
}

/**
 * Refuses an erasure while it would harm somebody's case: an open one is worked in (UK GDPR art 17(3)(b), (e)), and a hold stands until
 * somebody lifts it, past its review day too.
 */
export function refusalOfErasure({ closed, holds, lettersOnTheirWay }: ErasureStanding): ErasureRefusal | null {
  if (closed.some((day) => day === null)) return 'case-open';
  if (holds.length > 0) return 'on-hold';
  if (lettersOnTheirWay > 0) return 'letter-on-its-way';
  return null;
}
