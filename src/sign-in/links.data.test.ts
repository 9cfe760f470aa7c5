// Links: made on request, used once, in the browser that asked or with its code; and what strangers can and cannot do.
import { expect, test } from 'vitest';
import { migrations } from '../../database/migrations/index.ts';
import type { Tables } from '../../database/tables.ts';
import { openTestDatabase } from '../../test/support/database.ts';
import { reading } from '../program.ts';
import { ADDRESS, linksIn, makeTown, type Browser, type Page } from './fixtures/town.ts';

const database = await openTestDatabase<Tables>(migrations);

const codeOn = (page: Page): string => /<strong>([0-9A-Z]{4} [0-9A-Z]{2})<\/strong>/.exec(page.body)?.[1] ?? '';
const ask = (browser: Browser, address: string) => browser.submit('/sign-in', '/sign-in', { address });

test('a family signs in by a link that it asked for, and is asked whose device it is', async () => {
  const town = await makeTown(database);
  const browser = town.browser();
  expect(await ask(browser, ` ${town.amira.email.toUpperCase()} `)).toMatchObject({
    status: 303,
    location: '/sign-in/sent',
  });
  const letters = await town.lettersTo(town.amira.email);
  expect(letters).toHaveLength(1);
  expect(letters[0]).toMatchObject({ template: 'sign-in-link', subject: 'Your link to sign in' });
  expect(letters[0]?.body_html).toContain(`href="${ADDRESS}/sign-in/link/`);
  expect(letters[0]?.subject + (letters[0]?.body_text ?? '')).not.toMatch(/Amira|Khan|mediation information/);
  const link = await town.linkTo(town.amira.email);
  expect(await browser.submit(link, link)).toMatchObject({ status: 303, location: '/sign-in/device' });
  expect(JSON.parse((await browser.get('/my-case')).body)).toMatchObject({
    cases: [{ reference: town.amira.reference }],
  });
});

test('staff sign in by a link and come to the page they wanted', async () => {
  const town = await makeTown(database);
  const browser = town.browser();
  const wanted = await browser.get('/desk?show=all');
  expect(wanted).toMatchObject({ status: 303, location: '/sign-in?to=%2Fdesk%3Fshow%3Dall' });
  await browser.submit(wanted.location ?? '', '/sign-in', { address: town.adviserEmail });
  const link = await town.linkTo(town.adviserEmail);
  expect(await browser.submit(link, link)).toMatchObject({ status: 303, location: '/desk?show=all' });
  expect(JSON.parse((await browser.get('/desk')).body).who).toMatchObject({
    name: 'Leah Brennan',
    roles: ['adviser'],
    steppedUp: false,
  });
});

test.each(['https://evil.example/', '//evil.example', '/\\evil.example', '/sign-out', 'javascript:alert(1)'])(
  'a target of %s is not gone to',
  async (to) => {
    const town = await makeTown(database);
    const browser = town.browser();
    await browser.submit(`/sign-in?to=${encodeURIComponent(to)}`, '/sign-in', { address: town.adviserEmail });
    const link = await town.linkTo(town.adviserEmail);
    expect(await browser.submit(link, link)).toMatchObject({ location: '/desk' });
  },
);

test('an unknown address gets the same answer, byte for byte, and nobody gets a letter', async () => {
  const town = await makeTown(database);
  const shown = async (address: string) => {
    const browser = town.browser();
    const answer = await ask(browser, address);
    const next = await browser.get('/sign-in/sent');
    const cookieNames = [...browser.cookies.keys()].sort();
    return {
      ...answer,
      headers: { ...answer.headers, 'set-cookie': '', date: '' },
      cookieNames,
      next: next.body.replaceAll(/[0-9A-Z]{4} [0-9A-Z]{2}</g, '<'),
    };
  };
  const known = await shown(town.amira.email);
  expect(await shown('nobody@post.example')).toEqual(known);
  expect(await town.lettersTo('nobody@post.example')).toEqual([]);
  const acts = await town.desk.look((tx) =>
    tx.selectFrom('acts').select('id').where('service_id', '=', town.desk.serviceId).execute(),
  );
  expect(acts).toHaveLength(1);
});

test('an address to which papers may not go yet gets the same answer and no letter, until a second person agrees', async () => {
  const town = await makeTown(database);
  const { email, personId } = town.amira;
  const hold = (set: object) =>
    database.kysely.updateTable('contact_points').set(set).where('person_id', '=', personId).execute();
  await hold({
    changed_by: town.desk.adviser.accountId,
    papers_held_until: town.program.clock.now().add({ hours: 24 }).toString(),
  });
  expect(await ask(town.browser(), email)).toMatchObject({ status: 303, location: '/sign-in/sent' });
  expect(await town.lettersTo(email)).toEqual([]);
  await hold({ agreed_by: town.desk.manager.accountId, agreed_at: town.program.clock.now().toString() });
  await ask(town.browser(), email);
  expect(await town.lettersTo(email)).toHaveLength(1);
});

test.each([
  ['an address without a host', 'amira'],
  ['nothing', ''],
  ['two addresses', 'a@post.example, b@post.example'],
  ['a header', 'a@post.example\nBcc: b@post.example'],
])('%s is asked for again, with what was typed', async (_, address) => {
  const town = await makeTown(database);
  const answer = await ask(town.browser(), address);
  expect(answer.status).toBe(422);
  expect(answer.body).toContain('There is a problem');
});

test('opening a link does not use it, however often a scanner does', async () => {
  const town = await makeTown(database);
  const browser = town.browser();
  await ask(browser, town.amira.email);
  const link = await town.linkTo(town.amira.email);
  const scanner = town.browser('198.51.100.7');
  for (const method of ['GET', 'HEAD', 'GET'] as const) expect((await scanner.get(link, method)).status).toBe(200);
  expect(await browser.submit(link, link)).toMatchObject({ status: 303 });
});

test('a link works once', async () => {
  const town = await makeTown(database);
  const browser = town.browser();
  await browser.signInByLink(town, town.amira.email);
  const link = await town.linkTo(town.amira.email);
  const again = await browser.get(link);
  expect([again.status, again.body]).toEqual([410, expect.stringContaining('This link has been used')]);
  const form = await browser.get('/sign-in');
  expect(await browser.press(form.body.replaceAll('action="/sign-in"', `action="${link}"`), link)).toMatchObject({
    status: 410,
  });
});

test('two presses at once open one session', async () => {
  const town = await makeTown(database);
  const browser = town.browser();
  await ask(browser, town.amira.email);
  const link = await town.linkTo(town.amira.email);
  const page = await browser.get(link);
  const answers = await Promise.all([browser.press(page.body, link), browser.press(page.body, link)]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 410]);
});

test.each([
  ['a minute before its end it works', { minutes: 14, seconds: 59 }, 200, 'Press the button'],
  ['at its end it has run out', { minutes: 15 }, 410, 'This link has run out'],
])('a link lives 15 minutes: %s', async (_, wait, status, words) => {
  const town = await makeTown(database);
  const browser = town.browser();
  await ask(browser, town.amira.email);
  const link = await town.linkTo(town.amira.email);
  town.later(wait);
  const page = await browser.get(link);
  expect([page.status, page.body]).toEqual([status, expect.stringContaining(words)]);
});

test('a tampered link is kindly refused', async () => {
  const town = await makeTown(database);
  const browser = town.browser();
  await ask(browser, town.amira.email);
  const link = await town.linkTo(town.amira.email);
  for (const wrong of [
    link.slice(0, -1),
    `${link}A`,
    `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`,
    '/sign-in/link/%27or%201=1--',
  ]) {
    const page = await browser.get(wrong);
    expect([page.status, page.body]).toEqual([410, expect.stringContaining('This link does not work')]);
  }
});

test('in another browser the link asks for the code that the asking one shows', async () => {
  const town = await makeTown(database);
  const [asking, phone] = [town.browser(), town.browser('198.51.100.7')];
  await ask(asking, town.amira.email);
  const link = await town.linkTo(town.amira.email);
  const code = codeOn(await asking.get('/sign-in/sent'));
  expect(code).toMatch(/^[0-9A-Z]{4} [0-9A-Z]{2}$/);
  expect(await phone.submit(link, link, { code: '' })).toMatchObject({ status: 422 });
  expect(await phone.submit(link, link, { code: ` ${code.toLowerCase()} ` })).toMatchObject({
    status: 303,
    location: '/sign-in/device',
  });
  expect((await phone.get('/my-case')).status).toBe(200);
  expect((await asking.get('/my-case')).status).toBe(303);
});

test('a forwarded link opens nothing without the code, and five wrong codes end it everywhere but where it was asked for', async () => {
  const town = await makeTown(database);
  const [asking, thief] = [town.browser(), town.browser('198.51.100.7')];
  await ask(asking, town.amira.email);
  const link = await town.linkTo(town.amira.email);
  const right = codeOn(await asking.get('/sign-in/sent'));
  const page = await thief.get(link);
  for (const code of ['000000', 'AAAAAA', '12345', 'UUUUUU'])
    expect(await thief.press(page.body, link, { code })).toMatchObject({ status: 422 });
  expect(await thief.press(page.body, link, { code: 'ZZZZZZ' })).toMatchObject({ status: 410 });
  const late = await thief.press(page.body, link, { code: right });
  expect([late.status, late.body]).toEqual([410, expect.stringContaining('Too many wrong codes')]);
  expect(await asking.submit(link, link)).toMatchObject({ status: 303 });
});

test('the code of a stranger who asked with my address is no help without my e-mail, nor mine to them', async () => {
  const town = await makeTown(database);
  const [mine, stranger] = [town.browser(), town.browser('198.51.100.7')];
  await ask(stranger, town.amira.email);
  const strangersLink = await town.linkTo(town.amira.email);
  await ask(mine, town.amira.email);
  const myLink = await town.linkTo(town.amira.email);
  const strangersCode = codeOn(await stranger.get('/sign-in/sent'));
  expect(await stranger.submit(myLink, myLink, { code: strangersCode })).toMatchObject({ status: 422 });
  expect((await mine.get(strangersLink)).body).toContain('The code on the other screen');
  expect(await mine.submit(myLink, myLink)).toMatchObject({ status: 303 });
});

test('asking again does not spoil the first letter, and using one ends the others of that browser', async () => {
  const town = await makeTown(database);
  const browser = town.browser();
  await ask(browser, town.amira.email);
  const first = await town.linkTo(town.amira.email);
  await ask(browser, town.amira.email);
  const second = await town.linkTo(town.amira.email);
  expect(second).not.toBe(first);
  expect(await browser.submit(first, first)).toMatchObject({ status: 303 });
  expect((await browser.get(second)).status).toBe(410);
});

test('one address sends at most four letters an hour for one network, and the next hour more', async () => {
  const town = await makeTown(database);
  const browser = town.browser();
  for (let n = 0; n < 6; n += 1)
    expect(await ask(browser, town.amira.email)).toMatchObject({ status: 303, location: '/sign-in/sent' });
  expect(await town.lettersTo(town.amira.email)).toHaveLength(4);
  town.later({ hours: 1, seconds: 1 });
  await ask(town.browser(), town.amira.email);
  expect(await town.lettersTo(town.amira.email)).toHaveLength(5);
});

test('a flood by strangers stops at twenty letters, and never stops a browser that has signed in before', async () => {
  const town = await makeTown(database);
  const mine = town.browser();
  await mine.signInByLink(town, town.adviserEmail);
  await mine.submit('/desk/account', '/sign-out');
  town.later({ hours: 2 });
  for (let n = 0; n < 26; n += 1) await ask(town.browser(`203.0.113.${n}`), town.adviserEmail);
  expect(await town.lettersTo(town.adviserEmail)).toHaveLength(21);
  expect(await mine.signInByLink(town, town.adviserEmail)).toMatchObject({ status: 303, location: '/desk' });
});

test('a stranger on one network leaves other networks free', async () => {
  const town = await makeTown(database);
  const stranger = town.browser('198.51.100.7');
  for (let n = 0; n < 6; n += 1) await ask(stranger, town.amira.email);
  expect(await town.browser().signInByLink(town, town.amira.email)).toMatchObject({ status: 303 });
});

test('a network that asks for ever new addresses is told to wait, and others are not', async () => {
  const town = await makeTown(database);
  const browser = town.browser('198.51.100.7');
  const page = await browser.get('/sign-in');
  for (let n = 0; n < 60; n += 1) await browser.press(page.body, '/sign-in', { address: `person-${n}@post.example` });
  expect(await browser.press(page.body, '/sign-in', { address: town.amira.email })).toMatchObject({ status: 429 });
  expect(await ask(town.browser(), town.amira.email)).toMatchObject({ status: 303 });
});

test('two people with one address get one letter with a link each, marked with their names', async () => {
  const town = await makeTown(database);
  const other = await town.addFamily(town.amira.email, 'Tariq');
  const browser = town.browser();
  await ask(browser, town.amira.email);
  const [letter] = await town.lettersTo(town.amira.email);
  expect(letter?.body_text).toMatch(/Sign in as Amira Khan/);
  expect(letter?.body_text).toMatch(/Sign in as Tariq Khan/);
  const links = linksIn(letter?.body_text ?? '');
  expect(links).toHaveLength(2);
  const tariqs =
    links[(letter?.body_text ?? '').indexOf('Tariq') < (letter?.body_text ?? '').indexOf('Amira') ? 0 : 1] ?? '';
  await browser.submit(tariqs, tariqs);
  expect(JSON.parse((await browser.get('/my-case')).body).cases).toEqual([{ reference: other.reference }]);
});

test.each([
  [
    'a person who may not open the page',
    (town: Awaited<ReturnType<typeof makeTown>>) =>
      database.kysely
        .updateTable('participations')
        .set({ may_open_the_page: false })
        .where('person_id', '=', town.amira.personId)
        .execute(),
  ],
  [
    'an address that is no longer theirs',
    (town: Awaited<ReturnType<typeof makeTown>>) =>
      database.kysely
        .updateTable('contact_points')
        .set({ until_at: '2026-03-30T00:00:00Z' })
        .where('person_id', '=', town.amira.personId)
        .execute(),
  ],
  [
    'an address to which it is not safe to write',
    (town: Awaited<ReturnType<typeof makeTown>>) =>
      database.kysely
        .updateTable('contact_points')
        .set({ message_safe: false })
        .where('person_id', '=', town.amira.personId)
        .execute(),
  ],
  [
    'a person who was erased',
    (town: Awaited<ReturnType<typeof makeTown>>) =>
      database.kysely
        .updateTable('people')
        .set({ erased_at: '2026-03-30T00:00:00Z' })
        .where('id', '=', town.amira.personId)
        .execute(),
  ],
])('%s gets no letter', async (_, change) => {
  const town = await makeTown(database);
  await change(town);
  expect(await ask(town.browser(), town.amira.email)).toMatchObject({ status: 303 });
  expect(await town.lettersTo(town.amira.email)).toEqual([]);
});

test('a link already sent opens nothing once the person may not open the page', async () => {
  const town = await makeTown(database);
  const browser = town.browser();
  await ask(browser, town.amira.email);
  const link = await town.linkTo(town.amira.email);
  const page = await browser.get(link);
  await database.kysely
    .updateTable('participations')
    .set({ until_at: '2026-03-31T09:20:00Z' })
    .where('person_id', '=', town.amira.personId)
    .execute();
  expect(await browser.press(page.body, link)).toMatchObject({ status: 410 });
});

test('no secret, code or address stands in the tables of sign-in or in the log', async () => {
  const town = await makeTown(database);
  const browser = town.browser();
  await browser.signInByLink(town, town.amira.email);
  const link = await town.linkTo(town.amira.email);
  const rows = await town.desk.look(async (tx) => [
    await tx.selectFrom('sign_in_links').selectAll().execute(),
    await tx.selectFrom('sign_in_requests').selectAll().execute(),
    await tx.selectFrom('sessions').selectAll().execute(),
  ]);
  const kept = JSON.stringify(rows) + town.log.join('\n');
  for (const secret of [link.split('/').at(-1), ...browser.cookies.values(), town.amira.email, '192.0.2.1'])
    expect(kept).not.toContain(secret);
});

test('the desk cannot read a link out of the letters', async () => {
  const town = await makeTown(database);
  await ask(town.browser(), town.amira.email);
  const seen = await reading(town.program, town.desk.manager, (tx) => tx.selectFrom('letters').select('id').execute());
  expect(seen).toEqual([]);
});

test('pages of sign-in are kept by nobody', async () => {
  const town = await makeTown(database);
  for (const path of ['/sign-in', '/sign-in/sent', '/sign-in/link/x'])
    expect((await town.browser().get(path)).headers['cache-control']).toBe('no-store');
});

test('in a trial the page says where the letter lies, and in a real installation it does not', async () => {
  const [trial, real] = [await makeTown(database, { trial: true }), await makeTown(database)];
  expect((await trial.browser().get('/sign-in/sent')).body).toContain('href="/trial/outbox"');
  expect((await real.browser().get('/sign-in/sent')).body).not.toContain('/trial/');
});
