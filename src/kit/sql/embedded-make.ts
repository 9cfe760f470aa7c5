// Makes an empty embedded database on the disk, whole or not at all.
import fs from 'node:fs';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { DurableFiles, inMemoryStart, syncFolder, syncPath } from './embedded-files.ts';

/**
 * Makes the database beside its final place and moves it there complete and on the disk, so that a crash or a
 * power cut during the first start leaves nothing that looks like a database. Takes about 3 seconds and 200 MB,
 * which the process gives back only by ending.
 */
export async function makeDatabase(directory: string): Promise<void> {
  const unfinished = `${directory}.unfinished`;
  fs.rmSync(unfinished, { recursive: true, force: true });
  const database = await PGlite.create({ fs: new DurableFiles(unfinished), startParams: inMemoryStart });
  await database.close();
  syncFolder(unfinished);
  fs.renameSync(unfinished, directory);
  syncPath(path.dirname(directory));
}
