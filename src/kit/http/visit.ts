// What a page handler is given: the person, what they sent, and the ways to answer. Nothing of our own is known here.
import type { FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import type { Answer, FileToSend } from './answer.ts';
import type { CookieOptions } from './cookies.ts';
import type { Fields } from './fields.ts';
import type { RateLimit } from './limits.ts';

type MaybePromise<T> = T | Promise<T>;

/** One request to a page, after the host, the limit, the person and the access rule were checked. */
export interface Visit<Who> {
  readonly request: FastifyRequest;
  /** The id under which the log knows this request. */
  readonly requestId: string;
  readonly who: Who;
  /** The token every form of this page must carry in `_csrf`. Reading it may set the anonymous cookie, and makes the page uncacheable. */
  readonly csrf: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Fields;
  cookie(name: string): string | undefined;
  setCookie(name: string, value: string, options?: CookieOptions): void;
  clearCookie(name: string): void;
  html(node: VNode, status?: number): Answer;
  /** 303 to a path on this site; throws for anything else. */
  redirect(path: string): Answer;
  file(bytes: Uint8Array, file: FileToSend): Answer;
  json(value: unknown, status?: number): Answer;
}

/** A request that does something: a form, its token checked. */
export interface ActVisit<Who> extends Visit<Who> {
  readonly form: Fields;
  /** The files sent with it; always empty unless the route declares `upload`. */
  readonly files: readonly SentFile[];
}

/** A file as the browser described it. Name and type are claims: look at the bytes before believing either. */
export interface SentFile {
  readonly field: string;
  readonly name: string;
  readonly claimedType: string;
  readonly bytes: Uint8Array;
  /** Why its bytes were let go, on a route that judges each file on its own. */
  readonly dropped?: 'too-large' | 'too-many';
}

export interface UploadLimits {
  readonly maxFiles: number;
  readonly maxFileBytes: number;
  /** A file too large, or one too many, comes without its bytes and says so, beside those that are kept; without this it ends the whole form. */
  readonly eachOnItsOwn?: boolean;
}

interface RouteBase {
  /** A pattern such as `/desk/cases/:ref`; it is what the log shows. */
  readonly path: string;
  /** The name of an access rule. */
  readonly access: string;
  /** Shared by every route that names the same object. */
  readonly rateLimit?: RateLimit;
}

/** A page that is read. It changes nothing: mail scanners, prefetchers and HEAD ask for it too. */
export interface ReadRoute<Who> extends RouteBase {
  readonly method: 'GET';
  /** How long anybody may keep the page, when nobody is signed in and it carries no token. */
  readonly cacheSeconds?: number;
  handle(visit: Visit<Who>): MaybePromise<Answer>;
}

/** A form that is sent. */
export interface ActRoute<Who> extends RouteBase {
  readonly method: 'POST';
  readonly upload?: UploadLimits;
  /** Answers somebody who may enter and sent more than `upload` allows; nothing of it was kept. Without it they get the page for 413. */
  onTooLarge?(visit: Visit<Who>): MaybePromise<Answer>;
  handle(visit: ActVisit<Who>): MaybePromise<Answer>;
}

export type Route<Who> = ReadRoute<Who> | ActRoute<Who>;
