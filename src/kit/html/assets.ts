// Finds the address of a style sheet, script, font or picture that the build gave a name with its content in it.
import { readFileSync } from 'node:fs';
import path from 'node:path';

let manifest: Readonly<Record<string, string>> = {};

/** Where the built files are served. */
export const ASSETS_PATH = '/assets/';

/**
 * Reads the manifest that the build wrote; call once at start, with the folder that holds `assets.json`.
 * Throws when it is missing or is not a list of names: pages without their style sheet must not be served.
 */
export function loadAssets(folder: string): void {
  const file = path.join(folder, 'assets.json');
  const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof read !== 'object' || read === null || !Object.values(read).every((name) => typeof name === 'string')) {
    throw new TypeError(`${file} is not a list of built files.`);
  }
  manifest = read as Record<string, string>;
}

/** The address of a built file: `public.css` becomes `/assets/public.AB12CD34.css`. Without a manifest (in tests) the plain name is used. */
export function asset(name: string): string {
  return ASSETS_PATH + (Object.hasOwn(manifest, name) ? manifest[name] : name);
}
