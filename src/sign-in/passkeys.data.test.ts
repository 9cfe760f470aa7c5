// Passkeys and recovery codes, with a device in software that signs for real; and the shift's step-up.
import { expect, test } from 'vitest';
import { migrations } from '../../database/migrations/index.ts';
import type { Tables } from '../../database/tables.ts';
import { openTestDatabase } from '../../test/support/database.ts';
import { reading } from '../program.ts';
import { Authenticator } from './fixtures/authenticator.ts';
import { ADDRESS, makeTown, type Browser, type Page, type Town } from './fixtures/town.ts';

const database = await openTestDatabase<Tables>(migrations);

const aDevice = () => new Authenticator({ origin: ADDRESS });
const csrfOf = (page: Page): string => /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '';

/** Asks for the options as the page's script does. */
async function options(browser: Browser, from: string, path: string) {
  const page = await browser.get(from);
  const answer = await browser.post(path, { _csrf: csrfOf(page) });
  expect(answer.status).toBe(200);
  return { page, asked: JSON.parse(answer.body) };
}

async function staffAt(town: Town): Promise<Browser> {
  const browser = town.browser();
  await browser.signInByLink(town, town.adviserEmail);
  return browser;
}

async function addPasskey(browser: Browser, device: Authenticator, name = 'Work laptop'): Promise<Page> {
  const { page, asked } = await options(browser, '/desk/account', '/desk/account/passkeys/options');
  return browser.press(page.body, '/desk/account/passkeys', { name, response: device.make(asked) });
}

async function signInBy(browser: Browser, device: Authenticator, how = {}): Promise<Page> {
  const { page, asked } = await options(browser, '/sign-in', '/sign-in/passkey/options');
  return browser.press(page.body, '/sign-in/passkey', { response: device.use(asked, how) });
}

const me = async (browser: Browser) => JSON.parse((await browser.get('/desk')).body).who;

test('a passkey is added, steps the session up, and signs in without an e-mail address', async () => {
  const town = await makeTown(database);
  const [browser, device] = [await staffAt(town), aDevice()];
  expect(await me(browser)).toMatchObject({ steppedUp: false, owesStepUp: false });
  const before = browser.cookies.get('__Host-session');
  expect(await addPasskey(browser, device)).toMatchObject({ status: 303, location: '/desk/account' });
  expect(browser.cookies.get('__Host-session')).not.toBe(before);
  expect(await me(browser)).toMatchObject({ steppedUp: true });
  const elsewhere = town.browser();
  expect(await signInBy(elsewhere, device)).toMatchObject({ status: 303, location: '/desk' });
  expect(await me(elsewhere)).toMatchObject({ accountId: town.desk.adviser.accountId, steppedUp: true });
});

test('the options ask for a passkey that is found by itself and checks the person', async () => {
  const town = await makeTown(database);
  const { asked } = await options(await staffAt(town), '/desk/account', '/desk/account/passkeys/options');
  expect(asked).toMatchObject({
    rp: { id: 'ground.example' },
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    attestation: 'none',
  });
  const { asked: use } = await options(town.browser(), '/sign-in', '/sign-in/passkey/options');
  expect(use).toMatchObject({ rpId: 'ground.example', userVerification: 'required' });
  expect(use.allowCredentials ?? []).toEqual([]);
});

test.each([
  ['another site', new Authenticator({ origin: 'https://ground.example.evil.example' })],
  ['plain http', new Authenticator({ origin: 'http://ground.example' })],
  ['a device that does not check the person', new Authenticator({ origin: ADDRESS, verifiesUser: false })],
])('a passkey from %s is not taken', async (_, device) => {
  const town = await makeTown(database);
  const answer = await addPasskey(await staffAt(town), device);
  expect([answer.status, answer.body]).toEqual([422, expect.stringContaining('could not be checked')]);
});

test('an answer counts once: replayed, late, from a cloned device or for another challenge it is refused', async () => {
  const town = await makeTown(database);
  const device = aDevice();
  await addPasskey(await staffAt(town), device);
  const browser = town.browser();
  const { page, asked } = await options(browser, '/sign-in', '/sign-in/passkey/options');
  const response = device.use(asked);
  expect(await browser.press(page.body, '/sign-in/passkey', { response })).toMatchObject({ status: 303 });

  // Cloned: a counter that does not go up.
  expect(await signInBy(town.browser(), device, { backwards: true })).toMatchObject({ status: 422 });

  const thief = town.browser();
  const theirs = await options(thief, '/sign-in', '/sign-in/passkey/options');
  const refused = async (answer: string) =>
    expect(await thief.press(theirs.page.body, '/sign-in/passkey', { response: answer })).toMatchObject({
      status: 422,
    });
  await refused(response);
  await refused(device.use({ ...asked, challenge: 'c29tZSBvdGhlcg' }));
  await refused(aDevice().make({ ...theirs.asked, rp: { id: 'ground.example' } }));
  const slow = await options(thief, '/sign-in', '/sign-in/passkey/options');
  town.later({ minutes: 5 });
  await refused(device.use(slow.asked));
  expect((await thief.get('/desk')).status).toBe(303);
});

test.each([
  '',
  'null',
  '[]',
  '{"id":"x"}',
  '{"id":"x","response":{"clientDataJSON":"!!"}}',
  `{"id":"x","response":{"clientDataJSON":"${'e30'.repeat(5000)}"}}`,
])('the nonsense answer %# is refused', async (response) => {
  const town = await makeTown(database);
  expect(await town.browser().submit('/sign-in', '/sign-in/passkey', { response })).toMatchObject({ status: 422 });
});

test('a passkey of somebody suspended opens nothing', async () => {
  const town = await makeTown(database);
  const device = aDevice();
  await addPasskey(await staffAt(town), device);
  await database.kysely
    .updateTable('accounts')
    .set({ suspended_at: '2026-03-31T09:30:00Z' })
    .where('id', '=', town.desk.adviser.accountId)
    .execute();
  expect(await signInBy(town.browser(), device)).toMatchObject({ status: 422 });
});

test('whoever has a passkey gives it once a shift before the desk opens, and a further passkey needs it too', async () => {
  const town = await makeTown(database);
  const device = aDevice();
  await addPasskey(await staffAt(town), device);
  const browser = town.browser();
  await browser.signInByLink(town, town.adviserEmail);
  expect(await browser.get('/desk?a=1')).toMatchObject({ status: 303, location: '/desk/step-up?to=%2Fdesk%3Fa%3D1' });
  const { page, asked } = await options(browser, '/desk/step-up?to=%2Fdesk%3Fa%3D1', '/desk/step-up/options');
  const before = browser.cookies.get('__Host-session');
  const done = await browser.press(page.body, '/desk/step-up?to=%2Fdesk%3Fa%3D1', { response: device.use(asked) });
  expect(done).toMatchObject({ status: 303, location: '/desk?a=1' });
  expect(browser.cookies.get('__Host-session')).not.toBe(before);
  expect((await browser.get('/desk')).status).toBe(200);
});

test('somebody else’s passkey steps nobody up', async () => {
  const town = await makeTown(database);
  const [mine, theirs] = [aDevice(), aDevice()];
  const browser = await staffAt(town);
  await addPasskey(browser, mine);
  const { email } = await database.kysely
    .selectFrom('accounts')
    .select('email')
    .where('id', '=', town.desk.manager.accountId)
    .executeTakeFirstOrThrow();
  const manager = town.browser();
  await manager.signInByLink(town, email ?? '');
  await addPasskey(manager, theirs);
  const again = town.browser();
  await again.signInByLink(town, town.adviserEmail);
  const { page, asked } = await options(again, '/desk/step-up', '/desk/step-up/options');
  expect(await again.press(page.body, '/desk/step-up', { response: theirs.use(asked) })).toMatchObject({ status: 422 });
  expect((await again.get('/desk')).status).toBe(303);
});

async function codesOf(browser: Browser): Promise<string[]> {
  const page = await browser.submit('/desk/account', '/desk/account/recovery-codes');
  expect(page.status).toBe(200);
  return [...page.body.matchAll(/<code>([^<]+)<\/code>/g)].map(([, code]) => code ?? '');
}

test('ten recovery codes are shown once; each works once, in any way of writing it', async () => {
  const town = await makeTown(database);
  const first = await staffAt(town);
  await addPasskey(first, aDevice());
  const codes = await codesOf(first);
  expect(codes).toHaveLength(10);
  expect(new Set(codes).size).toBe(10);
  expect((await first.get('/desk/account')).body).not.toContain(codes[0]);
  const browser = town.browser();
  await browser.signInByLink(town, town.adviserEmail);
  const use = (code: string) => browser.submit('/desk/step-up', '/desk/step-up/code', { code });
  expect(await use('0000 0000 0000 0000')).toMatchObject({ status: 422 });
  expect(await use(` ${codes[3]?.toLowerCase().replaceAll(' ', '-')} `)).toMatchObject({
    status: 303,
    location: '/desk',
  });
  expect((await browser.get('/desk/account')).body).toContain('You have 9 left');
  expect(await use(codes[3] ?? '')).toMatchObject({ status: 422 });
});

test('new codes end the old ones, and need a step-up', async () => {
  const town = await makeTown(database);
  const browser = await staffAt(town);
  expect(await browser.submit('/desk/account', '/desk/account/recovery-codes')).toMatchObject({ status: 403 });
  await addPasskey(browser, aDevice());
  const [old = ''] = await codesOf(browser);
  await codesOf(browser);
  expect(await browser.submit('/desk/step-up', '/desk/step-up/code', { code: old })).toMatchObject({ status: 422 });
});

test('a code is nobody else’s', async () => {
  const town = await makeTown(database);
  const mine = await staffAt(town);
  await addPasskey(mine, aDevice());
  const [code = ''] = await codesOf(mine);
  const { email } = await database.kysely
    .selectFrom('accounts')
    .select('email')
    .where('id', '=', town.desk.manager.accountId)
    .executeTakeFirstOrThrow();
  const manager = town.browser();
  await manager.signInByLink(town, email ?? '');
  expect(await manager.submit('/desk/step-up', '/desk/step-up/code', { code })).toMatchObject({ status: 422 });
});

test('a step-up lasts a shift', async () => {
  const town = await makeTown(database);
  const browser = await staffAt(town);
  await addPasskey(browser, aDevice());
  for (let n = 0; n < 11; n += 1) {
    town.later({ minutes: 54 });
    expect((await browser.get('/desk')).status).toBe(200);
    await town.entrance.settle();
  }
  town.later({ minutes: 7 });
  expect(await browser.get('/desk')).toMatchObject({ status: 303, location: '/desk/step-up?to=%2Fdesk' });
});

test('a passkey is removed by its owner after a step-up, and then opens nothing', async () => {
  const town = await makeTown(database);
  const [browser, device] = [await staffAt(town), aDevice()];
  await addPasskey(browser, device);
  const page = await browser.get('/desk/account');
  const [, remove = ''] = /action="(\/desk\/account\/passkeys\/[^"]+\/remove)"/.exec(page.body) ?? [];
  expect(await browser.press(page.body, remove)).toMatchObject({ status: 303 });
  expect(await signInBy(town.browser(), device)).toMatchObject({ status: 422 });
});

test('nobody sees another’s passkeys or codes', async () => {
  const town = await makeTown(database);
  const browser = await staffAt(town);
  await addPasskey(browser, aDevice());
  await codesOf(browser);
  const seen = await reading(town.program, town.desk.manager, async (tx) => [
    await tx.selectFrom('passkeys').select('id').execute(),
    await tx.selectFrom('recovery_codes').select('id').execute(),
    await tx.selectFrom('sessions').select('id').execute(),
  ]);
  expect(seen).toEqual([[], [], []]);
});

test('somebody who is signed in already can sign in by passkey all the same', async () => {
  const town = await makeTown(database);
  const [browser, device] = [await staffAt(town), aDevice()];
  await addPasskey(browser, device);
  expect(await signInBy(browser, device)).toMatchObject({ status: 303, location: '/desk' });
});
