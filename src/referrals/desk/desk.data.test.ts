// Entering a contact by e-mail, letter or voicemail, and putting right what is known of it, as the desk's forms do.
import { expect, test } from 'vitest';
import { migrations } from '../../../database/migrations/index.ts';
import type { Tables } from '../../../database/tables.ts';
import { aContact } from '../../../test/support/contact.ts';
import { errorsOf, fieldsOf, headingOf, openDesk, wordsOf } from '../../../test/support/desk-server.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { newId } from '../../kit/ids.ts';
import { recordContact } from '../commands.ts';

const server = await openDesk(await openTestDatabase<Tables>(migrations), '2026-03-31T11:00:00+01:00');
const { desk, web } = server;
const url = '/desk/contacts/new';

const casesOf = (childLast: string) =>
  desk.look((tx) =>
    tx
      .selectFrom('children')
      .innerJoin('cases', 'cases.id', 'children.case_id')
      .select(['cases.id', 'cases.reference', 'cases.contact_on', 'cases.road'])
      .where('children.last_name', '=', childLast)
      .execute(),
  );

const voicemail = {
  channel: 'voicemail',
  'reached-day': '28',
  'reached-month': '3',
  'reached-year': '2026',
  reachedTime: '9.14pm',
  evidence: 'Time stamp of the voicemail',
  capacity: 'parent',
  firstNames: 'Gráinne',
  lastName: 'O’Dowd',
  telephone: '07700 900555',
  email: 'grainne@family.example.org',
  emailSafe: 'yes',
  childFirst: 'Fiadh',
  kind: 'plan-contents',
  sections: ['B', 'F'],
  'dated-day': '10',
  'dated-month': '3',
  'dated-year': '2026',
};

test('the form begins with now, and nothing else is chosen', async () => {
  const { status, body } = await server.get(desk.adviser, url);
  expect(status).toBe(200);
  expect(headingOf(body)).toBe('Record a contact');
  expect(fieldsOf(body)).toMatchObject({
    'reached-day': '31',
    'reached-month': '3',
    reachedTime: '11:00',
    kind: 'unknown',
  });
  expect(fieldsOf(body)).not.toHaveProperty('channel');
});

test('a contact is saved with the day it reached us, and its case shows the road and the dates', async () => {
  const sent = await server.send(desk.adviser, url, { ...voicemail, childLast: 'Saved', authority: desk.authorityId });
  const [saved] = await casesOf('Saved');
  expect(sent).toMatchObject({ status: 303, to: `/desk/cases/${saved?.reference}?done=contact-recorded` });
  expect(saved).toMatchObject({ contact_on: '2026-03-28', road: 'mediation' });
  const words = wordsOf((await server.get(desk.adviser, sent.to)).body);
  expect(words).toContain('The contact is recorded. Its road and dates are below.');
  expect(words).toContain('What the EHC plan says, sections B, F');
  expect(words).toMatch(/Contact us by Sun 10 May 2026/);
  expect(words).toContain('No voicemail, no text.');
  expect(words).not.toContain('Nothing by e-mail.');
});

test('a way to reach somebody whose safety was not asked about is not safe', async () => {
  await server.send(desk.adviser, url, { ...voicemail, childLast: 'Asked' });
  const [saved] = await casesOf('Asked');
  const points = await desk.look((tx) =>
    tx
      .selectFrom('contact_points')
      .innerJoin('participations', 'participations.person_id', 'contact_points.person_id')
      .select(['kind', 'message_safe'])
      .where('participations.case_id', '=', saved?.id ?? '')
      .orderBy('kind')
      .execute(),
  );
  expect(points).toEqual([
    { kind: 'email', message_safe: true },
    { kind: 'telephone', message_safe: false },
  ]);
});

test('a thin contact is enough: how, when, who, and one way to reach them', async () => {
  const sent = await server.send(desk.adviser, url, {
    channel: 'email',
    capacity: 'parent',
    email: 'thin@family.example.org',
  });
  expect(sent.status).toBe(303);
  expect(headingOf((await server.get(desk.adviser, sent.to)).body)).toBe('No name yet');
});

test.each([
  [{}, ['Choose how the contact reached us.', 'Choose who holds the right to appeal.']],
  [{ ...voicemail, 'reached-day': '30', 'reached-month': '2' }, ['February has only 28 days. Look at the day again.']],
  [{ ...voicemail, 'reached-month': '4' }, ['The contact cannot be later than today.']],
  [{ ...voicemail, reachedTime: '25:00' }, ['Please write the time like 9:14pm or 21:14.']],
  [
    { ...voicemail, 'reached-day': '31', reachedTime: '11:30pm' },
    ['The contact cannot be later than now. Enter when it reached the service.'],
  ],
  [
    { ...voicemail, 'dated-month': '4' },
    ['The date on the letter is after the contact. A newer letter is a new decision: enter a new contact for it.'],
  ],
  [
    { ...voicemail, kind: 'refuse-to-assess' },
    ['There is no plan under this decision, so no sections of one. Clear them, or choose another decision.'],
  ],
  [{ ...voicemail, email: 'not an address' }, ['Enter an e-mail address, like name@example.org.']],
  [{ ...voicemail, firstNames: 'Anna 😀' }, ['Please use the spelling on the letter.']],
  [
    { ...voicemail, 'born-day': '1', 'born-month': '1', 'born-year': '1999' },
    ['Check the birth date: it makes a person of 26 or more, and from 25 there is no right to appeal.'],
  ],
  [
    { ...voicemail, capacity: 'alternative-person' },
    ['Say on what basis this person acts for the young person, for example deputy, attorney or parent.'],
  ],
])('what is wrong is said kindly and every answer is kept: %#', async (answers, errors) => {
  const { status, body } = await server.send(desk.adviser, url, { childLast: 'Refused', ...answers });
  expect(status).toBe(422);
  expect(errorsOf(body)).toEqual(errors);
  expect(body).toContain('<title>Error: ');
  const kept = fieldsOf(body);
  for (const [name, value] of Object.entries(answers))
    if (value !== '' && name !== 'kind') expect(kept[name]).toEqual(value);
  expect(await casesOf('Refused')).toEqual([]);
});

test('a form sent twice opens one case', async () => {
  const answers = { ...voicemail, childLast: 'Twice', _act: newId() };
  const [first, second] = [
    await server.send(desk.adviser, url, answers),
    await server.send(desk.adviser, url, answers),
  ];
  expect(first.status).toBe(303);
  expect(second.to).toBe(first.to);
  expect(await casesOf('Twice')).toHaveLength(1);
});

async function aCase() {
  const opened = await recordContact(web, desk.adviser, aContact(desk));
  if ('refused' in opened) throw new Error(opened.refused);
  return { ...opened, path: `/desk/cases/${opened.reference}` };
}

test('the decision is changed from what is recorded, and its dates follow', async () => {
  const { path } = await aCase();
  const page = await server.get(desk.adviser, `${path}/decision`);
  expect(fieldsOf(page.body)).toMatchObject({ kind: 'refuse-to-assess', 'dated-day': '5', letterSeen: 'yes' });
  const sent = await server.send(desk.adviser, `${path}/decision`, { 'dated-day': '12', 'sent-day': '12' });
  expect(sent).toMatchObject({ status: 303, to: `${path}?done=decision-changed` });
  expect(wordsOf((await server.get(desk.adviser, path)).body)).toContain('Contact us by Tue 12 May 2026');
});

test('when somebody else was quicker, the answers stay on the page and go the second time', async () => {
  const { path } = await aCase();
  const mine = fieldsOf((await server.get(desk.adviser, `${path}/decision`)).body);
  await server.send(desk.otherAdviser, `${path}/decision`, {
    'dated-day': '12',
    kind: 'refuse-to-issue',
    health: 'yes',
  });
  const late = await server.post(desk.adviser, `${path}/decision`, { ...mine, 'dated-day': '13' });
  expect(late.status).toBe(409);
  expect(wordsOf(late.body)).toContain(
    'Somebody else changed this case while you were typing. Nothing of yours was saved',
  );
  expect(wordsOf(late.body)).toContain('Recorded meanwhile: Not to issue an EHC plan after assessment');
  expect(wordsOf(late.body)).toMatch(/Recorded meanwhile: 12 March 2026/);
  expect(wordsOf(late.body)).toContain('Recorded meanwhile: ticked');
  const again = fieldsOf(late.body);
  expect(again['dated-day']).toBe('13');
  expect(await server.post(desk.adviser, `${path}/decision`, again)).toMatchObject({ status: 303 });
});

test('a refused change keeps what was typed', async () => {
  const { path } = await aCase();
  const { status, body } = await server.send(desk.adviser, `${path}/child`, { 'born-year': '2030' });
  expect(status).toBe(422);
  expect(errorsOf(body)).toEqual(['The birth date must be in the past.']);
  expect(fieldsOf(body)['born-year']).toBe('2030');
});

test('a letter of a year without bank holidays is told at its date, and without it the contact is recorded', async () => {
  const typed = { ...voicemail, childLast: 'Old Letter', 'dated-year': '2022' };
  const sent = await server.send(desk.adviser, url, typed);
  expect(sent.status).toBe(422);
  expect(errorsOf(sent.body)).toEqual([expect.stringContaining('The bank holidays of 2022 are not loaded')]);
  expect(sent.body).toContain('href="#dated-year"');
  expect(fieldsOf(sent.body)).toMatchObject({ firstNames: 'Gráinne', 'dated-year': '2022' });
  expect(await casesOf('Old Letter')).toEqual([]);
  const { 'dated-day': _day, 'dated-month': _month, 'dated-year': _year, ...without } = typed;
  const recorded = await server.send(desk.adviser, url, without);
  const [saved] = await casesOf('Old Letter');
  expect([recorded.status, saved?.contact_on]).toEqual([303, '2026-03-28']);

  const decision = `/desk/cases/${saved?.reference}/decision`;
  const dated = { kind: 'plan-contents', sections: ['B'], 'dated-day': '10', 'dated-month': '3', 'dated-year': '2022' };
  const changed = await server.send(desk.adviser, decision, dated);
  expect([changed.status, wordsOf(changed.body)]).toEqual([422, expect.stringContaining('bank holidays of 2022')]);
  expect(fieldsOf(changed.body)).toMatchObject({ 'dated-year': '2022' });
});

test('the council is chosen from the list, those with a contract first', async () => {
  const { path } = await aCase();
  const { body } = await server.get(desk.adviser, `${path}/authority`);
  expect(body.indexOf('Wirral Council')).toBeLessThan(body.indexOf('Northshore Council (no contract with us)'));
  expect(await server.send(desk.adviser, `${path}/authority`, { authority: desk.strangeAuthorityId })).toMatchObject({
    status: 303,
  });
  expect(errorsOf((await server.send(desk.adviser, `${path}/authority`, { authority: newId() })).body)).toEqual([
    'Choose the council on the letter.',
  ]);
});

test('a change made for a correction leads back to it', async () => {
  const { path } = await aCase();
  const back = '/desk/certificates/XYZ/correction';
  expect(
    (await server.send(desk.adviser, `${path}/child?back=${encodeURIComponent(back)}`, { school: 'New' })).to,
  ).toBe(`${back}?done=child-changed`);
  expect(
    (
      await server.send(desk.adviser, `${path}/child?back=${encodeURIComponent('https://elsewhere.example')}`, {
        school: 'Newer',
      })
    ).to,
  ).toBe(`${path}?done=child-changed`);
});

test('nothing broke behind any of these pages', () => expect(server.defects).toEqual([]));
