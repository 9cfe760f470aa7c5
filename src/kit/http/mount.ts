// Puts routes on a server behind the checks that none of them may forget, in the order in which they must happen.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { file, html, json, redirect, type Answer } from './answer.ts';
import { clearCookie, readCookie, setCookie } from './cookies.ts';
import { firstOf, type Fields } from './fields.ts';
import { checkBodyHeaders, readFormBody, type FormBody } from './form-body.ts';
import {
  ANONYMOUS_COOKIE,
  isAnonymousSession,
  isTokenOf,
  newAnonymousSession,
  tokenFor,
  TOKEN_FIELD,
} from './form-token.ts';
import { limiterOf } from './limits.ts';
import { packed } from './pack.ts';
import { NotFound, problemOf, RequestProblem } from './problems.ts';
import { LONGEST_FORM_BYTES } from './server.ts';
import { isCrossSite } from './site.ts';
import type { ActRoute, ActVisit, Route, Visit } from './visit.ts';

/** `sign-in`: not before signing in (again). `not-found`: not this person, who is not told that it exists. */
export type Verdict = 'yes' | 'sign-in' | 'not-found';

export interface SignedIn {
  /** The account's id, for the log line. */
  readonly account: string;
  /** The session's id, to which form tokens are bound. */
  readonly session: string;
}

export interface Entrance<Who> {
  /** Keys of form tokens, 32 bytes each; the first makes them, all of them are believed. */
  readonly tokenKeys: readonly [Uint8Array, ...Uint8Array[]];
  /** Finds out who asks, once a request, before the body is read. */
  whoIs(request: FastifyRequest): Promise<Who>;
  /** Tells the session of a person who is signed in. */
  sessionOf(who: Who): SignedIn | null;
  mayEnter(access: string, who: Who): Verdict | Promise<Verdict>;
  /** Answers a GET that needs signing in first. */
  signIn(visit: Visit<Who>): Answer | Promise<Answer>;
  /** Answers a form whose session ended, or whose token is another session's: nothing was done, and `form` still holds what the person typed. */
  onExpired(visit: ActVisit<Who>): Answer | Promise<Answer>;
}

const FILES_WITHIN = 300_000;

/**
 * Mounts routes. Each request passes, in this order: our own host name, the rate limit, who it is, the access rule,
 * the origin (forms), and only then is a body read; then the form token; then the handler.
 */
export function mount<Who>(server: FastifyInstance, routes: readonly Route<Who>[], entrance: Entrance<Who>): void {
  const limit = limiterOf(server);
  const entered = new WeakMap<
    FastifyRequest,
    {
      readonly who: Who;
      readonly verdict: Verdict;
      readonly signedIn: SignedIn | null;
      readonly tooLarge: unknown;
    }
  >();

  for (const route of routes) {
    server.route({
      method: route.method,
      url: route.path,
      config: { access: route.access },
      ...(route.method === 'POST' && route.upload ? { handlerTimeout: FILES_WITHIN } : {}),
      onRequest: async (request) => {
        if (!server.site.isOurHost(request.headers.host ?? '')) throw new RequestProblem('wrong-host');
        if (route.rateLimit) await limit(route.rateLimit, request);
        const who = await entrance.whoIs(request);
        const signedIn = entrance.sessionOf(who);
        request.account = signedIn?.account ?? null;
        const verdict = await entrance.mayEnter(route.access, who);
        if (verdict === 'not-found') throw new NotFound();
        let tooLarge: unknown = null;
        if (route.method === 'POST') {
          if (isCrossSite(request, server.site)) throw new RequestProblem('cross-site');
          try {
            checkBodyHeaders(request, route.upload, LONGEST_FORM_BYTES);
          } catch (error) {
            if (!hasAnswerFor(error, route, verdict)) throw error;
            tooLarge = error;
          }
        }
        entered.set(request, { who, verdict, signedIn, tooLarge });
      },
      handler: async (request, reply) => {
        const entry = entered.get(request);
        if (entry === undefined) throw new Error('A handler ran before its checks');
        const { who, verdict, signedIn, tooLarge } = entry;
        const { visit, session, isPersonal } = visitOf(request, reply, who, signedIn, entrance.tokenKeys[0]);
        if (route.method === 'GET') {
          const answer = await (verdict === 'yes' ? route.handle(visit) : entrance.signIn(visit));
          return send(reply, isPersonal() ? answer : packed(answer, request.headers['accept-encoding']), {
            signedIn: signedIn !== null,
            cacheSeconds: verdict === 'yes' && !isPersonal() ? route.cacheSeconds : undefined,
          });
        }
        const isRightToken = (token: string | undefined) => isTokenOf(entrance.tokenKeys, session(), token);
        let body: FormBody;
        try {
          if (tooLarge !== null) throw tooLarge;
          body = await readFormBody(
            request,
            route.upload,
            LONGEST_FORM_BYTES,
            (token) => verdict === 'yes' && isRightToken(token),
          );
        } catch (error) {
          if (!hasAnswerFor(error, route, verdict)) throw error;
          return send(reply, await route.onTooLarge(visit), { signedIn: signedIn !== null });
        }
        const act: ActVisit<Who> = Object.assign(Object.create(visit) as Visit<Who>, body);
        const mayAct = verdict === 'yes' && isRightToken(firstOf(body.form, TOKEN_FIELD));
        return send(reply, await (mayAct ? route.handle(act) : entrance.onExpired(act)), {
          signedIn: signedIn !== null,
        });
      },
    });
  }
}

/** Whether the route itself answers what was too large, rather than the general page. */
function hasAnswerFor<Who>(
  error: unknown,
  route: ActRoute<Who>,
  verdict: Verdict,
): route is ActRoute<Who> & Required<Pick<ActRoute<Who>, 'onTooLarge'>> {
  return verdict === 'yes' && route.onTooLarge !== undefined && problemOf(error, '').code === 'too-large';
}

/** Makes the visit. `session` names what tokens are bound to, starting an anonymous session if need be; `isPersonal` tells whether that, or any cookie, was touched. */
function visitOf<Who>(
  request: FastifyRequest,
  reply: FastifyReply,
  who: Who,
  signedIn: SignedIn | null,
  tokenKey: Uint8Array,
) {
  let personal = signedIn !== null;
  let anonymous: string | undefined;
  const session = () => {
    personal = true;
    if (signedIn !== null) return signedIn.session;
    if (anonymous === undefined) {
      const sent = readCookie(request, ANONYMOUS_COOKIE);
      anonymous = isAnonymousSession(sent) ? sent : newAnonymousSession();
      if (anonymous !== sent) setCookie(reply, ANONYMOUS_COOKIE, anonymous);
    }
    return `anonymous:${anonymous}`;
  };
  const visit: Visit<Who> = {
    request,
    requestId: request.id,
    who,
    get csrf() {
      return tokenFor(tokenKey, session());
    },
    params: request.params as Record<string, string>,
    query: request.query as Fields,
    cookie: (name) => {
      personal = true;
      return readCookie(request, name);
    },
    setCookie: (name, value, options) => {
      personal = true;
      setCookie(reply, name, value, options);
    },
    clearCookie: (name) => {
      personal = true;
      clearCookie(reply, name);
    },
    html,
    redirect,
    file,
    json,
  };
  return { visit, session, isPersonal: () => personal };
}

function send(
  reply: FastifyReply,
  answer: Answer,
  { signedIn, cacheSeconds }: { signedIn: boolean; cacheSeconds?: number | undefined },
): FastifyReply {
  const mayCache = cacheSeconds !== undefined && answer.status === 200;
  reply
    .code(answer.status)
    .headers(answer.headers)
    .header('cache-control', mayCache ? `public, max-age=${cacheSeconds}` : 'no-store');
  if (mayCache) reply.header('vary', ['cookie', answer.headers['vary']].filter(Boolean).join(', '));
  if (signedIn) reply.header('x-robots-tag', 'noindex, nofollow');
  return reply.send(
    answer.body instanceof Uint8Array
      ? Buffer.from(answer.body.buffer, answer.body.byteOffset, answer.body.byteLength)
      : (answer.body ?? ''),
  );
}
