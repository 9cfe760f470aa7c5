// People of a case at the desk: added, changed, reached, permitting, leaving.
import { expect, test } from 'vitest';
import { migrations } from '../../../database/migrations/index.ts';
import type { Tables } from '../../../database/tables.ts';
import { aContact } from '../../../test/support/contact.ts';
import { errorsOf, fieldsOf, headingOf, openDesk, wordsOf } from '../../../test/support/desk-server.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { newId } from '../../kit/ids.ts';
import { recordContact } from '../../referrals/commands.ts';

const server = await openDesk(await openTestDatabase<Tables>(migrations), '2026-03-31T11:00:00+01:00');
const { desk, web } = server;
const proved = { ...desk.adviser, steppedUp: true };
const unproved = { ...desk.adviser, steppedUp: false };

async function aCase() {
  const opened = await recordContact(web, desk.adviser, aContact(desk));
  if ('refused' in opened) throw new Error(opened.refused);
  const path = `/desk/cases/${opened.reference}`;
  const [holder] = await desk.look((tx) =>
    tx.selectFrom('participations').selectAll().where('case_id', '=', opened.caseId).execute(),
  );
  return { caseId: opened.caseId, path, person: `${path}/people/${holder?.id}`, personId: holder?.person_id ?? '' };
}
const pointsOf = (personId: string) =>
  desk.look((tx) =>
    tx
      .selectFrom('contact_points')
      .select(['kind', 'value', 'message_safe'])
      .where('person_id', '=', personId)
      .where('until_at', 'is', null)
      .execute(),
  );

test('a second parent is added as a person of their own', async () => {
  const { path } = await aCase();
  const added = await server.send(desk.adviser, `${path}/people`, {
    firstNames: 'Peter',
    lastName: 'Okafor',
    capacity: 'parent',
    rightHolder: 'yes',
  });
  expect(added).toMatchObject({ status: 303, to: `${path}?done=person-joined` });
  expect(wordsOf((await server.get(desk.adviser, path)).body)).toMatch(
    /Right-holders, each on their own (Hannah|Peter) Okafor, parent; (Hannah|Peter) Okafor, parent/,
  );
});

test.each([
  [{ firstNames: 'Pat' }, ['Choose who they are in this case.']],
  [
    { firstNames: 'Pat', capacity: 'supporter', rightHolder: 'yes' },
    ['Somebody in this capacity cannot hold the right. Choose who they are to the child, or clear the tick.'],
  ],
  [
    { firstNames: 'Pat', capacity: 'alternative-person' },
    ['Say on what basis this person acts for the young person, for example deputy, attorney or parent.'],
  ],
])('%j is refused kindly', async (answers, errors) => {
  const { path } = await aCase();
  const { status, body } = await server.send(desk.adviser, `${path}/people`, answers);
  expect(status).toBe(422);
  expect(errorsOf(body)).toEqual(errors);
  expect(fieldsOf(body)['firstNames']).toBe('Pat');
});

test('details are changed from what is recorded, and again nothing when nothing differs', async () => {
  const { person, caseId } = await aCase();
  const page = await server.get(desk.adviser, person);
  expect(headingOf(page.body)).toBe('Hannah Okafor');
  expect(fieldsOf(page.body)).toMatchObject({
    firstNames: 'Hannah',
    capacity: 'parent',
    formats: 'large-print',
    rightHolder: 'yes',
  });
  const change = () => server.send(desk.adviser, person, { knownAs: 'Han', language: 'Igbo' });
  expect(await change()).toMatchObject({ status: 303, to: `${person}?done=details-changed` });
  const facts = () => desk.look((tx) => tx.selectFrom('facts').select('code').where('case_id', '=', caseId).execute());
  const before = (await facts()).length;
  await change();
  expect(await facts()).toHaveLength(before);
});

test('two advisers change the same person: the second is told, and both words stand at the field', async () => {
  const { person } = await aCase();
  const mine = fieldsOf((await server.get(desk.adviser, person)).body);
  await server.send(desk.otherAdviser, person, { needs: 'Ring after school.', formats: 'audio', language: 'Igbo' });
  const late = await server.post(desk.adviser, person, { ...mine, needs: 'Speak slowly.', language: 'Igbo' });
  expect(late.status).toBe(409);
  const words = wordsOf(late.body);
  expect(words).toContain('What you typed stands below, and where it differs, what is recorded now stands with it.');
  expect(words).toContain('What helps them, in their words Recorded meanwhile: Ring after school.');
  expect(words).toContain('Formats they need Recorded meanwhile: Audio');
  expect(words.match(/Recorded meanwhile/g)).toHaveLength(2);
  const again = fieldsOf(late.body);
  expect(again['needs']).toBe('Speak slowly.');
  expect(await server.post(desk.adviser, person, again)).toMatchObject({ status: 303 });
});

test('a way to reach somebody that was changed meanwhile is not changed back by an older page', async () => {
  const { person, personId } = await aCase();
  const url = `${person}/contact-points?kind=telephone`;
  const mine = fieldsOf((await server.get(proved, url)).body);
  const other = { ...desk.otherAdviser, steppedUp: true };
  await server.send(other, url, { value: '07700 900555', messageSafe: 'yes' });
  const late = await server.post(proved, url, { ...mine, value: '07700 900666', messageSafe: 'yes' });
  expect(late.status).toBe(409);
  expect(wordsOf(late.body)).toContain('Recorded meanwhile: 07700 900555');
  expect(await pointsOf(personId)).toEqual([{ kind: 'telephone', value: '07700 900555', message_safe: true }]);
});

test('a way to reach somebody is changed only after a passkey, and ends their sessions', async () => {
  const { person, personId } = await aCase();
  const family = await desk.familyOf(personId);
  await server.room.database.kysely
    .insertInto('sessions')
    .values({
      id: newId(),
      service_id: desk.serviceId,
      account_id: family.accountId,
      token_hash: newId(),
      how: 'link',
      device: 'own',
      browser: 'A telephone',
      made_at: '2026-03-30T10:00:00Z',
      last_seen_at: '2026-03-30T10:00:00Z',
      idle_seconds: 3600,
      ends_at: '2026-04-30T10:00:00Z',
    })
    .execute();
  const url = `${person}/contact-points?kind=telephone`;
  expect((await server.get(unproved, url)).to).toBe('/desk/step-up');
  expect(fieldsOf((await server.get(proved, url)).body)).toMatchObject({ kind: 'telephone', value: '07700 900123' });
  const unasked = await server.send(proved, url, { value: '07700 900999' });
  expect(errorsOf(unasked.body)).toEqual(['Choose whether a message or a letter is safe there. Ask; never guess.']);
  const changed = await server.send(proved, url, { value: '07700 900999', messageSafe: 'no' });
  expect(changed).toMatchObject({ status: 303, to: `${person}?done=contact-point-changed` });
  expect(await pointsOf(personId)).toEqual([{ kind: 'telephone', value: '07700 900999', message_safe: false }]);
  const [session] = await desk.look((tx) =>
    tx.selectFrom('sessions').select('ended_at').where('account_id', '=', family.accountId).execute(),
  );
  expect(session?.ended_at).not.toBeNull();
});

test('the first way to reach somebody is added, and nothing is said of a change', async () => {
  const { path, caseId } = await aCase();
  await server.send(desk.adviser, `${path}/people`, { firstNames: 'Ewa', lastName: 'Nowak', capacity: 'parent' });
  const { id } = await desk.look((tx) =>
    tx
      .selectFrom('participations')
      .select('id')
      .where('case_id', '=', caseId)
      .where('right_holder', '=', false)
      .executeTakeFirstOrThrow(),
  );
  const answers = { kind: 'email', value: 'ewa@other.example.org', messageSafe: 'yes' };
  const added = await server.send(proved, `${path}/people/${id}/contact-points`, answers);
  expect(added.to).toBe(`${path}/people/${id}?done=contact-point-added`);
  expect(wordsOf((await server.get(proved, added.to)).body)).toContain('Nothing waits for it.');
});

test('a permission is kept with the very words', async () => {
  const { person } = await aCase();
  const url = `${person}/permissions?what=speak-to-supporter`;
  const recorded = await server.send(desk.adviser, url, {
    given: 'yes',
    channel: 'call',
    wording: 'You may speak with Bernie Quill.',
  });
  expect(recorded).toMatchObject({ status: 303, to: `${person}?done=permission-recorded` });
  expect(wordsOf((await server.get(desk.adviser, person)).body)).toContain('Speak to a supporter: given');
  expect(errorsOf((await server.send(desk.adviser, url, { given: 'no', channel: 'call', wording: '' })).body)).toEqual([
    'Write down the words that were read to them.',
  ]);
});

test('a permission that a colleague took back meanwhile is not given again by an older page, which shows both', async () => {
  const { person } = await aCase();
  const url = `${person}/permissions?what=speak-to-parent`;
  const older = fieldsOf((await server.get(desk.adviser, url)).body);
  const words = { channel: 'call', wording: 'You may speak with my mother.' };
  await server.send(desk.otherAdviser, url, { ...words, given: 'no' });
  const late = await server.post(desk.adviser, url, { ...older, ...words, given: 'yes' });
  expect(late.status).toBe(409);
  expect(wordsOf(late.body)).toContain('Recorded meanwhile: They take it back');
  expect(fieldsOf(late.body)).toMatchObject({ given: 'yes', wording: words.wording });
  const again = await server.post(desk.adviser, url, fieldsOf(late.body));
  expect(again.status).toBe(303);
});

test('the only right-holder does not leave; a supporter does', async () => {
  const { path, person, caseId } = await aCase();
  expect(errorsOf((await server.send(desk.adviser, `${person}/leaving`, {})).body)).toEqual([
    'Nobody else in this case holds the right. Add who does, then try again.',
  ]);
  await server.send(desk.adviser, `${path}/people`, { firstNames: 'Bernie', lastName: 'Quill', capacity: 'supporter' });
  const [supporter] = await desk.look((tx) =>
    tx
      .selectFrom('participations')
      .select('id')
      .where('case_id', '=', caseId)
      .where('capacity', '=', 'supporter')
      .execute(),
  );
  const left = await server.send(desk.adviser, `${path}/people/${supporter?.id}/leaving`, {});
  expect(left).toMatchObject({ status: 303, to: `${path}?done=person-left` });
  expect((await server.get(desk.adviser, `${path}/people/${supporter?.id}`)).status).toBe(404);
});

test('nothing broke behind any of these pages', () => expect(server.defects).toEqual([]));

test('a safe word is set once it is said how we know who is speaking, and is never shown again', async () => {
  const { person, caseId } = await aCase();
  const word = 'Quixotic lantern';
  const refused = await server.send(desk.adviser, `${person}/safe-word`, { word });
  expect(errorsOf(refused.body)).toEqual([
    'Choose how you know who is speaking. A reference and a birth date are not enough.',
  ]);
  expect(refused.body).not.toContain(word);
  const set = await server.send(desk.adviser, `${person}/safe-word`, { word, provedBy: 'in-person' });
  expect(set).toMatchObject({ status: 303, to: `${person}?done=safe-word-set` });
  expect((await server.get(desk.adviser, person)).body).not.toMatch(/quixotic/i);
  const facts = await desk.look((tx) =>
    tx.selectFrom('facts').select('code').where('case_id', '=', caseId).orderBy('seq').execute(),
  );
  expect(facts.slice(-2).map(({ code }) => code)).toEqual(['identity-checked', 'safe-word-set']);
});

test('language, dialect, formats and needs are asked once, and stand wherever somebody rings or writes', async () => {
  const { path, person } = await aCase();
  await server.send(desk.adviser, person, {
    firstNames: 'Hannah',
    lastName: 'Okafor',
    capacity: 'parent',
    rightHolder: 'yes',
    language: 'Punjabi',
    dialect: 'Mirpuri',
    formats: 'easy-read',
    needs: 'Time to think',
  });
  for (const page of ['', '/wishes', '/information']) {
    const read = wordsOf((await server.get(desk.adviser, `${path}${page}`)).body);
    expect(read).toContain('Interpreter: Punjabi, Mirpuri. In writing: easy read. Helps them: Time to think');
  }
});

test('a corporate parent is taken as any right-holder, and a manager is to be told that the deciding council may be the same', async () => {
  const { path, person } = await aCase();
  await server.send(desk.adviser, person, {
    firstNames: 'Ola',
    lastName: 'Berg',
    capacity: 'corporate-parent',
    rightHolder: 'yes',
  });
  const read = wordsOf((await server.get(desk.adviser, path)).body);
  expect(read).toContain('Ola Berg, corporate parent');
  expect(read).toContain('The council that decided may be the same body: ask who decided, and tell a manager');
  expect(read).toContain('Give Ola the mediation information');
});

test('what a supporter may be told is recorded with its reach and its last day, and ends at once when it is taken back', async () => {
  const { path, person, caseId } = await aCase();
  await server.send(desk.adviser, `${path}/people`, { firstNames: 'Sol', lastName: 'Marsh', capacity: 'supporter' });
  const card = async () => wordsOf((await server.get(desk.adviser, path)).body);
  expect(await card()).toContain('No permission recorded: tell them nothing');
  const sol = await desk.look((tx) =>
    tx
      .selectFrom('participations')
      .select('id')
      .where('case_id', '=', caseId)
      .where('capacity', '=', 'supporter')
      .executeTakeFirstOrThrow(),
  );
  const permission = {
    what: 'speak-to-supporter',
    given: 'yes',
    forWhom: sol.id,
    scope: 'dates',
    wording: 'You may speak with Sol about my dates.',
    channel: 'call',
  };
  const until = { 'untilOn-day': '30', 'untilOn-month': '3', 'untilOn-year': '2026' };
  const past = await server.send(desk.adviser, `${person}/permissions`, { ...permission, ...until });
  expect(errorsOf(past.body)).toEqual([
    'Choose a day that has not passed, or leave it empty: then it holds until it is taken back.',
  ]);
  await server.send(desk.adviser, `${person}/permissions`, { ...permission, ...until, 'untilOn-day': '31' });
  expect(await card()).toContain('May hear of Hannah: dates and what happens next, until Tue 31 Mar 2026');
  const record = await server.get(desk.adviser, person);
  expect(wordsOf(record.body)).toContain('Speak to a supporter: given, for Sol Marsh');
  const [, ends] = /href="([^"]+\?ends=[^"]+)"/.exec(record.body) ?? [];
  const form = (await server.get(desk.adviser, ends!)).body;
  expect(form).toMatch(/name="given"[^>]*value="no"[^>]*checked/);
  expect(form).toContain(`<option value="${sol.id}" selected`);
  await server.send(desk.adviser, `${person}/permissions`, { ...permission, given: 'no' });
  expect(await card()).toContain('Permission has ended: tell them nothing');
  expect((await server.get(desk.adviser, person)).body).not.toContain('?ends=');
});
