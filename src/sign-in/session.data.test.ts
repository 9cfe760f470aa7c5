// Sessions: how long they last, how they end, what a stolen one is worth, and what becomes of answers typed into an old one.
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { migrations } from '../../database/migrations/index.ts';
import type { Tables } from '../../database/tables.ts';
import { openTestDatabase } from '../../test/support/database.ts';
import { makeTown, type Browser, type Town } from './fixtures/town.ts';
import { findSession } from './session.ts';

const database = await openTestDatabase<Tables>(migrations);
const owner = database.kysely;

async function signedIn(town: Town, who: 'adviser' | 'amira', device: 'own' | 'shared' = 'shared'): Promise<Browser> {
  const browser = town.browser();
  const email = who === 'adviser' ? town.adviserEmail : town.amira.email;
  const { location = '' } = await browser.signInByLink(town, email);
  if (who === 'amira') await browser.submit(location, '/sign-in/device', { device });
  return browser;
}
const home = (who: 'adviser' | 'amira') => (who === 'adviser' ? '/desk' : '/my-case');

test.each([
  { who: 'adviser', device: 'shared', idle: { minutes: 60 }, life: { hours: 12 }, steps: 24 },
  { who: 'amira', device: 'shared', idle: { minutes: 20 }, life: { hours: 4 }, steps: 24 },
  { who: 'amira', device: 'own', idle: { hours: 24 * 30 }, life: { hours: 24 * 90 }, steps: 12 },
] as const)('$who on a $device device: idle $idle, at most $life', async ({ who, device, idle, life, steps }) => {
  const town = await makeTown(database);
  const used = async (browser: Browser) => {
    const { status } = await browser.get(home(who));
    await town.entrance.settle();
    return status;
  };
  const idleOne = await signedIn(town, who, device);
  town.later(idle);
  town.later({ seconds: -2 });
  expect(await used(idleOne)).toBe(200);
  town.later(idle);
  expect(await used(idleOne)).toBe(303);

  const busyOne = await signedIn(town, who, device);
  const step = { seconds: (life.hours * 3600) / steps };
  for (let n = 1; n < steps; n += 1) {
    town.later(step);
    expect(await used(busyOne)).toBe(200);
  }
  town.later(step);
  expect(await used(busyOne)).toBe(303);
});

test('a session is written at most once a minute, and not while the page waits', async () => {
  const town = await makeTown(database);
  const browser = await signedIn(town, 'adviser');
  const lastSeen = async () =>
    (
      await town.desk.look((tx) =>
        tx
          .selectFrom('sessions')
          .select('last_seen_at')
          .where('service_id', '=', town.desk.serviceId)
          .executeTakeFirstOrThrow(),
      )
    ).last_seen_at;
  const first = await lastSeen();
  town.later({ seconds: 50 });
  await browser.get('/desk');
  await town.entrance.settle();
  expect(await lastSeen()).toBe(first);
  town.later({ seconds: 15 });
  await browser.get('/desk');
  await town.entrance.settle();
  expect((await lastSeen()) > first).toBe(true);
});

test('the cookie of a shared device ends with the browser; that of an own phone is kept', async () => {
  const town = await makeTown(database);
  const browser = town.browser();
  const setting = (headers: Readonly<Record<string, unknown>>) =>
    [headers['set-cookie']].flat().find((line) => String(line).startsWith('__Host-session='));
  const opened = await browser.signInByLink(town, town.amira.email);
  expect(setting(opened.headers)).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  const own = await browser.submit('/sign-in/device', '/sign-in/device', { device: 'own' });
  expect(setting(own.headers)).toMatch(/; Max-Age=7776000; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
});

test('signing out ends the session itself, not only the cookie', async () => {
  const town = await makeTown(database);
  const browser = await signedIn(town, 'adviser');
  const stolen = town.browser();
  for (const [name, value] of browser.cookies) stolen.cookies.set(name, value);
  expect((await stolen.get('/desk')).status).toBe(200);
  expect(await browser.submit('/desk/account', '/sign-out')).toMatchObject({ status: 303, location: '/' });
  expect((await stolen.get('/desk')).status).toBe(303);
});

test('signing out everywhere ends every session of that person and nobody else’s', async () => {
  const town = await makeTown(database);
  const [desk, phone, family] = [
    await signedIn(town, 'adviser'),
    await signedIn(town, 'adviser'),
    await signedIn(town, 'amira'),
  ];
  expect(await phone.submit('/desk/account', '/sign-out/everywhere')).toMatchObject({ status: 303 });
  expect((await desk.get('/desk')).status).toBe(303);
  expect((await phone.get('/desk')).status).toBe(303);
  expect((await family.get('/my-case')).status).toBe(200);
});

test('one lost phone can be signed out from another device, and another person’s cannot', async () => {
  const town = await makeTown(database);
  const [mine, lost, family] = [
    await signedIn(town, 'adviser'),
    await signedIn(town, 'adviser'),
    await signedIn(town, 'amira'),
  ];
  const page = await mine.get('/desk/account');
  expect(page.body).toContain('Firefox on Windows');
  const [, end = ''] = /action="(\/sign-in\/sessions\/[^"]+\/end)"/.exec(page.body) ?? [];
  const familySession = await owner
    .selectFrom('sessions')
    .select('id')
    .where('service_id', '=', town.desk.serviceId)
    .where('account_id', 'in', owner.selectFrom('accounts').select('id').where('person_id', '=', town.amira.personId))
    .executeTakeFirstOrThrow();
  await mine.press(page.body, end);
  await mine.press(
    page.body.replace(end, `/sign-in/sessions/${familySession.id}/end`),
    `/sign-in/sessions/${familySession.id}/end`,
  );
  expect((await lost.get('/desk')).status).toBe(303);
  expect((await mine.get('/desk')).status).toBe(200);
  expect((await family.get('/my-case')).status).toBe(200);
});

test('signing in again on the same browser ends the session before', async () => {
  const town = await makeTown(database);
  const browser = await signedIn(town, 'amira');
  const before = town.browser();
  for (const [name, value] of browser.cookies) before.cookies.set(name, value);
  await browser.signInByLink(town, town.adviserEmail);
  expect((await browser.get('/desk')).status).toBe(200);
  expect((await before.get('/my-case')).status).toBe(303);
});

test('a token planted before sign-in is not the token after it, and saying whose device it is makes a new one', async () => {
  const town = await makeTown(database);
  const browser = town.browser();
  browser.cookies.set('__Host-session', 'A'.repeat(43));
  const { location = '' } = await browser.signInByLink(town, town.amira.email);
  const first = browser.cookies.get('__Host-session');
  expect(first).not.toBe('A'.repeat(43));
  const thief = town.browser();
  thief.cookies.set('__Host-session', first ?? '');
  await browser.submit(location, '/sign-in/device', { device: 'own' });
  expect(browser.cookies.get('__Host-session')).not.toBe(first);
  expect((await thief.get('/my-case')).status).toBe(303);
  expect((await browser.get('/my-case')).status).toBe(200);
});

test.each([
  [
    'suspended',
    (id: string) =>
      owner.updateTable('accounts').set({ suspended_at: '2026-03-31T09:30:00Z' }).where('id', '=', id).execute(),
  ],
  [
    'gone from the staff',
    (id: string) => owner.updateTable('staff').set({ until_on: '2026-03-31' }).where('account_id', '=', id).execute(),
  ],
])('somebody %s is out at the next request, and gets no new link', async (_, change) => {
  const town = await makeTown(database);
  const browser = await signedIn(town, 'adviser');
  expect((await browser.get('/desk')).status).toBe(200);
  await change(town.desk.adviser.accountId);
  expect((await browser.get('/desk')).status).toBe(303);
  const before = (await town.lettersTo(town.adviserEmail)).length;
  await browser.submit('/sign-in', '/sign-in', { address: town.adviserEmail });
  expect(await town.lettersTo(town.adviserEmail)).toHaveLength(before);
});

test('a role given or taken away holds at the next request', async () => {
  const town = await makeTown(database);
  const browser = await signedIn(town, 'adviser');
  const give = (roles: string[]) =>
    owner.updateTable('staff').set({ roles }).where('account_id', '=', town.desk.adviser.accountId).execute();
  expect((await browser.get('/desk/managers')).status).toBe(404);
  await give(['adviser', 'manager']);
  expect((await browser.get('/desk/managers')).status).toBe(200);
  await give(['adviser']);
  expect((await browser.get('/desk/managers')).status).toBe(404);
});

test('a stolen family session sees its own case, person, address and sessions, and nothing else', async () => {
  const town = await makeTown(database);
  await signedIn(town, 'adviser');
  const family = await signedIn(town, 'amira');
  const other = town.browser();
  await other.signInByLink(town, town.brook.email);
  const seen = JSON.parse((await family.get('/my-case')).body);
  expect(seen).toMatchObject({
    cases: [{ reference: town.amira.reference }],
    people: [{ first_names: 'Amira' }],
    emails: [{ value: town.amira.email }],
  });
  expect(seen.accounts).toHaveLength(1);
  expect(seen.sessions).toHaveLength(1);
  expect((await family.get('/desk')).status).toBe(404);
});

test('the hash of a token cannot be read by the person it belongs to', async () => {
  const town = await makeTown(database);
  const read = town.desk.look((tx) => sql`set local role app; select token_hash from sessions`.execute(tx));
  await expect(read).rejects.toThrow(/permission denied/);
});

test('a nonsense or foreign cookie is nobody', async () => {
  const town = await makeTown(database);
  for (const value of ['', 'x', "' or 1=1 --", 'A'.repeat(43), 'é'.repeat(43)]) {
    const browser = town.browser();
    browser.cookies.set('__Host-session', encodeURIComponent(value));
    expect(JSON.parse((await browser.get('/')).body)).toEqual({ who: 'visitor' });
  }
});

test('answers typed when the session ended are kept, and sent after signing in again', async () => {
  const town = await makeTown(database);
  const browser = await signedIn(town, 'adviser');
  const page = await browser.get('/desk/account');
  const form = page.body.replaceAll('action="/sign-out"', 'action="/desk/notes"');
  town.later({ minutes: 61 });
  const late = await browser.press(form, '/desk/notes', { note: 'She rang & said “no” <twice>', _act: 'act-1' });
  expect([late.status, late.body]).toEqual([
    403,
    expect.stringContaining('You were signed out because nothing happened for a while'),
  ]);
  expect(late.body).toContain('Nothing has been sent yet');
  expect((await browser.press(late.body, '/desk/notes')).body).toContain('Nothing has been sent yet');
  await browser.signInByLink(town, town.adviserEmail);
  const once = await browser.press(late.body, '/desk/notes');
  expect([once.status, once.body]).toEqual([403, expect.stringContaining('Send it now')]);
  const sent = await browser.press(once.body, '/desk/notes');
  expect(JSON.parse(sent.body).done).toMatchObject({ note: 'She rang & said “no” <twice>', _act: 'act-1' });
});

test('answers are not given to the next person at the same computer', async () => {
  const town = await makeTown(database);
  const browser = await signedIn(town, 'adviser');
  const page = await browser.get('/desk/account');
  town.later({ minutes: 61 });
  const late = await browser.press(page.body.replaceAll('action="/sign-out"', 'action="/desk/notes"'), '/desk/notes', {
    note: 'Something private was said',
  });
  const { email } = await owner
    .selectFrom('accounts')
    .select('email')
    .where('id', '=', town.desk.manager.accountId)
    .executeTakeFirstOrThrow();
  await browser.signInByLink(town, email ?? '');
  const other = await browser.press(late.body, '/desk/notes');
  expect(other.body).toContain('Somebody else typed this');
  expect(other.body).not.toContain('Something private was said');
});

test('what needs a step-up keeps its answers until there is one', async () => {
  const town = await makeTown(database, { trial: true });
  const browser = await signedIn(town, 'adviser');
  const page = await browser.get('/desk/account');
  const form = page.body.replaceAll('action="/sign-out"', 'action="/desk/certificates/withdrawal"');
  const asked = await browser.press(form, '/desk/certificates/withdrawal', { why: 'wrong child' });
  expect([asked.status, asked.body]).toEqual([403, expect.stringContaining('Please confirm that it is you')]);
  const before = browser.cookies.get('__Host-session');
  await browser.submit('/desk/step-up', '/trial/step-up');
  expect(browser.cookies.get('__Host-session')).not.toBe(before);
  const done = await browser.press(asked.body, '/desk/certificates/withdrawal');
  expect(JSON.parse(done.body).done).toMatchObject({ why: 'wrong child' });
  for (let n = 0; n < 11; n += 1) {
    town.later({ minutes: 55 });
    await browser.get('/desk');
    await town.entrance.settle();
  }
  expect((await browser.press(form, '/desk/certificates/withdrawal', { why: 'x' })).status).toBe(403);
});

test('the trial’s step-up does not exist in a real installation', async () => {
  const town = await makeTown(database);
  const browser = await signedIn(town, 'adviser');
  expect((await browser.get('/desk/step-up')).body).not.toContain('/trial/step-up');
  expect((await browser.post('/trial/step-up', {})).status).toBe(404);
});

test('a session is found in one look at its index', async () => {
  const town = await makeTown(database);
  const browser = await signedIn(town, 'adviser');
  const visitor = { kind: 'visitor', serviceId: town.desk.serviceId } as const;
  const token = browser.cookies.get('__Host-session') ?? '';
  expect(await findSession(town.program, visitor, token)).toMatchObject({ over: null, who: { kind: 'staff' } });
  expect(await findSession(town.program, visitor, `${token}x`)).toBeNull();
});
