// Shortcuts of the trial, where everybody is invented: becoming a member of the cast, and stepping up at a press.
import { inSeat } from '../kit/sql/seat.ts';
import { beginSession, renewSession } from './session.ts';
import { seatOf, type Staff, type System } from './who.ts';
import type { SignInProgram } from './program.ts';

/** A trial's shortcut was called in a real installation: a mistake in the program. */
export class NotATrial extends Error {
  override readonly name = 'NotATrial';
}

export interface TrialSession {
  /** The value for the session cookie; see `keepSession`. */
  readonly sessionToken: string;
  readonly kind: 'staff' | 'family';
}

/**
 * Signs somebody of the cast in, as on a device of their own. Null when there is no such account. Throws NotATrial, by what the
 * database says of itself and not by what the program believes.
 */
export async function signInAs(
  program: SignInProgram,
  accountId: string,
  browserName: string,
): Promise<TrialSession | null> {
  const system: System = { kind: 'system', serviceId: program.service().id };
  const now = program.clock.now();
  return inSeat(program.database, seatOf(system, false), async (tx) => {
    const { kind } = await tx.selectFrom('installation').select('kind').executeTakeFirstOrThrow();
    if (kind !== 'trial' || !program.trial) throw new NotATrial();
    const account = await tx
      .selectFrom('accounts')
      .select(['id', 'kind'])
      .where('id', '=', accountId)
      .where('service_id', '=', system.serviceId)
      .where('suspended_at', 'is', null)
      .executeTakeFirst();
    if (!account) return null;
    const sessionToken = await beginSession(tx, now, {
      serviceId: system.serviceId,
      accountId: account.id,
      how: 'trial',
      device: account.kind === 'staff' ? 'desk' : 'own',
      browser: browserName,
      proved: false,
    });
    return { sessionToken, kind: account.kind };
  });
}

/** Steps a session up without a passkey. Throws NotATrial. */
export async function stepUpInTrial(program: SignInProgram, staff: Staff): Promise<{ readonly sessionToken: string }> {
  const now = program.clock.now();
  return inSeat(program.database, seatOf(staff, false), async (tx) => {
    const { kind } = await tx.selectFrom('installation').select('kind').executeTakeFirstOrThrow();
    if (kind !== 'trial' || !program.trial) throw new NotATrial();
    return { sessionToken: await renewSession(tx, now, staff, { proved: true }) };
  });
}
