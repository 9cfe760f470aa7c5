// Who people are in a case: their names, the ways to reach them, and the capacity in which they take part.
import type { Row } from '../../database/tables.ts';

export type Capacity = Row<'participations'>['capacity'];
export type Side = Row<'participations'>['side'];
export type PointKind = Row<'contact_points'>['kind'];

/** The capacities that can hold the right of appeal (Children and Families Act 2014 ss.51 and 80; Education Act 1996 s.576). */
export const holdingCapacities = [
  'parent',
  'other-parental-responsibility',
  'carer',
  'corporate-parent',
  'young-person',
  'alternative-person',
] as const satisfies readonly Capacity[];
export type HoldingCapacity = (typeof holdingCapacities)[number];

/** Says whether a person in this capacity can hold the right themselves. */
export function canHoldTheRight(capacity: Capacity): capacity is HoldingCapacity {
  return (holdingCapacities as readonly Capacity[]).includes(capacity);
}

/** Says whether the right is held by the young person, or by somebody who stands in their place (s.80), and so not by a parent. */
export function holdsTheirOwn(capacity: Capacity): boolean {
  return capacity === 'young-person' || capacity === 'alternative-person';
}

const sides: Record<Capacity, Side> = {
  parent: 'family',
  'other-parental-responsibility': 'family',
  carer: 'family',
  'corporate-parent': 'family',
  'young-person': 'family',
  'alternative-person': 'family',
  supporter: 'family',
  referrer: 'neither',
  officer: 'authority',
  school: 'school',
  mediator: 'service',
  interpreter: 'service',
};

/** Gives the side on which a capacity sits. Secrecy is per person all the same: a side never shares anything by itself. */
export function sideOf(capacity: Capacity): Side {
  return sides[capacity];
}

/** Names are kept exactly as given: no trimming of marks, no change of case. An empty name is one we have not been told. */
export interface PersonDetails {
  readonly firstNames: string;
  readonly lastName: string;
  readonly knownAs?: string | null;
  readonly language?: string | null;
  readonly dialect?: string | null;
  /** Codes such as `large-print`, `easy-read`, `audio`, `bsl`. */
  readonly formats?: readonly string[];
  /** Access needs in the person's own words. */
  readonly needs?: string | null;
}

/** One way to reach somebody. `messageSafe`: a message may be left, or a letter sent, without harm. */
export interface NewPoint {
  readonly kind: PointKind;
  /** The address or number; for post the postcode or the whole address in one line. */
  readonly value: string;
  readonly postalLines?: readonly string[];
  readonly messageSafe: boolean;
  readonly quietHours?: string | null;
}

/** Somebody who takes part in a case. `basis` says why an alternative person acts (Children and Families Act 2014 s.80). */
export interface NewParticipant extends PersonDetails {
  readonly capacity: Capacity;
  readonly basis?: string | null;
  readonly points?: readonly NewPoint[];
}

/** Writes a name as it is said: first names, then last name; what is not known is left out. */
export function fullName({ firstNames, lastName }: Pick<PersonDetails, 'firstNames' | 'lastName'>): string {
  return [firstNames, lastName].filter((part) => part.trim() !== '').join(' ');
}

type Name = Pick<PersonDetails, 'firstNames' | 'lastName'>;

/**
 * Says after somebody's name for whom they speak: ", for Rosie", by both names where theirs is another family's, and nothing where nobody
 * is known or they speak for themselves. Where both have the same first name it says which is the child.
 */
export function forWhom(speaker: Name, child: Name, isTheirOwn: boolean): string {
  const whole = fullName(child);
  if (whole === '' || isTheirOwn) return '';
  const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();
  if (same(child.firstNames, speaker.firstNames)) return `, for the child ${whole}`;
  const isOneFamily = same(child.lastName, speaker.lastName) || speaker.lastName.trim() === '';
  return `, for ${isOneFamily && child.firstNames.trim() !== '' ? child.firstNames.trim() : whole}`;
}
