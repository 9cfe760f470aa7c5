// Starts the built program in trial mode on fresh data at a chosen moment, and offers the steps that journeys share.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, expect, type Page } from '@playwright/test';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const axe = readFileSync(path.join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');

export interface Trial {
  readonly address: string;
  readonly folder: string;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts a trial and waits until it says where it listens. `at` is a local London time such as 2026-03-31T10:15. */
export async function startTrial({
  at,
  folder = mkdtempSync(path.join(os.tmpdir(), 'common-ground-trial-')),
  port,
}: {
  at?: string;
  folder?: string;
  /** The port of a trial that died, for its pages that are still open. */
  port?: number;
}): Promise<Trial> {
  port ??= await freePort();
  const child = spawn(path.join(root, 'node_modules/.bin/node'), ['--enable-source-maps', 'build/server.mjs'], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: '',
      DATABASE_URL: '',
      PORT: String(port),
      DATA_DIR: folder,
      ...(at ? { TRIAL_CLOCK: at } : {}),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const address = `http://127.0.0.1:${port}`;
  await listening(child);
  return {
    address,
    folder,
    stop: (signal = 'SIGTERM') =>
      new Promise((resolve) => {
        if (child.exitCode !== null) return resolve();
        child.once('exit', () => resolve());
        child.kill(signal);
      }),
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

function listening(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Open http')) resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => reject(new Error(`The trial ended with ${code}:\n${said}`)));
  });
}

/** A test with its own trial. Set the moment with `test.use({ at: '2026-03-31T10:15' })`. */
export const test = base.extend<{ at: string | undefined; trial: Trial }>({
  at: [undefined, { option: true }],
  trial: async ({ at }, use) => {
    const trial = await startTrial({ at });
    await use(trial);
    await trial.stop();
    rmSync(trial.folder, { recursive: true, force: true });
  },
  baseURL: async ({ trial }, use) => use(trial.address),
});

/** Signs in as one of the trial's cast, by name. */
export async function signInAs(page: Page, name: string): Promise<void> {
  await page.goto('/trial/people');
  await page
    .getByRole('button', { name: new RegExp(name) })
    .first()
    .click();
  await page.waitForURL(/\/(desk|my-case)/);
}

/** Fails with every accessibility fault axe finds on the page as it is now. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.waitForLoadState();
  await page.evaluate(axe);
  const faults = await page.evaluate(async () => {
    const { violations } = await (
      globalThis as unknown as {
        axe: {
          run(options: object): Promise<{ violations: { id: string; help: string; nodes: { html: string }[] }[] }>;
        };
      }
    ).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.map(
      ({ id, help, nodes }) => `${id}: ${help} ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    );
  });
  expect(faults, `on ${page.url()}`).toEqual([]);
}

export { expect };
