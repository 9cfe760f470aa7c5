// Sessions: beginning, finding, renewing and ending them. The browser holds the secret, the database its hash.
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import type { Tables } from '../../database/tables.ts';
import { newId } from '../kit/ids.ts';
import { askInSeat, asRole, inSeat } from '../kit/sql/seat.ts';
import type { Program, Tx } from '../program.ts';
import { PROOF_SECONDS, sessionLimits, type Device } from './limits.ts';
import { hashOf, newSecret } from './secrets.ts';
import { seatOf, type SignedIn, type StaffRole, type Visitor } from './who.ts';

/** Why a token that was once good opens nothing now. `closed`: the account was suspended or has left. */
export type Over = 'ended' | 'closed' | 'expired' | 'idle';

export interface FoundSession {
  /** The person, or null when the session is over. */
  readonly who: SignedIn | null;
  readonly over: Over | null;
  /** Whose session it is or was, so that answers typed in it are given back to nobody else. */
  readonly accountId: string;
  readonly lastSeenAt: Temporal.Instant;
}

interface SessionRow {
  id: string;
  account_id: string;
  service_id: string;
  kind: 'staff' | 'family';
  person_id: string | null;
  name: string | null;
  roles: StaffRole[] | null;
  proved_at: string | null;
  has_passkey: boolean;
  last_seen_at: string;
  over: Over | null;
}

/** Finds the session of a token; null when there never was one. */
export async function findSession(program: Program, visitor: Visitor, token: string): Promise<FoundSession | null> {
  const now = program.clock.now();
  const seat = seatOf(visitor, true);
  const [row] = await askInSeat<Tables, SessionRow>(program.database, seat, 'session_of', [
    hashOf(token),
    now.toString(),
  ]);
  return row ? readSession(row, now) : null;
}

function readSession(row: SessionRow, now: Temporal.Instant): FoundSession {
  const common = { accountId: row.account_id, serviceId: row.service_id, sessionId: row.id };
  const provedUntil =
    row.proved_at === null ? null : Temporal.Instant.from(row.proved_at).add({ seconds: PROOF_SECONDS });
  const steppedUp = provedUntil !== null && Temporal.Instant.compare(now, provedUntil) < 0;
  const who: SignedIn =
    row.kind === 'staff'
      ? {
          kind: 'staff',
          ...common,
          name: row.name ?? '',
          roles: row.roles ?? [],
          steppedUp,
          owesStepUp: row.has_passkey && !steppedUp,
        }
      : { kind: 'family', ...common, personId: row.person_id ?? '' };
  return {
    who: row.over === null ? who : null,
    over: row.over,
    accountId: row.account_id,
    lastSeenAt: Temporal.Instant.from(row.last_seen_at),
  };
}

/** Notes that a session was used just now. */
export async function noteSeen(program: Program, visitor: Visitor, token: string): Promise<void> {
  await inSeat(program.database, seatOf(visitor, false), (tx) =>
    sql`select session_seen(${hashOf(token)}, ${program.clock.now()})`.execute(tx),
  );
}

export interface NewSession {
  readonly serviceId: string;
  readonly accountId: string;
  readonly how: 'link' | 'passkey' | 'trial';
  readonly device: Device;
  /** What the list of sessions calls the browser; see `browserName`. */
  readonly browser: string;
  /** A passkey was used, which is a step-up by itself. */
  readonly proved: boolean;
}

/** Begins a session and gives its token, which is kept nowhere else. */
export async function beginSession(tx: Tx, now: Temporal.Instant, session: NewSession): Promise<string> {
  const token = newSecret();
  const limit = sessionLimits[session.device];
  await asRole(tx, 'worker', () =>
    tx
      .insertInto('sessions')
      .values({
        id: newId(now),
        service_id: session.serviceId,
        account_id: session.accountId,
        token_hash: hashOf(token),
        how: session.how,
        device: session.device,
        browser: session.browser,
        made_at: now.toString(),
        last_seen_at: now.toString(),
        idle_seconds: limit.idleSeconds,
        ends_at: now.add({ seconds: limit.lifeSeconds }).toString(),
        proved_at: session.proved ? now.toString() : null,
      })
      .execute(),
  );
  return token;
}

/**
 * Gives a session a new token, because what it may do has grown: the person stepped up, or said that the device is only theirs.
 * A token that was seen before then is worth nothing after. The session's id stays, so forms in other tabs still work.
 */
export async function renewSession(
  tx: Tx,
  now: Temporal.Instant,
  who: SignedIn,
  change: { readonly proved: true } | { readonly device: 'own' | 'shared' },
): Promise<string> {
  const token = newSecret();
  const values =
    'proved' in change
      ? { proved_at: now.toString() }
      : {
          device: change.device,
          idle_seconds: sessionLimits[change.device].idleSeconds,
          ends_at: now.add({ seconds: sessionLimits[change.device].lifeSeconds }).toString(),
        };
  await asRole(tx, 'worker', () =>
    tx
      .updateTable('sessions')
      .set({ ...values, token_hash: hashOf(token), last_seen_at: now.toString() })
      .where('id', '=', who.sessionId)
      .where('account_id', '=', who.accountId)
      .where('ended_at', 'is', null)
      .execute(),
  );
  return token;
}

/** Ends the session somebody is in. */
export async function signOut(program: Program, who: SignedIn): Promise<void> {
  await endSessions(program, who, who.sessionId);
}

/** Ends one session of a person's own: the phone they lost. Somebody else's is quietly not theirs to end. */
export async function endSession(program: Program, who: SignedIn, sessionId: string): Promise<void> {
  await endSessions(program, who, sessionId);
}

/** Ends every session of a person, this one too. */
export async function signOutEverywhere(program: Program, who: SignedIn): Promise<void> {
  await endSessions(program, who, null);
}

async function endSessions(program: Program, who: SignedIn, only: string | null): Promise<void> {
  const now = program.clock.now().toString();
  await inSeat(program.database, seatOf(who, false), (tx) =>
    tx
      .updateTable('sessions')
      .set({ ended_at: now })
      .where('account_id', '=', who.accountId)
      .where('ended_at', 'is', null)
      .$if(only !== null, (query) => query.where('id', '=', only))
      .execute(),
  );
}

export interface OwnSession {
  readonly id: string;
  readonly browser: string;
  readonly madeAt: Temporal.Instant;
  readonly lastSeenAt: Temporal.Instant;
  readonly isThisOne: boolean;
}

const MOST_SESSIONS = 20;

/** Lists where a person is signed in, the last used first. */
export async function listOwnSessions(tx: Tx, now: Temporal.Instant, who: SignedIn): Promise<OwnSession[]> {
  const rows = await tx
    .selectFrom('sessions')
    .select(['id', 'browser', 'made_at', 'last_seen_at'])
    .where('account_id', '=', who.accountId)
    .where('ended_at', 'is', null)
    .where('ends_at', '>', now.toString())
    .where(sql<boolean>`last_seen_at + make_interval(secs => idle_seconds) > ${now}`)
    .orderBy('last_seen_at', 'desc')
    .limit(MOST_SESSIONS)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    browser: row.browser,
    madeAt: Temporal.Instant.from(row.made_at),
    lastSeenAt: Temporal.Instant.from(row.last_seen_at),
    isThisOne: row.id === who.sessionId,
  }));
}

/** Names a browser from its own description, coarsely: enough to know one's phone again, and too little to follow anybody. */
export function browserName(userAgent: string | undefined): string {
  const says = (pattern: RegExp) => pattern.test(userAgent ?? '');
  const browser = says(/Edg\//)
    ? 'Edge'
    : says(/Firefox|FxiOS/)
      ? 'Firefox'
      : says(/SamsungBrowser/)
        ? 'Samsung Internet'
        : says(/Chrome|CriOS/)
          ? 'Chrome'
          : says(/Safari/)
            ? 'Safari'
            : 'A browser';
  const device = says(/iPhone/)
    ? 'an iPhone'
    : says(/iPad/)
      ? 'an iPad'
      : says(/Android/)
        ? 'an Android device'
        : says(/Windows/)
          ? 'Windows'
          : says(/Macintosh/)
            ? 'a Mac'
            : says(/Linux/)
              ? 'Linux'
              : 'a device we do not know';
  return `${browser} on ${device}`;
}
