// The whole program over a test database, with the trial's cast, answering without a network: for tests that ask every page at once.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { migrations } from '../../database/migrations/index.ts';
import type { Tables } from '../../database/tables.ts';
import { createApp, type App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { bringUpToDate, loadLaw, type Installation } from '../../src/installation.ts';
import { frozenClock } from '../../src/kit/clock.ts';
import { createLog } from '../../src/kit/log.ts';
import { signInAs } from '../../src/sign-in/trial.ts';
import { makeTrialOffice, seedStories } from '../../src/trial/seed.ts';
import { openTestDatabase } from './database.ts';

export interface Whole {
  readonly app: App;
  readonly installation: Installation;
  /** Every line the log wrote. */
  readonly logged: string[];
  /** Where stored files are, encrypted. */
  readonly filesFolder: string;
  /** Accounts of the cast by name, with a cookie each. */
  cookieOf(accountId: string): Promise<string>;
  get(
    url: string,
    cookie?: string,
  ): Promise<{ readonly status: number; readonly body: string; readonly headers: Record<string, unknown> }>;
  post(
    url: string,
    form: Record<string, string>,
    cookie?: string,
  ): Promise<{ readonly status: number; readonly body: string; readonly headers: Record<string, unknown> }>;
}

/** Builds the program at a moment, tells the trial's stories in it, and closes it after the file's last test. */
export async function openWhole({
  at = '2026-11-23T10:42:00Z',
  stories = true,
  settings = {},
}: { at?: string; stories?: boolean; settings?: Record<string, string> } = {}): Promise<Whole> {
  const database = await openTestDatabase<Tables>(migrations);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'common-ground-whole-'));
  await bringUpToDate(database, 'trial');
  const clock = frozenClock(at);
  const office = await makeTrialOffice(database, clock.now().toString(), clock.today().toString());
  let law = await loadLaw(database);
  const installation: Installation = {
    database,
    clock,
    law: () => law,
    moveClock: async () => undefined,
    reloadHolidays: async () => {
      law = await loadLaw(database);
    },
  };
  const logged: string[] = [];
  const log = createLog({ shape: 'json', time: () => clock.now().toString(), write: (line) => void logged.push(line) });
  const app = await createApp(readConfig({ DATA_DIR: folder, ...settings }), installation, log);
  await app.server.ready();
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });
  if (stories && office) await seedStories(app.program, office);
  const answer = ({
    statusCode,
    body,
    headers,
  }: {
    statusCode: number;
    body: string;
    headers: Record<string, unknown>;
  }) => ({ status: statusCode, body, headers });
  return {
    app,
    installation,
    logged,
    filesFolder: path.join(folder, 'files'),
    cookieOf: async (accountId) => {
      const session = await signInAs(app.program, accountId, 'A browser in a test');
      if (!session) throw new Error('nobody of that account');
      return `session=${session.sessionToken}`;
    },
    get: async (url, cookie) =>
      answer(
        await app.server.inject({ method: 'GET', url, headers: { host: 'localhost', ...(cookie ? { cookie } : {}) } }),
      ),
    post: async (url, form, cookie) =>
      answer(
        await app.server.inject({
          method: 'POST',
          url,
          headers: {
            host: 'localhost',
            'content-type': 'application/x-www-form-urlencoded',
            'sec-fetch-site': 'same-origin',
            ...(cookie ? { cookie } : {}),
          },
          payload: new URLSearchParams(form).toString(),
        }),
      ),
  };
}
