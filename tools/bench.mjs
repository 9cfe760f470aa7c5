// Runs the measurements in bench/ one after another and prints their figures: `npm run bench`, or `npm run bench -- law http` for some of them.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const wanted = process.argv.slice(2);
const benches = readdirSync(path.join(root, 'bench'))
  .filter((file) => file.endsWith('.ts') && readFileSync(path.join(root, 'bench', file), 'utf8').includes('// bench:'))
  .map((file) => file.slice(0, -3))
  .filter((name) => wanted.length === 0 || wanted.includes(name));
const out = path.join(root, 'build', 'bench');
for (const name of benches) {
  await build({
    entryPoints: [path.join(root, 'bench', `${name}.ts`)],
    outfile: path.join(out, `${name}.mjs`),
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    packages: 'external',
    logLevel: 'warning',
  });
  process.stdout.write(`\n== ${name}\n`);
  const { status } = spawnSync(
    path.join(root, 'node_modules', '.bin', 'node'),
    ['--enable-source-maps', path.join(out, `${name}.mjs`)],
    { cwd: root, stdio: 'inherit' },
  );
  if (status !== 0) process.exitCode = 1;
}
