import { createHash } from 'node:crypto';
import { expect, test, describe } from 'vitest';
import { migrations } from '../../database/migrations/index.ts';
import type { Tables } from '../../database/tables.ts';
import { onServer, openTestDatabase } from '../../test/support/database.ts';
import { openPostRoom } from '../../test/support/post-room.ts';
import { readToday } from '../cases/store-today.ts';
import { issueCertificate } from '../certificates/commands.ts';
import type { CertificateContent } from '../certificates/certificate.ts';
import { newId } from '../kit/ids.ts';
import { MailFailure, type Message } from '../kit/mail/mailer.ts';
import { reading } from '../program.ts';
import { sendNextLetter } from './letters.ts';
import { makeNextPaper } from './papers.ts';
import { nextTry } from './retry.ts';
import { startWorker } from './worker.ts';

const database = await openTestDatabase<Tables>(migrations);
const { desk, program, clock, room, sent, useMailer, drain, newCase } = await openPostRoom(
  database,
  '2026-04-01T10:00:00+01:00',
);

const later = { ...program, makePapersNow: async () => undefined };

/** Issues a certificate whose papers wait for the worker. */
async function issued() {
  useMailer(null);
  await drain();
  sent.length = 0;
  const of = await newCase();
  await issueCertificate(later, desk.adviser, {
    actId: newId(),
    caseId: of.caseId,
    participationId: of.participationId,
    limb: 'information',
  });
  return of;
}

const lettersOf = (caseId: string) =>
  desk.look((tx) => tx.selectFrom('letters').selectAll().where('case_id', '=', caseId).execute());
const papersOf = (caseId: string) =>
  desk.look((tx) => tx.selectFrom('papers').selectAll().where('case_id', '=', caseId).orderBy('id').execute());
const factsOf = async (caseId: string) =>
  (
    await desk.look((tx) =>
      tx.selectFrom('facts').select(['code', 'readers']).where('case_id', '=', caseId).orderBy('seq').execute(),
    )
  ).filter(({ code }) => code.startsWith('letter-'));

/** What must not differ between two tries of one letter. */
const print = ({ attachments = [], ...message }: Message) =>
  createHash('sha256')
    .update(
      JSON.stringify([
        message.id,
        String(message.writtenAt),
        message.to,
        message.subject,
        message.text,
        message.html,
        attachments.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('base64')]),
      ]),
    )
    .digest('hex');

describe('papers', () => {
  test('are made once, kept encrypted, and let the letter go only when all are made', async () => {
    const of = await issued();
    expect(await lettersOf(of.caseId)).toMatchObject([{ state: 'waiting-for-papers' }]);
    await makeNextPaper(room, of.caseId);
    await makeNextPaper(room, of.caseId);
    await makeNextPaper(room, of.caseId);
    expect(await makeNextPaper(room, of.caseId)).toBe(false);
    expect(await lettersOf(of.caseId)).toMatchObject([{ state: 'queued' }]);
    for (const paper of await papersOf(of.caseId)) {
      const file = await desk.look((tx) =>
        tx.selectFrom('files').selectAll().where('id', '=', paper.file_id!).executeTakeFirstOrThrow(),
      );
      const bytes = await room.files.getFile(file.storage as never);
      expect(Buffer.from(bytes).subarray(0, 5).toString()).toBe('%PDF-');
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(paper.sealed_sha256);
      expect(paper.unsealed_sha256 === paper.sealed_sha256).toBe(!paper.sealed);
      expect(file.name).not.toMatch(/okafor|tobi/i);
    }
  });

  test('a paper whose worker died is made again when its lease is over, and stored once', async () => {
    const of = await issued();
    const dies = { ...room, files: { ...room.files, putFile: () => new Promise<never>(() => undefined) } };
    void makeNextPaper(dies, of.caseId);
    await expect
      .poll(async () => (await papersOf(of.caseId)).filter(({ lease_until }) => lease_until !== null).length)
      .toBe(1);
    while (await makeNextPaper(room, of.caseId));
    expect((await papersOf(of.caseId)).filter(({ made_at }) => made_at === null)).toHaveLength(1);
    clock.set('2026-04-01T10:03:00+01:00');
    while (await makeNextPaper(room, of.caseId));
    expect((await papersOf(of.caseId)).filter(({ made_at }) => made_at === null)).toEqual([]);
    expect(await lettersOf(of.caseId)).toMatchObject([{ state: 'queued' }]);
    clock.set('2026-04-01T10:00:00+01:00');
  });

  test('a template at fault is not tried again, and says so on the paper', async () => {
    const of = await issued();
    await database.kysely
      .updateTable('papers')
      .set({ content: '{}' as never })
      .where('case_id', '=', of.caseId)
      .where('kind', '=', 'covering-letter')
      .execute();
    while (await makeNextPaper(room, of.caseId));
    expect((await papersOf(of.caseId)).find(({ kind }) => kind === 'covering-letter')).toMatchObject({
      made_at: null,
      failure: 'PdfTemplateFailed',
      next_try_at: 'infinity',
    });
    expect(await lettersOf(of.caseId)).toMatchObject([{ state: 'waiting-for-papers' }]);
  });

  test.runIf(onServer)('made by two workers at once, each is stored once and the letter goes once', async () => {
    const of = await issued();
    await Promise.all(Array.from({ length: 6 }, () => makeNextPaper(room, of.caseId)));
    const papers = await papersOf(of.caseId);
    expect(papers.filter(({ made_at, tries }) => made_at !== null && tries === 1)).toHaveLength(3);
    await Promise.all(Array.from({ length: 4 }, () => sendNextLetter(room)));
    expect(sent).toHaveLength(1);
  });
});

describe('letters', () => {
  test('an e-mail goes with its papers, and the family may read that it went', async () => {
    const of = await issued();
    await drain();
    expect(sent).toMatchObject([
      {
        from: 'Common Ground <post@service.example>',
        replyTo: 'mediation@service.example.org',
        to: 'hannah@family.example',
        attachments: [{ name: 'about-your-certificate.pdf' }, { type: 'application/pdf' }],
      },
    ]);
    expect(await lettersOf(of.caseId)).toMatchObject([{ state: 'sent', tries: 1, failure: null }]);
    expect(await factsOf(of.caseId)).toMatchObject([
      { code: 'letter-queued', readers: [] },
      { code: 'letter-sent', readers: [of.participationId] },
    ]);
    await drain();
    expect(sent).toHaveLength(1);
  });

  test('what the worker reports does not outdate the page that somebody has open', async () => {
    const of = await issued();
    const version = () =>
      desk.look((tx) => tx.selectFrom('cases').select('version').where('id', '=', of.caseId).executeTakeFirstOrThrow());
    const before = await version();
    await drain();
    expect(await version()).toEqual(before);
  });

  test('a mail server that is down for an hour gets the letter once it is back', async () => {
    const of = await issued();
    let tries = 0;
    useMailer({ send: () => ((tries += 1), Promise.reject(new MailFailure('temporary', undefined, 'ECONNREFUSED'))) });
    for (let minute = 0; minute < 60; minute += 1) {
      clock.set(`2026-04-01T10:${String(minute).padStart(2, '0')}:00+01:00`);
      await drain();
    }
    expect(tries).toBeGreaterThan(3);
    expect(tries).toBeLessThan(8);
    expect(await lettersOf(of.caseId)).toMatchObject([{ state: 'queued', failure: 'temporary' }]);
    expect(await factsOf(of.caseId)).toHaveLength(1);
    useMailer(null);
    clock.set('2026-04-01T11:10:00+01:00');
    await drain();
    expect(sent).toHaveLength(1);
    expect(await lettersOf(of.caseId)).toMatchObject([{ state: 'sent' }]);
    clock.set('2026-04-01T10:00:00+01:00');
  });

  test('killed between accepting and answering, the very same letter goes again', async () => {
    const of = await issued();
    while (await makeNextPaper(room, of.caseId));
    const taken: Message[] = [];
    // The server took it, and this process died before it could write so.
    useMailer({ send: (message) => (taken.push(message), new Promise<never>(() => undefined)) });
    void sendNextLetter(room);
    await expect.poll(() => taken.length).toBe(1);
    useMailer(null);
    expect(await sendNextLetter(room)).toBe(false);
    clock.set('2026-04-01T10:06:00+01:00');
    await drain();
    expect(sent.map(print)).toEqual(taken.map(print));
    expect(await lettersOf(of.caseId)).toMatchObject([{ state: 'sent', tries: 2 }]);
    clock.set('2026-04-01T10:00:00+01:00');
  });

  test('an answer that never came is tried again with the same bytes, and the letter can no longer be taken back', async () => {
    const of = await issued();
    const taken: Message[] = [];
    useMailer({
      send: (message) => (taken.push(message), Promise.reject(new MailFailure('unknown', undefined, 'ECONNRESET'))),
    });
    await drain();
    expect(await lettersOf(of.caseId)).toMatchObject([{ state: 'sending', failure: 'unknown', lease_until: null }]);
    useMailer(null);
    clock.set('2026-04-01T10:02:00+01:00');
    await drain();
    expect(sent.map(print)).toEqual(taken.map(print));
    clock.set('2026-04-01T10:00:00+01:00');
  });

  test('a letter that may have been taken stays so while the mail server is down', async () => {
    const of = await issued();
    useMailer({ send: () => Promise.reject(new MailFailure('unknown', undefined, 'ECONNRESET')) });
    await drain();
    useMailer({ send: () => Promise.reject(new MailFailure('temporary', undefined, 'ECONNREFUSED')) });
    clock.set('2026-04-01T10:02:00+01:00');
    await drain();
    expect(await lettersOf(of.caseId)).toMatchObject([{ state: 'sending', failure: 'unknown', tries: 2 }]);
    clock.set('2026-04-01T10:00:00+01:00');
  });

  test('a Message-ID ends with the domain that we send from, the same at every try', async () => {
    const of = await issued();
    useMailer({ send: () => Promise.reject(new MailFailure('temporary', undefined, 'ECONNREFUSED')) });
    await drain();
    const [letter] = await lettersOf(of.caseId);
    useMailer(null);
    clock.set('2026-04-01T10:02:00+01:00');
    await drain();
    expect(letter!.message_id).toMatch(/^[\da-f-]{36}@service\.example$/);
    expect(sent.map(({ id }) => id)).toEqual([letter!.message_id]);
    clock.set('2026-04-01T10:00:00+01:00');
  });

  test.each([
    [
      'refused by the mail server',
      new MailFailure('permanent', 550, 'EENVELOPE'),
      '2026-04-01T10:00:00+01:00',
      'bounced',
      'refused-by-the-mail-server',
    ],
    [
      'an address that no server was asked about',
      new MailFailure('permanent', undefined, 'wrong-recipient'),
      '2026-04-01T10:00:00+01:00',
      'failed',
      'address-unusable',
    ],
    [
      'not taken for three days',
      new MailFailure('temporary', 421, 'EPROTOCOL'),
      '2026-04-04T10:01:00+01:00',
      'failed',
      'not-taken-for-three-days',
    ],
  ])('%s: given back to a person, with its fact', async (_, failure, at, state, why) => {
    const of = await issued();
    useMailer({ send: () => Promise.reject(failure) });
    clock.set(at);
    await drain();
    expect(await lettersOf(of.caseId)).toMatchObject([{ state, failure: why }]);
    const today = await reading(program, desk.adviser, (tx) =>
      readToday(tx, { ...desk.adviser, now: clock.now(), days: [clock.today().toString()] }),
    );
    expect(today.beside.goneWrong.map(({ failure: said }) => said)).toContain(why);
    expect((await factsOf(of.caseId)).map(({ code }) => code)).toEqual(['letter-queued', 'letter-failed']);
    clock.set('2026-04-01T10:00:00+01:00');
  });
});

test('tries grow apart, and the first six make an hour', () => {
  const now = clock.now();
  const minutes = [1, 2, 3, 4, 5, 6, 7, 8, 100]
    .map((tries) => nextTry(now, tries))
    .map((iso) => now.until(iso).total('minutes'));
  expect(minutes).toEqual([1, 2, 5, 10, 15, 30, 60, 60, 60]);
});

test('the worker sends what waits, is woken by an issuing, and stops cleanly', async () => {
  const of = await issued();
  const worker = startWorker(room, { lookEvery: 60_000 });
  await expect.poll(() => sent.length).toBe(1);
  const next = await newCase();
  const woken = { ...program, wake: worker.wake, makePapersNow: worker.makePapersNow };
  await issueCertificate(woken, desk.adviser, {
    actId: newId(),
    caseId: next.caseId,
    participationId: next.participationId,
    limb: 'information',
  });
  expect((await papersOf(next.caseId)).every(({ made_at }) => made_at !== null)).toBe(true);
  await expect.poll(() => sent.length).toBe(2);
  await worker.stop();
  expect((await lettersOf(of.caseId))[0]).toMatchObject({ state: 'sent' });
});

test('the same content makes the same unsealed bytes', async () => {
  const of = await issued();
  while (await makeNextPaper(room, of.caseId));
  const paper = (await papersOf(of.caseId)).find(
    ({ kind, format }) => kind === 'certificate' && format === 'standard',
  )!;
  const again = await room.pdf.render({
    template: paper.template,
    data: paper.content as unknown as CertificateContent,
    createdAt: Math.floor(new Date(paper.wanted_at).getTime() / 1000),
  });
  expect(createHash('sha256').update(again).digest('hex')).toBe(paper.unsealed_sha256);
});
