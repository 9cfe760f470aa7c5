// Makes the web server every page stands on: headers, limits, assets, one error handler and one log line a request.
import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { ASSETS_PATH } from '../html/assets.ts';
import { describeError, type Log } from '../log.ts';
import { html, json, text } from './answer.ts';
import { serveAssets } from './assets.ts';
import { decodeForm, decodeQuery } from './fields.ts';
import { securityHeaders, tightenHeaders } from './headers.ts';
import { dailyNetworkHash } from './network.ts';
import { NotFound, problemOf, problemWords, type Problem, type RequestProblem } from './problems.ts';
import { siteAt, type Site } from './site.ts';

declare module 'fastify' {
  interface FastifyInstance {
    readonly site: Site;
    readonly routeRows: RouteRow[];
  }
  interface FastifyRequest {
    /** The signed-in account's id, for the log line. */
    account: string | null;
  }
  interface FastifyContextConfig {
    /** The name of the access rule the route was mounted under. */
    access?: string;
  }
}

export interface ServerOptions {
  /** Where people reach us; `null` is the trial, which answers on this machine only. */
  readonly publicUrl: URL | null;
  /** Addresses (or ranges) of proxies whose `X-Forwarded-For` is believed. */
  readonly trustProxy: readonly string[];
  readonly log: Log;
  /** Gives the time as an ISO 8601 instant (only its day is used: the salt of network hashes). */
  readonly time: () => string;
  /** The folder served under `/assets/`; none when left out. */
  readonly assetsFolder?: string;
  /** What an error of the program's own rules means to whoever asked; null for one that is a defect. */
  expected?(error: unknown): RequestProblem | null;
  /** The page for a bad end. Of the address it knows nothing: whoever asks gets the same bytes for what is not there and what is not theirs. */
  problemPage(problem: Problem, request: FastifyRequest): VNode | Promise<VNode>;
  /** Shown the error behind a 500 besides the log, message and all: for tests and development only. */
  onDefect?(error: unknown): void;
}

/** One row a route, for the test that compares them with the access table. */
export interface RouteRow {
  readonly method: string;
  readonly path: string;
  /** The name of the access rule; `none` for a route nobody declared, which the access test refuses. */
  readonly access: string;
}

/**
 * The longest form: typed words, not files. Room for a whole report pasted into one field, in any alphabet, so that it is refused at that
 * field, with everything else kept, and never by a page on which all the answers are gone.
 */
export const LONGEST_FORM_BYTES = 2 * 1024 * 1024;
/** The longest question of another program: a list of dates to work out. */
export const LONGEST_JSON_BYTES = 256 * 1024;
const ANSWER_WITHIN = 30_000;
/** A 25 MB scan over a slow telephone line; the header time limit stops connections that only dawdle. */
const REQUEST_WITHIN = 300_000;
const HEADERS_WITHIN = 15_000;
/** Longer than the idle limit of the usual proxies (60 s), so that it is never us who closes a connection in use. */
const KEEP_ALIVE = 65_000;

/** Makes a server without routes. `mount` and `mountOpenApi` add them; `startListening` opens the port. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { log } = options;
  const site = siteAt(options.publicUrl);
  const networkHash = dailyNetworkHash(options.time);
  const server = fastify({
    logger: false,
    trustProxy: options.trustProxy.length > 0 ? [...options.trustProxy] : false,
    genReqId: newRequestId,
    requestIdHeader: false,
    bodyLimit: LONGEST_FORM_BYTES,
    handlerTimeout: ANSWER_WITHIN,
    requestTimeout: REQUEST_WITHIN,
    keepAliveTimeout: KEEP_ALIVE,
    http: { headersTimeout: HEADERS_WITHIN },
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    exposeHeadRoutes: true,
    clientErrorHandler: refuseConnection,
    routerOptions: {
      ignoreTrailingSlash: true,
      maxParamLength: 20_000,
      querystringParser: (query) => decodeQuery(query),
    },
    rewriteUrl: (request) => decodablePath(request.url ?? '/'),
  });

  server.decorate('site', site);
  server.decorate('routeRows', []);
  server.decorateRequest('account', null);
  server.addHook('onRoute', ({ method, url, config }) => {
    const access = config?.access ?? (url.startsWith(ASSETS_PATH) ? 'assets' : 'none');
    for (const verb of [method].flat()) if (verb !== 'HEAD') server.routeRows.push({ method: verb, path: url, access });
  });
  server.addHook('onResponse', async (request, reply) => {
    const status = reply.statusCode;
    log.info('request', {
      method: request.method,
      route: request.is404 ? 'none' : request.routeOptions.url,
      status,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      request: request.id,
      account: request.account ?? undefined,
      network: status >= 400 ? networkHash(request) : undefined,
    });
  });

  await server.register(helmet, securityHeaders(site.secure));
  server.addHook('onRequest', tightenHeaders);
  await server.register(cookie);
  server.removeAllContentTypeParsers();
  await server.register(formbody, { parser: (text) => decodeForm(text) });
  await server.register(multipart, { throwFileSizeLimit: false }); // A file too long is found where it is read.
  await server.register(rateLimit, { global: false, cache: 50_000 });

  /** A page for a bad end that ends badly itself must not say how. */
  const problemPageOr = async (problem: Problem, request: FastifyRequest) => {
    try {
      return html(await options.problemPage(problem, request));
    } catch (error) {
      log.error('problem-page-broken', describeError(error));
      return text(`Sorry, something went wrong. ${problem.requestId ?? ''}`);
    }
  };
  const answerProblem = async (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const problem = problemOf(options.expected?.(error) ?? error, request.id);
    if (problem.status >= 500) {
      log.error('request-broken', { request: request.id, route: request.routeOptions.url, ...describeError(error) });
      options.onDefect?.(error);
    }
    const { headers, body } = wantsJson(request)
      ? json({ error: { ...problem, message: problemWords[problem.code] } })
      : await problemPageOr(problem, request);
    reply.code(problem.status).headers({ ...headers, 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
    if (isForPrograms(request)) reply.headers(READABLE_ANYWHERE);
    if (problem.retryAfterSeconds !== undefined) reply.header('retry-after', String(problem.retryAfterSeconds));
    return reply.send(body);
  };
  server.setErrorHandler(answerProblem);
  server.setNotFoundHandler((request, reply) => answerProblem(new NotFound(), request, reply));
  if (options.assetsFolder !== undefined) await serveAssets(server, options.assetsFolder);
  return server;
}

/** Lists every route of the server with the name of its access rule. */
export function routesOf(server: FastifyInstance): readonly RouteRow[] {
  return server.routeRows;
}

/** Twelve hexadecimal digits in fours: unique enough to find one line, short enough to read out. */
function newRequestId(): string {
  const digits = randomUUID().replaceAll('-', '');
  return `${digits.slice(0, 4)}-${digits.slice(4, 8)}-${digits.slice(20, 24)}`;
}

/** An address that cannot be decoded, or holds U+0000, is an address we do not have: it goes where no route is. */
function decodablePath(url: string): string {
  try {
    if (!decodeURIComponent(url.split('?', 1)[0] ?? '').includes('\0')) return url;
  } catch {
    // Falls through to the same answer.
  }
  return '/-';
}

function wantsJson(request: FastifyRequest): boolean {
  const { accept = '' } = request.headers;
  return isForPrograms(request) || (accept.includes('application/json') && !accept.includes('text/html'));
}

/** The access name of routes for other programs: no cookies, no session, readable from any site. */
export const OPEN_API = 'open-api';

/** Anybody's page may read such an answer, because nothing in it depends on who asks. */
export const READABLE_ANYWHERE = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };

/** Where those routes live. A program that asks for what is not there is told so as JSON, not with a page for people. */
const API_PATH = '/api/';

function isForPrograms(request: FastifyRequest): boolean {
  return request.routeOptions.config.access === OPEN_API || (request.is404 && request.url.startsWith(API_PATH));
}

/** Answers what is not HTTP at all. There is no request yet, so no page either. */
function refuseConnection(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const status =
    { ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout', HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large' }[
      error.code ?? ''
    ] ?? '400 Bad Request';
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}
