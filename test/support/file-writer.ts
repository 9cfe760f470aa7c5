// A process that keeps a file, writes its row, says so and waits before the commit; tests kill it there.
import { migrations } from '../../database/migrations/index.ts';
import type { Tables } from '../../database/tables.ts';
import { newId } from '../../src/kit/ids.ts';
import { openFiles } from '../../src/kit/files/files.ts';
import { folderStore } from '../../src/kit/files/folder.ts';
import { openDatabase } from '../../src/kit/sql/database.ts';
import { migrate } from '../../src/kit/sql/migrations.ts';
import { inSeat } from '../../src/kit/sql/seat.ts';
import { workersSeat } from '../../src/worker/post-room.ts';
import { makeDesk } from './desk.ts';

const [folder = '', key = ''] = process.argv.slice(2);
const at = '2026-04-01T10:00:00Z';

const database = await openDatabase<Tables>({ folder });
await migrate(database, migrations);
const { serviceId } = await makeDesk(database);
const files = openFiles(folderStore(`${folder}/files`), { current: 'k1', keys: { k1: key } });

async function keep(commit: boolean): Promise<void> {
  await inSeat(database, workersSeat, async (tx) => {
    const record = await files.putFile(Buffer.from('a letter'));
    await tx
      .insertInto('files')
      .values({
        id: newId(),
        service_id: serviceId,
        media_type: 'application/pdf',
        name: 'letter.pdf',
        size: record.size,
        sha256: record.sha256,
        storage: JSON.stringify(record),
        made_at: at,
      })
      .execute();
    process.stdout.write(`${record.fileId}\n`);
    if (!commit) await new Promise(() => setInterval(() => undefined, 60_000));
  });
}

await keep(true);
await keep(false);
