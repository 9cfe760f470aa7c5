// Recovery codes: ten, each good once, for the day when the device with the passkey is lost or at home.
import type { Temporal } from 'temporal-polyfill';
import { newId } from '../kit/ids.ts';
import { newCode, readCode } from '../kit/reference.ts';
import { inSeat } from '../kit/sql/seat.ts';
import type { Program, Tx } from '../program.ts';
import { RECOVERY_CODE_SYMBOLS, RECOVERY_CODES } from './limits.ts';
import { hashOf } from './secrets.ts';
import { renewSession } from './session.ts';
import { seatOf, type Staff } from './who.ts';

/** Makes ten new codes in place of all older ones and gives them, to be shown this once. */
export async function makeRecoveryCodes(
  program: Program,
  staff: Staff,
): Promise<{ readonly codes: readonly string[] } | { readonly refused: 'step-up-first' }> {
  if (!staff.steppedUp) return { refused: 'step-up-first' };
  const now = program.clock.now();
  const codes = Array.from({ length: RECOVERY_CODES }, () => newCode(RECOVERY_CODE_SYMBOLS));
  await inSeat(program.database, seatOf(staff, false), async (tx) => {
    await tx.deleteFrom('recovery_codes').where('account_id', '=', staff.accountId).execute();
    await tx
      .insertInto('recovery_codes')
      .values(codes.map((code) => rowOf(code, staff, now)))
      .execute();
  });
  return { codes };
}

function rowOf(code: string, staff: Staff, now: Temporal.Instant) {
  return {
    id: newId(now),
    service_id: staff.serviceId,
    account_id: staff.accountId,
    code_hash: hashOf(code),
    made_at: now.toString(),
  };
}

/** Counts the codes that are left. */
export async function countRecoveryCodes(tx: Tx, staff: Staff): Promise<number> {
  const { left } = await tx
    .selectFrom('recovery_codes')
    .select(({ fn }) => fn.countAll<string>().as('left'))
    .where('account_id', '=', staff.accountId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(left);
}

/** Steps a session up with a code as typed, and crosses the code out. */
export async function stepUpByRecoveryCode(
  program: Program,
  staff: Staff,
  typed: string,
): Promise<{ readonly sessionToken: string } | { readonly refused: 'wrong-code' }> {
  const code = readCode(typed);
  if (code?.length !== RECOVERY_CODE_SYMBOLS) return { refused: 'wrong-code' };
  const now = program.clock.now();
  return inSeat(program.database, seatOf(staff, false), async (tx) => {
    const used = await tx
      .updateTable('recovery_codes')
      .set({ used_at: now.toString() })
      .where('account_id', '=', staff.accountId)
      .where('code_hash', '=', hashOf(code))
      .where('used_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!used) return { refused: 'wrong-code' as const };
    return { sessionToken: await renewSession(tx, now, staff, { proved: true }) };
  });
}
