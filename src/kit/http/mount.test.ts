// The checks in front of every page: who may come in, which forms are ours, and what is kept when one is not.
import { Readable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { as, FORM, HOST, openForm, testServer } from './http.test-server.ts';
import { tokenFor } from './form-token.ts';
import { routesOf } from './server.ts';

const { server, log } = await testServer();

test.each([
  { who: '', path: '/', status: 200 },
  { who: '', path: '/cases/A1', status: 303, location: '/sign-in' },
  { who: '', path: '/desk', status: 303, location: '/sign-in' },
  { who: as('parent'), path: '/cases/A1', status: 200 },
  { who: as('parent'), path: '/desk', status: 404 },
  { who: as('adviser'), path: '/desk', status: 200 },
])('$who at $path gets $status', async ({ who, path, status, location }) => {
  const answer = await server.inject({ url: path, headers: { ...HOST, cookie: who } });
  expect(answer.statusCode).toBe(status);
  expect(answer.headers.location).toBe(location);
});

test('not there and not yours are the same answer, byte for byte', async () => {
  const [notThere, notYours, mistyped] = await Promise.all(
    ['/no-such-page', '/desk', '/%zz'].map((url) => server.inject({ url, headers: { ...HOST, cookie: as('parent') } })),
  );
  const shown = (answer: typeof notThere) => ({
    status: answer!.statusCode,
    body: answer!.body,
    headers: { ...answer!.headers, date: '' },
  });
  expect(shown(notYours)).toEqual(shown(notThere));
  expect(shown(mistyped)).toEqual(shown(notThere));
});

test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'] as const)(
  '%s is not found, on a page that exists',
  async (method) => {
    expect((await server.inject({ method, url: '/form', headers: HOST })).statusCode).toBe(404);
  },
);

test('HEAD answers as GET does, without the body', async () => {
  const answer = await server.inject({ method: 'HEAD', url: '/', headers: HOST });
  expect([answer.statusCode, answer.body, answer.headers['content-length']]).toEqual([
    200,
    '',
    String('<!doctype html><p>Hello</p>'.length),
  ]);
});

test('HEAD passes the same access rule', async () => {
  expect(
    (await server.inject({ method: 'HEAD', url: '/desk', headers: { ...HOST, cookie: as('parent') } })).statusCode,
  ).toBe(404);
});

test('a method cannot be overridden by header, query or field', async () => {
  const { token, cookie } = await openForm(server);
  const asked = await server.inject({
    method: 'GET',
    url: '/form?_method=POST',
    headers: { ...HOST, 'x-http-method-override': 'POST' },
  });
  expect(asked.body).toContain('<p>');
  const sent = await server.inject({
    method: 'POST',
    url: '/form',
    headers: { ...FORM, cookie, 'x-http-method-override': 'DELETE' },
    payload: `_csrf=${token}&_method=DELETE`,
  });
  expect(sent.json()).toMatchObject({ _method: 'DELETE' });
});

test('a trailing slash is the same page', async () => {
  expect((await server.inject({ url: '/cases/A1/', headers: { ...HOST, cookie: as('parent') } })).body).toContain('A1');
});

test.each(['evil.example', 'ground.example.evil.example', '', 'localhost:3000'])(
  'a request for the host "%s" is not ours',
  async (host) => {
    expect((await server.inject({ url: '/', headers: { host } })).statusCode).toBe(421);
  },
);

test('every mounted route is listed with its rule', () => {
  expect(routesOf(server)).toContainEqual({ method: 'GET', path: '/desk', access: 'staff' });
  expect(routesOf(server).filter(({ access }) => access === 'none')).toEqual([]);
});

test('a route that nobody declared shows in the list without a rule', async () => {
  const { server: other } = await testServer();
  other.get('/forgotten', () => 'oops');
  expect(routesOf(other)).toContainEqual({ method: 'GET', path: '/forgotten', access: 'none' });
});

const post = (url: string, { cookie = '', headers = {}, payload = '' }) =>
  server.inject({ method: 'POST', url, headers: { ...FORM, cookie, ...headers }, payload });

test('a form of ours is taken; nine more open tabs of the same session too', async () => {
  const { token, cookie } = await openForm(server);
  const again = await openForm(server, cookie);
  expect(again.token).toBe(token);
  expect((await post('/form', { cookie, payload: `_csrf=${token}&name=Ann` })).json()).toMatchObject({ name: 'Ann' });
});

test('the key before the newest is still believed', async () => {
  const { cookie } = await openForm(server);
  const anonymous = /__Host-visit=([^;]+)/.exec(cookie)?.[1];
  const old = tokenFor(new Uint8Array(32).fill(2), `anonymous:${anonymous}`);
  expect((await post('/form', { cookie, payload: `_csrf=${old}` })).statusCode).toBe(200);
});

const ours = await openForm(server);
const others = await openForm(server);
const parents = await openForm(server, as('parent'));
test.each([
  { name: 'no token', cookie: ours.cookie, payload: 'name=Ann' },
  { name: 'an empty token', cookie: ours.cookie, payload: '_csrf=&name=Ann' },
  { name: 'a made-up token', cookie: ours.cookie, payload: `_csrf=${'A'.repeat(43)}&name=Ann` },
  { name: 'the token of another session', cookie: ours.cookie, payload: `_csrf=${others.token}&name=Ann` },
  { name: 'the token of a session that has ended', cookie: '', payload: `_csrf=${parents.token}&name=Ann` },
  { name: 'a token without its cookie', cookie: '', payload: `_csrf=${ours.token}&name=Ann` },
  { name: 'a tampered cookie', cookie: `${ours.cookie}x`, payload: `_csrf=${ours.token}&name=Ann` },
  {
    name: 'the wrong token first and the right one second',
    cookie: ours.cookie,
    payload: `_csrf=x&_csrf=${ours.token}&name=Ann`,
  },
])('with $name nothing is done, and the answers are kept', async ({ cookie, payload }) => {
  const answer = await post('/form', { cookie, payload });
  expect(answer.statusCode).toBe(403);
  expect(answer.json()).toMatchObject({ expired: true, form: { name: 'Ann' } });
});

test('a session that ends in mid-form keeps the answers instead of a redirect that loses them', async () => {
  const answer = await post('/cases/A1', { payload: `_csrf=${parents.token}&words=long` });
  expect(answer.json()).toMatchObject({ expired: true, form: { words: 'long' } });
});

test.each(['/cases/A1', '/desk'])('a stranger with a right token of their own does nothing at %s', async (path) => {
  const { token, cookie } = await openForm(server);
  expect((await post(path, { cookie, payload: `_csrf=${token}` })).json()).toMatchObject({ expired: true });
});

test('a right token does not open what is not yours', async () => {
  const answer = await post('/desk', { cookie: parents.cookie, payload: `_csrf=${parents.token}` });
  expect([answer.statusCode, answer.body]).toEqual([404, '<!doctype html><main>not-found</main>']);
});

test.each([
  { headers: { origin: 'https://evil.example' }, status: 403 },
  { headers: { origin: 'https://ground.example.evil.example' }, status: 403 },
  { headers: { origin: 'http://ground.example' }, status: 403 },
  { headers: { 'sec-fetch-site': 'cross-site' }, status: 403 },
  { headers: { 'sec-fetch-site': 'same-site', origin: 'https://other.ground.example' }, status: 403 },
  { headers: { 'sec-fetch-site': 'cross-site', origin: 'null' }, status: 403 },
  { headers: { origin: 'https://ground.example' }, status: 200 },
  { headers: { 'sec-fetch-site': 'same-origin', origin: 'null' }, status: 200 },
  { headers: { origin: 'null' }, status: 200 },
])('with a right token and $headers: $status', async ({ headers, status }) => {
  const { token, cookie } = await openForm(server);
  expect((await post('/form', { cookie, headers, payload: `_csrf=${token}` })).statusCode).toBe(status);
});

test('another site may link to a page', async () => {
  expect((await server.inject({ url: '/', headers: { ...HOST, 'sec-fetch-site': 'cross-site' } })).statusCode).toBe(
    200,
  );
});

test('the cookie is the host’s own, for https and not for scripts; without a form there is none', async () => {
  const form = await server.inject({ url: '/form', headers: HOST });
  expect(form.headers['set-cookie']).toMatch(/^__Host-visit=[\w-]{22}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  expect((await server.inject({ url: '/', headers: HOST })).headers['set-cookie']).toBeUndefined();
});

test.each([
  '=',
  ';;;',
  '__Host-visit',
  'a=%zz',
  `x=${'y'.repeat(4000)}`,
  '__proto__=1; constructor=2',
  '__Host-visit=%00',
])('a malformed cookie "%s" harms nothing', async (cookie) => {
  expect((await server.inject({ url: '/form', headers: { ...HOST, cookie } })).statusCode).toBe(200);
});

test.each([
  { path: '/', cookie: '', kept: 'public, max-age=60' },
  { path: '/form', cookie: '', kept: 'no-store' },
  { path: '/', cookie: as('parent'), kept: 'no-store' },
  { path: '/cases/A1', cookie: as('parent'), kept: 'no-store' },
  { path: '/cases/A1', cookie: '', kept: 'no-store' },
  { path: '/no-such-page', cookie: '', kept: 'no-store' },
])('$path with "$cookie" is kept by browsers: $kept', async ({ path, cookie, kept }) => {
  expect((await server.inject({ url: path, headers: { ...HOST, cookie } })).headers['cache-control']).toBe(kept);
});

test.each([
  { path: '/', cookie: '', takes: 'gzip, deflate, br', sent: 'gzip' },
  { path: '/', cookie: '', takes: 'br;q=1, gzip;q=0.5', sent: 'gzip' },
  { path: '/', cookie: '', takes: 'gzip;q=0, br', sent: undefined },
  { path: '/', cookie: '', takes: 'identity', sent: undefined },
  { path: '/form', cookie: '', takes: 'gzip', sent: undefined },
  { path: '/', cookie: as('parent'), takes: 'gzip', sent: undefined },
  { path: '/cases/A1', cookie: as('parent'), takes: 'gzip', sent: undefined },
  { path: '/paper', cookie: '', takes: 'gzip', sent: undefined },
])('$path with "$cookie" to a browser that takes "$takes" is packed: $sent', async ({ path, cookie, takes, sent }) => {
  const [packed, plain] = await Promise.all(
    [takes, ''].map((encoding) =>
      server.inject({ url: path, headers: { ...HOST, cookie, 'accept-encoding': encoding } }),
    ),
  );
  expect(packed!.headers['content-encoding']).toBe(sent);
  expect(packed!.headers.vary).toBe(plain!.headers.vary);
  if (sent) {
    expect(packed!.headers.vary).toBe('cookie, accept-encoding');
    expect(gunzipSync(packed!.rawPayload).toString()).toBe(plain!.body);
  } else if (path !== '/form') expect(packed!.rawPayload).toEqual(plain!.rawPayload);
});

test('search engines are turned away from what is behind the sign-in', async () => {
  expect(
    (await server.inject({ url: '/cases/A1', headers: { ...HOST, cookie: as('parent') } })).headers['x-robots-tag'],
  ).toBe('noindex, nofollow');
});

test('fields sent twice are both there, odd names are only names', async () => {
  const { token, cookie } = await openForm(server);
  const answer = await post('/form', {
    cookie,
    payload: `_csrf=${token}&a=1&a=2&__proto__=3&constructor=4&a[b]=5&empty`,
  });
  expect(Object.entries(answer.json<Record<string, unknown>>()).slice(1)).toEqual([
    ['a', ['1', '2']],
    ['__proto__', '3'],
    ['constructor', '4'],
    ['a[b]', '5'],
    ['empty', ''],
  ]);
});

test.each([
  { name: 'a broken percent code', headers: {}, payload: 'name=%E9', status: 400 },
  { name: 'a lone percent', headers: {}, payload: 'name=100%', status: 400 },
  { name: 'U+0000', headers: {}, payload: 'name=a%00b', status: 400 },
  { name: 'raw bytes that are not UTF-8', headers: {}, payload: Buffer.from([0x6e, 0x3d, 0xe9]), status: 400 },
  { name: 'too many fields', headers: {}, payload: 'a&'.repeat(1200), status: 400 },
  { name: 'a body too long', headers: {}, payload: `a=${'b'.repeat(2_200_000)}`, status: 413 },
  { name: 'JSON', headers: { 'content-type': 'application/json' }, payload: '{}', status: 415 },
  { name: 'plain text', headers: { 'content-type': 'text/plain' }, payload: '_csrf=x', status: 415 },
  {
    name: 'files where none are taken',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    payload: '--x--',
    status: 415,
  },
])('$name: $status', async ({ headers, payload, status }) => {
  const answer = await server.inject({ method: 'POST', url: '/form', headers: { ...FORM, ...headers }, payload });
  expect(answer.statusCode).toBe(status);
});

test('an empty POST is a form without a token', async () => {
  expect((await server.inject({ method: 'POST', url: '/form', headers: HOST })).json()).toMatchObject({
    expired: true,
  });
});

const part = (name: string, value: string, file?: string) =>
  `--x\r\ncontent-disposition: form-data; name="${name}"${file === undefined ? '' : `; filename="${file}"\r\ncontent-type: application/pdf`}\r\n\r\n${value}\r\n`;
const sendParts = (cookie: string, ...parts: string[]) => sendPartsTo('/papers', cookie, ...parts);
const sendPartsTo = (url: string, cookie: string, ...parts: string[]) =>
  server.inject({
    method: 'POST',
    url,
    headers: { ...HOST, cookie, 'content-type': 'multipart/form-data; boundary=x' },
    payload: `${parts.join('')}--x--\r\n`,
  });

test('files come with their fields; an empty file field is no file', async () => {
  const answer = await sendParts(
    ours.cookie,
    part('_csrf', ours.token),
    part('note', 'Ŵ'),
    part('paper', 'hello', '../../x.pdf'),
    part('other', '', ''),
  );
  expect(answer.json()).toEqual({
    form: { _csrf: ours.token, note: 'Ŵ' },
    files: [{ field: 'paper', name: expect.stringMatching(/x\.pdf$/) as string, size: 5 }],
  });
});

test.each([
  { name: 'a wrong token', parts: [part('_csrf', 'x'), part('note', 'kept'), part('paper', 'hello', 'x.pdf')] },
  { name: 'the file before the token', parts: [part('paper', 'hello', 'x.pdf'), part('note', 'kept')] },
])('with $name no file is held, and the answers are kept', async ({ parts }) => {
  expect((await sendParts(ours.cookie, ...parts)).json()).toEqual({
    expired: true,
    form: expect.objectContaining({ note: 'kept' }) as object,
    files: 0,
  });
});

test.each([
  { name: 'a file too long', parts: [part('paper', 'y'.repeat(1500), 'x.pdf')], status: 413 },
  {
    name: 'too many files',
    parts: [part('a', '1', 'a.pdf'), part('b', '2', 'b.pdf'), part('c', '3', 'c.pdf')],
    status: 413,
  },
  { name: 'U+0000 in a field', parts: [part('note', 'a\0b')], status: 400 },
  { name: 'a field called __proto__', parts: [part('__proto__', 'x')], status: 400 },
  { name: 'far more than the route takes', parts: [part('paper', 'y'.repeat(2_200_000), 'x.pdf')], status: 413 },
])('$name: $status', async ({ parts, status }) => {
  expect((await sendParts(ours.cookie, part('_csrf', ours.token), ...parts)).statusCode).toBe(status);
});

test('where each file is judged on its own, one too large and one too many are named, and the others come whole', async () => {
  const answer = await sendPartsTo(
    '/papers/each',
    ours.cookie,
    part('_csrf', ours.token),
    part('paper', 'y'.repeat(1500), 'long.pdf'),
    part('paper', 'hello', 'good.pdf'),
    part('paper', 'more', 'third.pdf'),
  );
  expect(answer.json()).toEqual([
    ['long.pdf', 0, 'too-large'],
    ['good.pdf', 5, ''],
    ['third.pdf', 0, 'too-many'],
  ]);
});

test('fields too long together are refused even when their length was not announced', async () => {
  const parts = [
    part('_csrf', ours.token),
    ...Array.from({ length: 4 }, () => part('note', 'y'.repeat(600_000))),
    '--x--\r\n',
  ];
  const answer = await server.inject({
    method: 'POST',
    url: '/papers',
    headers: { ...HOST, cookie: ours.cookie, 'content-type': 'multipart/form-data; boundary=x' },
    payload: Readable.from(parts),
  });
  expect(answer.statusCode).toBe(413);
});

test('a multipart body cut off in the middle is a bad request', async () => {
  const answer = await server.inject({
    method: 'POST',
    url: '/papers',
    headers: { ...HOST, cookie: ours.cookie, 'content-type': 'multipart/form-data; boundary=x' },
    payload: part('_csrf', ours.token) + '--x\r\ncontent-disp',
  });
  expect(answer.statusCode).toBe(400);
});

test('query strings that cannot be decoded still open the page', async () => {
  expect((await server.inject({ url: '/?a=%zz&b=%00&c=1&c=2', headers: HOST })).statusCode).toBe(200);
});

test('the log line of a signed-in person carries the account and nothing of the address', async () => {
  log.length = 0;
  await server.inject({ url: '/cases/SECRET-REF?name=secret', headers: { ...HOST, cookie: as('parent') } });
  expect(log.map((line) => JSON.parse(line) as object)).toEqual([
    {
      time: '2026-11-02T09:00:00Z',
      level: 'info',
      event: 'request',
      method: 'GET',
      route: '/cases/:ref',
      status: 200,
      ms: expect.any(Number) as number,
      request: expect.stringMatching(/^[\da-f]{4}(-[\da-f]{4}){2}$/) as string,
      account: 'account-of-parent',
    },
  ]);
});
