// A letter sent while the scanner does not answer: held unopened, and then read, or refused, once it does.
import { readdirSync } from 'node:fs';
import net from 'node:net';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { openWhole } from '../../test/support/whole.ts';
import { pdfOf, photographOf } from '../documents/fixtures/papers.ts';
import { checkHeldPapers } from '../documents/held.ts';
import { makeReader } from '../documents/reader/reader.ts';
import { inSeat } from '../kit/sql/seat.ts';
import type { Tx } from '../program.ts';
import { signInAs } from '../sign-in/trial.ts';
import { makesContact, openBrowser, type Browser } from './asking.test-browser.ts';

/** What the scanner says to a whole stream; null when it hangs up without a word. */
let verdict: string | null = null;
const scanner = net.createServer((socket) => {
  let got = Buffer.alloc(0);
  socket.on('error', () => {});
  socket.on('data', (chunk) => {
    got = Buffer.concat([got, chunk]);
    if (got.subarray(-4).equals(Buffer.alloc(4))) socket.end(verdict ?? '');
  });
});
await new Promise<void>((listening) => scanner.listen(0, '127.0.0.1', listening));
afterAll(() => scanner.close());
beforeEach(() => {
  verdict = null;
});

const clamd = `127.0.0.1:${(scanner.address() as net.AddressInfo).port}`;
const whole = await openWhole({ stories: false, settings: { CLAMD: clamd } });
const { server, program } = whole.app;
const reader = makeReader();
const check = () => checkHeldPapers(program, reader, program.service().id);
const look = <R>(work: (tx: Tx) => Promise<R>): Promise<R> =>
  inSeat(whole.installation.database, { role: 'worker', settings: {}, readOnly: true }, work);
const adviser = await look((tx) =>
  tx.selectFrom('accounts').select('id').where('name', '=', 'Leah Brennan').executeTakeFirstOrThrow(),
);
const session = await signInAs(program, adviser.id, 'A browser in a test');
const desk = openBrowser(server, { session: session!.sessionToken });
const stored = () =>
  readdirSync(whole.filesFolder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;

/** Makes a contact and sends a paper, and gives where it is seen. */
async function send(
  name: string,
  bytes: Buffer,
): Promise<{ browser: Browser; papers: string; id: string; status: number }> {
  const { browser, reference } = await makesContact(server);
  await browser.get('/ask/letter');
  const { status } = await browser.upload('/ask/letter', 'letter', [{ name, bytes }]);
  const row = await look((tx) =>
    tx
      .selectFrom('documents')
      .innerJoin('cases', 'cases.id', 'documents.case_id')
      .select('documents.id')
      .where('cases.reference', '=', reference)
      .executeTakeFirst(),
  );
  return { browser, papers: `/desk/cases/${reference}/papers`, id: row?.id ?? '', status };
}

test('it is held: the family goes on, and nobody can open it', async () => {
  const { browser, papers, id, status } = await send('letter.pdf', await pdfOf());
  expect(status).toBe(303);
  const own = await browser.get('/ask/letter');
  expect(own.body).toContain('We have your letter.');
  expect(own.body).toContain('You need not wait for it.');
  expect(own.body).toContain('Go on meanwhile');
  expect(own.headers['refresh']).toBeUndefined();
  const list = await desk.get(papers);
  expect(list.body).toContain('Held until it can be checked for harmful software.');
  expect(list.body).not.toContain('Save the original');
  expect((await desk.get(`${papers}/${id}`)).status).toBe(404);
  expect(await check()).toBe(0);
  expect((await desk.get(papers)).body).toContain('Held until');
  verdict = 'stream: OK\0';
  expect(await check()).toBe(1);
});

test('once it is clean it is opened, shown and read', async () => {
  const { browser, papers, id } = await send('photo.jpg', await photographOf());
  verdict = 'stream: OK\0';
  expect(await check()).toBe(1);
  expect((await desk.get(`${papers}/${id}`)).headers['content-disposition']).toContain('photo.jpg');
  expect((await desk.get(`${papers}/${id}/picture`)).status).toBe(200);
  const own = await browser.get('/ask/letter');
  expect(own.body).toContain('Wednesday 10 June 2026');
  expect(own.body).not.toContain('checked');
  expect(await check()).toBe(0);
}, 60_000);

test.each([
  ['harmful', 'stream: Win.Test.EICAR_HDB-1 FOUND\0', 'This file could harm a computer'],
  ['no paper after all', 'stream: OK\0', 'it is damaged'],
])('when it is %s its bytes go, and both sides read why', async (_, says, words) => {
  const before = stored();
  const { browser, papers, id } = await send('letter.pdf', Buffer.from('%PDF-1.7\nnothing'));
  expect(stored()).toBe(before + 1);
  verdict = says;
  expect(await check()).toBe(1);
  expect(stored()).toBe(before);
  expect((await desk.get(papers)).body).toContain(words);
  expect((await desk.get(`${papers}/${id}`)).status).toBe(404);
  const own = await browser.get('/ask/letter');
  expect(own.body).toContain(words);
  expect(own.body).not.toContain('We have your letter.');
  expect(own.body).toContain('Go on without it');
});

test('what is no paper by its first bytes is refused at once, scanner or not', async () => {
  expect(await send('letter.pdf', Buffer.from('MZ'))).toMatchObject({ status: 422, id: '' });
});
