// Who is asking, and the seat in the database that each kind of person takes. It authorises nothing by itself: the wall does.
import type { Seat } from '../kit/sql/seat.ts';

export type StaffRole = 'adviser' | 'administrator' | 'manager';

/** Somebody at the desk of a service. `steppedUp` says that a passkey or a recovery code was used in this shift. */
export interface Staff {
  readonly kind: 'staff';
  readonly accountId: string;
  readonly serviceId: string;
  readonly sessionId: string;
  readonly name: string;
  readonly roles: readonly StaffRole[];
  readonly steppedUp: boolean;
  /** They have a passkey and have not used it in this shift: the desk opens only after they do. */
  readonly owesStepUp?: boolean;
}

/** A parent, carer, young person or supporter who opened their own link. */
export interface Family {
  readonly kind: 'family';
  readonly accountId: string;
  readonly personId: string;
  readonly serviceId: string;
  readonly sessionId: string;
}

/** Anybody who has not signed in. */
export interface Visitor {
  readonly kind: 'visitor';
  readonly serviceId: string;
}

/** The program itself: the worker and the nightly sweep. */
export interface System {
  readonly kind: 'system';
  readonly serviceId: string;
}

export type SignedIn = Staff | Family;
export type Who = SignedIn | Visitor | System;

/** Gives the seat in which this person's queries run. A visitor and the system have no account, so the wall shows a visitor nothing. */
export function seatOf(who: Who, readOnly: boolean): Seat {
  return {
    role: who.kind === 'system' ? 'worker' : who.kind === 'staff' ? 'desk' : 'app',
    settings: { 'cg.account': 'accountId' in who ? who.accountId : '', 'cg.service': who.serviceId },
    ...(who.kind === 'staff' && { workedOut: { 'cg.desk': 'desk_of_mine' } }),
    readOnly,
  };
}

/** Says whether somebody at the desk holds a role. */
export function holds(who: Who, role: StaffRole): who is Staff {
  return who.kind === 'staff' && who.roles.includes(role);
}
