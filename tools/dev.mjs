// Rebuilds and restarts the trial whenever a source file changes. For people working on the program.
import { spawn, spawnSync } from 'node:child_process';
import { watch } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const node = path.join(root, 'node_modules', '.bin', 'node');
let child;
let timer;

function start() {
  child = spawn(node, ['--enable-source-maps', 'build/server.mjs'], { cwd: root, stdio: 'inherit' });
}

/** Builds; only when that worked is the running program stopped and the new one started. */
function restart() {
  if (spawnSync(node, ['tools/build.mjs'], { cwd: root, stdio: 'inherit' }).status !== 0) return;
  const old = child;
  child = undefined;
  if (!old || old.exitCode !== null) return start();
  old.once('exit', start);
  old.kill('SIGTERM');
}

for (const folder of ['src', 'database']) {
  watch(path.join(root, folder), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(restart, 150);
  });
}
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    if (!child) process.exit(0);
    child.once('exit', () => process.exit(0));
    child.kill(signal);
  });
}
start();
