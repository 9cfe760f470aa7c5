// Places at the desk: the first manager's from the command line, all others from a manager.
import { expect, test } from 'vitest';
import { migrations } from '../../database/migrations/index.ts';
import type { Tables } from '../../database/tables.ts';
import { openTestDatabase } from '../../test/support/database.ts';
import { newId } from '../kit/ids.ts';
import { makeTown } from './fixtures/town.ts';
import { inviteManager, inviteStaff, type Invitation } from './invitations.ts';
import { NotATrial, signInAs } from './trial.ts';

const database = await openTestDatabase<Tables>(migrations);

const invitation = (over: Partial<Invitation> = {}): Invitation => ({
  email: `nina-${newId()}@service.example.org`,
  name: 'Nina Okoro',
  roles: ['administrator'],
  employer: 'The charity',
  independent: true,
  ...over,
});

test('the first manager is invited without anybody at the desk, asks for a link and comes in', async () => {
  const town = await makeTown(database);
  const email = `First.Manager-${newId()}@service.example.org`;
  expect(await inviteManager(town.program, email)).toMatchObject({ done: true });
  const [letter] = await town.lettersTo(email);
  expect(letter).toMatchObject({ template: 'staff-invitation', subject: 'You can now sign in to the desk' });
  expect(letter?.body_text).toContain('https://ground.example/sign-in\n');
  expect(letter?.body_text).not.toContain('/sign-in/link/');
  const browser = town.browser();
  await browser.submit('/sign-in', '/sign-in', { address: email.toLowerCase() });
  const link = await town.linkTo(email);
  await browser.submit(link, link);
  expect((await browser.get('/desk/managers')).status).toBe(200);
});

test('inviting again is refused, in whatever case the address is written', async () => {
  const town = await makeTown(database);
  const email = `boss-${newId()}@service.example.org`;
  await inviteManager(town.program, email);
  expect(await inviteManager(town.program, email.toUpperCase())).toEqual({ refused: 'here-already' });
  expect(await town.lettersTo(email)).toHaveLength(1);
});

test.each(['', 'boss', 'a@b@c', 'a b@c.example', 'a@c.example, d@e.example', 'Boss <a@c.example>'])(
  '"%s" is not an address',
  async (email) => {
    const town = await makeTown(database);
    expect(await inviteManager(town.program, email)).toEqual({ refused: 'not-an-address' });
  },
);

test('a manager invites; a double press invites once; the journal has the id and no name', async () => {
  const town = await makeTown(database);
  const actId = newId();
  const invited = invitation();
  expect(await inviteStaff(town.program, town.desk.manager, actId, invited)).toMatchObject({
    done: true,
    again: false,
  });
  expect(await inviteStaff(town.program, town.desk.manager, actId, invited)).toMatchObject({ done: true, again: true });
  expect(await town.lettersTo(invited.email)).toHaveLength(1);
  const facts = await town.desk.look((tx) =>
    tx.selectFrom('facts').select(['code', 'data']).where('act_id', '=', actId).execute(),
  );
  expect(facts).toEqual([{ code: 'staff-invited', data: { account: expect.stringMatching(/^[0-9a-f-]{36}$/) } }]);
});

test('only a manager invites: the command refuses others, and so does the wall', async () => {
  const town = await makeTown(database);
  const { adviser } = town.desk;
  expect(await inviteStaff(town.program, adviser, newId(), invitation())).toEqual({ refused: 'not-a-manager' });
  const pretending = { ...adviser, roles: ['manager'] as const };
  await expect(inviteStaff(town.program, pretending, newId(), invitation())).rejects.toThrow(/row-level security/);
});

test('the cast of a trial is signed in at a press, and of a real installation never', async () => {
  const trial = await makeTown(database, { trial: true });
  const session = await signInAs(trial.program, trial.desk.manager.accountId, 'Firefox on Linux');
  const browser = trial.browser();
  browser.cookies.set('__Host-session', session?.sessionToken ?? '');
  expect(session?.kind).toBe('staff');
  expect((await browser.get('/desk/managers')).status).toBe(200);
  expect(await signInAs(trial.program, newId(), 'Firefox on Linux')).toBeNull();
  const real = await makeTown(database);
  const pretending = { ...real.program, trial: true };
  await expect(signInAs(pretending, real.desk.manager.accountId, 'Firefox')).rejects.toThrow(NotATrial);
});
