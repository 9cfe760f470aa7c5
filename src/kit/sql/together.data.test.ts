// Several lists in one statement: written once for each set of values, and never told the values of the one before.
import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import { openTestDatabase } from '../../../test/support/database.ts';
import { readTogether, type Slots } from './together.ts';

interface Wanted {
  readonly above: number;
  readonly named?: string | undefined;
}

const db = await openTestDatabase<object>({
  '0001-things': `create table things (id int primary key, name text not null);
    insert into things values (1, 'one'), (2, 'two'), (3, 'three');`,
});

const lists = ({ above, named }: Slots<Wanted>) => ({
  things: sql<{ id: number }>`select id from things
    where id > ${above} ${named === undefined ? sql`` : sql`and name = ${named}`} order by id limit ${2}`,
  names: sql<{ name: string }>`select name from things where id = ${above}`,
});

test('each list has its rows, and an empty one is empty', async () => {
  const read = readTogether<Wanted, ReturnType<typeof lists>>(lists);
  expect(await read(db.kysely, { above: 0 })).toEqual({ things: [{ id: 1 }, { id: 2 }], names: [] });
});

test('the statement is written once for each set of values, and every reading has its own', async () => {
  const write = vi.fn(lists);
  const read = readTogether<Wanted, ReturnType<typeof lists>>(write);
  expect(await read(db.kysely, { above: 1 })).toEqual({ things: [{ id: 2 }, { id: 3 }], names: [{ name: 'one' }] });
  expect(await read(db.kysely, { above: 2, named: undefined })).toEqual({
    things: [{ id: 3 }],
    names: [{ name: 'two' }],
  });
  expect(write).toHaveBeenCalledTimes(1);
  expect((await read(db.kysely, { above: 1, named: 'three' })).things).toEqual([{ id: 3 }]);
  expect((await read(db.kysely, { above: 1, named: 'two' })).things).toEqual([{ id: 2 }]);
  expect(write).toHaveBeenCalledTimes(2);
});
