// Installs what the tests need from the system: a browser, PDF tools. On Debian as root it installs; elsewhere it says what to do.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const onPath = (name) =>
  (process.env.PATH ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, name)));

const needs = [
  {
    program: 'chromium',
    package: 'chromium',
    why: 'a browser for the journeys',
    also: ['chromium-browser', 'google-chrome'],
  },
  { program: 'pdfsig', package: 'poppler-utils', why: 'checks of PDF signatures and tags' },
  { program: 'qpdf', package: 'qpdf', why: 'checks of PDF structure' },
];

/** Installs packages with apt-get when this is root on a Debian; otherwise throws one sentence that says what is missing. */
export function installPackages(packages, why) {
  const root = process.getuid?.() === 0;
  const sudo = !root && onPath('sudo');
  if (!onPath('apt-get') || (!root && !sudo))
    throw new Error(
      `Missing: ${packages.join(', ')} (${why}). Please install ${packages.length > 1 ? 'them' : 'it'} and run this again.`,
    );
  process.stderr.write(`Installing ${packages.join(', ')} (${why}) …\n`);
  const apt = (...args) =>
    execFileSync(root ? 'apt-get' : 'sudo', root ? args : ['-n', 'apt-get', ...args], {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  apt('update', '-qq');
  apt('install', '-y', '-qq', '--no-install-recommends', ...packages);
}

/** Installs the browser and the PDF tools that are not there yet. */
export async function installWhatTestsNeed() {
  const missing = needs.filter((need) => ![need.program, ...(need.also ?? [])].some(onPath));
  if (missing.length > 0)
    installPackages(
      missing.map((need) => need.package),
      missing.map((need) => need.why).join('; '),
    );
}
