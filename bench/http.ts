// bench: what the web server adds to an empty page: every header, check and log line, against bare node:http.
import { Agent, createServer as createBareServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { h } from 'preact';
import { createServer } from '../src/kit/http/server.ts';
import { mount } from '../src/kit/http/mount.ts';
import { createLog } from '../src/kit/log.ts';

const WARM_UP = 500;
const REQUESTS = 2000;
/** A page is answered in about 2 ms altogether; its frame may take this much of it. */
const MOST_OVERHEAD_MS = 0.3;

const PAGE = '<!doctype html><p>Hello</p>';
const page = () => h('p', null, 'Hello');
const time = () => '2026-11-02T09:00:00Z';

async function makeServer() {
  let logged = 0;
  const server = await createServer({
    publicUrl: null,
    trustProxy: [],
    time,
    log: createLog({ shape: 'json', time, write: (line) => void (logged += line.length) }),
    problemPage: page,
  });
  mount(server, [{ method: 'GET', path: '/cases/:ref', access: 'signed-in', handle: (visit) => visit.html(page()) }], {
    tokenKeys: [new Uint8Array(32)],
    whoIs: async () => 'someone',
    sessionOf: () => ({ account: 'account', session: 'session' }),
    mayEnter: () => 'yes',
    signIn: (visit) => visit.redirect('/sign-in'),
    onExpired: (visit) => visit.redirect('/sign-in'),
  });
  await server.ready();
  return server;
}

/** Runs `request` one at a time and gives the middle and the 95th of a hundred, in milliseconds. */
async function measure(request: () => Promise<unknown>): Promise<{ p50: number; p95: number }> {
  const took: number[] = [];
  for (let index = 0; index < WARM_UP + REQUESTS; index += 1) {
    const startedAt = performance.now();
    await request();
    if (index >= WARM_UP) took.push(performance.now() - startedAt);
  }
  took.sort((one, other) => one - other);
  return { p50: took[REQUESTS / 2] ?? NaN, p95: took[REQUESTS * 0.95] ?? NaN };
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const fetchPage = (port: number) =>
  new Promise<void>((resolve, reject) => {
    get({ host: '127.0.0.1', port, path: '/cases/A1', agent, headers: { cookie: 'session=x; visit=y' } }, (answer) => {
      answer
        .resume()
        .on('end', () => (answer.statusCode === 200 ? resolve() : reject(new Error(`status ${answer.statusCode}`))));
    }).on('error', reject);
  });

const bare = createBareServer((_request, response) => response.setHeader('content-type', 'text/html').end(PAGE));
await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve));
const server = await makeServer();
await server.listen({ host: '127.0.0.1', port: 0 });

const barePort = (bare.address() as AddressInfo).port;
const ourPort = (server.server.address() as AddressInfo).port;
const rows = {
  'bare node:http, socket': await measure(() => fetchPage(barePort)),
  'whole stack, socket': await measure(() => fetchPage(ourPort)),
  'whole stack, inject': await measure(() => server.inject({ url: '/cases/A1', headers: { host: 'localhost' } })),
};
for (const [name, { p50, p95 }] of Object.entries(rows))
  console.log(`${name.padEnd(24)} p50 ${p50.toFixed(3)} ms   p95 ${p95.toFixed(3)} ms`);
const overhead = rows['whole stack, socket'].p50 - rows['bare node:http, socket'].p50;
console.log(`what our stack adds      p50 ${overhead.toFixed(3)} ms   (at most ${MOST_OVERHEAD_MS})`);

agent.destroy();
bare.close();
await server.close();
process.exitCode = overhead <= MOST_OVERHEAD_MS ? 0 : 1;
