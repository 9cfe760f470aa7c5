// The first screen through HTTP: sending it is the contact, once, however it is sent, and nothing about anybody else is told.
import { expect, test } from 'vitest';
import { openWhole } from '../../test/support/whole.ts';
import { listNewContacts } from '../cases/store-lists.ts';
import { inSeat } from '../kit/sql/seat.ts';
import type { Tx } from '../program.ts';
import { askingSentences, type AskingFacts } from './journal.ts';
import { openBrowser } from './asking.test-browser.ts';

const whole = await openWhole({ stories: false });
const { server, program } = whole.app;
const look = <R>(work: (tx: Tx) => Promise<R>): Promise<R> =>
  inSeat(whole.installation.database, { role: 'worker', settings: {}, readOnly: true }, work);
const contacts = () => look((tx) => listNewContacts(tx, { serviceId: program.service().id, limit: 200 }));

const midnightParent = {
  writer: 'parent',
  name: 'Hannah Okafor',
  reach: '07700 900123',
  'dated-day': '23',
  'dated-month': 'sep',
  'dated-year': '2026',
  appeal: 'yes',
  mediation: 'unsure',
};

/** The reference on the page that says it was received. */
async function referenceOn(browser: ReturnType<typeof openBrowser>): Promise<string> {
  const done = await browser.get('/ask/done');
  return /id="reference-title">([^<]+)</.exec(done.body)?.[1]?.replace(' ', '') ?? '';
}

/** Opens the form in a new browser and sends it. */
async function contact(answers: Record<string, string>) {
  const browser = openBrowser(server);
  await browser.get('/ask');
  const sent = await browser.send('/ask', answers);
  return { browser, sent, reference: sent.status === 303 ? await referenceOn(browser) : '' };
}

test('sending the first screen opens a case that the desk sees as a new contact, owned by nobody', async () => {
  const { browser, sent, reference } = await contact(midnightParent);
  expect(sent).toMatchObject({ status: 303, location: '/ask/done' });
  const done = await browser.get('/ask/done');
  expect(done.body).toContain('You contacted us in time.');
  expect(done.body).toContain('Monday 23 November 2026');
  expect(done.headers['cache-control']).toBe('no-store');
  const found = (await contacts()).find((row) => row.reference === reference);
  expect(found).toMatchObject({
    stage: 'contact-made',
    contactOn: '2026-11-23',
    holderFirstNames: 'Hannah',
    holderLastName: 'Okafor',
    holderCapacity: 'parent',
    ownerName: null,
  });
  const rows = await look(async (tx) => ({
    contact: await tx.selectFrom('contacts').selectAll().where('case_id', '=', found!.caseId).executeTakeFirstOrThrow(),
    wishes: await tx
      .selectFrom('wishes')
      .select(['about', 'answer', 'taken_by'])
      .where('case_id', '=', found!.caseId)
      .execute(),
    acts: await tx
      .selectFrom('acts')
      .innerJoin('facts', 'facts.act_id', 'acts.id')
      .select(['acts.by', 'acts.account_id', 'facts.code', 'facts.data'])
      .where('facts.case_id', '=', found!.caseId)
      .orderBy('facts.seq')
      .execute(),
    letters: await tx.selectFrom('letters').select('id').where('case_id', '=', found!.caseId).execute(),
  }));
  expect(rows.contact).toMatchObject({ channel: 'web', taken_by: null, reached_on: '2026-11-23' });
  expect(rows.wishes).toEqual([{ about: 'appeal', answer: 'yes', taken_by: null }]);
  expect(rows.acts.map(({ code }) => code)).toEqual([
    'contact-made',
    'decision-recorded',
    'road-taken',
    'person-joined',
    'first-wishes-said',
  ]);
  expect(rows.acts.every(({ by, account_id }) => by === 'visitor' && account_id === null)).toBe(true);
  expect(rows.letters).toEqual([]);
});

test('a wish said before anything was explained moves no stage: they stay a new contact', async () => {
  for (const mediation of ['yes', 'no']) {
    const { reference } = await contact({ ...midnightParent, mediation });
    expect((await contacts()).some((row) => row.reference === reference)).toBe(true);
  }
});

test('an e-mail confirms the day to an address that is safe, and names nobody', async () => {
  const letterTo = async (reference: string) =>
    look((tx) =>
      tx
        .selectFrom('letters')
        .innerJoin('cases', 'cases.id', 'letters.case_id')
        .select(['letters.to_address', 'letters.template', 'letters.subject', 'letters.body_text'])
        .where('cases.reference', '=', reference)
        .execute(),
    );
  const safe = await contact({ ...midnightParent, reach: 'hannah@example.org', safe: 'yes' });
  const [letter] = await letterTo(safe.reference);
  expect(letter).toMatchObject({ to_address: 'hannah@example.org', template: 'asking-received' });
  expect(letter!.body_text).toContain('Monday 23 November 2026');
  expect(letter!.body_text).toContain('Tuesday 24 November 2026');
  expect(letter!.body_text + letter!.subject).not.toMatch(/Hannah|Okafor|appeal/i);
  const unsafe = await contact({ ...midnightParent, reach: 'hannah@example.org' });
  expect(await letterTo(unsafe.reference)).toEqual([]);
});

test('somebody who helps is the caller; the right-holder has no name yet, and no wishes are put in their mouth', async () => {
  const { reference } = await contact({ ...midnightParent, writer: 'professional', name: 'Ros Quill' });
  const found = (await contacts()).find((row) => row.reference === reference);
  expect(found).toMatchObject({ holderFirstNames: '', holderLastName: '' });
  const rows = await look(async (tx) => ({
    parts: await tx
      .selectFrom('participations')
      .select(['capacity', 'right_holder', 'may_open_the_page', 'side'])
      .where('case_id', '=', found!.caseId)
      .orderBy('right_holder')
      .execute(),
    wishes: await tx.selectFrom('wishes').select('id').where('case_id', '=', found!.caseId).execute(),
  }));
  expect(rows.parts).toEqual([
    { capacity: 'referrer', right_holder: false, may_open_the_page: false, side: 'neither' },
    { capacity: 'parent', right_holder: true, may_open_the_page: true, side: 'family' },
  ]);
  expect(rows.wishes).toEqual([]);
  const told = await look((tx) =>
    tx
      .selectFrom('facts')
      .select('data')
      .where('case_id', '=', found!.caseId)
      .where('code', '=', 'first-wishes-said')
      .executeTakeFirstOrThrow(),
  );
  expect(askingSentences['first-wishes-said'].desk?.(told.data as AskingFacts['first-wishes-said'])).toMatch(
    /^Somebody who writes for the family said on the form/,
  );
});

test('a helper may give one way to reach the family: the desk reads it with who gave it, and nothing is sent there', async () => {
  const helper = { ...midnightParent, writer: 'professional', name: 'Ros Quill' };
  const { browser, reference } = await contact({ ...helper, familyReach: 'hannah@family.example' });
  const rows = await look(async (tx) => {
    const { id } = await tx
      .selectFrom('cases')
      .select('id')
      .where('reference', '=', reference)
      .executeTakeFirstOrThrow();
    return {
      words: await tx
        .selectFrom('words')
        .innerJoin('participations', 'participations.id', 'words.participation_id')
        .select(['words.kind', 'body', 'right_holder'])
        .where('words.case_id', '=', id)
        .execute(),
      points: await tx
        .selectFrom('contact_points')
        .innerJoin('participations', 'participations.person_id', 'contact_points.person_id')
        .select(['value', 'right_holder'])
        .where('case_id', '=', id)
        .execute(),
      letters: await tx.selectFrom('letters').select('id').where('case_id', '=', id).execute(),
    };
  });
  expect(rows.words).toEqual([
    {
      kind: 'safe-contact',
      right_holder: true,
      body: 'hannah@family.example: given on the form by Ros Quill, who says that they agreed. Not yet confirmed by them: ask first whether it is safe.',
    },
  ]);
  // No address of the right-holder: nothing goes there, and no sign-in link does.
  expect(rows.points).toEqual([{ value: '07700 900123', right_holder: false }]);
  expect(rows.letters).toEqual([]);
  const back = await browser.get('/ask/check');
  expect(back.body).toContain('One way to reach the family');

  const wrong = await contact({ ...helper, familyReach: 'nobody' });
  expect(wrong.sent.status).toBe(422);
  expect(wrong.sent.body).toMatch(/href="#familyReach"/);
  const empty = await contact({ ...helper, familyReach: '' });
  expect(empty.sent.status).toBe(303);
  // Somebody who writes for themselves may have typed there before they said so.
  const parent = await contact({ ...midnightParent, familyReach: 'nobody' });
  expect(parent.sent.status).toBe(303);
});

const caseOf = (reference: string) =>
  look(async (tx) => {
    const { id, ...found } = await tx
      .selectFrom('cases')
      .select(['id', 'ring_back_since', 'contact_on'])
      .where('reference', '=', reference)
      .executeTakeFirstOrThrow();
    const { body } = await tx.selectFrom('words').select('body').where('case_id', '=', id).executeTakeFirstOrThrow();
    const wishes = await tx.selectFrom('wishes').select('about').where('case_id', '=', id).execute();
    const facts = await tx.selectFrom('facts').select('code').where('case_id', '=', id).execute();
    const decision = await tx.selectFrom('decisions').select('dated').where('case_id', '=', id).executeTakeFirst();
    return { ...found, evidence: body, wishes, facts: facts.map(({ code }) => code), dated: decision?.dated ?? null };
  });

test('“just ring me” needs a name and a number alone: the contact has its time, and the call-back stands on the desk’s list', async () => {
  const { browser, sent, reference } = await contact({ name: 'Hannah Okafor', reach: '07700 900123', ring: 'yes' });
  expect(sent).toMatchObject({ status: 303, location: '/ask/done' });
  const done = (await browser.get('/ask/done')).body;
  expect(done).toContain('An adviser rings you by the end of Tuesday 24 November 2026.');
  expect(done).toContain('the law asks you to say two things');
  expect((await contacts()).find((row) => row.reference === reference)).toMatchObject({
    contactOn: '2026-11-23',
    holderFirstNames: 'Hannah',
    holderLastName: 'Okafor',
  });
  const found = await caseOf(reference);
  expect(found.ring_back_since).not.toBeNull();
  expect(found.evidence).toBe(
    'Sent through the public form. They pressed “Just ring me”. They have not said who they are: ask that first.',
  );
  expect(found.wishes).toEqual([]);
  expect(found.facts).not.toContain('first-wishes-said');
  // They may go on, and are not asked to be somebody they have not said they are.
  expect((await browser.get('/ask/more')).location).toBe('/ask/more/name');
});

test('“just ring me” takes along what was answered well, and lets no half answer stand in the way', async () => {
  const { reference } = await contact({
    ...midnightParent,
    mediation: '',
    'dated-day': '31',
    'dated-month': 'sep',
    ring: 'yes',
  });
  expect(await caseOf(reference)).toMatchObject({
    evidence: 'Sent through the public form. They pressed “Just ring me”.',
    wishes: [{ about: 'appeal' }],
    dated: null,
  });
  const dated = await contact({ ...midnightParent, mediation: '', ring: 'yes' });
  expect((await caseOf(dated.reference)).dated).toBe('2026-09-23');
});

test.each([
  ['no number', { name: 'Hannah Okafor', reach: '' }, 'so that we can ring you'],
  ['an e-mail address', { name: 'Hannah Okafor', reach: 'hannah@example.org' }, 'We cannot ring an e-mail address.'],
  ['half a number', { name: 'Hannah Okafor', reach: '900123' }, 'whole telephone number'],
  ['nobody to ask for', { name: '', reach: '07700 900123' }, 'so that we know whom to ask for'],
])('“just ring me” with %s is refused kindly', async (_, answers, said) => {
  const before = (await contacts()).length;
  const { sent } = await contact({ ...answers, ring: 'yes' });
  expect(sent.status).toBe(422);
  expect(sent.body).toContain(said);
  expect(sent.body).not.toContain('Say who you are.');
  expect((await contacts()).length).toBe(before);
});

test('whoever comes to be rung sees a page with two questions, and their codes come along', async () => {
  const browser = openBrowser(server);
  const page = await browser.get('/ask?want=call-back&writer=young-person&dated=2026-10-01&name=Zebedee');
  expect(page.body).not.toContain('type="radio"');
  expect(page.body).not.toContain('Zebedee');
  await browser.send('/ask', { name: 'Sam Reed', reach: '07700 900124', ring: 'yes' });
  const reference = await referenceOn(browser);
  expect((await contacts()).find((row) => row.reference === reference)).toMatchObject({
    holderCapacity: 'young-person',
  });
  expect((await caseOf(reference)).dated).toBe('2026-10-01');
});

test('a double press, and the same words from a second tab, make one contact', async () => {
  const browser = openBrowser(server);
  await browser.get('/ask');
  const first = browser.hidden();
  const before = (await contacts()).length;
  await browser.send('/ask', midnightParent);
  const reference = await referenceOn(browser);
  await browser.send('/ask', { ...midnightParent, ...first });
  expect(await referenceOn(browser)).toBe(reference);
  const secondTab = '01990000-0000-7000-8000-00000000abcd';
  await browser.send('/ask', { ...midnightParent, ...first, _act: secondTab });
  expect(await referenceOn(browser)).toBe(reference);
  expect((await contacts()).length).toBe(before + 1);
});

test('a second tab about another family is another contact: nothing typed is lost', async () => {
  const browser = openBrowser(server);
  await browser.get('/ask');
  const first = browser.hidden();
  const before = (await contacts()).length;
  await browser.send('/ask', midnightParent);
  const reference = await referenceOn(browser);
  await browser.send('/ask', {
    ...midnightParent,
    ...first,
    name: 'Ade Bello',
    _act: '01990000-0000-7000-8000-00000000abce',
  });
  expect(await referenceOn(browser)).not.toBe(reference);
  expect((await contacts()).length).toBe(before + 2);
});

test('an act of another browser is not answered with its contact: the page asks to press once more', async () => {
  const owner = openBrowser(server);
  await owner.get('/ask');
  const { _act } = owner.hidden();
  await owner.send('/ask', midnightParent);
  const reference = await referenceOn(owner);
  const stranger = openBrowser(server);
  await stranger.get('/ask');
  const answer = await stranger.send('/ask', { ...midnightParent, _act: _act! });
  expect(answer.status).toBe(422);
  expect(answer.body).toContain('Please press the button once more.');
  expect(answer.body).toContain('Hannah Okafor');
  expect(answer.body.replaceAll(' ', '')).not.toContain(reference);
});

test('a form whose token is of another browser does nothing and keeps what was typed', async () => {
  const browser = openBrowser(server);
  await browser.get('/ask');
  const before = (await contacts()).length;
  browser.forgetCookie('visit');
  const answer = await browser.send('/ask', midnightParent);
  expect(answer.status).toBe(403);
  expect(answer.body).toContain('value="Hannah Okafor"');
  expect((await contacts()).length).toBe(before);
  expect((await browser.send('/ask', {})).location).toBe('/ask/done');
  expect((await contacts()).length).toBe(before + 1);
});

test.each([
  ['nothing at all', {}, ['Say who you are.', 'Enter your name.', 'so that we can reach you']],
  ['a date that is still to come', { ...midnightParent, 'dated-day': '24', 'dated-month': '11' }, ['still to come']],
  [
    'a date that does not exist',
    { ...midnightParent, 'dated-day': '31', 'dated-month': '9' },
    ['September has only 30'],
  ],
  ['half a telephone number', { ...midnightParent, reach: '900123' }, ['whole telephone number']],
  ['half an e-mail address', { ...midnightParent, reach: 'hannah@' }, ['whole e-mail address']],
  ['a whole report in the name', { ...midnightParent, name: 'A report '.repeat(9000) }, ['too long']],
  ['no word about mediation', { ...midnightParent, mediation: '' }, ['Say whether you want mediation']],
])('%s is refused kindly, with the answers kept', async (_, answers, said) => {
  const { sent } = await contact(answers);
  expect(sent.status).toBe(422);
  expect(sent.body).toContain('<title>Error: ');
  for (const words of said) expect(sent.body).toContain(words);
});

test('a letter of a year without bank holidays costs nobody their contact: its date is kept in words', async () => {
  const { reference } = await contact({ ...midnightParent, 'dated-year': '2019', kind: 'placement' });
  const found = (await contacts()).find((row) => row.reference === reference);
  const words = await look((tx) =>
    tx.selectFrom('words').select('body').where('case_id', '=', found!.caseId).executeTakeFirstOrThrow(),
  );
  expect(words.body).toContain('Monday 23 September 2019');
});

test('what the route checker found out opens the form with it, and comes along', async () => {
  const browser = openBrowser(server);
  const page = await browser.get(
    '/ask?kind=plan-contents&parts=B&parts=F&dated=2026-10-01&want=certificate&about=letter&name=Zebedee',
  );
  expect(page.body).toMatch(/name="dated-day"[^>]*value="1"/);
  expect(page.body).toMatch(/value="no"[^>]*checked/);
  expect(page.body).not.toContain('Zebedee');
  await browser.send('/ask', { ...midnightParent, parts: ['B', 'F'], mediation: 'no' });
  const reference = await referenceOn(browser);
  const found = (await contacts()).find((row) => row.reference === reference);
  const decision = await look((tx) =>
    tx.selectFrom('decisions').selectAll().where('case_id', '=', found!.caseId).executeTakeFirstOrThrow(),
  );
  expect(decision).toMatchObject({ kind: 'plan-contents', sections: ['B', 'F'], dated: '2026-09-23' });
  expect(found!.road).toBe('mediation');
});

test('a code nobody knows in the address is as if it were not there', async () => {
  const browser = openBrowser(server);
  const page = await browser.get("/ask?kind=everything&parts=Z&dated=2026-02-31&want='; drop table cases");
  expect(page.status).toBe(200);
  expect(page.body).not.toContain('drop table');
});

test('a child that is known makes no difference to what anybody sees', async () => {
  const one = await contact(midnightParent);
  const again = await contact(midnightParent);
  const page = async ({ browser, reference }: typeof one) =>
    (await browser.get('/ask/done')).body
      .replaceAll(reference, '')
      .replaceAll(reference.replace(/(.{4})/, '$1 '), '')
      .replaceAll(/value="[^"]+"/g, '');
  expect(await page(again)).toBe(await page(one));
});

test('“forget this” leaves nothing of the contact in the browser', async () => {
  const { browser } = await contact(midnightParent);
  await browser.send('/ask/another', {});
  expect((await browser.get('/ask/done')).location).toBe('/ask');
  expect((await browser.get('/ask')).body).not.toContain('Okafor');
});
