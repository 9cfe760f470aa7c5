// Runs every test on both databases and in a real browser, installing what the machine lacks, and closes with one plain line.
// `npm test -- PATTERN` passes a pattern to the unit and database tests only.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installWhatTestsNeed } from './system-packages.mjs';
import { startPostgres } from './postgres.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const bin = (name) => path.join(root, 'node_modules', '.bin', name);
const pattern = process.argv.slice(2);
/** The law must give the same days wherever the machine thinks it is. */
const law = ['src/law', 'src/dates', 'src/deadlines', 'src/public-site/my-dates'];
const results = mkdtempSync(path.join(os.tmpdir(), 'common-ground-tests-'));
let passed = 0;
let failed = 0;

/** Runs a program to its end with its output shown; gives its exit code. */
function run(command, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

async function vitest(name, project, env = {}, only = pattern) {
  process.stdout.write(`\n== ${name}\n`);
  const report = path.join(results, `${name.replaceAll(' ', '-')}.json`);
  const code = await run(
    bin('vitest'),
    [
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...only,
      ...(pattern.length > 0 ? ['--passWithNoTests'] : []),
    ],
    env,
  );
  count(report, code, (json) => [
    json.numPassedTests,
    json.numFailedTests +
      json.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length,
  ]);
}

async function journeys() {
  process.stdout.write('\n== journeys in a browser\n');
  const report = path.join(results, 'journeys.json');
  const code = await run(bin('playwright'), ['test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: report });
  count(report, code, (json) => [json.stats.expected + json.stats.flaky, json.stats.unexpected]);
}

/** Adds a report's figures; a runner that failed without saying how counts as one failure. */
function count(report, code, figures) {
  const [good, bad] = existsSync(report) ? figures(JSON.parse(readFileSync(report, 'utf8'))) : [0, 0];
  passed += good;
  failed += bad || (code === 0 ? 0 : 1);
}

await installWhatTestsNeed();
const server = await startPostgres();
const stop = () => server.stop().finally(() => process.exit(1));
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
try {
  await vitest('pure', 'pure');
  if (pattern.length === 0) {
    await vitest('law in New York', 'pure', { TZ: 'America/New_York' }, law);
    await vitest('law in Auckland', 'pure', { TZ: 'Pacific/Auckland' }, law);
  }
  await vitest('data on a server', 'data', { TEST_DATABASE: 'server', TEST_DATABASE_URL: server.url });
  await vitest('data embedded', 'data', { TEST_DATABASE: 'embedded' });
  if (pattern.length === 0 && existsSync(path.join(root, 'playwright.config.ts'))) await journeys();
} finally {
  await server.stop();
  rmSync(results, { recursive: true, force: true });
}
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
