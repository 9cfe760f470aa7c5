// A new folder for a copy of records, that nobody else on the machine can open.
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Put } from './exporting.ts';

/** The folder holds something already; a copy is never mixed with another. */
export class FolderNotEmpty extends Error {
  override readonly name = 'FolderNotEmpty';
}

/** Makes the folder and gives what writes into it: folders for this user alone (0700), files likewise (0600). @throws {@link FolderNotEmpty} */
export async function openExportFolder(folder: string): Promise<Put> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0)
    throw new FolderNotEmpty('That folder is not empty. Name a new one, so that two copies are never mixed.');
  return async (name, content) => {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(file, content, { mode: 0o600, flag: 'wx' });
  };
}
