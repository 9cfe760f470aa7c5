// Builds what browsers load: style sheets, scripts, the font and the mark, each named after its content and compressed once.
// It knows nothing of the program; the program finds the files through assets.json (see src/kit/html/assets.ts).
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const look = path.join(root, 'src', 'kit', 'look');
const TARGETS = ['chrome109', 'edge109', 'firefox115', 'safari16.4'];
/** Files that compression makes smaller; fonts and pictures are packed already. */
const COMPRESSED = new Set(['.css', '.js', '.svg', '.json', '.txt']);

/** Every `*.client.ts` below src: a feature's own small script, built as `<name>.js`. */
function clientScripts(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.client.ts'))
    .map((file) => path.join(folder, file));
}

/** A file's name with eight letters of its content's hash in it. */
function hashedName(name, bytes) {
  const { name: stem, ext } = path.parse(name);
  return `${stem}.${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}${ext}`;
}

function writeCompressed(file, bytes) {
  const options = {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  };
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, options));
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
}

/**
 * Writes everything into `outDir` (emptied first) and returns the manifest: plain name -> hashed name.
 * `minify: false` keeps the output readable while working on it. Throws when a style sheet or script does not build.
 */
export async function buildAssets(outDir, { minify = true } = {}) {
  rmSync(outDir, { recursive: true, force: true });
  mkdirSync(outDir, { recursive: true });
  const manifest = {};
  const keep = (name, bytes) => {
    const hashed = hashedName(name, bytes);
    writeFileSync(path.join(outDir, hashed), bytes);
    if (COMPRESSED.has(path.extname(name))) writeCompressed(path.join(outDir, hashed), bytes);
    manifest[name] = hashed;
    return hashed;
  };

  for (const folder of ['fonts', 'static']) {
    for (const file of readdirSync(path.join(look, folder))) keep(file, readFileSync(path.join(look, folder, file)));
  }

  // Addresses in style sheets point at the files kept above, so that a page can preload the very same font.
  const keptFiles = {
    name: 'kept-files',
    setup(bundler) {
      bundler.onResolve({ filter: /\.(woff2|svg|png)$/ }, ({ path: address }) => {
        const name = path.basename(address);
        if (!Object.hasOwn(manifest, name))
          return { errors: [{ text: `${address} is not in src/kit/look/fonts or static.` }] };
        return { path: `./${manifest[name]}`, external: true };
      });
    },
  };

  const { outputFiles } = await build({
    entryPoints: [
      ...['public.css', 'desk.css', 'public.ts', 'desk.ts'].map((name) => path.join(look, name)),
      ...clientScripts(path.join(root, 'src')),
    ],
    outdir: outDir,
    entryNames: '[name]',
    bundle: true,
    minify,
    write: false,
    format: 'esm',
    target: TARGETS,
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [keptFiles],
  });
  for (const { path: file, contents } of outputFiles)
    keep(path.basename(file).replace('.client.', '.'), Buffer.from(contents));

  writeFileSync(path.join(outDir, 'assets.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const manifest = await buildAssets(path.resolve(process.argv[2] ?? path.join(root, 'build', 'assets')));
  process.stdout.write(`${Object.values(manifest).join('\n')}\n`);
}
