// Who may enter what: one named rule for each kind of page. A page says the name; the wall in the database holds all the same.
import type { Verdict } from '../kit/http/mount.ts';
import { holds, type Staff, type StaffRole, type Who } from './who.ts';

type Rule = (who: Who) => Verdict;

/** Somebody at the desk who did what this shift asks and passes `also`; to everybody else the page is not there, unless signing in may help. */
function desk(also: (staff: Staff) => Verdict = () => 'yes'): Rule {
  return (who) => {
    if (who.kind === 'visitor') return 'sign-in';
    if (who.kind !== 'staff') return 'not-found';
    const verdict = also(who);
    return verdict === 'yes' && who.owesStepUp ? 'sign-in' : verdict;
  };
}
const role = (name: StaffRole) => (staff: Staff) => (holds(staff, name) ? 'yes' : 'not-found');
/** A passkey or a recovery code in this shift, on top of another rule. */
const proved =
  (also: (staff: Staff) => Verdict = () => 'yes') =>
  (staff: Staff) => {
    const verdict = also(staff);
    return verdict === 'yes' && !staff.steppedUp ? 'sign-in' : verdict;
  };

export const accessRules = {
  /** Anybody, signed in or not. */
  public: () => 'yes',
  /** Other programs: no cookie is read. */
  'open-api': () => 'yes',
  /** Anybody; registered in a trial only. */
  'trial-only': () => 'yes',
  /** Whoever is signed in, with their own sessions. */
  'signed-in': (who) => (who.kind === 'visitor' ? 'sign-in' : who.kind === 'system' ? 'not-found' : 'yes'),
  /** Somebody on the staff, also one who still owes this shift's passkey: the pages where it is given. */
  staff: (who) => (who.kind === 'visitor' ? 'sign-in' : who.kind === 'staff' ? 'yes' : 'not-found'),
  desk: desk(),
  adviser: desk(role('adviser')),
  administrator: desk(role('administrator')),
  manager: desk(role('manager')),
  /** Corrections, withdrawals, changed contact details and exports. */
  'desk-proved': desk(proved()),
  'adviser-proved': desk(proved(role('adviser'))),
  'manager-proved': desk(proved(role('manager'))),
  family: (who) => (who.kind === 'visitor' ? 'sign-in' : who.kind === 'family' ? 'yes' : 'not-found'),
} as const satisfies Record<string, Rule>;

export type Access = keyof typeof accessRules;

/** Decides by the rule of that name. Throws for a name that is no rule: a page nobody thought about is shown to nobody. */
export function mayEnter(access: string, who: Who): Verdict {
  if (!Object.hasOwn(accessRules, access)) throw new Error(`there is no access rule called ${access}`);
  return accessRules[access as Access](who);
}
