// bench: the desk's pages on PostgreSQL, as a browser on this machine sees them, over 20,000, 200,000 and 1,000,000 made-up cases.
// `BENCH_CASES=20000,200000 npm run bench -- pages` for fewer. Each figure is the server's: request parsed to last byte, session,
// row-level security and HTML included, 1,000 requests after 200 to warm up, one at a time over loopback. The database is on this machine
// too, reached by its socket.
import { mkdtempSync, rmSync, openSync, writeSync, fsyncSync, closeSync } from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { startPostgres } from '../tools/postgres.mjs';
import type { Tables } from '../database/tables.ts';
import { createApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { bringUpToDate, loadLaw, type Installation } from '../src/installation.ts';
import { frozenClock } from '../src/kit/clock.ts';
import { newId } from '../src/kit/ids.ts';
import { sealText } from '../src/kit/http/sealed-text.ts';
import { createLog } from '../src/kit/log.ts';
import { openDatabase } from '../src/kit/sql/database.ts';
import { recordContact } from '../src/referrals/commands.ts';
import { signInAs } from '../src/sign-in/trial.ts';
import { Temporal } from 'temporal-polyfill';
import {
  ADVISER,
  AUTHORITY,
  LONG_REFERENCE,
  populateCases,
  populateOffice,
  populateWords,
  SERVICE,
} from './population.ts';

const sizes = (process.env.BENCH_CASES ?? '20000,200000,1000000').split(',').map(Number);
const now = '2026-11-23T10:42:00Z';
const folder = mkdtempSync(path.join(os.tmpdir(), 'common-ground-bench-'));
const server = await startPostgres();
const database = await openDatabase<Tables>({ server: server.socketUrl });
await bringUpToDate(database, 'trial');
await populateOffice(database.kysely, now);
const law = await loadLaw(database);
const installation: Installation = {
  database,
  clock: frozenClock(now),
  law: () => law,
  moveClock: async () => undefined,
  reloadHolidays: async () => undefined,
};
const app = await createApp(
  readConfig({ DATA_DIR: folder }),
  installation,
  createLog({ shape: 'json', time: () => now, write: () => undefined }),
);
/** The server's time for the last request: from its headers parsed to its last byte handed over. */
let serverMs = Number.NaN;
app.server.addHook('onResponse', async (_request, reply) => void (serverMs = reply.elapsedTime));
const address = await app.server.listen({ host: '127.0.0.1', port: 0 });
const session = await signInAs(app.program, ADVISER, 'bench');
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

/** Opens a page as a browser does, and gives the server's own time for it. */
function get(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    http
      .get(`${address}${url}`, { agent, headers: { cookie: `session=${session?.sessionToken}` } }, (response) => {
        response.resume();
        response.on('end', () => {
          if (response.statusCode === 200) resolve(serverMs);
          else reject(new Error(`${url} answered ${response.statusCode}`));
        });
      })
      .on('error', reject);
  });
}

interface Took {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** The lowest median of a hundred in a row: what the machine can do while nobody else uses it. */
  readonly quietest: number;
}

/** Times something 1,000 times after 200, in milliseconds; `work` may give a time of its own. */
async function time(work: () => Promise<unknown>, times = 1000, warm = 200): Promise<Took> {
  for (let i = 0; i < warm; i += 1) await work();
  const took: number[] = [];
  for (let i = 0; i < times; i += 1) {
    const start = performance.now();
    const own = await work();
    took.push(typeof own === 'number' ? own : performance.now() - start);
  }
  const at = (part: number, of: readonly number[]) =>
    of.toSorted((a, b) => a - b)[Math.floor(part * of.length)] ?? Number.NaN;
  const hundreds = Array.from({ length: Math.floor(times / 100) }, (_, i) => took.slice(i * 100, i * 100 + 100));
  return {
    p50: at(0.5, took),
    p95: at(0.95, took),
    p99: at(0.99, took),
    quietest: Math.min(...hundreds.map((hundred) => at(0.5, hundred))),
  };
}

const show = (name: string, { p50, p95, p99, quietest }: Took, limit = ''): void =>
  void process.stdout.write(
    `${name.padEnd(36)} p50 ${p50.toFixed(2)}  p95 ${p95.toFixed(2)}  p99 ${p99.toFixed(2)}  quietest hundred ${quietest.toFixed(2)} ms  load ${(os.loadavg()[0] ?? 0).toFixed(1)} ${limit}\n`,
  );

function fsyncTime(): Promise<Took> {
  const file = openSync(path.join(folder, 'fsync'), 'w');
  return time(
    async () => {
      writeSync(file, Buffer.alloc(8192), 0, 8192, 0);
      fsyncSync(file);
    },
    200,
    20,
  ).finally(() => closeSync(file));
}

const staff = {
  kind: 'staff',
  accountId: ADVISER,
  serviceId: SERVICE,
  sessionId: newId(),
  name: 'Bench Adviser',
  roles: ['adviser'],
  steppedUp: true,
} as const;
/** Each contact is another family's, as they are: a thousand children of one name and birth date would measure something else. */
let contacts = 0;
const saveContact = () => {
  contacts += 1;
  return recordContact(app.program, staff, {
    actId: newId(),
    channel: 'call',
    reachedAt: Temporal.Instant.from(now),
    rightHolder: {
      firstNames: 'Hannah',
      lastName: `Surname${(contacts * 13) % 5000}`,
      capacity: 'parent',
      points: [
        { kind: 'telephone', value: `07700 9${String((contacts * 37) % 100_000).padStart(5, '0')}`, messageSafe: true },
      ],
    },
    child: {
      firstNames: 'Tobi',
      lastName: `Surname${(contacts * 7) % 5000}`,
      born: Temporal.PlainDate.from('2012-01-01').add({ days: (contacts * 7) % 4000 }),
    },
    authorityId: AUTHORITY,
    decision: {
      kind: 'refuse-to-assess',
      sections: [],
      dated: Temporal.PlainDate.from('2026-10-05'),
      sent: null,
      received: null,
      letterSeen: true,
    },
  });
};

const first: Record<string, number> = {};
let made = 0;
try {
  for (const size of sizes) {
    const start = performance.now();
    await populateCases(database.kysely, made, size, now);
    await populateWords(database.kysely, made, size);
    made = size;
    await sql`vacuum analyze`.execute(database.kysely);
    process.stdout.write(
      `\n${size.toLocaleString('en-GB')} cases (made in ${Math.round((performance.now() - start) / 1000)} s)\n`,
    );
    for (const [name, url, limit] of [
      ['Today, 25 rows', '/desk', 'limit 2'],
      ['Case page, 200 facts', `/desk/cases/${LONG_REFERENCE}`, 'limit 3'],
      ['Search, rare name', `/desk/search?for=${sealText(readConfig({}).secretKeys[0], 'Child777')}`, ''],
    ] as const) {
      const took = await time(() => get(url));
      show(name, took, limit);
      first[name] ??= took.quietest;
      if (size !== sizes[0])
        process.stdout.write(`${''.padEnd(36)} ${(took.quietest / first[name]).toFixed(2)} times the first size\n`);
    }
    show('Contact saved: dates, facts, outbox', await time(saveContact, 300, 60), 'limit 5');
    show('this disk’s fsync of one page', await fsyncTime());
  }
} finally {
  agent.destroy();
  await app.close();
  await database.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
