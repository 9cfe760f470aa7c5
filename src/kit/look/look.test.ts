// The built look: small enough for a cheap telephone, names that follow content, and a rule for every class our pages use.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pages } from '../html/fixtures/gallery.tsx';
import { renderPage } from '../html/render.ts';

interface Assets {
  buildAssets(outDir: string): Promise<Record<string, string>>;
}

const folder = mkdtempSync(path.join(tmpdir(), 'look-'));
const read = (name: string) => readFileSync(path.join(folder, name));
let manifest: Record<string, string>;

beforeAll(async () => {
  const tool = pathToFileURL(path.resolve('tools/assets.mjs')).href;
  manifest = await ((await import(/* @vite-ignore */ tool)) as Assets).buildAssets(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

it.each([
  ['public.css', 14],
  ['desk.css', 14],
  ['public.js', 5],
  ['desk.js', 5],
])('%s is at most %i KB on the wire', (name, kilobytes) => {
  expect(read(`${manifest[name]}.br`).length).toBeLessThanOrEqual(kilobytes * 1024);
});

it('names files after their content, and lists them', () => {
  expect(JSON.parse(read('assets.json').toString())).toEqual(manifest);
  for (const name of Object.values(manifest)) expect(name).toMatch(/\.[0-9a-f]{8}\.\w+$/);
});

it('points the style sheets at the font that pages preload, with its licence beside it', () => {
  for (const sheet of ['public.css', 'desk.css']) {
    expect(read(manifest[sheet]!).toString()).toContain(`url(./${manifest['atkinson-hyperlegible-next-latin.woff2']})`);
  }
  expect(read(manifest['OFL.txt']!).toString()).toContain('SIL OPEN FONT LICENSE');
});

it('asks nothing of another site', () => {
  for (const name of ['public.css', 'desk.css', 'public.js', 'desk.js'])
    expect(read(manifest[name]!).toString()).not.toMatch(/https?:/);
});

it.each(['public.css', 'desk.css'])('%s writes on the teal in its own token, which print turns dark', (sheet) => {
  const rules = read(manifest[sheet]!)
    .toString()
    .matchAll(/([^{}]+)\{([^{}]*)\}/g);
  const lost = [...rules].filter(
    ([, , says]) => /background:var\(--brand\)/.test(says!) && /(?<!-)color:#fff/.test(says!),
  );
  expect(lost.map(([, selector]) => selector)).toEqual([]);
});

/** Classes that only say what a thing is: govuk-frontend's own names that need no rule in our look, and hooks for scripts. */
const UNSTYLED =
  /^(govuk-(link|list|list-item|fieldset|textarea|js-character-count|details|character-count|date-input__(item|input|label)|warning-text__text|error-summary__body|notification-banner__(header|content)|summary-list__(value|actions)|(radios|checkboxes)__(hint|conditional--hidden))|is-to-come)$/;

describe.each([
  ['public.css', ['dates', 'question', 'fields', 'family', 'plain']],
  ['desk.css', ['today', 'case', 'board', 'call']],
])('%s', (sheet, names) => {
  it('has a rule for every class its pages use', () => {
    const css = read(manifest[sheet]!).toString();
    const used = new Set(
      names.flatMap((name) =>
        [...renderPage(pages()[name]!).matchAll(/ class="([^"]*)"/g)].flatMap(([, list]) => list!.split(' ')),
      ),
    );
    const missing = [...used].filter(
      (name) => name && !UNSTYLED.test(name) && !new RegExp(`\\.${name}(?![\\w-])`).test(css),
    );
    expect(missing).toEqual([]);
  });
});
