// Cookies of this site: one way to name, set, read and clear them, so that no attribute is ever forgotten.
import type { FastifyReply, FastifyRequest } from 'fastify';

export interface CookieOptions {
  /** How long the browser keeps it; until it closes when left out. */
  readonly maxAgeSeconds?: number;
  /** `lax` (default) also travels with links from elsewhere, which a link in a letter is. */
  readonly sameSite?: 'lax' | 'strict';
}

/** The name on the wire: `__Host-` binds a cookie to this host and to https. Plain http exists only in the trial, on loopback. */
function nameOf(secure: boolean, name: string): string {
  return secure ? `__Host-${name}` : name;
}

/** Reads a cookie of ours by its short name, as `setCookie` was given it. */
export function readCookie(request: FastifyRequest, name: string): string | undefined {
  return request.cookies[nameOf(request.server.site.secure, name)];
}

/** Sets a cookie for the whole host, never readable by script, secure wherever the site is https. */
export function setCookie(
  reply: FastifyReply,
  name: string,
  value: string,
  { maxAgeSeconds, sameSite = 'lax' }: CookieOptions = {},
): void {
  const { secure } = reply.server.site;
  reply.setCookie(nameOf(secure, name), value, { path: '/', httpOnly: true, secure, sameSite, maxAge: maxAgeSeconds });
}

/** Removes a cookie of ours. */
export function clearCookie(reply: FastifyReply, name: string): void {
  const { secure } = reply.server.site;
  reply.clearCookie(nameOf(secure, name), { path: '/', httpOnly: true, secure, sameSite: 'lax' });
}
