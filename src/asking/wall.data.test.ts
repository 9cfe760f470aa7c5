// The front door's place in the wall, from the database's own catalogue and by trying: it adds, and reads nothing back.
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { migrations } from '../../database/migrations/index.ts';
import type { Tables } from '../../database/tables.ts';
import { openCase as openKnownCase } from '../../test/support/contact.ts';
import { openTestDatabase } from '../../test/support/database.ts';
import { makeDesk } from '../../test/support/desk.ts';
import { newId } from '../kit/ids.ts';
import { inSeat } from '../kit/sql/seat.ts';
import { frontSeat, hashOfSecret } from './front-seat.ts';

const database = await openTestDatabase<Tables>(migrations);
const desk = await makeDesk(database);
await openKnownCase(desk.at('2026-03-31T10:20:00+01:00'), desk);

async function grants(view: string): Promise<{ table: string; what: string }[]> {
  const { rows } = await sql.raw<{ table: string; what: string }>(view).execute(database.kysely);
  return rows;
}

test('the front door may add the rows of a contact, and change nothing but its own draft', async () => {
  const tables = await grants(
    `select table_name as table, privilege_type as what from information_schema.role_table_grants where grantee = 'front' order by 1, 2`,
  );
  expect(tables.filter(({ what }) => what !== 'INSERT')).toEqual([{ table: 'asking_drafts', what: 'SELECT' }]);
  const changed = await grants(
    `select distinct table_name as table, privilege_type as what from information_schema.role_column_grants where grantee = 'front' and privilege_type = 'UPDATE'`,
  );
  expect(changed).toEqual([{ table: 'asking_drafts', what: 'UPDATE' }]);
});

test('it reads its own draft and the papers of it, and nothing of anybody else', async () => {
  const readable = await grants(
    `select distinct table_name as table, 'read' as what from information_schema.role_column_grants where grantee = 'front' and privilege_type = 'SELECT' order by 1`,
  );
  expect(readable.map(({ table }) => table)).toEqual(['asking_drafts', 'documents', 'files']);
  for (const table of [
    'cases',
    'people',
    'children',
    'contact_points',
    'participations',
    'letters',
    'services',
    'bodies',
    'acts',
  ]) {
    const asking = inSeat(database, frontSeat(desk.serviceId, null), (tx) =>
      sql.raw(`select * from ${table}`).execute(tx),
    );
    await expect(asking, table).rejects.toThrow(/permission denied/);
  }
});

test('a visitor’s own seat reads no draft, no case and no offered answer', async () => {
  await draft('one');
  const seat = { role: 'app', settings: { 'cg.account': '', 'cg.service': desk.serviceId }, readOnly: true };
  await expect(inSeat(database, seat, (tx) => tx.selectFrom('asking_drafts').selectAll().execute())).rejects.toThrow(
    /permission denied/,
  );
  expect(await inSeat(database, seat, (tx) => tx.selectFrom('cases').selectAll().execute())).toEqual([]);
  expect(await inSeat(database, seat, (tx) => tx.selectFrom('offered_answers').selectAll().execute())).toEqual([]);
});

async function draft(secret: string): Promise<void> {
  await inSeat(database, frontSeat(desk.serviceId, secret), (tx) =>
    tx
      .insertInto('asking_drafts')
      .values({
        id: newId(),
        service_id: desk.serviceId,
        browser_hash: hashOfSecret(secret),
        made_at: '2026-03-31T09:20:00Z',
        saved_at: '2026-03-31T09:20:00Z',
      })
      .execute(),
  );
}

test('a secret opens one draft; none, or a wrong one, opens nothing', async () => {
  await draft('two');
  await draft('three');
  const drafts = (secret: string | null) =>
    inSeat(database, frontSeat(desk.serviceId, secret), (tx) => tx.selectFrom('asking_drafts').selectAll().execute());
  expect(await drafts('two')).toHaveLength(1);
  expect(await drafts('four')).toEqual([]);
  expect(await drafts(null)).toEqual([]);
});

test('it adds for the service whose door it is, and for no other', async () => {
  const other = await makeDesk(database);
  const adding = inSeat(database, frontSeat(desk.serviceId, null), (tx) =>
    tx
      .insertInto('people')
      .values({
        id: newId(),
        service_id: other.serviceId,
        first_names: 'A',
        last_name: 'B',
        made_at: '2026-03-31T09:20:00Z',
      })
      .execute(),
  );
  await expect(adding).rejects.toThrow(/row-level security/);
});

test('of papers and files it sees those of its own draft alone', async () => {
  const seen = await inSeat(database, frontSeat(desk.serviceId, 'two'), async (tx) => ({
    papers: await tx.selectFrom('documents').select('id').execute(),
    files: await tx.selectFrom('files').select('id').execute(),
  }));
  expect(seen).toEqual({ papers: [], files: [] });
});
