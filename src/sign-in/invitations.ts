// Places at the desk: the first manager's, given from the command line, and all others, given by a manager.
import type { Inside } from '../cases/inside.ts';
import { throughTheDoor, type Done, type Left, type Refused } from '../cases/one-door.ts';
import { getLetterService } from '../correspondence/house-letter.tsx';
import { newId } from '../kit/ids.ts';
import { staffInvitationLetter } from './letters/staff-invitation.ts';
import { holds, type Staff, type StaffRole, type System } from './who.ts';
import type { SignInProgram } from './program.ts';

/** What inviting needs: less than a server, so that the command line can do it. */
export type InvitingProgram = Omit<SignInProgram, 'trial' | 'log'>;

export interface Invitation {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly StaffRole[];
  /** Who employs them, for the declaration of independence. */
  readonly employer: string;
  /** Not employed by a local authority in England, an integrated care board or NHS England: what an adviser must be. */
  readonly independent: boolean;
}

export type InvitationRefusal = 'not-an-address' | 'here-already' | 'not-a-manager';

/** Invites a manager, as the system: for whoever has the command line. Safe to run again; then it is refused with `here-already`. */
export async function inviteManager(
  program: InvitingProgram,
  email: string,
  name = email.split('@', 1)[0] ?? email,
): Promise<Done | Refused<InvitationRefusal>> {
  const who: System = { kind: 'system', serviceId: program.service().id };
  const invitation: Invitation = {
    email,
    name,
    roles: ['manager'],
    employer: program.service().name,
    independent: true,
  };
  return invite(program, who, newId(program.clock.now()), invitation);
}

/** Invites somebody to the desk. `actId` is the form's key: a double press invites once. */
export async function inviteStaff(
  program: InvitingProgram,
  staff: Staff,
  actId: string,
  invitation: Invitation,
): Promise<Done | Refused<InvitationRefusal>> {
  if (!holds(staff, 'manager')) return { refused: 'not-a-manager' };
  return invite(program, staff, actId, invitation);
}

async function invite(
  program: InvitingProgram,
  who: Staff | System,
  actId: string,
  invitation: Invitation,
): Promise<Done | Refused<InvitationRefusal>> {
  const email = invitation.email.trim();
  if (!/^[^\s<>()[\]\\,;:"@]+@[^\s<>()[\]\\,;:"@]+$/.test(email) || email.length > 254)
    return { refused: 'not-an-address' };
  const accountId = newId(program.clock.now());
  const passage = { actId, command: 'invite-staff', who, caseId: null };
  return throughTheDoor<InvitationRefusal>(program, passage, (inside) =>
    addStaff(inside, program.address, who.serviceId, accountId, { ...invitation, email }),
  );
}

async function addStaff(
  { tx, now, today }: Inside,
  address: string,
  serviceId: string,
  accountId: string,
  invitation: Invitation,
): Promise<Left | Refused<InvitationRefusal>> {
  const { email, name, roles, employer, independent } = invitation;
  const already = await tx
    .selectFrom('accounts')
    .select('id')
    .where('service_id', '=', serviceId)
    .where('kind', '=', 'staff')
    .where(({ fn }) => fn<string>('lower', ['email']), '=', email.toLowerCase())
    .where('suspended_at', 'is', null)
    .executeTakeFirst();
  if (already) return { refused: 'here-already' };
  await tx
    .insertInto('accounts')
    .values({ id: accountId, service_id: serviceId, kind: 'staff', email, name, made_at: now.toString() })
    .execute();
  await tx
    .insertInto('staff')
    .values({
      account_id: accountId,
      service_id: serviceId,
      roles: [...roles],
      employer,
      independent,
      from_on: today.toString(),
    })
    .execute();
  const letter = staffInvitationLetter(await getLetterService(tx, serviceId), address);
  return {
    facts: [{ code: 'staff-invited', data: { account: accountId }, readers: [] }],
    letters: [{ id: newId(now), personId: null, toAddress: email, papers: [], ...letter }],
  };
}
