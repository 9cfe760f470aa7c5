// Bundles the program into build/: the server, the command line and the child processes, with their templates and assets.
import { build } from 'esbuild';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const out = path.join(root, 'build');
const at = (...parts) => path.join(root, ...parts);

const entries = {
  server: at('src/server.ts'),
  cli: at('src/cli.ts'),
  'embedded-worker': at('src/kit/sql/embedded-worker.ts'),
  'pdf-child': at('src/kit/pdf/pdf-child.ts'),
  'reader-child': at('src/documents/reader/child.ts'),
};
const present = Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file)));

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
await build({
  entryPoints: present,
  outdir: out,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  format: 'esm',
  platform: 'node',
  target: 'node24',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  sourcemap: 'linked',
  packages: 'external',
  logLevel: 'warning',
});
// Typst templates stand beside the children that read them.
const templates = path.join(out, 'templates');
mkdirSync(templates);
for (const folder of [at('src/certificates/documents')]) {
  for (const entry of existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : []) {
    if (entry.isDirectory() ? entry.name === 'assets' : entry.name.endsWith('.typ'))
      cpSync(path.join(folder, entry.name), path.join(templates, entry.name), { recursive: true });
  }
}
if (existsSync(at('tools/assets.mjs'))) {
  const { buildAssets } = await import('./assets.mjs');
  await buildAssets(path.join(out, 'assets'));
}
writeFileSync(path.join(out, '.built'), '');
