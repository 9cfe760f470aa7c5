// Papers to a changed address wait for a day, whoever asks for them and however they go, unless a second person agrees.
import { beforeEach, describe, expect, test } from 'vitest';
import { migrations } from '../../database/migrations/index.ts';
import type { Tables } from '../../database/tables.ts';
import { openTestDatabase } from '../../test/support/database.ts';
import { openPostRoom } from '../../test/support/post-room.ts';
import type { ReadyCase } from '../../test/support/ready-case.ts';
import { issueCertificate, prepareCertificateForPost } from '../certificates/commands.ts';
import { markPosted } from '../certificates/posting.ts';
import { resendCertificate } from '../certificates/resending.ts';
import { sendLetterAgain, settleLetter } from '../correspondence/commands.ts';
import { newId } from '../kit/ids.ts';
import { inSeat } from '../kit/sql/seat.ts';
import { seatOf, type Staff } from '../sign-in/who.ts';
import { agreeToSendNow } from './commands-agree.ts';
import { changeContactPoint } from './commands-contact.ts';
import type { NewPoint } from './person.ts';

const database = await openTestDatabase<Tables>(migrations);
const START = '2026-04-01T10:00:00+01:00';
const { desk, program, clock, sent, drain, newCase } = await openPostRoom(database, START);
beforeEach(async () => {
  // Whatever the test before left waiting goes first.
  clock.set('2026-04-09T10:00:00+01:00');
  await drain();
  clock.set(START);
  sent.length = 0;
});

const email = (value: string, messageSafe = true): NewPoint => ({ kind: 'email', value, messageSafe });
const post: NewPoint = {
  kind: 'post',
  value: 'CH41 0AA',
  postalLines: ['2 Example Road', 'Birkenhead', 'CH41 0AA'],
  messageSafe: true,
};
const change = (of: ReadyCase, point: NewPoint, who: Staff = desk.adviser, mayPostNote = false) =>
  changeContactPoint(
    program,
    who,
    { actId: newId(), caseId: of.caseId, participationId: of.participationId, point, mayPostNote },
    async () => {},
  );
const agree = (of: ReadyCase, who: Staff) =>
  agreeToSendNow(program, who, { actId: newId(), caseId: of.caseId, participationId: of.participationId });
const issue = (of: ReadyCase) => issueCertificate(program, desk.adviser, { ...by(of), limb: 'information' });
const by = ({ caseId, participationId }: ReadyCase) => ({ actId: newId(), caseId, participationId });
const lettersOf = (of: ReadyCase, template = 'certificate') =>
  desk.look((tx) =>
    tx
      .selectFrom('letters')
      .selectAll()
      .where('case_id', '=', of.caseId)
      .where('template', '=', template)
      .orderBy('queued_at')
      .orderBy('id')
      .execute(),
  );
const codesOf = async (of: ReadyCase) =>
  (
    await desk.look((tx) => tx.selectFrom('facts').select(['code', 'data']).where('case_id', '=', of.caseId).execute())
  ).map(({ code }) => code);
const to = () => sent.filter(({ attachments = [] }) => attachments.length > 0).map(({ to: address }) => address);

/** A case whose e-mail address was changed and whose certificate was issued after it. */
async function issuedAfterChange() {
  const of = await newCase();
  await change(of, email('new@family.example'));
  await issue(of);
  await drain();
  return of;
}

describe('by e-mail', () => {
  test('the certificate is issued and dated, and its papers wait for 24 hours', async () => {
    const of = await issuedAfterChange();
    const certificates = await desk.look((tx) =>
      tx.selectFrom('certificates').select(['state', 'dated']).where('case_id', '=', of.caseId).execute(),
    );
    expect(certificates).toEqual([{ state: 'issued', dated: '2026-04-01' }]);
    expect(await lettersOf(of)).toMatchObject([{ state: 'queued', tries: 0, to_address: 'new@family.example' }]);
    expect(to()).toEqual([]);
    clock.set('2026-04-02T09:59:59+01:00');
    await drain();
    expect(to()).toEqual([]);
    clock.set('2026-04-02T10:00:00+01:00');
    await drain();
    expect(to()).toEqual(['new@family.example']);
  });

  test('the old address is told at once: a notice carries no papers', async () => {
    await issuedAfterChange();
    expect(sent).toMatchObject([{ to: 'hannah@family.example', attachments: [] }]);
    expect(sent[0]?.text).not.toContain('new@');
  });

  test('a second person lets them go at once; the one who changed it cannot', async () => {
    const of = await issuedAfterChange();
    expect(await agree(of, desk.adviser)).toEqual({ refused: 'you-changed-it' });
    await drain();
    expect(to()).toEqual([]);
    expect(await agree(of, desk.administrator)).toMatchObject({ done: true });
    await drain();
    expect(to()).toEqual(['new@family.example']);
    expect(await codesOf(of)).toContain('held-papers-agreed');
    expect(await agree(of, desk.administrator)).toEqual({ refused: 'nothing-waits' });
  });

  test('the database refuses what a page could forget', async () => {
    const of = await newCase();
    await change(of, email('new@family.example'));
    const write = (set: object) =>
      inSeat(database, seatOf(desk.adviser, false), (tx) =>
        tx.updateTable('contact_points').set(set).where('person_id', '=', of.personId).execute(),
      );
    await expect(write({ papers_held_until: null })).rejects.toThrow(/permission denied/);
    await expect(write({ agreed_by: desk.adviser.accountId, agreed_at: START })).rejects.toThrow(
      /a_second_person_agrees/,
    );
  });

  test('what is sent again to a changed address waits too', async () => {
    const of = await newCase();
    await issue(of);
    await drain();
    await change(of, email('new@family.example'));
    const [{ id: certificateId }] = (await desk.look((tx) =>
      tx.selectFrom('certificates').select('id').where('case_id', '=', of.caseId).execute(),
    )) as [{ id: string }];
    await resendCertificate(program, desk.adviser, { ...by(of), certificateId, channel: 'email' });
    await drain();
    expect(to()).toEqual(['hannah@family.example']);
  });

  test('a letter that was being sent when a worker died is asked again', async () => {
    const of = await newCase();
    await issue(of);
    await drain();
    await database.kysely
      .updateTable('letters')
      .set({ state: 'sending', lease_until: '2026-04-01T08:00:00Z', to_address: 'new@family.example' })
      .where('case_id', '=', of.caseId)
      .execute();
    await change(of, email('new@family.example'));
    sent.length = 0;
    await drain();
    expect(to()).toEqual([]);
  });

  test('changed again before anybody agreed: what waited is given back to a person, and goes to the newest after its own day', async () => {
    const of = await issuedAfterChange();
    clock.set('2026-04-01T20:00:00+01:00');
    await change(of, email('newest@family.example'), desk.otherAdviser);
    const [letter] = await lettersOf(of);
    expect(letter).toMatchObject({ state: 'failed', failure: 'address-changed' });
    expect(await codesOf(of)).toContain('letter-failed');
    await sendLetterAgain(program, desk.adviser, {
      actId: newId(),
      caseId: of.caseId,
      letterId: letter?.id ?? '',
      channel: 'email',
    });
    clock.set('2026-04-02T19:59:00+01:00');
    await drain();
    expect(to()).toEqual([]);
    clock.set('2026-04-02T20:00:00+01:00');
    await drain();
    expect(to()).toEqual(['newest@family.example']);
  });

  test('a letter that waits can be taken back; one that does not wait cannot', async () => {
    const of = await issuedAfterChange();
    const [letter] = await lettersOf(of);
    const settle = () =>
      settleLetter(program, desk.adviser, { actId: newId(), caseId: of.caseId, letterId: letter?.id ?? '' });
    expect(await settle()).toMatchObject({ done: true });
    expect(await lettersOf(of)).toMatchObject([{ state: 'cancelled' }]);
    expect(await settle()).toEqual({ refused: 'not-gone-wrong' });
  });
});

describe('by post', () => {
  const prepared = async (of: ReadyCase) => {
    await prepareCertificateForPost(program, desk.adviser, { ...by(of), limb: 'information' });
    const [letter] = await lettersOf(of);
    return (postedOn: string) =>
      markPosted(program, desk.administrator, {
        actId: newId(),
        caseId: of.caseId,
        letterId: letter?.id ?? '',
        postedOn,
      });
  };

  test('a pack to a changed address is not posted within the day, and is once a second person agrees', async () => {
    const of = await newCase();
    await change(of, post);
    const posted = await prepared(of);
    expect(await posted('2026-04-01')).toEqual({ refused: 'papers-held' });
    await agree(of, desk.manager);
    expect(await posted('2026-04-01')).toMatchObject({ done: true });
  });

  test('a pack goes on the day on which it was packed while only the e-mail address waits', async () => {
    const of = await newCase();
    await change(of, email('new@family.example'));
    const posted = await prepared(of);
    expect(await posted('2026-04-01')).toMatchObject({ done: true });
  });

  test('one that was posted before the change is still marked', async () => {
    const of = await newCase();
    const posted = await prepared(of);
    clock.set('2026-04-02T10:00:00+01:00');
    await change(of, post);
    await database.kysely
      .updateTable('certificates')
      .set({ state: 'issued', issued_at: START })
      .where('case_id', '=', of.caseId)
      .execute();
    expect(await posted('2026-04-02')).toEqual({ refused: 'papers-held' });
    expect(await posted('2026-04-01')).toMatchObject({ done: true });
  });

  test('the e-mail address that stays is told of a new postal address', async () => {
    const of = await newCase();
    await change(of, post);
    await drain();
    expect(sent).toMatchObject([
      { to: 'hannah@family.example', subject: 'We changed the postal address that we use for you' },
    ]);
    expect(sent[0]?.text).not.toContain('Example Road');
    expect(await lettersOf(of, 'contact-changed')).toMatchObject([{ channel: 'email' }]);
  });

  test('somebody reached by post alone is told there only where it is said to be safe, and nothing holds the note', async () => {
    const quiet = await newCase({ email: null });
    await change(quiet, post);
    expect(await lettersOf(quiet, 'contact-changed')).toEqual([]);

    const of = await newCase({ email: null });
    await change(of, post, desk.adviser, true);
    await drain();
    const [note] = await lettersOf(of, 'contact-changed');
    expect(note).toMatchObject({
      channel: 'post',
      state: 'to-post',
      to_lines: ['Hannah Okafor', '14 Example Road', 'Birkenhead', 'CH41 0ZZ'],
    });
    expect(note?.body_text).toContain('no longer to this one');
    expect(note?.body_text).not.toMatch(/2 Example|CH41 0AA|first day/);
    const papers = await desk.look((tx) =>
      tx.selectFrom('papers').select(['content', 'made_at']).where('case_id', '=', of.caseId).execute(),
    );
    expect(papers).toHaveLength(2);
    for (const { content, made_at: made } of papers) {
      expect(content).toMatchObject({ reference: '' });
      expect(made).not.toBeNull();
    }
    const posted = { actId: newId(), caseId: of.caseId, letterId: note?.id ?? '', postedOn: '2026-04-01' };
    expect(await markPosted(program, desk.administrator, posted)).toMatchObject({ done: true });
  });

  test('an address that was not safe, or is the same, is sent no note', async () => {
    const of = await newCase({ email: null });
    await change(of, { ...post, messageSafe: false });
    await change(of, { ...post, value: 'CH41 0BB', postalLines: ['3 Example Road', 'CH41 0BB'] }, desk.adviser, true);
    const same = await newCase({ email: null });
    const before = { ...post, value: 'CH41 0ZZ', postalLines: ['14 Example Road', 'Birkenhead', 'CH41 0ZZ'] };
    await change(same, { ...before, quietHours: 'after 3pm' }, desk.adviser, true);
    expect([...(await lettersOf(of, 'contact-changed')), ...(await lettersOf(same, 'contact-changed'))]).toEqual([]);
  });

  test('a note that is not safe after all is put away, and never sent anywhere else', async () => {
    const of = await newCase({ email: null });
    await change(of, post, desk.adviser, true);
    const [note] = await lettersOf(of, 'contact-changed');
    const one = () => ({ actId: newId(), caseId: of.caseId, letterId: note?.id ?? '' });
    expect(await sendLetterAgain(program, desk.adviser, { ...one(), channel: 'post' })).toEqual({
      refused: 'for-the-address-before',
    });
    expect(await settleLetter(program, desk.adviser, one())).toMatchObject({ done: true });
    expect(await lettersOf(of, 'contact-changed')).toMatchObject([{ state: 'cancelled' }]);
  });
});
