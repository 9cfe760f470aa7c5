// Changing somebody's place at the desk and ending it: what it does, what it refuses, and that a manager always stays.
import { expect, test } from 'vitest';
import { migrations } from '../../database/migrations/index.ts';
import type { Tables } from '../../database/tables.ts';
import { openTestDatabase } from '../../test/support/database.ts';
import { newId } from '../kit/ids.ts';
import { makeTown, type Browser, type Town } from './fixtures/town.ts';
import { inviteStaff } from './invitations.ts';
import { changeStaff, endStaff, type StaffChange } from './staff-changes.ts';
import { signInAs } from './trial.ts';
import type { Staff } from './who.ts';

const database = await openTestDatabase<Tables>(migrations);

async function managerAt(town: Town): Promise<Browser> {
  const browser = town.browser();
  const session = await signInAs(town.program, town.desk.manager.accountId, 'Firefox on Linux');
  browser.cookies.set('__Host-session', session?.sessionToken ?? '');
  await browser.submit('/desk/step-up', '/trial/step-up');
  return browser;
}
const change = (town: Town, who: Staff, over: Partial<StaffChange> = {}) =>
  changeStaff(town.program, town.desk.manager, {
    actId: newId(),
    accountId: who.accountId,
    roles: who.roles,
    employer: 'The charity',
    independent: true,
    ...over,
  });
const end = (town: Town, who: Staff, by = town.desk.manager) =>
  endStaff(town.program, by, { actId: newId(), accountId: who.accountId });
const rowOf = (town: Town, { accountId }: Staff) =>
  town.desk.look((tx) =>
    tx.selectFrom('staff').selectAll().where('account_id', '=', accountId).executeTakeFirstOrThrow(),
  );
const factsOf = (town: Town, code: string) =>
  town.desk.look((tx) =>
    tx
      .selectFrom('facts')
      .select('data')
      .where('service_id', '=', town.desk.serviceId)
      .where('code', '=', code)
      .execute(),
  );

test('roles, employer and independence are changed and recorded; nothing changed is nothing said', async () => {
  const town = await makeTown(database);
  const { adviser } = town.desk;
  const over = { roles: ['adviser', 'manager'], employer: 'Another charity', independent: false } as const;
  expect(await change(town, adviser, over)).toMatchObject({ done: true });
  expect(await rowOf(town, adviser)).toMatchObject(over);
  await change(town, adviser, over);
  expect(await factsOf(town, 'staff-changed')).toEqual([
    { data: { account: adviser.accountId, fields: ['roles', 'employer', 'no-longer-independent'] } },
  ]);
});

test.each([
  ['Wirral Council', 'a council that we keep'],
  [' wirral council ', 'the same, however it is written'],
  ['NHS England', 'NHS England'],
  ['NHS Cheshire and Merseyside ICB', 'an ICB'],
])('whoever is employed by %s is not independent: %s (section 56(3))', async (employer) => {
  const town = await makeTown(database);
  expect(await change(town, town.desk.adviser, { employer })).toEqual({ refused: 'employer-not-independent' });
  expect(await change(town, town.desk.adviser, { employer, independent: false })).toMatchObject({ done: true });
});

test('the command refuses by reason', async () => {
  const town = await makeTown(database);
  const { adviser, manager } = town.desk;
  expect(await end(town, manager, adviser)).toEqual({ refused: 'not-a-manager' });
  expect(await end(town, manager)).toEqual({ refused: 'not-yourself' });
  expect(await change(town, manager, { roles: ['adviser'] })).toEqual({ refused: 'last-manager' });
  expect(await change(town, adviser, { roles: [] })).toEqual({ refused: 'no-role' });
  expect(await change(town, adviser, { employer: ' ' })).toEqual({ refused: 'no-employer' });
  expect(await change(town, { ...adviser, accountId: newId() })).toEqual({ refused: 'not-on-the-staff' });
  await end(town, adviser);
  expect(await end(town, adviser)).toEqual({ refused: 'not-on-the-staff' });
});

test('two managers who end one another at once leave one of them', async () => {
  const town = await makeTown(database);
  const { adviser, manager } = town.desk;
  await change(town, adviser, { roles: ['manager'] });
  const other: Staff = { ...adviser, roles: ['manager'] };
  await Promise.all([end(town, other, manager), end(town, manager, other)]);
  const left = [await rowOf(town, manager), await rowOf(town, other)].filter(({ until_on: until }) => until === null);
  expect(left).toHaveLength(1);
});

test('a manager ends a place by the page: they are out at once, and their address can be invited again', async () => {
  const town = await makeTown(database, { trial: true });
  const adviser = town.browser();
  await adviser.signInByLink(town, town.adviserEmail);
  const manager = await managerAt(town);
  const path = `/desk/settings/staff/${town.desk.adviser.accountId}`;
  expect(await manager.submit(path, `${path}/end`)).toMatchObject({ status: 303 });
  expect((await adviser.get('/desk')).status).toBe(303);
  const open = await town.desk.look((tx) =>
    tx
      .selectFrom('sessions')
      .select('id')
      .where('account_id', '=', town.desk.adviser.accountId)
      .where('ended_at', 'is', null)
      .execute(),
  );
  expect(open).toEqual([]);
  expect((await manager.get('/desk/settings/staff')).body).not.toContain('Leah Brennan');
  expect(
    await inviteStaff(town.program, town.desk.manager, newId(), {
      email: town.adviserEmail,
      name: 'Leah Brennan',
      roles: ['adviser'],
      employer: 'The charity',
      independent: true,
    }),
  ).toMatchObject({ done: true });
});

test('what was typed stays when something is wrong, and the manager’s own place shows no end', async () => {
  const town = await makeTown(database, { trial: true });
  const manager = await managerAt(town);
  const path = `/desk/settings/staff/${town.desk.adviser.accountId}`;
  const wrong = await manager.submit(path, path, { roles: 'adviser', employer: 'Wirral Council', independent: 'no' });
  expect([wrong.status, wrong.body]).toEqual([422, expect.stringContaining('value="Wirral Council"')]);
  expect(wrong.body).toContain('is not independent (section 56(3))');
  const mine = await manager.get(`/desk/settings/staff/${town.desk.manager.accountId}`);
  expect(mine.body).toContain('Another manager can end it.');
  expect((await manager.get(`/desk/settings/staff/${newId()}`)).status).toBe(404);
});
