// The draft that a browser holds: its secret in a cookie, kept for a while after each page and forgotten when somebody says so.
import { createHash } from 'node:crypto';
import type { Visit } from '../../kit/http/visit.ts';
import type { Visitor, Who } from '../../sign-in/who.ts';
import type { AskingProgram } from '../commands.ts';
import { findDraft, type Draft } from '../draft-store.ts';
import { BROWSER_SECONDS } from '../rules.ts';

const COOKIE = 'asking';

/** Whoever is at the front door acts as nobody, signed in or not: a member of staff who tries the form opens no case as staff. */
export function visitorOf(program: AskingProgram): Visitor {
  return { kind: 'visitor', serviceId: program.service().id };
}

/** Gives the secret this browser holds; null without one, or with one that cannot be ours. */
export function secretOf(visit: Visit<Who>): string | null {
  const held = visit.cookie(COOKIE);
  return held !== undefined && /^[\w-]{43}$/.test(held) ? held : null;
}

/**
 * Makes the secret of a new draft from this browser's own token and the act that begins it, so that a second press, which is
 * answered on its own, gives the browser the same one.
 */
export function secretFor(visit: Visit<Who>, actId: string): string {
  return createHash('sha256').update(`a draft of the front door\0${visit.csrf}\0${actId}`).digest('base64url');
}

/** Has the browser keep the draft for another while. */
export function keepHeld(visit: Visit<Who>, secret: string): void {
  visit.setCookie(COOKIE, secret, { maxAgeSeconds: BROWSER_SECONDS });
}

/** Has the browser forget. */
export function forgetHeld(visit: Visit<Who>): void {
  visit.clearCookie(COOKIE);
}

/** Finds the draft this browser holds, and keeps it open; null when there is none. */
export async function heldDraft(
  program: AskingProgram,
  visit: Visit<Who>,
): Promise<{ readonly secret: string; readonly draft: Draft } | null> {
  const secret = secretOf(visit);
  if (secret === null) return null;
  const draft = await findDraft(program, program.service().id, secret);
  if (!draft) return null;
  keepHeld(visit, secret);
  return { secret, draft };
}
