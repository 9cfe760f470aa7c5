// Who is on the staff, and letting somebody in or out. It holds from their next request on: see `session_of` in the database.
import { throughTheDoor, type Done, type Refused } from '../cases/one-door.ts';
import type { Program, Tx } from '../program.ts';
import { holds, type Staff, type StaffRole } from './who.ts';

export interface StaffMember {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly StaffRole[];
  readonly employer: string;
  readonly independent: boolean;
  readonly suspended: boolean;
}

const MOST_STAFF = 200;

/** Lists everybody who is on the staff now, by name. */
export async function listStaff(tx: Tx, serviceId: string): Promise<StaffMember[]> {
  const rows = await tx
    .selectFrom('staff')
    .innerJoin('accounts', 'accounts.id', 'staff.account_id')
    .select(['accounts.id', 'accounts.name', 'accounts.email', 'accounts.suspended_at'])
    .select(['staff.roles', 'staff.employer', 'staff.independent'])
    .where('staff.service_id', '=', serviceId)
    .where('staff.until_on', 'is', null)
    .orderBy('accounts.name')
    .limit(MOST_STAFF)
    .execute();
  return rows.map((row) => ({
    accountId: row.id,
    name: row.name ?? '',
    email: row.email ?? '',
    roles: row.roles as StaffRole[],
    employer: row.employer,
    independent: row.independent,
    suspended: row.suspended_at !== null,
  }));
}

export type StaffRefusal = 'not-a-manager' | 'not-yourself' | 'not-on-the-staff' | 'address-in-use';

/** Keeps somebody out, or lets them in again. Not oneself: a service must not lock its last manager out by a slip. */
export async function suspendStaff(
  program: Program,
  manager: Staff,
  actId: string,
  accountId: string,
  suspended: boolean,
): Promise<Done | Refused<StaffRefusal>> {
  if (!holds(manager, 'manager')) return { refused: 'not-a-manager' };
  if (accountId === manager.accountId) return { refused: 'not-yourself' };
  const passage = { actId, command: suspended ? 'suspend-staff' : 'readmit-staff', who: manager, caseId: null };
  return throughTheDoor<StaffRefusal>(program, passage, async ({ tx, now }) => {
    const member = await tx
      .selectFrom('accounts')
      .innerJoin('staff', 'staff.account_id', 'accounts.id')
      .select(['accounts.id', 'accounts.email'])
      .where('accounts.id', '=', accountId)
      .where('staff.until_on', 'is', null)
      .executeTakeFirst();
    if (!member) return { refused: 'not-on-the-staff' };
    if (!suspended && (await isAddressTaken(tx, manager.serviceId, member))) return { refused: 'address-in-use' };
    await tx
      .updateTable('accounts')
      .set({ suspended_at: suspended ? now.toString() : null })
      .where('id', '=', accountId)
      .execute();
    const fact = suspended ? ('staff-suspended' as const) : ('staff-readmitted' as const);
    return { facts: [{ code: fact, data: { account: accountId }, readers: [] }] };
  });
}

/** While somebody was out, their address may have been given a new account. */
async function isAddressTaken(
  tx: Tx,
  serviceId: string,
  member: { id: string; email: string | null },
): Promise<boolean> {
  const other = await tx
    .selectFrom('accounts')
    .select('id')
    .where('service_id', '=', serviceId)
    .where('kind', '=', 'staff')
    .where('id', '<>', member.id)
    .where(({ fn }) => fn<string>('lower', ['email']), '=', (member.email ?? '').toLowerCase())
    .where('suspended_at', 'is', null)
    .executeTakeFirst();
  return other !== undefined;
}
