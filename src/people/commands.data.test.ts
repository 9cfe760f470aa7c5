// People join, leave and change; each person's ways to be reached and permissions are their own.
import { expect, test } from 'vitest';
import { migrations } from '../../database/migrations/index.ts';
import type { Tables } from '../../database/tables.ts';
import { factsOf, openCase } from '../../test/support/contact.ts';
import { makeDesk } from '../../test/support/desk.ts';
import { openTestDatabase } from '../../test/support/database.ts';
import { getCasePage } from '../cases/store.ts';
import { NotFound } from '../kit/http/problems.ts';
import { newId } from '../kit/ids.ts';
import { reading } from '../program.ts';
import { changeContactPoint } from './commands-contact.ts';
import { recordPermission } from './commands-permission.ts';
import { changeDetails, joinCase, leaveCase } from './commands.ts';
import type { NewParticipant, NewPoint } from './person.ts';

const database = await openTestDatabase<Tables>(migrations);
const desk = await makeDesk(database);
const program = desk.at('2026-03-31T11:00:00+01:00');
const email = (value: string, messageSafe = true): NewPoint => ({ kind: 'email', value, messageSafe });

const sam: NewParticipant = {
  firstNames: 'Sam',
  lastName: 'Okafor',
  capacity: 'parent',
  points: [email('sam@family.example.org')],
};
async function join(caseId: string, participant: NewParticipant = sam, rightHolder = true) {
  const actId = newId();
  const answer = await joinCase(program, desk.adviser, {
    actId,
    caseId,
    participant,
    rightHolder,
    mayOpenThePage: true,
  });
  if ('refused' in answer) throw new Error(answer.refused);
  const { data } = (await factsOf(desk, caseId)).findLast(({ code }) => code === 'person-joined') as { data: unknown };
  const { participation } = data as { participation: string };
  const part = await desk.look((tx) =>
    tx
      .selectFrom('participations')
      .select(['id', 'person_id'])
      .where('id', '=', participation)
      .executeTakeFirstOrThrow(),
  );
  return { participationId: part.id, personId: part.person_id };
}

test('a second parent is a person of their own, even under the same name and address', async () => {
  const points = [email('home@family.example.org')];
  const first = await openCase(program, desk, { rightHolder: { ...sam, capacity: 'parent', points } });
  const second = await join(first.caseId, { ...sam, points });
  expect(second.personId).not.toBe(first.personId);
});

test('neither parent sees the other, nor how the other is reached', async () => {
  const { caseId, personId } = await openCase(program, desk);
  const joined = await join(caseId);
  for (const [me, first] of [
    [personId, 'Hannah'],
    [joined.personId, 'Sam'],
  ] as const) {
    const page = await reading(program, await desk.familyOf(me), (tx) => getCasePage(tx, caseId));
    expect(page.people.map(({ first_names: name }) => name)).toEqual([first]);
    expect(page.people.flatMap(({ points }) => points)).toHaveLength(1);
  }
});

test('a supporter cannot be given the right, and an alternative person says on what basis', async () => {
  const { caseId } = await openCase(program, desk);
  const as = (participant: NewParticipant) =>
    joinCase(program, desk.adviser, { actId: newId(), caseId, participant, rightHolder: true, mayOpenThePage: false });
  expect(await as({ ...sam, capacity: 'supporter' })).toEqual({ refused: 'cannot-hold-the-right' });
  expect(await as({ ...sam, capacity: 'alternative-person' })).toEqual({ refused: 'basis-needed' });
  expect(await as({ ...sam, capacity: 'alternative-person', basis: 'Deputy, order of 2 May 2025' })).toMatchObject({
    done: true,
  });
});

test('whoever leaves reads nothing from then on, and one right-holder always stays', async () => {
  const { caseId, participationId } = await openCase(program, desk);
  const leave = (part: string) => leaveCase(program, desk.adviser, { actId: newId(), caseId, participationId: part });
  expect(await leave(participationId)).toEqual({ refused: 'only-right-holder' });
  const joined = await join(caseId);
  const asSam = await desk.familyOf(joined.personId);
  expect(await leave(joined.participationId)).toMatchObject({ done: true });
  await expect(reading(program, asSam, (tx) => getCasePage(tx, caseId))).rejects.toBeInstanceOf(NotFound);
  await expect(leave(joined.participationId)).rejects.toBeInstanceOf(NotFound);
});

test('changed details are named in the journal by field, and nothing changed is nothing said', async () => {
  const { caseId, participationId } = await openCase(program, desk);
  const change = (over: object) =>
    changeDetails(program, desk.adviser, { actId: newId(), caseId, participationId, ...over });
  expect(await change({ lastName: "O'Kafor", formats: ['large-print', 'audio'], capacity: 'carer' })).toMatchObject({
    done: true,
  });
  const facts = await factsOf(desk, caseId);
  expect(facts.at(-1)).toMatchObject({
    code: 'details-changed',
    data: { participation: participationId, fields: ['last-name', 'formats', 'capacity'] },
    readers: [participationId],
  });
  await change({ lastName: "O'Kafor", formats: ['large-print', 'audio'] });
  expect(await factsOf(desk, caseId)).toEqual(facts);
  expect(await change({ capacity: 'alternative-person' })).toEqual({ refused: 'basis-needed' });
  expect(await change({ capacity: 'supporter' })).toEqual({ refused: 'cannot-hold-the-right' });
});

test('a new e-mail address ends the sessions, keeps the old one as ended, and tells only the old one', async () => {
  const rightHolder = { ...sam, capacity: 'parent', points: [email('old@family.example.org')] } as const;
  const { caseId, participationId, personId } = await openCase(program, desk, { rightHolder });
  const ended: string[] = [];
  const change = (point: NewPoint) =>
    changeContactPoint(
      program,
      desk.adviser,
      { actId: newId(), caseId, participationId, point },
      async (_inside, person) => {
        ended.push(person);
      },
    );
  expect(await change(email('new@family.example.org'))).toMatchObject({ done: true });
  expect(ended).toEqual([personId]);
  const found = await desk.look(async (tx) => ({
    points: await tx
      .selectFrom('contact_points')
      .select(['value', 'until_at'])
      .where('person_id', '=', personId)
      .orderBy('until_at', (of) => of.asc().nullsLast())
      .execute(),
    letters: await tx
      .selectFrom('letters')
      .select(['to_address', 'template', 'body_text', 'body_html'])
      .where('case_id', '=', caseId)
      .execute(),
  }));
  expect(found.points).toMatchObject([
    { value: 'old@family.example.org', until_at: expect.any(String) },
    { value: 'new@family.example.org', until_at: null },
  ]);
  expect(found.letters).toMatchObject([{ to_address: 'old@family.example.org', template: 'contact-changed' }]);
  expect(JSON.stringify(found.letters)).not.toMatch(/new@|Sam|Okafor/);
  expect(JSON.stringify(await factsOf(desk, caseId))).not.toContain('@');

  await change(email('new@family.example.org'));
  expect(ended).toHaveLength(1);
  expect(await change(email('nobody'))).toEqual({ refused: 'email-not-an-address' });
});

test('an old address that was not safe is not written to', async () => {
  const rightHolder = { ...sam, capacity: 'parent', points: [email('shared@family.example.org', false)] } as const;
  const { caseId, participationId } = await openCase(program, desk, { rightHolder });
  await changeContactPoint(
    program,
    desk.adviser,
    { actId: newId(), caseId, participationId, point: email('mine@family.example.org') },
    async () => {},
  );
  const letters = await desk.look((tx) =>
    tx.selectFrom('letters').select('id').where('case_id', '=', caseId).execute(),
  );
  expect(letters).toEqual([]);
});

test('a permission is given and taken back as two rows, with the words that were agreed to', async () => {
  const { caseId, participationId } = await openCase(program, desk);
  const say = (given: boolean, wording: string, at = program) =>
    recordPermission(at, desk.adviser, {
      actId: newId(),
      caseId,
      participationId,
      permission: { what: 'refer-to-sendiass', given, wording, channel: 'call' },
    });
  await say(true, 'You may give my number to SENDIASS.');
  await say(false, 'Please do not after all.', desk.at('2026-03-31T12:00:00+01:00'));
  expect(await say(true, ' ')).toEqual({ refused: 'wording-needed' });
  const rows = await desk.look((tx) =>
    tx.selectFrom('permissions').select(['given', 'wording']).where('case_id', '=', caseId).orderBy('at').execute(),
  );
  expect(rows).toEqual([
    { given: true, wording: 'You may give my number to SENDIASS.' },
    { given: false, wording: 'Please do not after all.' },
  ]);
  expect((await factsOf(desk, caseId)).map(({ code }) => code)).toEqual(
    expect.arrayContaining(['permission-given', 'permission-withdrawn']),
  );
});
