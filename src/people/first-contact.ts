// Whose contact counts for whom: every right-holder contacts an adviser for their own right (reg 33). Pure.
import { holdsTheirOwn, type Capacity } from './person.ts';

/** What is known of how a right-holder came to us. Days are ISO text. */
export interface WaysToUs {
  readonly capacity: Capacity;
  /** They joined a case that somebody else's contact had opened. */
  readonly joinedLater: boolean;
  /** Their own first contact, as it was recorded. */
  readonly ownContact: string | null;
  /** The contact that opened the case. */
  readonly caseContact: string;
  /** The days on which they were given the information, or said what they wish. */
  readonly spokeOn: readonly string[];
}

/**
 * Gives the day on which a right-holder contacted us: their own contact; else the one that opened the case, where they were in it from
 * the start (somebody spoke for them) or hold the right that a parent held before; else the day they first spoke with an adviser.
 * Null where a second parent has not been in touch at all: one parent's contact keeps no time for the other.
 */
export function firstContactDay({ capacity, joinedLater, ownContact, caseContact, spokeOn }: WaysToUs): string | null {
  if (ownContact !== null) return ownContact;
  if (!joinedLater || holdsTheirOwn(capacity)) return caseContact;
  return spokeOn.toSorted()[0] ?? null;
}
