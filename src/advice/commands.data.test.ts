// Giving information, taking wishes, telling the council: each does it, refuses, and stays quiet.
import { expect, test } from 'vitest';
import { migrations } from '../../database/migrations/index.ts';
import type { Tables } from '../../database/tables.ts';
import { day, factsOf, openCase, refusedToAssess, standingOf, type OpenCase } from '../../test/support/contact.ts';
import { makeDesk } from '../../test/support/desk.ts';
import { onServer, openTestDatabase } from '../../test/support/database.ts';
import { NotFound } from '../kit/http/problems.ts';
import { newId } from '../kit/ids.ts';
import { joinCase } from '../people/commands.ts';
import type { NewPoint } from '../people/person.ts';
import { tellAuthority, type AuthorityTold } from './commands-authority.ts';
import { noLongerWantsMediation, recordWishes } from './commands-wishes.ts';
import { giveInformation, type InformationGiven } from './commands.ts';
import { coreCodes } from './script.ts';

const database = await openTestDatabase<Tables>(migrations);
const desk = await makeDesk(database);
const program = desk.at('2026-03-31T10:30:00+01:00');

const email: NewPoint = { kind: 'email', value: 'hannah@family.example.org', messageSafe: true };
const post: NewPoint = {
  kind: 'post',
  value: 'CH41 1AA',
  postalLines: ['1 High Street', 'Birkenhead', 'CH41 1AA'],
  messageSafe: true,
};
const reachedBy = (...points: NewPoint[]) =>
  openCase(program, desk, {
    rightHolder: { firstNames: 'Hannah', lastName: 'Okafor', capacity: 'parent', formats: ['large-print'], points },
  });
const telling = (to: OpenCase, over: Partial<InformationGiven> = {}): InformationGiven => ({
  actId: newId(),
  caseId: to.caseId,
  participationId: to.participationId,
  channel: 'call',
  said: [...coreCodes],
  ...over,
});
const ofHolder = ({ caseId, participationId }: OpenCase) => ({
  actId: newId(),
  caseId,
  participationId,
  channel: 'call' as const,
});
const lettersOf = (caseId: string) =>
  desk.look((tx) => tx.selectFrom('letters').selectAll().where('case_id', '=', caseId).orderBy('queued_at').execute());
const codes = async (caseId: string) => (await factsOf(desk, caseId)).map(({ code }) => code);

test('information is recorded with its script and adviser, and the rest goes by e-mail', async () => {
  const found = await reachedBy(email, post);
  expect(await giveInformation(program, desk.adviser, telling(found))).toMatchObject({ sent: 'email', warnings: [] });
  const given = await desk.look((tx) =>
    tx.selectFrom('information_given').selectAll().where('case_id', '=', found.caseId).executeTakeFirstOrThrow(),
  );
  expect(given).toMatchObject({
    script_version: '2',
    said: [...coreCodes],
    given_on: '2026-03-31',
    adviser_id: desk.adviser.accountId,
  });
  expect(await lettersOf(found.caseId)).toMatchObject([
    {
      template: 'mediation-information',
      state: 'queued',
      to_address: email.value,
      person_id: found.personId,
      format: 'large-print',
    },
  ]);
  expect(await codes(found.caseId)).toEqual(expect.arrayContaining(['information-given', 'letter-queued']));
  expect((await standingOf(desk, found.caseId)).stage).toBe('information-given');
});

test('without e-mail the rest is to be posted to the lines of the address', async () => {
  const found = await reachedBy({ ...email, messageSafe: false }, post);
  expect(await giveInformation(program, desk.adviser, telling(found))).toMatchObject({ sent: 'post' });
  expect(await lettersOf(found.caseId)).toMatchObject([
    {
      channel: 'post',
      state: 'waiting-for-papers',
      to_address: 'Hannah Okafor',
      to_lines: ['Hannah Okafor', ...(post.postalLines ?? [])],
    },
  ]);
});

test('without a safe address nothing is sent, and the adviser is told', async () => {
  const found = await reachedBy({ ...email, messageSafe: false });
  expect(await giveInformation(program, desk.adviser, telling(found, { said: ['dates'] }))).toMatchObject({
    sent: null,
    warnings: ['core-unfinished', 'written-rest-not-sent'],
  });
  expect(await lettersOf(found.caseId)).toEqual([]);
});

test.each([
  ['an adviser who is not independent', desk.notIndependent, {}, 'adviser-not-independent'],
  ['an administrator', desk.administrator, {}, 'not-an-adviser'],
  ['an adviser who said nothing', desk.adviser, { said: [] }, 'nothing-said'],
] as const)('information from %s is refused and leaves nothing', async (_who, who, over, refused) => {
  const found = await reachedBy(email);
  const before = await codes(found.caseId);
  expect(await giveInformation(program, who, telling(found, over))).toEqual({ refused });
  expect(await codes(found.caseId)).toEqual(before);
  expect(await lettersOf(found.caseId)).toEqual([]);
});

test('the same press twice tells once and writes once', async () => {
  const found = await reachedBy(email);
  const given = telling(found);
  await giveInformation(program, desk.adviser, given);
  expect(await giveInformation(program, desk.adviser, given)).toMatchObject({ again: true });
  expect(await lettersOf(found.caseId)).toHaveLength(1);
});

test.runIf(onServer)('the same press twice at once writes once', async () => {
  const found = await reachedBy(email);
  const given = telling(found);
  const both = await Promise.all([1, 2].map(() => giveInformation(program, desk.adviser, given)));
  expect(both.filter((answer) => 'again' in answer && answer.again)).toHaveLength(1);
  expect(await lettersOf(found.caseId)).toHaveLength(1);
});

test('to appeal and to mediate are wished apart, and a no starts the three working days', async () => {
  const found = await reachedBy(email);
  await giveInformation(program, desk.adviser, telling(found));
  await recordWishes(program, desk.adviser, { ...ofHolder(found), appeal: 'unsure' });
  expect((await standingOf(desk, found.caseId)).stage).toBe('information-given');
  await recordWishes(program, desk.adviser, { ...ofHolder(found), mediation: 'no' });
  // Good Friday 3 April and Easter Monday 6 April are skipped.
  expect(await standingOf(desk, found.caseId)).toMatchObject({
    stage: 'certificate-due',
    due: { 'issue-certificate': '2026-04-07' },
  });
});

test('thinking it over is asked again on its day', async () => {
  const found = await reachedBy(email);
  await giveInformation(program, desk.adviser, telling(found));
  await recordWishes(program, desk.adviser, { ...ofHolder(found), mediation: 'thinking', chaseOn: day('2026-04-10') });
  const { stage } = await standingOf(desk, found.caseId);
  expect(stage).toBe('thinking');
  const chase = await desk.look((tx) =>
    tx
      .selectFrom('clocks')
      .select(['due_on', 'state'])
      .where('case_id', '=', found.caseId)
      .where('kind', '=', 'chase-decision')
      .executeTakeFirstOrThrow(),
  );
  expect(chase).toEqual({ due_on: '2026-04-10', state: 'running' });
});

test('a wish before any information is kept and warned of', async () => {
  const found = await reachedBy(email);
  expect(await recordWishes(program, desk.adviser, { ...ofHolder(found), mediation: 'no' })).toMatchObject({
    warnings: ['information-not-given-yet'],
  });
  expect((await standingOf(desk, found.caseId)).due).not.toHaveProperty('issue-certificate');
});

test('the same wish again is quiet', async () => {
  const found = await reachedBy(email);
  await recordWishes(program, desk.adviser, { ...ofHolder(found), appeal: 'yes', mediation: 'no' });
  const before = await codes(found.caseId);
  await recordWishes(program, desk.adviser, { ...ofHolder(found), appeal: 'yes', mediation: 'no' });
  expect(await codes(found.caseId)).toEqual(before);
});

test('a family takes back its own wish on its page, and no other’s', async () => {
  const found = await reachedBy(email);
  const other = await reachedBy(email);
  await giveInformation(program, desk.adviser, telling(found));
  await recordWishes(program, desk.adviser, { ...ofHolder(found), mediation: 'yes' });
  const hannah = await desk.familyOf(found.personId);
  const onThePage = { ...ofHolder(found), channel: 'page' as const };
  expect(await noLongerWantsMediation(program, hannah, onThePage)).toMatchObject({ done: true, warnings: [] });
  expect(await standingOf(desk, found.caseId)).toMatchObject({
    stage: 'certificate-due',
    due: { 'issue-certificate': '2026-04-07' },
  });
  await expect(noLongerWantsMediation(program, hannah, { ...ofHolder(other), channel: 'page' })).rejects.toBeInstanceOf(
    NotFound,
  );
  await expect(
    noLongerWantsMediation(program, hannah, { ...onThePage, actId: newId(), participationId: other.participationId }),
  ).rejects.toBeInstanceOf(NotFound);
});

test('two parents wish each for themselves, and neither takes back the other’s', async () => {
  const found = await reachedBy(email);
  await joinCase(program, desk.adviser, {
    actId: newId(),
    caseId: found.caseId,
    participant: { firstNames: 'Sam', lastName: 'Okafor', capacity: 'parent' },
    rightHolder: true,
    mayOpenThePage: true,
  });
  const sam = await desk.look((tx) =>
    tx
      .selectFrom('participations')
      .select(['id', 'person_id'])
      .where('case_id', '=', found.caseId)
      .where('id', '<>', found.participationId)
      .executeTakeFirstOrThrow(),
  );
  const asSam = await desk.familyOf(sam.person_id);
  await expect(noLongerWantsMediation(program, asSam, { ...ofHolder(found), channel: 'page' })).rejects.toBeInstanceOf(
    NotFound,
  );
  expect(
    await noLongerWantsMediation(program, asSam, { ...ofHolder(found), participationId: sam.id, channel: 'page' }),
  ).toMatchObject({ done: true });
});

test('once the meeting has started it is too late not to want one, for the family too', async () => {
  const found = await reachedBy(email);
  await recordWishes(program, desk.adviser, { ...ofHolder(found), mediation: 'yes' });
  await database.kysely
    .insertInto('milestones')
    .values({
      id: newId(),
      service_id: desk.serviceId,
      case_id: found.caseId,
      kind: 'meeting',
      on_day: '2026-04-21',
      at: '2026-04-21T09:00:00Z',
      recorded_at: '2026-03-31T10:00:00Z',
    })
    .execute();
  const hannah = await desk.familyOf(found.personId);
  const started = desk.at('2026-04-21T10:00:00+01:00');
  expect(await noLongerWantsMediation(started, hannah, { ...ofHolder(found), channel: 'page' })).toEqual({
    refused: 'meeting-started',
  });
  const aMinuteBefore = desk.at('2026-04-21T09:59:00+01:00');
  expect(await noLongerWantsMediation(aMinuteBefore, hannah, { ...ofHolder(found), channel: 'page' })).toMatchObject({
    done: true,
  });
});

const issues = 'The council says that he copes. He does not: "masking" all day, she says.';
const request = (to: OpenCase, over: Partial<AuthorityTold> = {}): AuthorityTold => ({
  actId: newId(),
  caseId: to.caseId,
  participationId: to.participationId,
  issues,
  wording: 'You may send this to the council.',
  channel: 'call',
  ...over,
});

test('the council is told the same day, at each of its addresses, and its thirty days run', async () => {
  const found = await reachedBy(email);
  await giveInformation(program, desk.adviser, telling(found));
  await recordWishes(program, desk.adviser, { ...ofHolder(found), mediation: 'yes' });
  expect(
    await tellAuthority(program, desk.adviser, request(found, { officers: ['priya@council.example.org'] })),
  ).toMatchObject({ done: true });
  expect(await standingOf(desk, found.caseId)).toMatchObject({
    stage: 'authority-told',
    due: { 'arrange-mediation': '2026-04-30' },
  });
  const letters = (await lettersOf(found.caseId)).filter(({ template }) => template === 'authority-request');
  expect(letters.map(({ to_address: to }) => to).toSorted()).toEqual([
    'officer@council.example.org',
    'priya@council.example.org',
    'send@council.example.org',
  ]);
  for (const { subject, body_text: text, person_id: person } of letters) {
    expect(subject).not.toMatch(/Okafor|Tobi|Wirral/);
    expect(text).toContain(issues);
    expect(text).toContain('Thursday 30 April 2026');
    expect(person).toBeNull();
  }
  const kept = await desk.look(async (tx) => ({
    permission: await tx
      .selectFrom('permissions')
      .select(['what', 'given', 'wording'])
      .where('case_id', '=', found.caseId)
      .executeTakeFirstOrThrow(),
    readers: await tx
      .selectFrom('readable')
      .innerJoin('words', 'words.id', 'readable.words_id')
      .select('readable.participation_id')
      .where('words.case_id', '=', found.caseId)
      .execute(),
  }));
  expect(kept).toEqual({
    permission: { what: 'tell-authority', given: true, wording: 'You may send this to the council.' },
    readers: [{ participation_id: found.participationId }],
  });
  expect(JSON.stringify(await factsOf(desk, found.caseId))).not.toContain('masking');
});

test('the council is told once', async () => {
  const found = await reachedBy(email);
  await recordWishes(program, desk.adviser, { ...ofHolder(found), mediation: 'yes' });
  await tellAuthority(program, desk.adviser, request(found));
  expect(await tellAuthority(program, desk.adviser, request(found))).toEqual({ refused: 'already-told' });
});

test.runIf(onServer)('two advisers at once tell the council once', async () => {
  const found = await reachedBy(email);
  await recordWishes(program, desk.adviser, { ...ofHolder(found), mediation: 'yes' });
  const both = await Promise.all(
    [desk.adviser, desk.otherAdviser].map((who) => tellAuthority(program, who, request(found))),
  );
  expect(both.filter((answer) => 'refused' in answer)).toEqual([{ refused: 'already-told' }]);
});

test.each([
  ['who has not asked for mediation', {}, {}, 'does-not-want-mediation'],
  ['whose words were not written down', {}, { issues: ' ' }, 'issues-needed'],
  ['who did not agree to any words', {}, { wording: '' }, 'wording-needed'],
  ['whose council is not known', { authorityId: null }, {}, 'no-authority'],
  [
    'who wants health care that is not named',
    { health: true, decision: { ...refusedToAssess, kind: 'plan-contents' as const, sections: ['F' as const] } },
    {},
    'health-provision-needed',
  ],
])('for somebody %s the council is not told', async (_who, over, of, refused) => {
  const found = await openCase(program, desk, over);
  if (refused !== 'does-not-want-mediation')
    await recordWishes(program, desk.adviser, { ...ofHolder(found), mediation: 'yes' });
  expect(await tellAuthority(program, desk.adviser, request(found, of))).toEqual({ refused });
  expect(await lettersOf(found.caseId)).toEqual([]);
});
