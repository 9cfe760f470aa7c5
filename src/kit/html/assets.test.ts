// Addresses of built files: plain names without a manifest, hashed names with one, and no start without a good one.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { asset, loadAssets } from './assets.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'assets-'));
const write = (text: string) => writeFileSync(path.join(folder, 'assets.json'), text);
afterAll(() => {
  write('{}');
  loadAssets(folder);
  rmSync(folder, { recursive: true });
});

it('finds a file by its plain name', () => {
  expect(asset('public.css')).toBe('/assets/public.css');
  write('{"public.css":"public.ab12cd34.css"}');
  loadAssets(folder);
  expect(asset('public.css')).toBe('/assets/public.ab12cd34.css');
  expect(asset('constructor')).toBe('/assets/constructor');
});

it.each(['[1]', '{"public.css":7}', 'null', ''])('refuses a manifest of %j', (text) => {
  write(text);
  expect(() => loadAssets(folder)).toThrow();
});

it('refuses to start without one', () => {
  expect(() => loadAssets(path.join(folder, 'nowhere'))).toThrow(/assets\.json/);
});
