// The embedded database itself, alone in a worker thread: takes PostgreSQL wire messages and gives the answers back.
// Run as a program of its own with a directory, it makes an empty database there and ends.
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { DurableFiles, durableStart, inMemoryStart } from './embedded-files.ts';
import { makeDatabase } from './embedded-make.ts';

/** Where the data is: a folder on the disk, or memory filled from a dump (an empty database without one). */
export type Home = { readonly directory: string } | { readonly memory: Uint8Array | null };

/** What the main thread may ask. `wire` is one or more whole protocol messages. */
export type Order = { readonly id: number } & (
  { readonly ask: 'wire'; readonly bytes: Uint8Array } | { readonly ask: 'syncs' | 'dump' | 'close' }
);

export type Answer = Uint8Array<ArrayBuffer> | number | null;

/** What the worker says: once that it is ready, then one answer for each order. */
export type Report =
  'ready' | { readonly id: number; readonly answer: Answer } | { readonly id: number; readonly error: string };

async function open(home: Home): Promise<{ database: PGlite; files: DurableFiles | null }> {
  if ('memory' in home) {
    const dump = home.memory ? new Blob([home.memory as Uint8Array<ArrayBuffer>]) : undefined;
    return { database: await PGlite.create({ loadDataDir: dump, startParams: inMemoryStart }), files: null };
  }
  const files = new DurableFiles(home.directory);
  const database = await PGlite.create({ fs: files, startParams: durableStart });
  const { rows } = await database.query<{ fsync: string }>('show fsync');
  if (rows[0]?.fsync !== 'on') {
    throw new Error('the embedded database started without fsync, so it could lose what it acknowledged');
  }
  return { database, files };
}

async function serve(home: Home): Promise<void> {
  const { database, files } = await open(home);
  async function obey(order: Order): Promise<Answer> {
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
  parentPort?.on('message', (order: Order) => {
    obey(order).then(
      (answer) => report({ id: order.id, answer }, answer instanceof Uint8Array ? [answer.buffer] : []),
      (error: unknown) => report({ id: order.id, error: error instanceof Error ? error.message : String(error) }),
    );
  });
}

function report(words: Report, moved: ArrayBuffer[] = []): void {
  parentPort?.postMessage(words, moved);
}

if (isMainThread) {
  const [, , directory = ''] = process.argv;
  await makeDatabase(directory);
} else {
  await serve(workerData as Home);
  report('ready');
}
