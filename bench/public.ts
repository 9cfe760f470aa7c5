// bench: what a visitor's page costs: server time of the home page and of "My dates", and the bytes of a first view.
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { h } from 'preact';
import { frozenClock } from '../src/kit/clock.ts';
import { mount } from '../src/kit/http/mount.ts';
import { createServer } from '../src/kit/http/server.ts';
import { createLog } from '../src/kit/log.ts';
import { seededHolidays } from '../src/law/bank-holidays.ts';
import { RULE_BOOK } from '../src/law/versions.ts';
import { readSettings } from '../src/office/service.ts';
import { publicRoutes } from '../src/public-site/routes.tsx';
import type { Who } from '../src/sign-in/who.ts';

const WARM_UP = 500;
const REQUESTS = 1000;
const MOST_MS = 2;
const MOST_BYTES = 60 * 1024;
const PAGES = {
  home: '/',
  'my dates': '/my-dates?kind=refuse-to-assess&dated=2026-06-10&contact=yes&certificate=2026-07-20',
  'what can I do': '/what-can-i-do/answer?about=letter&decision=plan&parts=B&dated=2026-06-10&past=no',
  mediation: '/mediation',
} as const;

const weekday = { from: '09:00', to: '16:30' };
const service = {
  id: 'service',
  name: 'Elmshire Mediation',
  shortName: 'SEND mediation in Elmshire',
  line: 'Run by a charity.',
  area: 'Elmshire',
  telephone: '01632 960001',
  email: 'hello@elmshire.example',
  addressLines: [],
  hours: { 1: weekday, 2: weekday, 3: weekday, 4: weekday, 5: weekday },
  closureDays: new Map<string, string>(),
  signposts: [],
  settings: readSettings({}),
  letterWords: {},
  version: 1,
};
const law = { holidays: seededHolidays(), rules: RULE_BOOK };
const clock = frozenClock('2026-07-21T10:00:00Z');
const time = () => clock.now().toString();
const server = await createServer({
  publicUrl: null,
  trustProxy: [],
  time,
  log: createLog({ shape: 'json', time, write: () => undefined }),
  problemPage: () => h('main', null, 'problem'),
});
mount<Who>(
  server,
  publicRoutes({ clock, law: () => law, service: () => service, trial: true, address: 'http://localhost' }),
  {
    tokenKeys: [new Uint8Array(32)],
    whoIs: async () => ({ kind: 'visitor', serviceId: service.id }),
    sessionOf: () => null,
    mayEnter: () => 'yes',
    signIn: (visit) => visit.redirect('/'),
    onExpired: (visit) => visit.redirect('/'),
  },
);
await server.ready();
const open = (url: string) => server.inject({ url, headers: { host: 'localhost', 'accept-encoding': 'gzip, br' } });

/** The bytes a browser fetches besides the page, as they travel; 0 when the assets were not built. */
function assetBytes(): number {
  const folder = path.join(import.meta.dirname, '..', 'assets');
  try {
    const names = JSON.parse(readFileSync(path.join(folder, 'assets.json'), 'utf8')) as Record<string, string>;
    const sent = [
      `${names['public.css']}.br`,
      `${names['public.js']}.br`,
      names['atkinson-hyperlegible-next-latin.woff2'],
    ];
    return sent.reduce((sum, name) => sum + statSync(path.join(folder, String(name))).size, 0);
  } catch {
    return 0;
  }
}

const assets = assetBytes();
for (const [name, url] of Object.entries(PAGES)) {
  const took: number[] = [];
  let bytes = 0;
  let cpu = process.cpuUsage();
  for (let index = 0; index < WARM_UP + REQUESTS; index += 1) {
    if (index === WARM_UP) cpu = process.cpuUsage();
    const startedAt = performance.now();
    const answer = await open(url);
    if (index >= WARM_UP) took.push(performance.now() - startedAt);
    if (answer.statusCode !== 200) throw new Error(`${url} gave ${answer.statusCode}`);
    bytes = answer.rawPayload.length;
  }
  const { user, system } = process.cpuUsage(cpu);
  took.sort((one, other) => one - other);
  console.log(
    `${name.padEnd(14)} p50 ${took[REQUESTS / 2]!.toFixed(3)} ms   p95 ${took[REQUESTS * 0.95]!.toFixed(3)} ms   (at most ${MOST_MS})   cpu ${((user + system) / 1000 / REQUESTS).toFixed(3)} ms` +
      `   page ${(bytes / 1024).toFixed(1)} KB, first view ${assets === 0 ? 'not measured: build the assets' : `${((bytes + assets) / 1024).toFixed(1)} KB (at most ${MOST_BYTES / 1024})`}`,
  );
}
await server.close();
