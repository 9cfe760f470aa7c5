// Starts every npm script: installs what is missing, builds what is stale, then hands over to the pinned Node.
// Plain JavaScript for Node 20 and no packages, because on a fresh clone nothing else is there yet.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const [task, ...rest] = process.argv.slice(2);
const stamp = path.join(root, 'node_modules', '.installed');
const say = (words) => process.stderr.write(`${words}\n`);

/** Installs the packages when the list of them changed since the last install. Not `npm ci`: it refuses a lock whose optional builds for other platforms are absent. */
function install() {
  const wanted = createHash('sha256')
    .update(readFileSync(path.join(root, 'package.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Installing packages (once; about a minute) …');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

const pinned = path.join(root, 'node_modules', '.bin', 'node');
const nodeToUse = () => (existsSync(pinned) ? pinned : process.execPath);

/** The newest change below a folder, in milliseconds. */
function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    latest = Math.max(latest, entry.isDirectory() ? newest(full) : statSync(full).mtimeMs);
  }
  return latest;
}

function build() {
  const built = path.join(root, 'build', '.built');
  const changed = Math.max(
    newest(path.join(root, 'src')),
    newest(path.join(root, 'database')),
    statSync(path.join(root, 'package.json')).mtimeMs,
    statSync(path.join(root, 'tools', 'build.mjs')).mtimeMs,
  );
  if (existsSync(built) && statSync(built).mtimeMs > changed) return;
  execFileSync(nodeToUse(), [path.join(root, 'tools', 'build.mjs')], { cwd: root, stdio: ['ignore', 2, 2] });
}

/** Runs a program until it ends, passing signals on, and ends with its code. */
function handOver(args) {
  const child = spawn(nodeToUse(), args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${path.join(root, 'node_modules', '.bin')}${path.delimiter}${process.env.PATH}` },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

install();
switch (task) {
  case 'start':
    build();
    handOver(['--enable-source-maps', 'build/server.mjs', ...rest]);
    break;
  case 'dev':
    build();
    handOver(['tools/dev.mjs', ...rest]);
    break;
  case 'cli':
    build();
    handOver(['--enable-source-maps', 'build/cli.mjs', ...rest]);
    break;
  case 'test':
  case 'check':
  case 'bench':
    build();
    handOver([`tools/${task}.mjs`, ...rest]);
    break;
  case 'format':
    handOver(['node_modules/prettier/bin/prettier.cjs', '--write', '.', ...rest]);
    break;
  default:
    say(`There is no task called ${task}.`);
    process.exit(2);
}
