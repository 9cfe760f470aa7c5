// Changes what somebody on the staff may do, who employs them and whether they are independent; and ends their place at the desk.
import type { Row } from '../../database/tables.ts';
import type { Inside } from '../cases/inside.ts';
import { throughTheDoor, type Done, type Refused } from '../cases/one-door.ts';
import type { Program, Tx } from '../program.ts';
import { endSessionsOfAccount } from './end-sessions.ts';
import { holds, type Staff, type StaffRole } from './who.ts';

export type StaffChangeRefusal =
  | 'not-a-manager'
  | 'not-on-the-staff'
  | 'not-yourself'
  | 'last-manager'
  | 'no-role'
  | 'no-employer'
  | 'employer-not-independent';

export const staffChangeWords: Record<StaffChangeRefusal, string> = {
  'not-a-manager': 'Only a manager can do this',
  'not-on-the-staff': 'This person is no longer on the staff',
  'not-yourself': 'Ask another manager to end your own place',
  'last-manager': 'The desk always keeps a manager. Make somebody else a manager first',
  'no-role': 'Choose at least one',
  'no-employer': 'Write who employs them',
  'employer-not-independent':
    'Whoever is employed by a council in England, an ICB or NHS England is not independent (section 56(3)). Answer yes, or correct the employer',
};

export interface StaffChange {
  readonly actId: string;
  readonly accountId: string;
  readonly roles: readonly StaffRole[];
  readonly employer: string;
  /** Not employed by a local authority in England, an ICB or NHS England (Children and Families Act 2014 s.56(3)). */
  readonly independent: boolean;
}

/** Changes somebody's roles, employer and independence; it holds from their next request on. Quiet when nothing differs. */
export async function changeStaff(
  program: Program,
  manager: Staff,
  { actId, accountId, roles, employer, independent }: StaffChange,
): Promise<Done | Refused<StaffChangeRefusal>> {
  if (!holds(manager, 'manager')) return { refused: 'not-a-manager' };
  if (roles.length === 0) return { refused: 'no-role' };
  if (employer.trim() === '') return { refused: 'no-employer' };
  const passage = { actId, command: 'change-staff', who: manager, caseId: null };
  return throughTheDoor<StaffChangeRefusal>(program, passage, async (inside) => {
    const { tx } = inside;
    const held = await lockStaff(inside, manager, accountId);
    if ('refused' in held) return held;
    const { member, managers } = held;
    if (!roles.includes('manager') && isOnlyManager(managers, accountId)) return { refused: 'last-manager' };
    if (independent && (await isBarred(tx, manager.serviceId, employer)))
      return { refused: 'employer-not-independent' };
    const wanted = { roles: [...new Set(roles)].sort(), employer: employer.trim(), independent };
    const fields = [
      ...(JSON.stringify(member.roles.toSorted()) === JSON.stringify(wanted.roles) ? [] : ['roles']),
      ...(member.employer === wanted.employer ? [] : ['employer']),
      ...(member.independent === independent ? [] : [independent ? 'now-independent' : 'no-longer-independent']),
    ];
    if (fields.length === 0) return { facts: [] };
    await tx.updateTable('staff').set(wanted).where('account_id', '=', accountId).execute();
    return { facts: [{ code: 'staff-changed', data: { account: accountId, fields }, readers: [] }] };
  });
}

/**
 * Ends somebody's place at the desk today: their sessions and links end with it, and their address can be given a place again. What
 * they did stays on the record. Not oneself, so a manager always stays.
 */
export async function endStaff(
  program: Program,
  manager: Staff,
  { actId, accountId }: Pick<StaffChange, 'actId' | 'accountId'>,
): Promise<Done | Refused<StaffChangeRefusal>> {
  if (!holds(manager, 'manager')) return { refused: 'not-a-manager' };
  if (accountId === manager.accountId) return { refused: 'not-yourself' };
  const passage = { actId, command: 'end-staff', who: manager, caseId: null };
  return throughTheDoor<StaffChangeRefusal>(program, passage, async (inside) => {
    const { tx, now, today } = inside;
    const held = await lockStaff(inside, manager, accountId);
    if ('refused' in held) return held;
    if (isOnlyManager(held.managers, accountId)) return { refused: 'last-manager' };
    await tx.updateTable('staff').set({ until_on: today.toString() }).where('account_id', '=', accountId).execute();
    await tx.updateTable('accounts').set({ suspended_at: now.toString() }).where('id', '=', accountId).execute();
    await endSessionsOfAccount(inside, accountId);
    return { facts: [{ code: 'staff-left', data: { account: accountId }, readers: [] }] };
  });
}

interface LockedStaff {
  readonly member: Row<'staff'>;
  /** The accounts of the managers who can act now. */
  readonly managers: readonly string[];
}

/** Holds the rows of all managers and of the member, so that two managers cannot remove one another at once. */
async function lockStaff(
  { tx }: Pick<Inside, 'tx'>,
  manager: Staff,
  accountId: string,
): Promise<LockedStaff | Refused<StaffChangeRefusal>> {
  const rows = await tx
    .selectFrom('staff')
    .selectAll()
    .where('service_id', '=', manager.serviceId)
    .where('until_on', 'is', null)
    .orderBy('account_id')
    .forUpdate()
    .execute();
  const out = await tx
    .selectFrom('accounts')
    .select('id')
    .where('service_id', '=', manager.serviceId)
    .where('kind', '=', 'staff')
    .where('suspended_at', 'is not', null)
    .execute();
  const suspended = new Set(out.map(({ id }) => id));
  const managers = rows
    .filter(({ account_id: id, roles }) => roles.includes('manager') && !suspended.has(id))
    .map(({ account_id: id }) => id);
  if (!managers.includes(manager.accountId)) return { refused: 'not-a-manager' };
  const member = rows.find(({ account_id: id }) => id === accountId);
  return member ? { member, managers } : { refused: 'not-on-the-staff' };
}

const isOnlyManager = (managers: readonly string[], accountId: string): boolean =>
  managers.length === 1 && managers[0] === accountId;

/** Says whether an employer is one that bars independence, as far as its name tells: a council or an ICB that we keep, or NHS England. */
async function isBarred(tx: Tx, serviceId: string, employer: string): Promise<boolean> {
  const name = employer.trim().toLowerCase();
  if (/\bnhs england\b|\bintegrated care board\b|\bicb\b/.test(name)) return true;
  const body = await tx
    .selectFrom('bodies')
    .select('id')
    .where('service_id', '=', serviceId)
    .where('kind', 'in', ['authority', 'icb'])
    .where(({ fn }) => fn<string>('lower', ['name']), '=', name)
    .executeTakeFirst();
  return body !== undefined;
}
