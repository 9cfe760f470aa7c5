// The manager's page of the staff: who may use it, what it does, and what the wall says to those who go around it.
import { expect, test } from 'vitest';
import { migrations } from '../../database/migrations/index.ts';
import type { Tables } from '../../database/tables.ts';
import { openTestDatabase } from '../../test/support/database.ts';
import { newId } from '../kit/ids.ts';
import { inSeat } from '../kit/sql/seat.ts';
import { makeTown, type Browser, type Town } from './fixtures/town.ts';
import { inviteStaff } from './invitations.ts';
import { suspendStaff } from './staff.ts';
import { signInAs } from './trial.ts';
import { seatOf } from './who.ts';

const database = await openTestDatabase<Tables>(migrations);

async function managerAt(town: Town): Promise<Browser> {
  const browser = town.browser();
  const session = await signInAs(town.program, town.desk.manager.accountId, 'Firefox on Linux');
  browser.cookies.set('__Host-session', session?.sessionToken ?? '');
  await browser.submit('/desk/step-up', '/trial/step-up');
  return browser;
}
const suspension = (id: string) => `/desk/settings/staff/${id}/suspension`;

test('a manager suspends an adviser, who is out at once, and lets them in again', async () => {
  const town = await makeTown(database, { trial: true });
  const adviser = town.browser();
  await adviser.signInByLink(town, town.adviserEmail);
  const manager = await managerAt(town);
  const to = suspension(town.desk.adviser.accountId);
  expect(await manager.submit('/desk/settings/staff', to)).toMatchObject({ status: 303 });
  expect((await adviser.get('/desk')).status).toBe(303);
  const page = await manager.get('/desk/settings/staff');
  expect(page.body).toContain('Let Leah Brennan back in');
  await manager.press(page.body, to);
  await manager.press(page.body, to);
  expect((await adviser.get('/desk')).status).toBe(200);
});

test('a manager invites by the form; what was typed stays when something is wrong', async () => {
  const town = await makeTown(database, { trial: true });
  const manager = await managerAt(town);
  const email = `nina-${newId()}@service.example.org`;
  const typed = { name: 'Nina Okoro', email, roles: 'adviser', employer: 'The charity' };
  const wrong = await manager.submit('/desk/settings/staff', '/desk/settings/staff', typed);
  expect([wrong.status, wrong.body]).toEqual([422, expect.stringContaining('value="Nina Okoro"')]);
  expect(await manager.press(wrong.body, '/desk/settings/staff', { ...typed, independent: 'yes' })).toMatchObject({
    status: 303,
  });
  const row = await town.desk.look((tx) =>
    tx
      .selectFrom('staff')
      .innerJoin('accounts', 'accounts.id', 'staff.account_id')
      .select(['roles', 'independent', 'name'])
      .where('email', '=', email)
      .executeTakeFirstOrThrow(),
  );
  expect(row).toEqual({ roles: ['adviser'], independent: false, name: 'Nina Okoro' });
  const again = await manager.submit('/desk/settings/staff', '/desk/settings/staff', { ...typed, independent: 'no' });
  expect([again.status, again.body]).toEqual([422, expect.stringContaining('has a place at the desk')]);
});

test('an adviser finds no such page, and a manager without a step-up is asked for one', async () => {
  const town = await makeTown(database, { trial: true });
  const adviser = town.browser();
  await adviser.signInByLink(town, town.adviserEmail);
  expect((await adviser.get('/desk/settings/staff')).status).toBe(404);
  const manager = town.browser();
  const session = await signInAs(town.program, town.desk.manager.accountId, 'Firefox on Linux');
  manager.cookies.set('__Host-session', session?.sessionToken ?? '');
  const answer = await manager.submit('/desk/settings/staff', suspension(town.desk.adviser.accountId));
  expect([answer.status, answer.body]).toEqual([403, expect.stringContaining('Please confirm that it is you')]);
});

test('the command refuses by reason, and stays quiet at a second press', async () => {
  const town = await makeTown(database);
  const { manager, adviser, otherAdviser } = town.desk;
  const suspend = (who = manager, id = adviser.accountId, act = newId()) =>
    suspendStaff(town.program, who, act, id, true);
  expect(await suspend(otherAdviser)).toEqual({ refused: 'not-a-manager' });
  expect(await suspend(manager, manager.accountId)).toEqual({ refused: 'not-yourself' });
  expect(await suspend(manager, newId())).toEqual({ refused: 'not-on-the-staff' });
  const act = newId();
  expect(await suspend(manager, adviser.accountId, act)).toMatchObject({ done: true, again: false });
  expect(await suspend(manager, adviser.accountId, act)).toMatchObject({ done: true, again: true });
});

test('somebody whose address was given away meanwhile is not let back', async () => {
  const town = await makeTown(database);
  const { manager, adviser } = town.desk;
  await suspendStaff(town.program, manager, newId(), adviser.accountId, true);
  const name = 'Another Leah';
  await inviteStaff(town.program, manager, newId(), {
    email: town.adviserEmail,
    name,
    roles: ['adviser'],
    employer: 'The charity',
    independent: true,
  });
  expect(await suspendStaff(town.program, manager, newId(), adviser.accountId, false)).toEqual({
    refused: 'address-in-use',
  });
});

test('an adviser who goes around the page cannot redirect a manager’s links, nor make or promote anybody', async () => {
  const town = await makeTown(database);
  const { adviser, manager } = town.desk;
  const asAdviser = seatOf(adviser, false);
  const redirected = await inSeat(database, asAdviser, (tx) =>
    tx
      .updateTable('accounts')
      .set({ email: 'mine@post.example' })
      .where('id', '=', manager.accountId)
      .executeTakeFirst(),
  );
  expect(Number(redirected.numUpdatedRows)).toBe(0);
  const promoted = await inSeat(database, asAdviser, (tx) =>
    tx
      .updateTable('staff')
      .set({ roles: ['manager'] })
      .where('account_id', '=', adviser.accountId)
      .executeTakeFirst(),
  );
  expect(Number(promoted.numUpdatedRows)).toBe(0);
  const made = inSeat(database, asAdviser, (tx) =>
    tx
      .insertInto('accounts')
      .values({
        id: newId(),
        service_id: adviser.serviceId,
        kind: 'staff',
        name: 'X',
        email: 'x@post.example',
        made_at: '2026-03-31T09:20:00Z',
      })
      .execute(),
  );
  await expect(made).rejects.toThrow(/row-level security/);
});
