// The embedded database itself, alone in a worker thread: takes PostgreSQL wire messages and gives the answers back.
import fs from 'node:fs';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { DurableFiles, durableStart, inMemoryStart, syncFolder } from './embedded-files.ts';

/** Where the data is: a folder on the disk, or memory filled from a dump (an empty database without one). */
export type Home = { readonly directory: string } | { readonly memory: Uint8Array | null };

/** What the main thread may ask. `wire` is one or more whole protocol messages. */
export type Order = { readonly id: number } & (
  { readonly ask: 'wire'; readonly bytes: Uint8Array } | { readonly ask: 'syncs' | 'dump' | 'close' }
);

/** What the worker says: once that it is ready, then one answer for each order. */
export type Report =
  | 'ready'
  | { readonly id: number; readonly answer: Uint8Array<ArrayBuffer> | number | null }
  | { readonly id: number; readonly error: string };

/**
 * Makes the database beside its final place and moves it there complete and on the disk, so that a crash or a
 * power cut during the first start leaves nothing that looks like a database.
 */
async function make(directory: string): Promise<void> {
  const unfinished = `${directory}.unfinished`;
  fs.rmSync(unfinished, { recursive: true, force: true });
  fs.mkdirSync(path.dirname(directory), { recursive: true });
  const database = await PGlite.create({ fs: new DurableFiles(unfinished), startParams: inMemoryStart });
  await database.close();
  syncFolder(unfinished);
  fs.renameSync(unfinished, directory);
  const parent = fs.openSync(path.dirname(directory), 'r');
  fs.fsyncSync(parent);
  fs.closeSync(parent);
}

async function open(home: Home): Promise<{ database: PGlite; files: DurableFiles | null }> {
  if ('memory' in home) {
    const dump = home.memory ? new Blob([home.memory as Uint8Array<ArrayBuffer>]) : undefined;
    return { database: await PGlite.create({ loadDataDir: dump, startParams: inMemoryStart }), files: null };
  }
  if (!fs.existsSync(home.directory)) await make(home.directory);
  const files = new DurableFiles(home.directory);
  const database = await PGlite.create({ fs: files, startParams: durableStart });
  const { rows } = await database.query<{ fsync: string }>('show fsync');
  if (rows[0]?.fsync !== 'on')
    throw new Error('the embedded database started without fsync, so it could lose what it acknowledged');
  return { database, files };
}

async function obey(order: Order): Promise<Uint8Array<ArrayBuffer> | number | null> {
  switch (order.ask) {
    case 'wire':
      return (await database.execProtocolRaw(order.bytes, { syncToFs: false })) as Uint8Array<ArrayBuffer>;
    case 'syncs':
      return files?.syncs ?? 0;
    case 'dump':
      return new Uint8Array(await (await database.dumpDataDir('none')).arrayBuffer());
    case 'close':
      await database.close();
      return null;
  }
}

const port = parentPort;
if (!port) throw new Error('embedded-worker runs only as a worker thread');
const report = (words: Report, moved: ArrayBuffer[] = []): void => port.postMessage(words, moved);

const { database, files } = await open(workerData as Home);
port.on('message', (order: Order) => {
  obey(order).then(
    (answer) => report({ id: order.id, answer }, answer instanceof Uint8Array ? [answer.buffer] : []),
    (error: unknown) => report({ id: order.id, error: error instanceof Error ? error.message : String(error) }),
  );
});
report('ready');
