// The cookies of signing in. Their names are ours alone; nothing else reads them.
import type { Visit } from '../kit/http/visit.ts';
import { ASKED_SECONDS, KNOWN_SECONDS, sessionLimits, type Device } from './limits.ts';
import { isSecret, newSecret } from './secrets.ts';
import type { Who } from './who.ts';

/** The session's token. */
export const SESSION_COOKIE = 'session';
/** The secret of a browser that asked for a link. */
const ASKED_COOKIE = 'asked';
/** The mark of a browser that has signed in with an address. */
const KNOWN_COOKIE = 'known';

type Cookies = Pick<Visit<Who>, 'cookie' | 'setCookie' | 'clearCookie'>;

/** Gives the browser its session. */
export function keepSession(visit: Cookies, token: string, device: Device): void {
  const { survivesClosing, lifeSeconds } = sessionLimits[device];
  visit.setCookie(SESSION_COOKIE, token, survivesClosing ? { maxAgeSeconds: lifeSeconds } : {});
}

/** Takes the session from the browser. */
export function dropSession(visit: Cookies): void {
  visit.clearCookie(SESSION_COOKIE);
}

/** The secret of the browser that asks, made at its first request. Asking again keeps it, so that every link it asked for works. */
export function askingBrowser(visit: Cookies): string {
  const sent = visit.cookie(ASKED_COOKIE);
  const secret = isSecret(sent) ? sent : newSecret();
  visit.setCookie(ASKED_COOKIE, secret, { maxAgeSeconds: ASKED_SECONDS });
  return secret;
}

/** The secret of the browser, if it asked for a link lately. */
export function askedBrowser(visit: Cookies): string | undefined {
  const sent = visit.cookie(ASKED_COOKIE);
  return isSecret(sent) ? sent : undefined;
}

/** Forgets that the browser asked: it has what it asked for. */
export function forgetAsking(visit: Cookies): void {
  visit.clearCookie(ASKED_COOKIE);
}

/** The mark of a browser that signed in before, if it carries one. */
export function knownMark(visit: Cookies): string | undefined {
  return visit.cookie(KNOWN_COOKIE);
}

/** Marks the browser as one that has signed in; on a shared device only until it is closed. */
export function markAsKnown(visit: Cookies, mark: string, device: Device): void {
  visit.setCookie(KNOWN_COOKIE, mark, device === 'shared' ? {} : { maxAgeSeconds: KNOWN_SECONDS });
}
