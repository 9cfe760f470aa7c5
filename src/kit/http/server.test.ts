// What every answer has in common: headers, pages for bad ends, assets, limits, and logs that know nobody.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { json } from './answer.ts';
import { as, CANARY, FORM, HOST, openForm, testServer } from './http.test-server.ts';
import { PortTaken, startListening } from './listen.ts';
import { mountOpenApi } from './open-api.ts';
import { NotFound, RequestProblem } from './problems.ts';
import { routesOf } from './server.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'assets-'));
const outside = path.join(path.dirname(folder), `${path.basename(folder)}-secret.txt`);
afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(outside);
});
writeFileSync(path.join(folder, 'public.AB12CD34.css'), 'body{}');
writeFileSync(path.join(folder, 'public.AB12CD34.css.br'), 'brotli');
writeFileSync(path.join(folder, 'plain.css'), 'p{}');
writeFileSync(path.join(folder, '.hidden'), CANARY);
writeFileSync(outside, CANARY);
mkdirSync(path.join(folder, 'fonts'));

const { server, log, defects } = await testServer({ assetsFolder: folder });
const apiLimit = { max: 3, windowSeconds: 60 };
mountOpenApi(server, [
  {
    method: 'GET',
    path: '/api/verify/:number',
    handle: ({ params }) =>
      params.number === 'none' ? Promise.reject(new NotFound()) : json({ number: params.number }),
  },
  { method: 'POST', path: '/api/dates', handle: ({ body }) => json({ body }) },
  { method: 'GET', path: '/api/limited', rateLimit: apiLimit, handle: () => json({}) },
  { method: 'GET', path: '/api/limited-too', rateLimit: apiLimit, handle: () => json({}) },
]);

const get = (url: string, headers: Record<string, string> = {}) =>
  server.inject({ url, headers: { ...HOST, ...headers } });

test.each([
  { kind: 'page', url: '/', status: 200 },
  { kind: 'page, signed in', url: '/cases/A1', status: 200 },
  { kind: 'redirect', url: '/desk', status: 303, nobody: true },
  { kind: 'file', url: '/paper', status: 200 },
  { kind: 'asset', url: '/assets/plain.css', status: 200 },
  { kind: 'asset not there', url: '/assets/nothing.css', status: 404 },
  { kind: 'not found', url: '/nothing', status: 404 },
  { kind: 'undecodable address', url: '/%c0%af', status: 404 },
  { kind: 'a very long address', url: `/cases/${'a'.repeat(12_000)}`, status: 200 },
  { kind: 'broken', url: '/broken', status: 500 },
  { kind: 'open API', url: '/api/verify/1', status: 200 },
  { kind: 'wrong host', url: '/', status: 421, headers: { host: 'evil.example' } },
])('the headers of a $kind are tight', async ({ url, status, nobody, headers = {} }) => {
  const answer = await get(url, { ...(nobody ? {} : { cookie: as('adviser') }), ...headers });
  expect(answer.statusCode).toBe(status);
  expect(answer.headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': url.startsWith('/api') ? 'cross-origin' : 'same-origin',
    'strict-transport-security': 'max-age=63072000',
    'x-frame-options': 'DENY',
    'permissions-policy': expect.stringContaining('camera=()') as string,
    'cache-control': url.startsWith('/assets/plain') ? 'no-cache' : 'no-store',
  });
  expect(answer.headers).not.toHaveProperty('x-powered-by');
  expect(answer.headers).not.toHaveProperty('server');
  const policy = String(answer.headers['content-security-policy']);
  expect(policy).toMatch(/^default-src 'none';/);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe|\*|https?:|data:/);
});

test('a page may load, send and link only to itself', async () => {
  expect((await get('/')).headers['content-security-policy']).toBe(
    "default-src 'none';script-src 'self';style-src 'self';img-src 'self';font-src 'self';connect-src 'self';form-action 'self';manifest-src 'self';frame-ancestors 'none';base-uri 'none'",
  );
});

test('without https there is no HSTS, and cookies are not bound to https', async () => {
  const { server: trial } = await testServer({ publicUrl: null });
  const answer = await trial.inject({ url: '/form', headers: { host: 'localhost:3000' } });
  expect(answer.headers['strict-transport-security']).toBeUndefined();
  expect(answer.headers['set-cookie']).toMatch(/^visit=[\w-]{22}; Path=\/; HttpOnly; SameSite=Lax$/);
});

test.each([
  { host: 'localhost:3000', status: 200 },
  { host: '127.0.0.1:3000', status: 200 },
  { host: '[::1]:3000', status: 200 },
  { host: 'rebound.evil.example:3000', status: 421 },
  { host: 'localhost.evil.example', status: 421 },
])('a trial asked for as $host: $status', async ({ host, status }) => {
  const { server: trial } = await testServer({ publicUrl: null });
  expect((await trial.inject({ url: '/', headers: { host } })).statusCode).toBe(status);
});

test('a file is saved under its true name and runs nothing', async () => {
  const { headers, rawPayload } = await get('/paper');
  expect(headers['content-disposition']).toBe(
    `attachment; filename="Si_n_s _letter_ .pdf"; filename*=UTF-8''Si%C3%A2n%E2%80%99s%20%22letter%22%20.pdf`,
  );
  expect(headers['content-security-policy']).toContain('sandbox');
  expect([...rawPayload]).toEqual([1, 2, 3]);
});

test('a redirect elsewhere is a defect, not an open door', async () => {
  for (const target of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/a\r\nset-cookie: x=1',
    'javascript:alert(1)',
    '',
  ]) {
    const { server: other } = await testServer({}, [
      { method: 'GET', path: '/', access: 'everybody', handle: (visit) => visit.redirect(target) },
    ]);
    const answer = await other.inject({ url: '/', headers: HOST });
    expect([answer.statusCode, answer.headers.location, answer.headers['set-cookie']]).toEqual([
      500,
      undefined,
      undefined,
    ]);
  }
});

test('a 500 gives an id to read out, the same as in the log, and no word of the error', async () => {
  log.length = defects.length = 0;
  const answer = await get('/broken');
  const id = /broken ([\da-f-]{14})/.exec(answer.body)?.[1];
  expect(id).toBeDefined();
  const lines = log.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.find(({ event }) => event === 'request-broken')).toMatchObject({
    request: id,
    route: '/broken',
    error: 'Error',
    code: '23505',
    constraint: 'people_name_key',
    at: expect.stringContaining('http.test-server.ts') as string,
  });
  expect(answer.body + log.join('')).not.toContain(CANARY);
  expect(defects).toHaveLength(1);
});

test('an error page that breaks is not an endless loop, and still says nothing', async () => {
  const { server: other, log: lines } = await testServer({
    problemPage: () => {
      throw new Error(CANARY);
    },
  });
  const answer = await other.inject({ url: '/nothing', headers: HOST });
  expect([answer.statusCode, answer.body]).toEqual([404, 'Sorry, something went wrong. ']);
  expect(answer.body + lines.join('')).not.toContain(CANARY);
});

test('programs get their bad end as JSON', async () => {
  expect((await get('/nothing', { accept: 'application/json' })).json()).toEqual({
    error: { status: 404, code: 'not-found', message: 'There is nothing here.' },
  });
  expect((await get('/api/verify/none')).json()).toMatchObject({ error: { status: 404, code: 'not-found' } });
  expect((await get('/nothing', { accept: 'text/html,application/json' })).headers['content-type']).toContain(
    'text/html',
  );
});

test('nothing a person sends is in the log: not in the path, query, form, file, cookie or any header', async () => {
  const spied = await testServer({ assetsFolder: folder });
  const token = await openForm(spied.server);
  spied.log.length = 0;
  const secret = encodeURIComponent(CANARY);
  const everywhere = {
    ...HOST,
    cookie: `${token.cookie}; a=${CANARY}`,
    'user-agent': CANARY,
    referer: `https://ground.example/${CANARY}`,
    'x-forwarded-for': CANARY,
    accept: CANARY,
  };
  for (const url of [
    `/cases/${secret}?q=${secret}`,
    `/${secret}`,
    `/assets/${secret}.css`,
    `/%zz${secret}`,
    `/broken?${secret}`,
  ])
    await spied.server.inject({ url, headers: everywhere });
  for (const payload of [
    `_csrf=${token.token}&name=${secret}`,
    `name=${secret}`,
    `name=${secret}%zz`,
    `name=${secret}&${'x'.repeat(300_000)}`,
  ]) {
    await spied.server.inject({ method: 'POST', url: `/form?${secret}`, headers: { ...everywhere, ...FORM }, payload });
  }
  for (const type of ['multipart/form-data; boundary=x', `application/${CANARY}`, CANARY]) {
    await spied.server.inject({
      method: 'POST',
      url: '/papers',
      headers: { ...everywhere, 'content-type': type },
      payload: `--x\r\ncontent-disposition: form-data; name="${CANARY}"; filename="${CANARY}"\r\n\r\n${CANARY}\r\n--x--`,
    });
  }
  await spied.server.inject({ url: '/', headers: { ...everywhere, host: CANARY } });
  expect(spied.log.length).toBeGreaterThan(12);
  expect(spied.log.join('')).not.toMatch(new RegExp(CANARY, 'i'));
  expect(spied.log.join('')).not.toContain('127.0.0.1');
});

test.each([
  {
    url: '/assets/public.AB12CD34.css',
    encoding: 'br',
    status: 200,
    kept: 'public, max-age=31536000, immutable',
    body: 'brotli',
  },
  {
    url: '/assets/public.AB12CD34.css',
    encoding: '',
    status: 200,
    kept: 'public, max-age=31536000, immutable',
    body: 'body{}',
  },
  { url: '/assets/plain.css', encoding: 'br', status: 200, kept: 'no-cache', body: 'p{}' },
])('the asset $url for a browser that takes "$encoding"', async ({ url, encoding, status, kept, body }) => {
  const answer = await get(url, { 'accept-encoding': encoding });
  expect([answer.statusCode, answer.headers['cache-control'], answer.body]).toEqual([status, kept, body]);
  expect(answer.headers['content-type']).toContain('text/css');
});

const name = path.basename(outside);
test.each([
  `/assets/../${name}`,
  `/assets/..%2f${name}`,
  `/assets/%2e%2e/${name}`,
  `/assets/..%5c${name}`,
  `/assets//../${name}`,
  `/assets/fonts/../../${name}`,
  `/assets/${encodeURIComponent(outside)}`,
  '/assets/.hidden',
  '/assets/%00',
  '/assets/fonts',
  '/assets/fonts/',
  '/assets/',
])('the address %s reaches no file', async (url) => {
  const answer = await get(url);
  expect(answer.statusCode).toBe(404);
  expect(answer.body).not.toContain(CANARY);
});

test('one network is limited, by the whole IPv6 /64, and others are not', async () => {
  const proxied = await testServer({ trustProxy: ['127.0.0.1'] });
  const from = (address: string) =>
    proxied.server.inject({ url: '/limited', headers: { ...HOST, 'x-forwarded-for': address } });
  for (const address of ['2001:db8:1:1::1', '2001:db8:1:1::2']) expect((await from(address)).statusCode).toBe(200);
  const third = await from('2001:db8:1:1:ffff::3');
  expect([third.statusCode, third.body]).toEqual([429, '<!doctype html><main>too-many</main>']);
  expect(Number(third.headers['retry-after'])).toBeGreaterThan(0);
  expect((await from('2001:db8:1:2::1')).statusCode).toBe(200);
  expect((await from('192.0.2.7')).statusCode).toBe(200);
});

test('a forwarded address is believed only from a proxy of ours', async () => {
  const direct = await testServer();
  const answers = [];
  for (const address of ['192.0.2.1', '192.0.2.2', '192.0.2.3'])
    answers.push(
      (await direct.server.inject({ url: '/limited', headers: { ...HOST, 'x-forwarded-for': address } })).statusCode,
    );
  expect(answers).toEqual([200, 200, 429]);
});

test('routes that share a limit share its count', async () => {
  const statuses = [];
  for (const url of ['/api/limited', '/api/limited-too', '/api/limited', '/api/limited-too'])
    statuses.push((await get(url)).statusCode);
  expect(statuses).toEqual([200, 200, 200, 429]);
});

test('an open route is readable from anywhere, sets no cookie and takes JSON', async () => {
  const answer = await server.inject({
    method: 'POST',
    url: '/api/dates',
    headers: {
      host: 'any.example',
      origin: 'https://elsewhere.example',
      'sec-fetch-site': 'cross-site',
      'content-type': 'application/json',
    },
    payload: '{"a":"<b>"}',
  });
  expect(answer.json()).toEqual({ body: { a: '<b>' } });
  expect(answer.body).not.toContain('<');
  expect(answer.headers).toMatchObject({ 'access-control-allow-origin': '*' });
  expect(answer.headers).not.toHaveProperty('access-control-allow-credentials');
  expect(answer.headers).not.toHaveProperty('set-cookie');
  const preflight = await server.inject({ method: 'OPTIONS', url: '/api/dates', headers: HOST });
  expect([preflight.statusCode, preflight.headers['access-control-allow-headers']]).toEqual([204, 'content-type']);
});

test.each([
  { payload: '{"a":', status: 400 },
  { payload: '{"__proto__":{"x":1}}', status: 400 },
])('JSON that is none, or poisoned: $payload', async ({ payload, status }) => {
  expect(
    (
      await server.inject({
        method: 'POST',
        url: '/api/dates',
        headers: { ...HOST, 'content-type': 'application/json' },
        payload,
      })
    ).statusCode,
  ).toBe(status);
});

test('open routes and assets are in the list of routes too', () => {
  const rows = routesOf(server).map(({ method, path: at, access }) => `${method} ${at} ${access}`);
  expect(rows).toEqual(
    expect.arrayContaining(['GET /api/verify/:number open-api', 'POST /api/dates open-api', 'GET /assets/* assets']),
  );
  expect(rows.filter((row) => row.endsWith(' none'))).toEqual([]);
});

test.each([
  { problem: 'changed-meanwhile', status: 409 },
  { problem: 'used-before', status: 409 },
  { problem: 'cannot-accept', status: 422 },
  { problem: 'unavailable', status: 503 },
] as const)('a handler may end in $problem', async ({ problem, status }) => {
  const { server: other } = await testServer({}, [
    { method: 'GET', path: '/', access: 'everybody', handle: () => Promise.reject(new RequestProblem(problem)) },
  ]);
  expect((await other.inject({ url: '/', headers: HOST })).statusCode).toBe(status);
});

test('a status that some library put on its error is not shown as ours', async () => {
  const { server: other } = await testServer({}, [
    {
      method: 'GET',
      path: '/',
      access: 'everybody',
      handle: () => Promise.reject(Object.assign(new Error('elsewhere'), { statusCode: 404 })),
    },
  ]);
  expect((await other.inject({ url: '/', headers: HOST })).statusCode).toBe(500);
});

test('on a real socket: a taken port is said in words, and what is not HTTP is turned away', async () => {
  const { server: first } = await testServer();
  const { server: second } = await testServer();
  try {
    const port = Number(new URL(await startListening(first, { host: '127.0.0.1', port: 0 })).port);
    await expect(startListening(second, { host: '127.0.0.1', port })).rejects.toThrow(PortTaken);
    await expect(startListening(second, { host: '127.0.0.1', port })).rejects.toThrow(
      `Port ${port} on 127.0.0.1 is in use by another program.`,
    );
    const say = (words: string) =>
      new Promise<string>((resolve, reject) => {
        let heard = '';
        const socket = connect(port, '127.0.0.1', () => socket.write(words));
        socket
          .on('data', (chunk: Buffer) => (heard += chunk.toString()))
          .on('end', () => resolve(heard.split('\r\n')[0] ?? ''))
          .on('error', reject);
      });
    await expect(say('hello\r\n\r\n')).resolves.toBe('HTTP/1.1 400 Bad Request');
    await expect(say(`GET / HTTP/1.1\r\nhost: ground.example\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`)).resolves.toBe(
      'HTTP/1.1 431 Request Header Fields Too Large',
    );
    await expect(say('GET / HTTP/1.1\r\nhost: ground.example\r\nconnection: close\r\n\r\n')).resolves.toBe(
      'HTTP/1.1 200 OK',
    );
    await expect(
      say(
        'POST /form HTTP/1.1\r\nhost: ground.example\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\nconnection: close\r\n\r\n0\r\n\r\n',
      ),
    ).resolves.toBe('HTTP/1.1 400 Bad Request');
  } finally {
    await first.close();
    await second.close();
  }
});
