// Decides who can be recorded as the party of a case when the right has passed to the young person (Children and Families Act 2014
// ss.80 and 83(2); SEND Regulations 2014 regs 63 to 65). Pure: the day comes in.
import { Temporal } from 'temporal-polyfill';
import { rightsHolderOn, youngPersonFrom } from '../law/young-person.ts';
import { holdsTheirOwn, type Capacity, type NewParticipant } from './person.ts';
import { refusalOfParticipant, type PersonRefusal } from './rules.ts';

/** What becomes of somebody who held the right before, by the choice of whoever holds it now. */
export type FormerPart = 'supporter' | 'steps-back';

/**
 * Who the party is: the young person, somebody who was not in the case and acts for them, or a parent of the case who does (where
 * there is no deputy or attorney, reg 64). Whoever acts for the young person says on what basis.
 */
export type Party =
  | { readonly is: 'young-person' | 'alternative-person'; readonly participant: NewParticipant }
  | { readonly is: 'parent-for-them'; readonly participationId: string; readonly basis: string };

export type PartyRefusal =
  | 'birth-date-missing'
  | 'right-not-passed'
  | 'choose-for-each'
  | 'no-such-parent'
  | 'cannot-hold-the-right'
  | PersonRefusal;

export interface PartyKnown {
  readonly today: Temporal.PlainDate;
  readonly born: Temporal.PlainDate | null;
  /** Who holds the right in the record, as a parent. */
  readonly parents: readonly { readonly id: string; readonly capacity: Capacity }[];
}

/** Says from when the right is the young person's own, where a parent still holds it in the record; null where nothing passes. */
export function passesOn({ born, parents }: Omit<PartyKnown, 'today'>): Temporal.PlainDate | null {
  return born && parents.length > 0 ? youngPersonFrom(born).rightsHolderFrom : null;
}

/** Says whether somebody stands as the party in a parent's place on a day on which the right is the young person's own. */
export function hasPassed(born: Temporal.PlainDate | null, capacity: Capacity, today: Temporal.PlainDate): boolean {
  return born !== null && !holdsTheirOwn(capacity) && rightsHolderOn(born, today) !== 'parent';
}

/** Keeps those who hold the right as a parent or in a parent's place. */
export function asParents<P extends { readonly right_holder: boolean; readonly capacity: Capacity }>(
  people: readonly P[],
): P[] {
  return people.filter(({ right_holder: holds, capacity }) => holds && !holdsTheirOwn(capacity));
}

/** Refuses a party that cannot be recorded today. */
export function refusalOfParty(
  party: Party,
  former: Readonly<Record<string, FormerPart>>,
  { today, born, parents }: PartyKnown,
): PartyRefusal | null {
  if (!born) return 'birth-date-missing';
  if (Temporal.PlainDate.compare(today, youngPersonFrom(born).rightsHolderFrom) < 0) return 'right-not-passed';
  const going = parents.filter(({ id }) => party.is !== 'parent-for-them' || id !== party.participationId);
  if (party.is === 'parent-for-them') {
    if (going.length === parents.length) return 'no-such-parent';
    if (party.basis.trim() === '') return 'basis-needed';
  } else {
    if (party.participant.capacity !== party.is) return 'cannot-hold-the-right';
    const refused = refusalOfParticipant(party.participant);
    if (refused) return refused;
  }
  return going.every(({ id }) => former[id] !== undefined) ? null : 'choose-for-each';
}
