// Passkeys of the staff: adding, using and removing them. The private key never leaves the person's device; we keep the public one.
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { newId } from '../kit/ids.ts';
import { isUniqueViolation } from '../kit/sql/errors.ts';
import { asRole, inSeat } from '../kit/sql/seat.ts';
import type { Program, Tx } from '../program.ts';
import { CHALLENGE_SECONDS } from './limits.ts';
import { hashOf } from './secrets.ts';
import { beginSession, renewSession } from './session.ts';
import { seatOf, type Staff, type Visitor } from './who.ts';
import type { SignInProgram } from './program.ts';

/** Where a passkey belongs: the host name, and the origin that the browser reports. */
export interface RelyingParty {
  readonly id: string;
  readonly origin: string;
}

export interface OwnPasskey {
  readonly id: string;
  readonly name: string;
  readonly madeAt: Temporal.Instant;
  readonly lastUsedAt: Temporal.Instant | null;
}

const MOST_PASSKEYS = 10;

/** Lists a person's own passkeys, oldest first. */
export async function listOwnPasskeys(tx: Tx, staff: Staff): Promise<OwnPasskey[]> {
  const rows = await tx
    .selectFrom('passkeys')
    .select(['id', 'name', 'made_at', 'last_used_at'])
    .where('account_id', '=', staff.accountId)
    .orderBy('made_at')
    .limit(MOST_PASSKEYS)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    madeAt: Temporal.Instant.from(row.made_at),
    lastUsedAt: row.last_used_at === null ? null : Temporal.Instant.from(row.last_used_at),
  }));
}

/** Says what the browser needs to make a passkey: one that it can find by itself later, and that asks for finger, face or PIN. */
export async function offerNewPasskey(
  program: SignInProgram,
  staff: Staff,
  party: RelyingParty,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const own = await inSeat(program.database, seatOf(staff, true), (tx) =>
    tx
      .selectFrom('passkeys')
      .select(['credential_id', 'transports'])
      .where('account_id', '=', staff.accountId)
      .limit(MOST_PASSKEYS)
      .execute(),
  );
  const options = await generateRegistrationOptions({
    rpName: program.service().shortName,
    rpID: party.id,
    userID: new TextEncoder().encode(staff.accountId),
    userName: staff.name,
    userDisplayName: staff.name,
    attestationType: 'none',
    excludeCredentials: own.map((key) => ({ id: key.credential_id, transports: key.transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  await makeChallenge(program, staff, options.challenge);
  return options;
}

export type PasskeyRefusal = 'not-verified' | 'step-up-first' | 'too-many' | 'here-already';

/**
 * Adds a passkey from the browser's answer and steps the session up. The first needs only the session; a further one, a step-up.
 * Gives the session's new token.
 */
export async function addPasskey(
  program: Program,
  staff: Staff,
  party: RelyingParty,
  answer: string,
  name: string,
): Promise<{ readonly sessionToken: string } | { readonly refused: PasskeyRefusal }> {
  const response = readAnswer<RegistrationResponseJSON>(answer);
  if (!response || !(await useChallenge(program, staff, response.challenge))) return { refused: 'not-verified' };
  const verified = await verifyRegistrationResponse({
    response: response.json,
    expectedChallenge: response.challenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
  }).catch(() => null); // It throws at whatever a stranger may send; there is nothing to tell them but no.
  if (!verified?.verified) return { refused: 'not-verified' };
  const { credential } = verified.registrationInfo;
  const now = program.clock.now();
  try {
    return await inSeat(program.database, seatOf(staff, false), async (tx) => {
      const own = await listOwnPasskeys(tx, staff);
      if (own.length > 0 && !staff.steppedUp) return { refused: 'step-up-first' as const };
      if (own.length >= MOST_PASSKEYS) return { refused: 'too-many' as const };
      await tx
        .insertInto('passkeys')
        .values({
          id: newId(now),
          service_id: staff.serviceId,
          account_id: staff.accountId,
          credential_id: credential.id,
          public_key: Buffer.from(credential.publicKey).toString('base64url'),
          counter: String(credential.counter),
          transports: [...(credential.transports ?? [])],
          name,
          made_at: now.toString(),
        })
        .execute();
      return { sessionToken: await renewSession(tx, now, staff, { proved: true }) };
    });
  } catch (error) {
    if (isUniqueViolation(error)) return { refused: 'here-already' };
    throw error;
  }
}

/** Removes one of a person's own passkeys. */
export async function removePasskey(program: Program, staff: Staff, id: string): Promise<void> {
  await inSeat(program.database, seatOf(staff, false), (tx) =>
    tx.deleteFrom('passkeys').where('id', '=', id).where('account_id', '=', staff.accountId).execute(),
  );
}

/** Asks the browser for any passkey it has for us: the person need not say who they are. */
export async function askForPasskey(
  program: Program,
  who: Visitor | Staff,
  party: RelyingParty,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const options = await generateAuthenticationOptions({ rpID: party.id, userVerification: 'required' });
  await makeChallenge(program, who, options.challenge);
  return options;
}

/** Signs in with a passkey, which is a step-up at the same time. */
export async function signInByPasskey(
  program: Program,
  visitor: Visitor,
  party: RelyingParty,
  answer: string,
  browserName: string,
): Promise<{ readonly sessionToken: string } | { readonly refused: 'not-verified' }> {
  const used = await verifyUse(program, visitor, party, answer);
  if (!used) return { refused: 'not-verified' };
  const now = program.clock.now();
  return inSeat(program.database, seatOf(visitor, false), async (tx) => {
    await asRole(tx, 'worker', () => noteUse(tx, now, used));
    const sessionToken = await beginSession(tx, now, {
      serviceId: used.key.service_id,
      accountId: used.key.account_id,
      how: 'passkey',
      device: 'desk',
      browser: browserName,
      proved: true,
    });
    return { sessionToken };
  });
}

/** Steps a session up with one of the person's own passkeys. */
export async function stepUpByPasskey(
  program: Program,
  staff: Staff,
  party: RelyingParty,
  answer: string,
): Promise<{ readonly sessionToken: string } | { readonly refused: 'not-verified' }> {
  const used = await verifyUse(program, staff, party, answer);
  if (!used || used.key.account_id !== staff.accountId) return { refused: 'not-verified' };
  const now = program.clock.now();
  return inSeat(program.database, seatOf(staff, false), async (tx) => {
    await noteUse(tx, now, used);
    return { sessionToken: await renewSession(tx, now, staff, { proved: true }) };
  });
}

interface KeyRow {
  id: string;
  account_id: string;
  service_id: string;
  public_key: string;
  counter: string;
  transports: string[];
}

interface PasskeyUse {
  readonly key: KeyRow;
  readonly newCounter: number;
}

/** Checks the signature, that the challenge was ours, unused and this session's, and that the counter went up where there is one. */
async function verifyUse(
  program: Program,
  who: Visitor | Staff,
  party: RelyingParty,
  answer: string,
): Promise<PasskeyUse | null> {
  const response = readAnswer<AuthenticationResponseJSON>(answer);
  if (!response || !(await useChallenge(program, who, response.challenge))) return null;
  const { rows } = await inSeat(program.database, seatOf(who, true), (tx) =>
    sql<KeyRow>`select * from passkey_of(${response.json.id})`.execute(tx),
  );
  const [key] = rows;
  if (!key) return null;
  const verified = await verifyAuthenticationResponse({
    response: response.json,
    expectedChallenge: response.challenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    credential: {
      id: response.json.id,
      publicKey: new Uint8Array(Buffer.from(key.public_key, 'base64url')),
      counter: Number(key.counter),
      transports: key.transports,
    },
    requireUserVerification: true,
  }).catch(() => null); // As above: malformed, foreign and replayed answers are all simply not verified.
  return verified?.verified ? { key, newCounter: verified.authenticationInfo.newCounter } : null;
}

async function noteUse(tx: Tx, now: Temporal.Instant, { key, newCounter }: PasskeyUse): Promise<void> {
  await tx
    .updateTable('passkeys')
    .set({ counter: String(newCounter), last_used_at: now.toString() })
    .where('id', '=', key.id)
    .execute();
}

async function makeChallenge(program: Program, who: Visitor | Staff, challenge: string): Promise<void> {
  const expiresAt = program.clock.now().add({ seconds: CHALLENGE_SECONDS });
  await inSeat(program.database, seatOf(who, false), (tx) =>
    sql`select make_challenge(${hashOf(challenge)}, ${who.serviceId}, ${expiresAt})`.execute(tx),
  );
}

/** Uses a challenge up, whatever comes of the answer: an answer is tried once. */
async function useChallenge(program: Program, who: Visitor | Staff, challenge: string): Promise<boolean> {
  const { rows } = await inSeat(program.database, seatOf(who, false), (tx) =>
    sql<{ ok: boolean }>`select use_challenge(${hashOf(challenge)}, ${program.clock.now()}) as ok`.execute(tx),
  );
  return rows[0]?.ok === true;
}

const answerShape = z.looseObject({
  id: z.string().min(1).max(2000),
  response: z.looseObject({ clientDataJSON: z.string().max(10_000) }),
});
const clientDataShape = z.looseObject({ challenge: z.string().min(1).max(500) });

/** Reads the browser's answer far enough to know which challenge it answers; the library checks the rest. */
function readAnswer<T extends { id: string }>(text: string): { readonly json: T; readonly challenge: string } | null {
  try {
    const json = answerShape.parse(JSON.parse(text));
    const clientData: unknown = JSON.parse(Buffer.from(json.response.clientDataJSON, 'base64url').toString('utf8'));
    return { json: json as unknown as T, challenge: clientDataShape.parse(clientData).challenge };
  } catch {
    return null;
  }
}
