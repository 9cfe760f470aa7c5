// Opens the encrypted files of an installation: the folder and the master keys that its settings name.
import path from 'node:path';
import type { Config } from './config.ts';
import { openFiles, type Files } from './kit/files/files.ts';
import { folderStore } from './kit/files/folder.ts';

/** Opens them. The first master key locks new files; every other still opens what it locked. @throws {@link KeyringRefused} */
export function openStoredFiles({ dataFolder, masterKeys }: Pick<Config, 'dataFolder' | 'masterKeys'>): Files {
  return openFiles(folderStore(path.join(dataFolder, 'files')), {
    current: masterKeys[0].id,
    keys: Object.fromEntries(masterKeys.map(({ id, key }) => [id, Buffer.from(key).toString('base64')])),
  });
}
