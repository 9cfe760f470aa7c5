import { expect, test, describe } from 'vitest';
import { migrations } from '../../database/migrations/index.ts';
import type { Tables } from '../../database/tables.ts';
import { onServer, openTestDatabase } from '../../test/support/database.ts';
import { openPostRoom } from '../../test/support/post-room.ts';
import type { CaseChanges, ReadyCase } from '../../test/support/ready-case.ts';
import { openCase, standingOf } from '../../test/support/contact.ts';
import { giveInformation } from '../advice/commands.ts';
import { recordWishes } from '../advice/commands-wishes.ts';
import { coreCodes } from '../advice/script.ts';
import { verifyJournal } from '../cases/verify-journal.ts';
import { newId } from '../kit/ids.ts';
import { reading } from '../program.ts';
import type { Staff } from '../sign-in/who.ts';
import type { CertificateContent } from './certificate.ts';
import { decideLateContact, issueCertificate, prepareCertificateForPost } from './commands.ts';
import type { CoveringLetterData } from './documents/data.ts';
import { outlookOf } from './outlook.ts';
import { dateCertificateAgain, markPosted, setCertificateAside } from './posting.ts';
import { correctCertificate, withdrawCertificate } from './putting-right.ts';
import { resendCertificate } from './resending.ts';
import { verifyByNumber } from './verify.ts';

const database = await openTestDatabase<Tables>(migrations);
const { desk, program, clock, room, sent, drain, newCase } = await openPostRoom(database, '2026-04-01T10:00:00+01:00');
const today = '2026-04-01T10:00:00+01:00';

/** Everything a certificate leaves behind in a case. */
async function left(caseId: string) {
  return desk.look(async (tx) => ({
    case: await tx.selectFrom('cases').selectAll().where('id', '=', caseId).executeTakeFirstOrThrow(),
    certificates: await tx
      .selectFrom('certificates')
      .selectAll()
      .where('case_id', '=', caseId)
      .orderBy('prepared_at')
      .execute(),
    versions: await tx
      .selectFrom('certificate_versions')
      .selectAll()
      .where('certificate_id', 'in', (ids) => ids.selectFrom('certificates').select('id').where('case_id', '=', caseId))
      .orderBy('version')
      .execute(),
    facts: await tx
      .selectFrom('facts')
      .select(['code', 'data', 'readers'])
      .where('case_id', '=', caseId)
      .where('code', '<>', 'clock-moved')
      .orderBy('seq')
      .execute(),
    letters: await tx
      .selectFrom('letters')
      .selectAll()
      .where('case_id', '=', caseId)
      .orderBy('queued_at')
      .orderBy('id')
      .execute(),
    papers: await tx
      .selectFrom('papers')
      .selectAll()
      .where('case_id', '=', caseId)
      .orderBy('wanted_at')
      .orderBy('id')
      .execute(),
  }));
}

const issue = (of: ReadyCase, who: Staff = desk.adviser, actId = newId()) =>
  issueCertificate(program, who, {
    actId,
    caseId: of.caseId,
    participationId: of.participationId,
    limb: 'information',
  });
const prepare = (of: ReadyCase) =>
  prepareCertificateForPost(program, desk.adviser, {
    actId: newId(),
    caseId: of.caseId,
    participationId: of.participationId,
    limb: 'information',
  });
const codes = (facts: { code: string }[]) => facts.map(({ code }) => code);
const saidOn = (content: unknown) => content as CertificateContent;

describe('issueCertificate', () => {
  test('issues one, dated today: row, version, facts, papers and letter together', async () => {
    clock.set(today);
    const of = await newCase();
    expect(await issue(of)).toMatchObject({ done: true, again: false });
    const after = await left(of.caseId);
    expect(after.certificates).toMatchObject([
      { state: 'issued', dated: '2026-04-01', version: 1, limb: 'information', adviser_id: desk.adviser.accountId },
    ]);
    const { id, number } = after.certificates[0]!;
    expect(codes(after.facts)).toEqual(['certificate-issued', 'letter-queued']);
    expect(after.facts[0]).toMatchObject({
      data: { certificate: id, dated: '2026-04-01', warnings: [] },
      readers: [of.participationId],
    });
    expect(after.case.stage).toBe('certificate-issued');
    expect(after.letters).toMatchObject([
      { channel: 'email', state: 'queued', to_address: 'hannah@family.example', person_id: of.personId },
    ]);
    expect(
      after.papers
        .map(({ kind, format, made_at, sealed }) => `${kind} ${format} ${made_at !== null} ${sealed}`)
        .toSorted(),
    ).toEqual([
      'certificate large-print true true',
      'certificate standard true true',
      'covering-letter standard true false',
    ]);
    expect(saidOn(after.versions[0]!.content)).toMatchObject({
      date: 'Wednesday 1 April 2026',
      number: [number.slice(0, 4), number.slice(4)],
      appellant: { name: 'Hannah Okafor', called: 'parent' },
      child: { first: 'Tobi', last: 'Okafor', born: '14 September 2018' },
      decision: { cited: 'Section 51(2)(a) of the Act', printed: 'Thursday 5 March 2026', letterSeen: true },
      dates: [
        { kind: 'contacted', date: 'Tuesday 31 March 2026' },
        { kind: 'informed', date: 'Tuesday 31 March 2026' },
      ],
    });
  });

  test('the letter gives the one date that governs, and never another month', async () => {
    clock.set(today);
    const of = await newCase();
    await issue(of);
    const { papers, letters } = await left(of.caseId);
    const covering = papers.find(({ kind }) => kind === 'covering-letter')!.content as unknown as CoveringLetterData;
    expect(covering.appeal).toMatchObject({
      kind: 'two-dates',
      receivedBy: 'Tuesday 5 May 2026',
      hour: '5pm',
      certificateAddsTime: 'no',
    });
    expect(covering.send[0]).toMatchObject({ note: expect.stringContaining('SEND35A') as unknown });
    for (const words of [letters[0]!.body_text, letters[0]!.body_html]) {
      expect(words).toContain('Tuesday 5 May 2026');
      expect(words).not.toMatch(/another month|1 May|Tobi|Wirral Council/);
    }
    expect(letters[0]!.subject).not.toMatch(/certificate|Okafor|Tobi|council/i);
  });

  const refusals: [string, CaseChanges, Staff | undefined, string][] = [
    ['information wished for', { wish: 'yes' }, undefined, 'wish-not-stated'],
    ['an administrator', {}, desk.administrator, 'not-an-adviser'],
    ['an adviser whom a council employs', {}, desk.notIndependent, 'adviser-not-independent'],
    ['no e-mail address', { email: null }, undefined, 'no-email-address'],
    ['health alone', { decision: { kind: 'plan-made', sections: ['G'] } }, undefined, 'health-only'],
    ['late contact', { contactOn: '2026-05-06' }, undefined, 'late-manager-decides'],
    ['an emoji in a name', { child: { first_names: 'Tobi 🦊' } }, undefined, 'letter-not-in-fonts'],
  ];
  test.each(refusals)('refuses and writes nothing: %s', async (_, changes, who, refused) => {
    clock.set(today);
    const of = await newCase(changes);
    expect(await issue(of, who)).toMatchObject({ refused });
    const after = await left(of.caseId);
    expect([after.certificates, after.facts, after.letters, after.papers]).toEqual([[], [], [], []]);
  });

  test('names the field whose letters cannot be printed', async () => {
    clock.set(today);
    expect(await issue(await newCase({ child: { first_names: 'Tobi 🦊' } }))).toMatchObject({
      field: 'child.first',
      letters: ['🦊'],
    });
  });

  test('stays quiet when the same form comes twice, and refuses a second certificate', async () => {
    clock.set(today);
    const of = await newCase();
    const actId = newId();
    await issue(of, desk.adviser, actId);
    expect(await issue(of, desk.adviser, actId)).toMatchObject({ again: true });
    expect(await issue(of, desk.otherAdviser)).toEqual({ refused: 'already-issued' });
    const { certificates, letters } = await left(of.caseId);
    expect([certificates.length, letters.length]).toEqual([1, 1]);
  });

  test.runIf(onServer)('two people pressing at once, and one pressing twice, make one certificate', async () => {
    clock.set(today);
    const of = await newCase();
    const actId = newId();
    const answers = await Promise.all([
      issue(of, desk.adviser, actId),
      issue(of, desk.otherAdviser),
      issue(of, desk.adviser, actId),
      issue(of, desk.otherAdviser),
    ]);
    expect(answers.filter((answer) => 'done' in answer && !answer.again)).toHaveLength(1);
    const { certificates, letters, papers } = await left(of.caseId);
    expect([certificates.length, letters.length, papers.length]).toEqual([1, 1, 3]);
  });

  test.each([
    ['e-mail', {}, 'email', 'queued'],
    ['post, where that alone is safe', { email: null }, 'post', 'waiting-for-papers'],
  ] as const)('a manager decides against it: the family is told by %s, once', async (_, changes, channel, state) => {
    clock.set(today);
    const of = await newCase({ contactOn: '2026-05-06', ...changes });
    const decide = () =>
      decideLateContact(program, desk.manager, {
        actId: newId(),
        caseId: of.caseId,
        participationId: of.participationId,
        issue: false,
      });
    expect(await decide()).toMatchObject({ done: true, sent: channel });
    expect(await decide()).toMatchObject({ done: true, sent: null });
    const { letters, facts } = await left(of.caseId);
    expect(letters).toMatchObject([{ template: 'late-contact', channel, state }]);
    const words = letters[0]!.body_text;
    expect(words).toContain('They ended on Tuesday 5 May 2026.');
    expect(words).toContain('ask the Tribunal’s permission to appeal late and without a certificate');
    expect(words).toContain('send@tribunal.example');
    expect(words).not.toMatch(/month from|another month|one month/);
    expect(facts.map(({ code }) => code)).toEqual(['late-contact-decided', 'letter-queued', 'late-contact-decided']);
  });

  test('there is nothing to decide about a contact that came in time', async () => {
    clock.set(today);
    const { caseId, participationId } = await newCase();
    const decided = { actId: newId(), caseId, participationId, issue: false };
    expect(await decideLateContact(program, desk.manager, decided)).toEqual({ refused: 'contact-in-time' });
    expect((await left(caseId)).letters).toEqual([]);
  });

  test('a manager decides about a late contact, and the letter then gives no date as of right', async () => {
    clock.set('2026-05-07T10:00:00+01:00');
    const of = await newCase({ contactOn: '2026-05-06' });
    const late = { actId: newId(), caseId: of.caseId, participationId: of.participationId, issue: true };
    expect(await decideLateContact(program, desk.adviser, late)).toEqual({ refused: 'manager-only' });
    expect(await decideLateContact(program, desk.manager, late)).toMatchObject({ done: true });
    expect(await issue(of)).toMatchObject({ done: true });
    const { facts, papers } = await left(of.caseId);
    expect(facts.find(({ code }) => code === 'certificate-issued')).toMatchObject({
      data: { warnings: ['late-contact'] },
    });
    expect(
      (papers.find(({ kind }) => kind === 'covering-letter')!.content as unknown as CoveringLetterData).appeal,
    ).toMatchObject({ kind: 'late', contacted: 'Wednesday 6 May 2026' });
  });
});

describe('by post', () => {
  test('prepared is not issued; posted on its day is', async () => {
    clock.set(today);
    const of = await newCase({ email: null, person: { formats: ['large-print'] } });
    expect(await prepare(of)).toMatchObject({ done: true });
    const before = await left(of.caseId);
    expect(before.certificates).toMatchObject([{ state: 'prepared', issued_at: null }]);
    expect(before.letters).toMatchObject([{ channel: 'post', state: 'to-post', format: 'large-print' }]);
    expect(before.case.stage).toBe('certificate-due');
    const sheet = before.papers.find(({ kind }) => kind === 'address-sheet')!;
    expect(sheet.made_at).not.toBeNull();
    const posted = { actId: newId(), caseId: of.caseId, letterId: before.letters[0]!.id, postedOn: '2026-04-01' };
    expect(await markPosted(program, desk.administrator, posted)).toMatchObject({ done: true });
    const after = await left(of.caseId);
    expect(after.certificates).toMatchObject([{ state: 'issued', dated: '2026-04-01' }]);
    expect(after.letters).toMatchObject([
      { state: 'posted', posted_on: '2026-04-01', posted_by: desk.administrator.accountId },
    ]);
    expect(codes(after.facts)).toEqual([
      'certificate-prepared',
      'letter-queued',
      'certificate-issued',
      'letter-posted',
    ]);
    expect(await markPosted(program, desk.administrator, { ...posted, actId: newId() })).toEqual({
      refused: 'not-to-post',
    });
  });

  test('posted on another day is refused; dated again, it is printed again and can be posted', async () => {
    clock.set(today);
    const of = await newCase({ email: null });
    await prepare(of);
    const before = await left(of.caseId);
    clock.set('2026-04-02T09:00:00+01:00');
    const post = (letterId: string) =>
      markPosted(program, desk.adviser, { actId: newId(), caseId: of.caseId, letterId, postedOn: '2026-04-02' });
    expect(await post(before.letters[0]!.id)).toEqual({ refused: 'dated-another-day' });
    const again = { actId: newId(), caseId: of.caseId, certificateId: before.certificates[0]!.id };
    expect(await dateCertificateAgain(program, desk.administrator, again)).toMatchObject({ done: true });
    const after = await left(of.caseId);
    expect(after.certificates).toMatchObject([
      { state: 'prepared', dated: '2026-04-02', number: before.certificates[0]!.number },
    ]);
    expect(after.versions.map(({ version, content }) => [version, saidOn(content).date])).toEqual([
      [1, 'Thursday 2 April 2026'],
    ]);
    expect(after.letters.map(({ state }) => state)).toEqual(['cancelled', 'to-post']);
    expect(after.papers.filter(({ replaced_at }) => replaced_at !== null)).toHaveLength(before.papers.length);
    expect(await post(before.letters[0]!.id)).toEqual({ refused: 'not-to-post' });
    expect(await post(after.letters[1]!.id)).toMatchObject({ done: true });
    expect(await dateCertificateAgain(program, desk.adviser, { ...again, actId: newId() })).toEqual({
      refused: 'not-prepared',
    });
  });
});

describe('after the last post', () => {
  const evening = '2026-04-02T16:15:00+01:00'; // The last post goes at a quarter past four, and Good Friday is the 3rd.

  test('a pack bears the day of the next post, and its letter counts the appeal from there', async () => {
    clock.set(evening);
    const of = await newCase({ email: null });
    await prepare(of);
    const before = await left(of.caseId);
    expect(before.certificates).toMatchObject([{ state: 'prepared', dated: '2026-04-07' }]);
    expect(before.papers.find(({ kind }) => kind === 'address-sheet')!.content).toMatchObject({
      postOn: 'Tuesday 7 April 2026',
    });
    const covering = before.papers.find(({ kind }) => kind === 'covering-letter')!.content;
    // A month from the 7th is past the two months from the council's letter.
    expect(covering).toMatchObject({ date: 'Tuesday 7 April 2026', appeal: { receivedBy: 'Thursday 7 May 2026' } });
    const post = (letterId: string, postedOn: string) =>
      markPosted(program, desk.administrator, { actId: newId(), caseId: of.caseId, letterId, postedOn });
    expect(await post(before.letters[0]!.id, '2026-04-02')).toEqual({ refused: 'dated-another-day' });
    clock.set('2026-04-07T09:00:00+01:00');
    expect(await post(before.letters[0]!.id, '2026-04-07')).toMatchObject({ done: true });
    expect((await left(of.caseId)).certificates).toMatchObject([{ state: 'issued', dated: '2026-04-07' }]);
  });

  test('no pack bears a day on which the service is closed', async () => {
    clock.set(evening);
    const closed = (day: string) =>
      database.kysely.insertInto('closure_days').values({ service_id: desk.serviceId, day, name: 'Training' });
    await closed('2026-04-07').execute();
    await closed('2026-04-09').execute();
    const of = await newCase({ email: null });
    const outlook = await reading(program, desk.adviser, (tx) =>
      outlookOf(tx, desk.adviser, {
        ...of,
        limb: 'information',
        now: clock.now(),
        today: clock.today(),
        law: program.law(),
      }),
    );
    expect(outlook.posts.map(({ on }) => on.toString())).toEqual(['2026-04-08', '2026-04-10']);
    await prepare(of);
    expect((await left(of.caseId)).certificates).toMatchObject([{ state: 'prepared', dated: '2026-04-08' }]);
    await database.kysely.deleteFrom('closure_days').execute();
  });

  test('one that goes today all the same is dated today; one that missed the post, for the next', async () => {
    clock.set(evening);
    const of = await newCase({ email: null });
    await prepare(of);
    const [prepared] = (await left(of.caseId)).certificates;
    const again = (goesToday: boolean) =>
      dateCertificateAgain(program, desk.administrator, {
        actId: newId(),
        caseId: of.caseId,
        certificateId: prepared!.id,
        goesToday,
      });
    const dated = async () => (await left(of.caseId)).certificates[0]!.dated;
    expect(await again(false)).toEqual({ refused: 'dated-so-already' });
    expect(await again(true)).toMatchObject({ done: true });
    expect(await dated()).toBe('2026-04-02');
    expect(await again(false)).toMatchObject({ done: true });
    expect(await dated()).toBe('2026-04-07');
  });

  test('by e-mail it bears today at any hour', async () => {
    clock.set('2026-04-04T22:00:00+01:00');
    const of = await newCase();
    await issue(of);
    expect((await left(of.caseId)).certificates).toMatchObject([{ state: 'issued', dated: '2026-04-04' }]);
  });
});

describe('setCertificateAside', () => {
  test('takes back a pack that was not posted; the certificate can then go by e-mail, and the first number is unknown outside', async () => {
    clock.set(today);
    const of = await newCase();
    await prepare(of);
    const [prepared] = (await left(of.caseId)).certificates;
    expect(await issue(of)).toEqual({ refused: 'already-prepared' });
    const aside = { actId: newId(), caseId: of.caseId, certificateId: prepared!.id, why: 'goes-by-email' as const };
    expect(await setCertificateAside(program, desk.administrator, aside)).toMatchObject({ done: true });
    expect(await issue(of)).toMatchObject({ done: true });
    const after = await left(of.caseId);
    expect(after.certificates.find(({ id }) => id === prepared!.id)).toMatchObject({
      state: 'withdrawn',
      issued_at: null,
    });
    expect(after.letters.map(({ channel, state }) => `${channel} ${state}`).toSorted()).toEqual([
      'email queued',
      'post cancelled',
    ]);
    expect(await verifyByNumber(program, desk, prepared!)).toEqual({ known: false });
    const family = await desk.familyOf(of.personId);
    expect(await reading(program, family, (tx) => tx.selectFrom('certificates').select('state').execute())).toEqual([
      { state: 'issued' },
    ]);
    expect(await setCertificateAside(program, desk.adviser, { ...aside, actId: newId() })).toEqual({
      refused: 'not-prepared',
    });
  });
});

describe('outlookOf', () => {
  const look = (of: ReadyCase, who: Staff = desk.adviser) =>
    reading(program, who, (tx) =>
      outlookOf(tx, who, { ...of, limb: 'information', now: clock.now(), today: clock.today(), law: program.law() }),
    );

  test('says what issuing would do, by e-mail today and by post the next working day', async () => {
    clock.set('2026-04-14T10:00:00+01:00');
    const of = await newCase();
    expect(await look(of)).toMatchObject({
      may: { warnings: [] },
      email: true,
      post: true,
      today: { receivedBy: 'Thursday 14 May 2026', certificateAddsTime: 'yes' },
      posts: [{ appeal: { receivedBy: 'Thursday 14 May 2026' } }, { appeal: { receivedBy: 'Friday 15 May 2026' } }],
    });
  });

  test('says what is refused and why, and changes nothing', async () => {
    clock.set(today);
    const of = await newCase({ wish: 'yes', email: null });
    expect(await look(of)).toMatchObject({ may: { refused: 'wish-not-stated' }, email: false, post: true });
    expect(await look(of, desk.administrator)).toMatchObject({ may: { refused: 'not-an-adviser' } });
    expect((await left(of.caseId)).certificates).toEqual([]);
  });
});

describe('correctCertificate', () => {
  async function issuedWithWrongBirthDate() {
    clock.set(today);
    const of = await newCase({ child: { born: '2018-09-15' } });
    await issue(of);
    await drain();
    const [certificate] = (await left(of.caseId)).certificates;
    return { of, certificateId: certificate!.id };
  }
  const putRight = (caseId: string) =>
    database.kysely.updateTable('children').set({ born: '2018-09-14' }).where('case_id', '=', caseId).execute();
  const correct = (of: ReadyCase, certificateId: string, who: Staff = desk.adviser) =>
    correctCertificate(program, who, { actId: newId(), caseId: of.caseId, certificateId });

  test('makes a new version with the original date, says what was corrected, and sends it', async () => {
    const { of, certificateId } = await issuedWithWrongBirthDate();
    clock.set('2026-04-02T10:00:00+01:00');
    await putRight(of.caseId);
    expect(await correct(of, certificateId)).toMatchObject({ done: true });
    const after = await left(of.caseId);
    expect(after.certificates).toMatchObject([{ version: 2, dated: '2026-04-01', state: 'issued' }]);
    expect(saidOn(after.versions[1]!.content)).toMatchObject({
      date: 'Wednesday 1 April 2026',
      version: 2,
      child: { born: '14 September 2018' },
      replaces: { version: 1, on: 'Thursday 2 April 2026', corrected: 'the date of birth' },
    });
    expect(after.facts.at(-2)).toMatchObject({
      code: 'certificate-corrected',
      data: { version: 2, corrected: ['child-birth-date'] },
      readers: [of.participationId],
    });
    expect(after.letters.at(-1)).toMatchObject({ template: 'certificate-corrected', state: 'queued' });
    expect(saidOn(after.versions[0]!.content).child.born).toBe('15 September 2018');
  });

  test('puts the version before out of the family’s reach', async () => {
    const { of, certificateId } = await issuedWithWrongBirthDate();
    const family = await desk.familyOf(of.personId);
    const reach = () =>
      reading(program, family, async (tx) => ({
        versions: (await tx.selectFrom('certificate_versions').select('version').execute()).map(
          ({ version }) => version,
        ),
        files: (
          await tx.selectFrom('papers').innerJoin('files', 'files.id', 'papers.file_id').select('papers.id').execute()
        ).map(({ id }) => id),
      }));
    const before = await reach();
    expect(before.versions).toEqual([1]);
    expect(before.files).toHaveLength(3);
    await putRight(of.caseId);
    await correct(of, certificateId);
    const after = await reach();
    expect(after.versions).toEqual([2]);
    expect(after.files).toHaveLength(3);
    expect(after.files.filter((id) => before.files.includes(id))).toEqual([]);
  });

  test('refuses without stepping up, for an administrator, and when nothing differs', async () => {
    const { of, certificateId } = await issuedWithWrongBirthDate();
    expect(await correct(of, certificateId, { ...desk.adviser, steppedUp: false })).toEqual({
      refused: 'step-up-needed',
    });
    expect(await correct(of, certificateId, desk.administrator)).toEqual({ refused: 'not-an-adviser' });
    expect(await correct(of, certificateId)).toEqual({ refused: 'nothing-to-correct' });
    expect((await left(of.caseId)).versions).toHaveLength(1);
  });
});

describe('withdrawCertificate', () => {
  test('by a manager, the family told first; another can then be issued', async () => {
    clock.set(today);
    const of = await newCase();
    await issue(of);
    const [certificate] = (await left(of.caseId)).certificates;
    const withdraw = (changes: object, who: Staff = desk.manager) =>
      withdrawCertificate(program, who, {
        actId: newId(),
        caseId: of.caseId,
        certificateId: certificate!.id,
        why: 'adviser-not-independent',
        toldOn: '2026-04-01',
        told: 'call',
        toldThat: ['not-to-use-it', 'their-dates'],
        replacement: 'issued-next',
        limb: 'information',
        ...changes,
      });
    expect(await withdraw({}, desk.adviser)).toEqual({ refused: 'manager-only' });
    expect(await withdraw({}, { ...desk.manager, steppedUp: false })).toEqual({ refused: 'step-up-needed' });
    expect(await withdraw({ toldOn: null })).toEqual({ refused: 'family-not-told-first' });
    clock.set('2026-04-01T11:00:00+01:00');
    expect(await withdraw({ replacement: 'not-entitled' })).toEqual({ refused: 'replacement-is-ready' });
    expect(await withdraw({})).toMatchObject({ done: true });
    const after = await left(of.caseId);
    expect(after.facts.findLast(({ code }) => code === 'certificate-withdrawn')?.data).toMatchObject({
      replacement: 'issued-next',
      missing: null,
      toldThat: ['not-to-use-it', 'their-dates'],
    });
    expect(after.certificates).toMatchObject([{ state: 'withdrawn', withdrawn_why: 'adviser-not-independent' }]);
    expect(after.letters.map(({ template, state }) => [template, state])).toEqual([
      ['certificate', 'cancelled'],
      ['certificate-withdrawn', 'queued'],
    ]);
    expect(after.case.stage).toBe('certificate-due');
    expect(await withdraw({})).toEqual({ refused: 'already-withdrawn' });
    expect(await issue(of)).toMatchObject({ done: true });
    expect((await left(of.caseId)).certificates.map(({ state }) => state).sort()).toEqual(['issued', 'withdrawn']);
  });

  test.each([
    ['information-not-given', 'information-not-given'],
    ['wish-not-stated', 'wish-not-stated'],
    ['not-the-right-holder', 'not-a-right-holder'],
    ['no-such-decision', 'decision-not-recorded'],
  ] as const)('because of %s: none is ready, and it is recorded why', async (why, missing) => {
    clock.set(today);
    const of = await newCase();
    await issue(of);
    const [certificate] = (await left(of.caseId)).certificates;
    const withdraw = (changes: object) =>
      withdrawCertificate(program, desk.manager, {
        actId: newId(),
        caseId: of.caseId,
        certificateId: certificate!.id,
        why,
        toldOn: '2026-04-01',
        told: 'call',
        toldThat: ['not-to-use-it', 'what-is-missing'],
        replacement: 'not-entitled',
        limb: 'information',
        ...changes,
      });
    expect(await withdraw({ replacement: 'issued-next' })).toEqual({ refused: 'replacement-not-ready' });
    expect(await withdraw({ toldThat: ['not-to-use-it'] })).toEqual({ refused: 'family-not-told-why' });
    expect((await left(of.caseId)).certificates).toMatchObject([{ state: 'issued' }]);
    expect(await withdraw({})).toMatchObject({ done: true });
    expect((await left(of.caseId)).facts.findLast(({ code }) => code === 'certificate-withdrawn')?.data).toMatchObject({
      replacement: 'not-entitled',
      missing,
    });
  });

  test('what had not happened is recorded anew first; then another one is ready, and says when it really happened', async () => {
    clock.set(today);
    const of = await newCase();
    await issue(of);
    const [certificate] = (await left(of.caseId)).certificates;
    clock.set('2026-04-02T10:00:00+01:00');
    const withdrawal = {
      caseId: of.caseId,
      certificateId: certificate!.id,
      why: 'information-not-given',
      toldOn: '2026-04-02',
      told: 'call',
      toldThat: ['not-to-use-it'],
      replacement: 'issued-next',
      limb: 'information',
    } as const;
    const withdraw = () => withdrawCertificate(program, desk.manager, { ...withdrawal, actId: newId() });
    expect(await withdraw()).toEqual({ refused: 'replacement-not-ready' });
    const given = { caseId: of.caseId, participationId: of.participationId, channel: 'call', said: coreCodes } as const;
    await giveInformation(program, desk.adviser, { ...given, actId: newId() });
    expect(await withdraw()).toMatchObject({ done: true });
    expect(await issue(of)).toMatchObject({ done: true });
    const { certificates, versions } = await left(of.caseId);
    const next = certificates.find(({ state }) => state === 'issued')!;
    expect(saidOn(versions.find(({ certificate_id: id }) => id === next.id)!.content).dates).toContainEqual(
      expect.objectContaining({ kind: 'informed', date: 'Thursday 2 April 2026' }),
    );
  });

  test.each([
    ['information-not-given', 'information-owed'],
    ['wish-not-stated', 'information-given'],
  ] as const)('because of %s: no stage and no clock rests on what was set aside', async (why, stage) => {
    clock.set(today);
    const points = [{ kind: 'email', value: 'h@family.example', messageSafe: true }] as const;
    const rightHolder = { firstNames: 'Hannah', lastName: 'Okafor', capacity: 'parent', points } as const;
    const of = { ...(await openCase(program, desk, { rightHolder })), decisionId: '' };
    const common = { caseId: of.caseId, participationId: of.participationId, channel: 'call' } as const;
    const inform = () => giveInformation(program, desk.adviser, { ...common, actId: newId(), said: coreCodes });
    const sayNo = () => recordWishes(program, desk.adviser, { ...common, actId: newId(), mediation: 'no' });
    await inform();
    await sayNo();
    clock.set('2026-04-01T10:05:00+01:00');
    await issue(of);
    clock.set('2026-04-02T10:00:00+01:00');
    expect(
      await withdrawCertificate(program, desk.manager, {
        actId: newId(),
        caseId: of.caseId,
        certificateId: (await left(of.caseId)).certificates[0]!.id,
        why,
        toldOn: '2026-04-02',
        told: 'call',
        toldThat: ['what-is-missing'],
        replacement: 'not-entitled',
        limb: 'information',
      }),
    ).toMatchObject({ done: true });
    const standing = () => standingOf(desk, of.caseId);
    expect(await standing()).toMatchObject({
      stage,
      due: expect.not.objectContaining({ 'issue-certificate': expect.anything() }),
    });
    const waits = await desk.look((tx) =>
      tx
        .selectFrom('clocks')
        .select(['state', 'answer'])
        .where('case_id', '=', of.caseId)
        .where('kind', '=', 'issue-certificate')
        .execute(),
    );
    expect(waits).toMatchObject(
      why === 'wish-not-stated'
        ? []
        : [{ state: 'not-started', answer: { why: 'Information and advice about mediation come first (s.55(4)).' } }],
    );
    expect(await issue(of)).toEqual({ refused: why });
    await (why === 'wish-not-stated' ? sayNo() : inform());
    // 3 April is Good Friday and 6 April Easter Monday.
    expect(await standing()).toMatchObject({ stage: 'certificate-due', due: { 'issue-certificate': '2026-04-09' } });
    const { broken } = await verifyJournal(program);
    expect(broken.filter(({ caseId }) => caseId === of.caseId)).toEqual([]);
    expect(await issue(of)).toMatchObject({ done: true });
  });

  test('the letter never leaves the dates of the withdrawn certificate standing', async () => {
    const letterAfter = async (
      replacement: 'issued-next' | 'not-entitled',
      why: 'wish-not-stated' | 'adviser-not-independent' | 'not-the-right-holder',
    ) => {
      clock.set(today);
      const of = await newCase({ decision: { dated: '2026-02-10', sent: '2026-02-10' } });
      await issue(of); // Its month ends on 1 May, the two months on 10 April.
      const [certificate] = (await left(of.caseId)).certificates;
      await withdrawCertificate(program, desk.manager, {
        actId: newId(),
        caseId: of.caseId,
        certificateId: certificate!.id,
        why,
        replacement,
        toldOn: '2026-04-01',
        told: 'call',
        toldThat: ['what-is-missing'],
        limb: 'information',
      });
      return (await left(of.caseId)).letters.find(({ template }) => template === 'certificate-withdrawn')?.body_text;
    };
    const alone = await letterAfter('not-entitled', 'wish-not-stated');
    expect(alone).toMatch(/these are your dates now[^]*The Tribunal must have it by 5pm on: Friday 10 April 2026/);
    expect(alone).not.toContain('1 May');
    expect(await letterAfter('issued-next', 'adviser-not-independent')).toContain(
      'The letter with it gives your dates.',
    );
    expect(await letterAfter('not-entitled', 'not-the-right-holder')).not.toMatch(/dates now|Tribunal must have it/);
  });
});

test('resendCertificate sends the same sealed bytes again, by anybody at the desk', async () => {
  clock.set(today);
  const of = await newCase();
  await issue(of);
  await drain();
  const [certificate] = (await left(of.caseId)).certificates;
  const again = { actId: newId(), caseId: of.caseId, certificateId: certificate!.id, channel: 'email' as const };
  sent.length = 0;
  clock.set('2026-04-08T10:00:00+01:00');
  expect(await resendCertificate(program, desk.administrator, again)).toMatchObject({ done: true });
  await drain();
  const { papers, facts, letters } = await left(of.caseId);
  const messages = sent.filter(({ id }) => letters.some(({ message_id }) => message_id === id));
  expect(messages).toHaveLength(1);
  const own = papers.find(({ kind, format }) => kind === 'certificate' && format === 'standard')!;
  const file = await desk.look((tx) =>
    tx.selectFrom('files').select('storage').where('id', '=', own.file_id!).executeTakeFirstOrThrow(),
  );
  const attached = messages[0]!.attachments!.find(({ name }) => name.startsWith('mediation-certificate'));
  expect(Buffer.from(attached!.bytes).equals(await room.files.getFile(file.storage as never))).toBe(true);
  expect(codes(facts).slice(-2)).toEqual(['letter-sent-again', 'letter-sent']);
});

describe('nothing issued is altered', () => {
  test('the database refuses to change what stands on an issued certificate', async () => {
    clock.set(today);
    const of = await newCase();
    await issue(of);
    const { certificates, versions } = await left(of.caseId);
    const change = (what: object) =>
      database.kysely.updateTable('certificates').set(what).where('id', '=', certificates[0]!.id).execute();
    await expect(change({ dated: '2026-04-02' })).rejects.toThrow('cannot be altered');
    await expect(change({ number: 'AAAAAAAA' })).rejects.toThrow('cannot be altered');
    const rewrite = database.kysely
      .updateTable('certificate_versions')
      .set({ content: '{}' as never })
      .where('id', '=', versions[0]!.id)
      .execute();
    await expect(rewrite).rejects.toThrow('cannot be altered');
  });
});
