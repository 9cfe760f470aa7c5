// What the process that opens papers is allowed: to read its own code, and to hold so much memory.
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';

/**
 * Gives the arguments under which Node runs `file` and lets it write nothing, start nothing, and read nothing but code and packages: no
 * paper of anybody's, no database, no key.
 */
export function lockedDown(file: string): string[] {
  const root = findUp(path.dirname(file), 'package.json');
  const packages = realpathSync(path.join(root, 'node_modules'));
  const places = ['package.json', 'src/*', 'build/*'].map((place) => path.join(root, place));
  const mayRead = [...places, path.join(packages, '*')].map((place) => `--allow-fs-read=${place}`);
  return ['--permission', ...mayRead, '--allow-addons', '--no-warnings'];
}

/** Finds the nearest folder at or above `from` that holds a file of this name. */
function findUp(from: string, name: string): string {
  const above = path.dirname(from);
  return above === from || existsSync(path.join(from, name)) ? from : findUp(above, name);
}

/** Gives the megabytes that a process holds in memory; 0 where the system does not say, which is anywhere but on Linux. */
export function memoryMbOf(pid: number | undefined): number {
  try {
    const [, kilobytes = '0'] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1')) ?? [];
    return Number(kilobytes) / 1024;
  } catch {
    return 0;
  }
}
