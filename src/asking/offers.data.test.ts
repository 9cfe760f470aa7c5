// What the desk does with answers from the form: each accepted into the case once, or set aside, or refused with the case untouched.
import { expect, test } from 'vitest';
import { openWhole } from '../../test/support/whole.ts';
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

/** Makes contact and answers some questions, and gives the case. */
async function caseWith(
  answers: Record<string, Record<string, string | string[]>>,
  first: Record<string, string> = {},
) {
  const { browser } = await makesContact(server, first);
  for (let at = (await browser.get('/ask/more')).location; at !== '/ask/check';) {
    await browser.get(at);
    at = (await browser.send(at, answers[at.replace('/ask/more/', '')] ?? {})).location;
  }
  await browser.get('/ask/check');
  await browser.send('/ask/check', {});
  const done = await browser.get('/ask/done');
  const reference = /id="reference-title">([^<]+)</.exec(done.body)?.[1]?.replace(' ', '') ?? '';
  const { id } = await look((tx) =>
    tx.selectFrom('cases').select('id').where('reference', '=', reference).executeTakeFirstOrThrow(),
  );
  return { id, reference };
}

const offersOf = (caseId: string) =>
  look((tx) =>
    tx.selectFrom('offered_answers').select(['id', 'about', 'said', 'taken']).where('case_id', '=', caseId).execute(),
  );

/** Presses a button of one offer on the desk's page. */
async function settle({ id, reference }: { id: string; reference: string }, about: string, take: 'yes' | 'no') {
  const offer = (await offersOf(id)).find((one) => one.about === about);
  await desk.get(`/desk/cases/${reference}/answers`);
  return desk.send(`/desk/cases/${reference}/answers/${offer?.id}`, { take });
}

const full = {
  you: { capacity: 'carer' },
  name: { childFirst: 'Tobi', childLast: 'Okafor' },
  'birth-date': { 'born-day': '14', 'born-month': '9', 'born-year': '2018' },
  council: { council: 'wirral' },
  decision: { decision: 'refuse-to-assess' },
  'letter-date': { 'dated-day': '1', 'dated-month': '10', 'dated-year': '2026' },
  'reaching-you': { phone: '0151 496 0999', mail: 'hannah@example.org', when: 'Not after 5pm' },
  'what-you-need': { formats: ['large-print'], needs: 'Time to think' },
  'in-your-words': { issues: 'He is not safe at lunch.' },
};

test('every answer can be accepted with one press, and then stands in the case', async () => {
  const found = await caseWith(full);
  for (const { about } of await offersOf(found.id)) expect((await settle(found, about, 'yes')).status, about).toBe(303);
  const now = await look(async (tx) => ({
    child: await tx.selectFrom('children').selectAll().where('case_id', '=', found.id).executeTakeFirstOrThrow(),
    decision: await tx
      .selectFrom('decisions')
      .selectAll()
      .where('case_id', '=', found.id)
      .where('superseded_at', 'is', null)
      .executeTakeFirstOrThrow(),
    case: await tx
      .selectFrom('cases')
      .innerJoin('bodies', 'bodies.id', 'cases.authority_id')
      .select(['bodies.name', 'cases.road'])
      .where('cases.id', '=', found.id)
      .executeTakeFirstOrThrow(),
    person: await tx
      .selectFrom('participations')
      .innerJoin('people', 'people.id', 'participations.person_id')
      .select(['capacity', 'formats', 'needs', 'person_id'])
      .where('case_id', '=', found.id)
      .executeTakeFirstOrThrow(),
    words: await tx.selectFrom('words').select(['kind', 'body']).where('case_id', '=', found.id).execute(),
  }));
  expect(now.child).toMatchObject({ first_names: 'Tobi', last_name: 'Okafor', born: '2018-09-14' });
  expect(now.decision).toMatchObject({ kind: 'refuse-to-assess', dated: '2026-10-01' });
  expect(now.case).toEqual({ name: 'Wirral Council', road: 'mediation' });
  expect(now.person).toMatchObject({ capacity: 'carer', formats: ['large-print'], needs: 'Time to think' });
  expect(now.words.map(({ kind }) => kind).toSorted()).toEqual(['contact-evidence', 'note', 'safe-contact']);
  const points = await look((tx) =>
    tx
      .selectFrom('contact_points')
      .select(['kind', 'value', 'message_safe', 'until_at'])
      .where('person_id', '=', now.person.person_id)
      .execute(),
  );
  expect(points).toHaveLength(3);
  expect(points.every(({ until_at, message_safe }) => until_at === null && !message_safe)).toBe(true);
  expect((await offersOf(found.id)).every(({ said, taken }) => taken && JSON.stringify(said) === '{}')).toBe(true);
  expect((await desk.get(`/desk/cases/${found.reference}/answers`)).body).toContain('Nothing waits here.');
});

test('an answer set aside changes nothing and is kept; pressed again it is settled already', async () => {
  const found = await caseWith(full);
  expect((await settle(found, 'child', 'no')).status).toBe(303);
  const child = await look((tx) =>
    tx.selectFrom('children').selectAll().where('case_id', '=', found.id).executeTakeFirstOrThrow(),
  );
  expect(child).toMatchObject({ first_names: '', born: null });
  const again = await settle(found, 'child', 'yes');
  expect(again.status).toBe(422);
  expect(again.body).toContain('settled this answer already');
});

test('a council nobody knows is refused, and the answer stays', async () => {
  const found = await caseWith({ council: { council: 'Atlantis' } });
  const refused = await settle(found, 'authority', 'yes');
  expect(refused.status).toBe(422);
  expect(refused.body).toContain('No council of ours has that name');
  expect((await offersOf(found.id)).map(({ taken }) => taken)).toEqual([null]);
});

test('a helper’s answers name the right-holder and record who said that the family knows', async () => {
  const found = await caseWith(
    { you: { role: 'sendiass', organisation: 'SENDIASS', forWhom: 'Ade Bello' }, permission: { permission: 'yes' } },
    { writer: 'professional', name: 'Ros Quill' },
  );
  for (const { about } of await offersOf(found.id)) await settle(found, about, 'yes');
  const holder = await look((tx) =>
    tx
      .selectFrom('participations')
      .innerJoin('people', 'people.id', 'participations.person_id')
      .select(['first_names', 'last_name', 'participations.id'])
      .where('case_id', '=', found.id)
      .where('right_holder', '=', true)
      .executeTakeFirstOrThrow(),
  );
  expect(holder).toMatchObject({ first_names: 'Ade', last_name: 'Bello' });
  const permission = await look((tx) =>
    tx.selectFrom('permissions').selectAll().where('case_id', '=', found.id).executeTakeFirstOrThrow(),
  );
  expect(permission).toMatchObject({ participation_id: holder.id, given: true, channel: 'web' });
  expect(permission.wording).toContain('knows that I am asking you');
});
