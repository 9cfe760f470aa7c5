// Looks: written by whoever looks, in their own name, and read by managers alone.
import { expect, test } from 'vitest';
import { migrations } from '../../database/migrations/index.ts';
import type { Tables } from '../../database/tables.ts';
import { openTestDatabase } from '../../test/support/database.ts';
import { inSeat } from '../kit/sql/seat.ts';
import { newId } from '../kit/ids.ts';
import { reading, type Tx } from '../program.ts';
import { makeTown, type Town } from '../sign-in/fixtures/town.ts';
import { seatOf, type SignedIn } from '../sign-in/who.ts';
import { listLooked, looked, type Look } from './looked.ts';

const database = await openTestDatabase<Tables>(migrations);

const look = (town: Town, who: SignedIn, at: Look) =>
  inSeat(database, seatOf(who, false), (tx) => looked(tx, who, at, town.program.clock.now()));
const list = (town: Town, who: SignedIn, filter = {}) =>
  reading(town.program, who, (tx) => listLooked(tx, town.desk.serviceId, filter));

test('a manager sees who looked at what, the latest first', async () => {
  const town = await makeTown(database);
  const { adviser, administrator, manager } = town.desk;
  await look(town, adviser, { what: 'case', caseId: town.amira.caseId });
  await look(town, administrator, { what: 'search' });
  await look(town, adviser, { what: 'paper', caseId: town.brook.caseId, subjectId: newId() });
  expect(await list(town, manager)).toMatchObject([
    { what: 'paper', byName: 'Leah Brennan', caseReference: town.brook.reference },
    { what: 'search', byName: 'Tom Hale', caseReference: null },
    { what: 'case', byName: 'Leah Brennan', caseReference: town.amira.reference, subjectId: null },
  ]);
});

test('looks are found by person, by case, by kind, and page by page', async () => {
  const town = await makeTown(database);
  const { adviser, administrator, manager } = town.desk;
  for (let n = 0; n < 101; n += 1) await look(town, adviser, { what: 'case', caseId: town.amira.caseId });
  await look(town, administrator, { what: 'export', caseId: town.brook.caseId });
  expect(await list(town, manager, { accountId: administrator.accountId })).toHaveLength(1);
  expect(await list(town, manager, { caseId: town.brook.caseId })).toHaveLength(1);
  expect(await list(town, manager, { what: 'person' })).toHaveLength(0);
  const first = await list(town, manager);
  expect(first).toHaveLength(100);
  const before = first.at(-1);
  expect(await list(town, manager, { before })).toHaveLength(2);
});

test('nobody but a manager reads looks', async () => {
  const town = await makeTown(database);
  await look(town, town.desk.adviser, { what: 'case', caseId: town.amira.caseId });
  const family = await town.desk.familyOf(town.amira.personId);
  for (const who of [town.desk.adviser, town.desk.administrator, family]) expect(await list(town, who)).toEqual([]);
});

test('nobody looks in another’s name', async () => {
  const town = await makeTown(database);
  const as = { ...town.desk.adviser, accountId: town.desk.manager.accountId };
  const forged = inSeat(database, seatOf(town.desk.adviser, false), (tx) =>
    looked(tx, as, { what: 'case', caseId: town.amira.caseId }, town.program.clock.now()),
  );
  await expect(forged).rejects.toThrow(/row-level security/);
});

test('a look cannot be changed or taken back', async () => {
  const town = await makeTown(database);
  await look(town, town.desk.manager, { what: 'case', caseId: town.amira.caseId });
  const asManager = <R>(work: (tx: Tx) => Promise<R>) => inSeat(database, seatOf(town.desk.manager, false), work);
  const changed = asManager((tx) => tx.updateTable('looked').set({ what: 'search' }).execute());
  await expect(changed).rejects.toThrow(/permission denied/);
  const removed = asManager((tx) => tx.deleteFrom('looked').execute());
  await expect(removed).rejects.toThrow(/permission denied/);
});

test('the manager sees the unusual: a case that is not theirs without an act of theirs, and many cases within an hour', async () => {
  const town = await makeTown(database);
  const { adviser, otherAdviser, manager } = town.desk;
  const caseId = town.amira.caseId;
  await database.kysely
    .updateTable('cases')
    .set({ owner_account_id: adviser.accountId })
    .where('id', '=', caseId)
    .execute();
  await look(town, adviser, { what: 'case', caseId });
  await look(town, otherAdviser, { what: 'case', caseId });
  const marks = async () =>
    (await list(town, manager)).map(({ byName, isNobodysWork, isOneOfMany }) => [byName, isNobodysWork, isOneOfMany]);
  expect(await marks()).toEqual(
    expect.arrayContaining([
      ['Dana Whitfield', true, false],
      ['Leah Brennan', false, false],
    ]),
  );
  const at = town.program.clock.now();
  await database.kysely
    .insertInto('acts')
    .values({
      id: newId(),
      service_id: town.desk.serviceId,
      case_id: caseId,
      command: 'takeCase',
      account_id: otherAdviser.accountId,
      by: 'staff',
      at: at.toString(),
      on_day: town.program.clock.today().toString(),
    })
    .execute();
  expect(await marks()).toContainEqual(['Dana Whitfield', false, false]);
  await database.kysely
    .insertInto('looked')
    .values(
      Array.from({ length: 20 }, () => ({
        id: newId(),
        service_id: town.desk.serviceId,
        account_id: adviser.accountId,
        what: 'case',
        case_id: newId(),
        at: at.toString(),
      })),
    )
    .execute();
  expect((await marks()).filter(([, , isOneOfMany]) => isOneOfMany).length).toBeGreaterThanOrEqual(20);
});
