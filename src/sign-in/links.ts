// Links that sign somebody in: made only when asked for, short-lived, used once, in the browser that asked.
//
// Elsewhere than in that browser the page asks for a code that the asking browser shows. The other way round (a code in the
// e-mail, typed into the browser that asked) would be easier to build and easier to steal with: whoever asks for a link with my
// address need only ring me and have me read the code out. Here the session opens where the e-mail was opened, never where
// a stranger asked; a forwarded link lacks the code, and a read-out code lacks the e-mail.
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Tables } from '../../database/tables.ts';
import { throughTheDoor } from '../cases/one-door.ts';
import { getLetterService } from '../correspondence/house-letter.tsx';
import { newId } from '../kit/ids.ts';
import { inSeat } from '../kit/sql/seat.ts';
import { readCode } from '../kit/reference.ts';
import type { Program, Tx } from '../program.ts';
import { signInLinkLetter } from './letters/sign-in-link.ts';
import { LINK_SECONDS, MOST_WRONG_CODES, requestLimits } from './limits.ts';
import { signInPaths } from './paths.ts';
import { codeOfBrowser, hashOf, hashOfCode, isSameSecret, isSecret, keyedHash, newSecret } from './secrets.ts';
import { beginSession } from './session.ts';
import { seatOf, type System, type Visitor } from './who.ts';
import type { SignInProgram } from './program.ts';

export interface LinkRequest {
  /** As typed. */
  readonly address: string;
  /** The network it comes from, as `networkOf` names it. */
  readonly network: string;
  /** The secret cookie of the browser that asks. */
  readonly browser: string;
  /** The cookie of a browser that signed in before; see `knownCookie`. */
  readonly known: string | undefined;
  /** The page to open after signing in; empty for the person's first page. */
  readonly goingTo: string;
}

/**
 * Sends a link if the address belongs to somebody. The answer never tells: `noted` is for known and unknown addresses and for
 * those asked for too often alike. `network` says that this network asks too often, whatever for.
 */
export async function askForLink(
  program: SignInProgram,
  key: Uint8Array,
  visitor: Visitor,
  asked: LinkRequest,
): Promise<'noted' | 'network'> {
  const now = program.clock.now();
  const address = asked.address.trim().toLowerCase();
  const addressHash = keyedHash(key, 'address', address);
  const networkHash = keyedHash(key, 'network', asked.network);
  const isKnown = asked.known !== undefined && isSameSecret(asked.known, knownCookie(key, addressHash));
  const bucket = isKnown ? 'known' : networkHash;
  const { rows } = await inSeat(program.database, seatOf(visitor, false), (tx) =>
    sql<{
      answer: 'send' | 'enough' | 'network';
    }>`select ask_for_link(${newId(now)}, ${visitor.serviceId}, ${addressHash}, ${networkHash}, ${bucket},
      ${isKnown}, ${now}, ${requestLimits.perBucket}, ${requestLimits.perAddress}, ${requestLimits.perNetwork}) as answer`.execute(
      tx,
    ),
  );
  const answer = rows[0]?.answer;
  if (answer === 'send') await sendLink(program, visitor.serviceId, { ...asked, address, addressHash });
  return answer === 'network' ? 'network' : 'noted';
}

/** The value of the cookie that marks a browser as one that has signed in with an address. It proves that, and opens nothing. */
export function knownCookie(key: Uint8Array, addressHash: string): string {
  return keyedHash(key, 'known', addressHash);
}

type HashedRequest = LinkRequest & { readonly addressHash: string };

/** Makes and sends the links of one address as the system; refuses, leaving nothing behind, when it belongs to nobody. */
async function sendLink(program: SignInProgram, serviceId: string, asked: HashedRequest): Promise<void> {
  const system: System = { kind: 'system', serviceId };
  const passage = { actId: newId(program.clock.now()), command: 'send-sign-in-link', who: system, caseId: null };
  await throughTheDoor<'unknown-address'>(program, passage, async ({ tx, now }) => {
    const people = await listPeopleAt(tx, now, serviceId, asked.address);
    const [first] = people;
    if (!first) return { refused: 'unknown-address' };
    const links = [];
    for (const person of people) {
      const token = await makeLink(tx, now, serviceId, person, asked);
      links.push({ url: program.address + signInPaths.link(token), whose: person.name });
    }
    const letter = signInLinkLetter(await getLetterService(tx, serviceId), links);
    return {
      facts: [],
      letters: [
        {
          id: newId(now),
          personId: people.length > 1 ? null : first.personId,
          toAddress: first.address,
          papers: [],
          ...letter,
        },
      ],
    };
  });
}

interface PersonAtAddress {
  readonly accountId: string | null;
  readonly personId: string | null;
  readonly name: string;
  readonly address: string;
}

/** More people than share one household's address. */
const MOST_AT_ONE_ADDRESS = 6;

/**
 * Finds who may sign in with an e-mail address: staff, and everybody whose own page it opens and who said that writing there is safe.
 * Papers stand on the page, so an address to which they may not go yet opens it no sooner.
 */
async function listPeopleAt(
  tx: Tx,
  now: Temporal.Instant,
  serviceId: string,
  address: string,
): Promise<PersonAtAddress[]> {
  const { rows } = await sql<PersonAtAddress>`
    select a.id as "accountId", null as "personId", a.name || ' (the desk)' as name, a.email as address
    from accounts a join staff s on s.account_id = a.id
    where a.service_id = ${serviceId} and a.kind = 'staff' and lower(a.email) = ${address} and a.suspended_at is null and s.until_on is null
    union all
    select null, p.id, concat_ws(' ', p.first_names, p.last_name), min(c.value)
    from contact_points c join people p on p.id = c.person_id
    where c.service_id = ${serviceId} and c.kind = 'email' and lower(c.value) = ${address} and c.until_at is null and c.message_safe and p.erased_at is null
      and (c.papers_held_until is null or c.papers_held_until <= ${now.toString()} or c.agreed_at is not null)
      and exists (select from participations i where i.person_id = p.id and i.until_at is null and i.may_open_the_page)
      and not exists (select from accounts x where x.person_id = p.id and x.suspended_at is not null)
    group by p.id
    limit ${MOST_AT_ONE_ADDRESS}`.execute(tx);
  return rows;
}

async function makeLink(
  tx: Tx,
  now: Temporal.Instant,
  serviceId: string,
  person: PersonAtAddress,
  asked: HashedRequest,
): Promise<string> {
  const token = newSecret();
  await tx
    .insertInto('sign_in_links')
    .values({
      id: newId(now),
      service_id: serviceId,
      account_id: person.accountId,
      person_id: person.personId,
      token_hash: hashOf(token),
      address_hash: asked.addressHash,
      browser_hash: hashOf(asked.browser),
      code_hash: hashOfCode(codeOfBrowser(asked.browser), token),
      going_to: asked.goingTo,
      made_at: now.toString(),
      expires_at: now.add({ seconds: LINK_SECONDS }).toString(),
    })
    .execute();
  return token;
}

/** What a link would do: open at a press, open with the code, or nothing any more. */
export type LinkState = 'ready' | 'needs-code' | 'used' | 'expired' | 'spent' | 'unknown';

/** Tells what a link would do, and changes nothing. */
export async function findLink(
  program: Program,
  visitor: Visitor,
  token: string,
  browser: string | undefined,
): Promise<LinkState> {
  if (!isSecret(token)) return 'unknown';
  const { rows } = await inSeat(program.database, seatOf(visitor, true), (tx) =>
    sql<{
      state: LinkState | null;
    }>`select link_of(${hashOf(token)}, ${browserHash(browser)}, ${MOST_WRONG_CODES}, ${program.clock.now()}) as state`.execute(
      tx,
    ),
  );
  return rows[0]?.state ?? 'unknown';
}

export interface LinkUse {
  readonly token: string;
  readonly browser: string | undefined;
  /** As typed; undefined when none was. */
  readonly code: string | undefined;
  readonly browserName: string;
}

export interface Opened {
  readonly sessionToken: string;
  readonly kind: 'staff' | 'family';
  readonly goingTo: string;
  /** The hash of the address the link was sent to, for `knownCookie`. */
  readonly addressHash: string;
}

export type LinkRefusal = Exclude<LinkState, 'ready'> | 'wrong-code';

/** Uses a link: begins a session, or says why not. A family's session begins as on a shared device. */
export async function useLink(
  program: Program,
  visitor: Visitor,
  use: LinkUse,
): Promise<Opened | { readonly refused: LinkRefusal }> {
  if (!isSecret(use.token)) return { refused: 'unknown' };
  const now = program.clock.now();
  const code = use.code === undefined || use.code.trim() === '' ? undefined : (readCode(use.code) ?? 'not a code');
  const codeHash = code === undefined ? null : hashOfCode(code, use.token);
  return inSeat<Tables, Opened | { readonly refused: LinkRefusal }>(
    program.database,
    seatOf(visitor, false),
    async (tx) => {
      const { rows } = await sql<{
        outcome: LinkRefusal | 'open';
        account_id: string;
        kind: 'staff' | 'family';
        going_to: string;
        address_hash: string;
      }>`
      select * from use_link(${hashOf(use.token)}, ${browserHash(use.browser)}, ${codeHash}, ${MOST_WRONG_CODES}, ${now}, ${newId(now)})`.execute(
        tx,
      );
      const [row] = rows;
      if (!row) return { refused: 'unknown' };
      if (row.outcome !== 'open') return { refused: row.outcome };
      const sessionToken = await beginSession(tx, now, {
        serviceId: visitor.serviceId,
        accountId: row.account_id,
        how: 'link',
        device: row.kind === 'staff' ? 'desk' : 'shared',
        browser: use.browserName,
        proved: false,
      });
      return { sessionToken, kind: row.kind, goingTo: row.going_to, addressHash: row.address_hash };
    },
  );
}

function browserHash(browser: string | undefined): string | null {
  return isSecret(browser) ? hashOf(browser) : null;
}
