// Proves that a form we are given is one we gave out, to the same session (against cross-site request forgery).
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** The hidden field each of our forms carries. */
export const TOKEN_FIELD = '_csrf';
/** The cookie that stands for a session before there is one. */
export const ANONYMOUS_COOKIE = 'visit';

/** The tokens made lately under each key: every page of a session needs the same one, and an HMAC takes a tenth of a millisecond. */
const made = new WeakMap<Uint8Array, Map<string, string>>();
const MOST_KEPT = 1000;

/** Makes the token of a session. Stable for the session's life, so that ten open tabs all work. */
export function tokenFor(key: Uint8Array, session: string): string {
  let tokens = made.get(key);
  if (tokens === undefined || tokens.size >= MOST_KEPT) made.set(key, (tokens = new Map()));
  let token = tokens.get(session);
  if (token === undefined) {
    token = createHmac('sha256', key).update('form-token\0').update(session).digest('base64url');
    tokens.set(session, token);
  }
  return token;
}

/** Tells whether a token is that session's under any of the keys (the newest first), in constant time. */
export function isTokenOf(keys: readonly Uint8Array[], session: string, token: string | undefined): boolean {
  if (token === undefined) return false;
  const given = Buffer.from(token);
  return keys.some((key) => {
    const right = Buffer.from(tokenFor(key, session));
    return given.length === right.length && timingSafeEqual(given, right);
  });
}

/** Makes a value for the anonymous cookie. */
export function newAnonymousSession(): string {
  return randomBytes(16).toString('base64url');
}

/** Tells whether a cookie's value can be one of ours; a tampered one is replaced, not used. */
export function isAnonymousSession(value: string | undefined): value is string {
  return value !== undefined && /^[\w-]{22}$/.test(value);
}
