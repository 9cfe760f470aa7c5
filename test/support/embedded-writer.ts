// A process that opens the embedded database in a folder, says so, and says each row once it is committed; tests kill it.
import { sql } from 'kysely';
import { openDatabase } from '../../src/kit/sql/database.ts';
import { inSeat } from '../../src/kit/sql/seat.ts';

const [folder = ''] = process.argv.slice(2);

try {
  const db = await openDatabase<unknown>({ folder });
  process.stdout.write('open\n');
  const seat = { role: 'postgres', settings: {}, readOnly: false };
  await inSeat(db, seat, (tx) =>
    sql`create table if not exists acknowledged (id int primary key, words text not null)`.execute(tx),
  );
  for (let id = 1; ; id += 1) {
    await inSeat(db, seat, (tx) => sql`insert into acknowledged values (${id}, ${'word '.repeat(200)})`.execute(tx));
    process.stdout.write(`${id}\n`);
  }
} catch (error) {
  process.stdout.write(`${String(error)}\n`);
  process.exitCode = 1;
}
