// What stands at the entrance of every page: who asks, whether they may come in, and what happens to answers that came too late.
//
// Answers that came too late go back into the page the person is looking at, as hidden fields that they can send again once they
// have signed in in another tab. Nothing is stored, so nothing has to be encrypted, expire or be erased, and nobody who opens
// the browser later finds it anywhere else. The page carries a mark of whose session it was: answers are never given to the
// next person at the same computer.
import type { FastifyRequest } from 'fastify';
import { frameOf } from '../frame.ts';
import { readCookie } from '../kit/http/cookies.ts';
import { firstOf } from '../kit/http/fields.ts';
import { isLocalPath } from '../kit/http/local-path.ts';
import type { Entrance } from '../kit/http/mount.ts';
import { describeError } from '../kit/log.ts';
import type { ActVisit, Visit } from '../kit/http/visit.ts';
import { mayEnter } from './access.ts';
import { SESSION_COOKIE } from './cookies.ts';
import { SEEN_EVERY_SECONDS } from './limits.ts';
import { TooLatePage, type TooLate } from './pages/too-late.tsx';
import { signInPaths, withTarget } from './paths.ts';
import { isSameSecret, isSecret, keyedHash } from './secrets.ts';
import { findSession, noteSeen, type FoundSession } from './session.ts';
import type { Visitor, Who } from './who.ts';
import type { SignInProgram } from './program.ts';

export interface SignInEntrance extends Entrance<Who> {
  /** Waits for what is still being written beside requests; call it before the database closes. */
  settle(): Promise<void>;
}

/** Makes the entrance of the program's pages. `keys` are those of form tokens and marks, the newest first. */
export function makeEntrance(program: SignInProgram, keys: SignInEntrance['tokenKeys']): SignInEntrance {
  const found = new WeakMap<FastifyRequest, FoundSession>();
  const writing = new Set<Promise<void>>();
  const visitor = (): Visitor => ({ kind: 'visitor', serviceId: program.service().id });

  function noteSeenLater(token: string): void {
    const write: Promise<void> = noteSeen(program, visitor(), token)
      .catch((error: unknown) => program.log.error('session-not-noted', describeError(error)))
      .finally(() => writing.delete(write));
    writing.add(write);
  }

  return {
    tokenKeys: keys,
    async whoIs(request) {
      const token = readCookie(request, SESSION_COOKIE);
      if (!isSecret(token)) return visitor();
      const session = await findSession(program, visitor(), token);
      if (!session) return visitor();
      found.set(request, session);
      if (!session.who) return visitor();
      if (session.lastSeenAt.until(program.clock.now()).total('seconds') >= SEEN_EVERY_SECONDS) noteSeenLater(token);
      return session.who;
    },
    sessionOf: (who) => ('accountId' in who ? { account: who.accountId, session: who.sessionId } : null),
    mayEnter,
    signIn(visit) {
      const here = isLocalPath(visit.request.url) ? visit.request.url : '';
      if (visit.who.kind === 'staff') return visit.redirect(withTarget(signInPaths.stepUp, here));
      return visit.redirect(withTarget(signInPaths.signIn, here));
    },
    onExpired(visit) {
      const session = found.get(visit.request);
      const mark = session ? keyedHash(keys[0], 'typed-by', session.accountId) : '';
      const typedBy = firstOf(visit.form, TYPED_BY_FIELD) ?? '';
      const why = whyTooLate(visit, session);
      const isSomebodyElse = typedBy !== '' && 'accountId' in visit.who && !isSameSecret(typedBy, mark);
      return visit.html(
        TooLatePage({
          frame: frameOf(program, visit),
          why: isSomebodyElse ? 'somebody-else' : why,
          action: visit.request.url,
          answers: isSomebodyElse ? {} : keptAnswers(visit),
          typedBy: typedBy || mark,
          hadFiles: visit.request.isMultipart(),
        }),
        403,
      );
    },
    async settle() {
      await Promise.all(writing);
    },
  };
}

/** The hidden field with the mark of whose session the answers were typed in. */
export const TYPED_BY_FIELD = '_typed_by';
/** Never carried along: the old token, the mark itself (it is written anew), and secrets that were typed. */
const NOT_KEPT = new Set(['_csrf', TYPED_BY_FIELD, 'code', 'response']);

function keptAnswers({ form }: ActVisit<Who>): Record<string, string | readonly string[]> {
  return Object.fromEntries(
    Object.entries(form).flatMap(([name, typed]) =>
      typed === undefined || NOT_KEPT.has(name) ? [] : [[name, typed] as const],
    ),
  );
}

function whyTooLate(visit: Visit<Who>, session: FoundSession | undefined): TooLate {
  const verdict = mayEnter(visit.request.routeOptions.config.access ?? '', visit.who);
  if (verdict === 'yes') return 'send-again';
  if (visit.who.kind === 'staff') return 'step-up';
  return session?.over === 'idle' ? 'idle' : 'signed-out';
}
