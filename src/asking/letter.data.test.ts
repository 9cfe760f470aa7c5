// The letter through HTTP: sent, read, confirmed by a person, opened by staff alone; what is refused leaves nothing on the disk.
import { readdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openWhole } from '../../test/support/whole.ts';
import { eicar, lockedPdf, pdfOf, photographOf } from '../documents/fixtures/papers.ts';
import { inSeat } from '../kit/sql/seat.ts';
import type { Tx } from '../program.ts';
import { signInAs } from '../sign-in/trial.ts';
import { makesContact, openBrowser } from './asking.test-browser.ts';

const whole = await openWhole({ stories: false });
const { server, program } = whole.app;
const look = <R>(work: (tx: Tx) => Promise<R>): Promise<R> =>
  inSeat(whole.installation.database, { role: 'worker', settings: {}, readOnly: true }, work);
const adviser = await look((tx) =>
  tx.selectFrom('accounts').select('id').where('name', '=', 'Leah Brennan').executeTakeFirstOrThrow(),
);
const session = await signInAs(program, adviser.id, 'A browser in a test');
const desk = openBrowser(server, { session: session!.sessionToken });

const contacted = () => makesContact(server);

/** Files in the store, however they are spread. */
const stored = () =>
  readdirSync(whole.filesFolder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;

/** Waits for the background reading, by the state that it leaves. */
async function untilRead(reference: string): Promise<void> {
  for (let looks = 0; looks < 300; looks += 1) {
    const rows = await look((tx) =>
      tx
        .selectFrom('documents')
        .innerJoin('cases', 'cases.id', 'documents.case_id')
        .select('documents.state')
        .where('cases.reference', '=', reference)
        .execute(),
    );
    if (rows.length > 0 && rows.every(({ state }) => state === 'read')) return;
    await pause(100);
  }
  throw new Error('not read');
}

test('a letter is read in the background, suggested unchosen, confirmed by a person, and then an answer', async () => {
  const { browser, reference } = await contacted();
  await browser.get('/ask/letter');
  expect((await browser.upload('/ask/letter', 'letter', [{ name: 'letter.pdf', bytes: await pdfOf() }])).location).toBe(
    '/ask/letter',
  );
  const waiting = await browser.get('/ask/letter');
  if (waiting.body.includes('We are reading it')) expect(waiting.headers['refresh']).toBe('3; url=/ask/letter');
  await untilRead(reference);
  const page = await browser.get('/ask/letter');
  expect(page.headers['refresh']).toBeUndefined();
  expect(page.body).toContain('Wednesday 10 June 2026');
  expect(page.body).not.toContain('checked');
  expect((await browser.send('/ask/letter/says', { right: '' })).status).toBe(422);
  await browser.get('/ask/letter');
  expect((await browser.send('/ask/letter/says', { right: 'yes' })).location).toBe('/ask/more');
  const check = await browser.get('/ask/check');
  expect(check.body).toContain('Wednesday 10 June 2026');
  const { answers } = await look((tx) =>
    tx.selectFrom('asking_drafts').select('answers').where('reference', '=', reference).executeTakeFirstOrThrow(),
  );
  expect(answers).toMatchObject({
    'dated-day': '10',
    'dated-month': '6',
    'dated-year': '2026',
    council: 'Northshore Council',
    decision: 'refuse-to-assess',
  });
  const decision = await look((tx) =>
    tx
      .selectFrom('decisions')
      .innerJoin('cases', 'cases.id', 'decisions.case_id')
      .select('decisions.dated')
      .where('cases.reference', '=', reference)
      .execute(),
  );
  expect(decision).toEqual([{ dated: null }]);
}, 60_000);

test('staff see the picture and the suggestion, and save the original as a file that can do nothing', async () => {
  const { browser, reference } = await contacted();
  await browser.get('/ask/letter');
  await browser.upload('/ask/letter', 'letter', [{ name: 'photo.html', bytes: await photographOf() }]);
  const list = await desk.get(`/desk/cases/${reference}/papers`);
  const [, id = ''] = /papers\/([0-9a-f-]{36})\/picture/.exec(list.body) ?? [];
  const picture = await desk.get(`/desk/cases/${reference}/papers/${id}/picture`);
  expect(picture.headers).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' });
  expect(picture.headers['content-security-policy']).toContain('sandbox');
  const original = await desk.get(`/desk/cases/${reference}/papers/${id}`);
  expect(original.headers['content-disposition']).toMatch(/^attachment; filename="photo\.jpg"/);
  expect(original.headers['content-security-policy']).toContain('sandbox');
  const own = await browser.get(`/ask/letter/picture/${id}`);
  expect(own.status).toBe(200);
  const stranger = (await contacted()).browser;
  expect((await stranger.get(`/ask/letter/picture/${id}`)).status).toBe(404);
  expect((await openBrowser(server).get(`/desk/cases/${reference}/papers/${id}`)).location).toContain('/sign-in');
  await untilRead(reference);
}, 60_000);

test('the desk accepts the decision beside the picture, and has then seen the letter', async () => {
  const { browser, reference } = await contacted();
  await browser.get('/ask/letter');
  await browser.upload('/ask/letter', 'letter', [{ name: 'photo.jpg', bytes: await photographOf() }]);
  await untilRead(reference);
  await browser.get('/ask/letter');
  await browser.send('/ask/letter/says', { right: 'yes' });
  await browser.get('/ask/check');
  await browser.send('/ask/check', {});
  const answers = await desk.get(`/desk/cases/${reference}/answers`);
  expect(answers.body).toContain('The first page of the letter.');
  const [, offer = ''] = /answers\/([0-9a-f-]{36})"(?:(?!answers\/).)*The letter says so/s.exec(answers.body) ?? [];
  await desk.send(`/desk/cases/${reference}/answers/${offer}`, { take: 'letter' });
  const decision = await look((tx) =>
    tx
      .selectFrom('decisions')
      .innerJoin('cases', 'cases.id', 'decisions.case_id')
      .select(['decisions.kind', 'decisions.dated', 'decisions.letter_seen'])
      .where('cases.reference', '=', reference)
      .where('decisions.superseded_at', 'is', null)
      .execute(),
  );
  expect(decision).toEqual([{ kind: 'refuse-to-assess', dated: '2026-06-10', letter_seen: true }]);
}, 60_000);

test.each([
  ['HTML called a picture', Buffer.from('<html><script>alert(1)</script>'), 'not a photograph or a PDF'],
  ['a program called a PDF', Buffer.from('MZ\x90\0\x03'), 'not a photograph or a PDF'],
  ['the file every scanner knows', eicar, 'could harm a computer'],
  ['a locked PDF', lockedPdf, 'locked with a password'],
  ['a broken PDF', Buffer.from('%PDF-1.7\nnothing'), 'damaged'],
  ['an empty file', Buffer.alloc(0), 'empty'],
])('%s is refused in a sentence and leaves nothing on the disk', async (_, bytes, says) => {
  const { browser } = await contacted();
  const before = stored();
  await browser.get('/ask/letter');
  const answer = await browser.upload('/ask/letter', 'letter', [{ name: 'letter.jpg', bytes }]);
  expect(answer.status).toBe(422);
  expect(answer.body).toContain(says);
  expect(stored()).toBe(before);
});

test.each([
  ['60 MB, refused before they are read', 60, 413, 'That is too large for us to take, so nothing of it was kept.'],
  ['16 MB, refused while they are read', 16, 422, 'This file is larger than 15 MB.'],
])('%s: the letter is asked for again, with what is wrong', async (_, megabytes, status, says) => {
  const { browser } = await contacted();
  const before = stored();
  await browser.get('/ask/letter');
  const film = { name: 'film.jpg', bytes: Buffer.alloc(megabytes * 1024 * 1024) };
  const answer = await browser.upload('/ask/letter', 'letter', [film]);
  expect(answer.status).toBe(status);
  expect(answer.body).toContain(says);
  expect(answer.body).toContain('<h1>Your letter</h1>');
  expect(answer.body).toContain('type="file"');
  expect(stored()).toBe(before);
  const again = await browser.upload('/ask/letter', 'letter', [{ name: 'letter.pdf', bytes: await pdfOf() }]);
  expect(again.location).toBe('/ask/letter');
});

test('what is too large from somebody who holds no draft leads on, and from the desk comes back with its form', async () => {
  const film = { name: 'film.jpg', bytes: Buffer.alloc(60 * 1024 * 1024) };
  const stranger = openBrowser(server);
  await stranger.get('/ask');
  expect((await stranger.upload('/ask/letter', 'letter', [film])).location).toBe('/ask/done');
  const { reference } = await contacted();
  const papers = `/desk/cases/${reference}/papers`;
  await desk.get(papers);
  const answer = await desk.upload(papers, 'paper', [film]);
  expect(answer.status).toBe(413);
  expect(answer.body).toContain('That is too large for us to take');
});

test('of several files the good are kept and the bad are named, at the form and at the desk', async () => {
  const { browser, reference } = await contacted();
  const count = () =>
    look((tx) =>
      tx
        .selectFrom('documents')
        .innerJoin('cases', 'cases.id', 'documents.case_id')
        .select('documents.id')
        .where('cases.reference', '=', reference)
        .execute(),
    );
  const bad = { name: 'film.mp4', bytes: Buffer.from('no paper') };
  const long = { name: 'scan.pdf', bytes: Buffer.alloc(16 * 1024 * 1024) };
  const [one, two] = [await pdfOf(), await photographOf()];
  await browser.get('/ask/letter');
  const answer = await browser.upload('/ask/letter', 'letter', [bad, { name: 'one.pdf', bytes: one }, long]);
  expect(answer.status).toBe(422);
  expect(answer.body).toContain('“film.mp4” is not kept. This is not a photograph or a PDF.');
  expect(answer.body).toContain('“scan.pdf” is not kept. This file is larger than 15 MB.');
  expect(answer.body).toContain('“one.pdf” is kept.');
  expect(await count()).toHaveLength(1);
  const papers = `/desk/cases/${reference}/papers`;
  await desk.get(papers);
  const form = desk.hidden();
  const files = [
    { name: 'one.pdf', bytes: one },
    { name: 'two.jpg', bytes: two },
    { name: 'three.pdf', bytes: lockedPdf },
    { name: 'four.pdf', bytes: one },
  ];
  const atDesk = await desk.upload(papers, 'paper', files);
  expect(atDesk.status).toBe(422);
  expect(atDesk.body).toContain('“one.pdf” and “two.jpg” are kept.');
  expect(atDesk.body).toContain('“three.pdf” is not kept. This PDF is locked');
  expect(atDesk.body).toContain('“four.pdf” is not kept. We take 3 files at once.');
  expect(await count()).toHaveLength(3);
  expect(desk.hidden()['_act']).not.toBe(form['_act']);
}, 60_000);

test('a photograph that was only meant to be added is read back, and stands at the desk, as not come', async () => {
  const { browser, reference } = await contacted();
  await browser.get('/ask/more/letter');
  expect((await browser.send('/ask/more/letter', { letter: 'upload' })).location).toBe('/ask/letter');
  const notCome = 'No letter came yet: a photograph or a PDF was going to be added, and was not';
  const readBack = async () => (await browser.get('/ask/check')).body;
  expect(await readBack()).toContain(notCome);
  expect(await readBack()).not.toContain('Yes, I will add');
  await browser.send('/ask/check', {});
  const answers = `/desk/cases/${reference}/answers`;
  expect((await desk.get(answers)).body).toContain(notCome);

  const other = await contacted();
  await other.browser.get('/ask/more/letter');
  await other.browser.send('/ask/more/letter', { letter: 'upload' });
  await other.browser.get('/ask/letter');
  await other.browser.upload('/ask/letter', 'letter', [{ name: 'letter.pdf', bytes: await pdfOf() }]);
  await untilRead(other.reference);
  expect((await other.browser.get('/ask/check')).body).toContain('A photograph or a PDF was added');
  await other.browser.send('/ask/check', {});
  expect((await desk.get(`/desk/cases/${other.reference}/answers`)).body).toContain('A photograph or a PDF was added');
}, 60_000);

test('the same form twice keeps each letter once', async () => {
  const { browser, reference } = await contacted();
  await browser.get('/ask/letter');
  const bytes = await pdfOf();
  const before = stored();
  const files = [
    { name: 'letter.pdf', bytes },
    { name: 'page.jpg', bytes: await photographOf() },
  ];
  await browser.upload('/ask/letter', 'letter', files);
  await browser.upload('/ask/letter', 'letter', files);
  expect(stored()).toBe(before + 5); // the letter and its picture; the photograph, as it came and made anew, and its picture
  await untilRead(reference);
}, 60_000);
