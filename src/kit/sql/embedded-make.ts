// Makes an empty embedded database on the disk, whole or not at all.
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { DurableFiles, inMemoryStart, syncFolder, syncPath } from './embedded-files.ts';

/**
 * Makes the database beside its final place and moves it there complete and on the disk, so that a crash or a
 * power cut during the first start leaves nothing that looks like a database. Takes about 3 seconds and 200 MB,
 * which the process gives back only by ending. A maker whose program was killed works on without it: each has a
 * folder of its own, the later one takes an earlier one's away, and nothing is ever moved over a database that is there.
 */
export async function makeDatabase(directory: string): Promise<void> {
  const folder = path.dirname(directory);
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const left of fs.readdirSync(folder))
    if (left.startsWith(`${path.basename(directory)}.unfinished`)) removeIfNobodyWrites(path.join(folder, left));
  const unfinished = `${directory}.unfinished-${randomUUID()}`;
  const database = await PGlite.create({ fs: new DurableFiles(unfinished), startParams: inMemoryStart });
  await database.close();
  syncFolder(unfinished);
  putInPlace(unfinished, directory);
  syncPath(folder);
}

/** Moves a finished database to its place, or takes it away where one was put there meanwhile. */
export function putInPlace(finished: string, directory: string): void {
  try {
    fs.renameSync(finished, directory);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && (error.code === 'ENOTEMPTY' || error.code === 'EEXIST')))
      throw error;
    fs.rmSync(finished, { recursive: true, force: true });
  }
}

/** Removes what a maker left. One that still writes there puts files back while we remove them: it ends, and the next start finds the rest. */
function removeIfNobodyWrites(unfinished: string): void {
  try {
    fs.rmSync(unfinished, { recursive: true, force: true });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOTEMPTY')) throw error;
  }
}
