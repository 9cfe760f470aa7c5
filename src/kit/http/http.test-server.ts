// A small server for the tests of this folder: three people, one of each kind of route, and its log kept.
import type { FastifyInstance } from 'fastify';
import { h } from 'preact';
import { createLog } from '../log.ts';
import { mount, type Entrance } from './mount.ts';
import { createServer, type ServerOptions } from './server.ts';
import type { Route } from './visit.ts';

export type TestWho = 'nobody' | 'parent' | 'adviser';

export interface TestServer {
  readonly server: FastifyInstance;
  readonly log: string[];
  readonly defects: unknown[];
}

/** The secret word: whatever happens, it must not be in a log line. */
export const CANARY = 'Zephyrine-Okonkwo';

const TIME = '2026-11-02T09:00:00Z';

const standardRoutes: readonly Route<TestWho>[] = [
  {
    method: 'GET',
    path: '/',
    access: 'everybody',
    cacheSeconds: 60,
    handle: (visit) => visit.html(h('p', null, 'Hello')),
  },
  {
    method: 'GET',
    path: '/form',
    access: 'everybody',
    cacheSeconds: 60,
    handle: (visit) => visit.html(h('p', null, visit.csrf)),
  },
  { method: 'POST', path: '/form', access: 'everybody', handle: (visit) => visit.json(visit.form) },
  {
    method: 'GET',
    path: '/cases/:ref',
    access: 'signed-in',
    cacheSeconds: 60,
    handle: (visit) => visit.html(h('p', null, visit.params.ref)),
  },
  {
    method: 'POST',
    path: '/cases/:ref',
    access: 'signed-in',
    handle: (visit) => visit.redirect(`/cases/${visit.params.ref}`),
  },
  { method: 'GET', path: '/desk', access: 'staff', handle: (visit) => visit.html(h('p', null, 'Desk')) },
  { method: 'POST', path: '/desk', access: 'staff', handle: (visit) => visit.html(h('p', null, 'Done')) },
  {
    method: 'GET',
    path: '/paper',
    access: 'everybody',
    handle: (visit) =>
      visit.file(new Uint8Array([1, 2, 3]), { name: 'Siân’s "letter"\r\n.pdf', type: 'application/pdf' }),
  },
  {
    method: 'POST',
    path: '/papers',
    access: 'everybody',
    upload: { maxFiles: 2, maxFileBytes: 1000 },
    handle: (visit) =>
      visit.json({
        form: visit.form,
        files: visit.files.map(({ field, name, bytes }) => ({ field, name, size: bytes.length })),
      }),
  },
  {
    method: 'POST',
    path: '/papers/each',
    access: 'everybody',
    upload: { maxFiles: 2, maxFileBytes: 1000, eachOnItsOwn: true },
    handle: (visit) => visit.json(visit.files.map(({ name, bytes, dropped }) => [name, bytes.length, dropped ?? ''])),
  },
  {
    method: 'GET',
    path: '/limited',
    access: 'everybody',
    rateLimit: { max: 2, windowSeconds: 60 },
    handle: (visit) => visit.html(h('p', null, 'ok')),
  },
  {
    method: 'GET',
    path: '/broken',
    access: 'everybody',
    handle: () => {
      throw Object.assign(new Error(`duplicate key (name)=(${CANARY})`), {
        code: '23505',
        detail: CANARY,
        constraint: 'people_name_key',
      });
    },
  },
];

/** Makes the server. The person is named by the `session` cookie. */
export async function testServer(
  options: Partial<ServerOptions> = {},
  routes: readonly Route<TestWho>[] = standardRoutes,
  entrance: Partial<Entrance<TestWho>> = {},
): Promise<TestServer> {
  const log: string[] = [];
  const defects: unknown[] = [];
  const server = await createServer({
    publicUrl: new URL('https://ground.example'),
    trustProxy: [],
    time: () => TIME,
    log: createLog({ shape: 'json', time: () => TIME, write: (line) => log.push(line) }),
    problemPage: ({ code, requestId }) => h('main', null, requestId === undefined ? code : `${code} ${requestId}`),
    onDefect: (error) => defects.push(error),
    ...options,
  });
  mount<TestWho>(server, routes, {
    tokenKeys: [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)],
    whoIs: async (request) => {
      const session = request.cookies['__Host-session']?.split('.')[0];
      return session === 'parent' || session === 'adviser' ? session : 'nobody';
    },
    sessionOf: (who) => (who === 'nobody' ? null : { account: `account-of-${who}`, session: `session-of-${who}` }),
    mayEnter: (access, who) => {
      if (access === 'everybody') return 'yes';
      if (who === 'nobody') return 'sign-in';
      return access === 'signed-in' || who === 'adviser' ? 'yes' : 'not-found';
    },
    signIn: (visit) => visit.redirect('/sign-in'),
    onExpired: (visit) => visit.json({ expired: true, form: visit.form, files: visit.files.length }, 403),
    ...entrance,
  });
  return { server, log, defects };
}

/** The host header every browser would send. */
export const HOST = { host: 'ground.example' };
/** The content type of a plain form. */
export const FORM = { ...HOST, 'content-type': 'application/x-www-form-urlencoded' };
/** The cookie header of a signed-in person. */
export const as = (who: Exclude<TestWho, 'nobody'>) => `__Host-session=${who}`;

/** Opens the form page and gives its token and the cookies to send back with it. */
export async function openForm(server: FastifyInstance, cookie = ''): Promise<{ token: string; cookie: string }> {
  const page = await server.inject({ url: '/form', headers: { ...HOST, cookie } });
  const token = /<p>(.+)<\/p>/.exec(page.body)?.[1] ?? '';
  return {
    token,
    cookie: [cookie, ...page.cookies.map(({ name, value }) => `${name}=${value}`)].filter(Boolean).join('; '),
  };
}
