// Somebody who contacted us late and says no to mediation is told at once, in a letter, to send the appeal now: does it, once, and stays quiet.
import { beforeEach, expect, test } from 'vitest';
import { migrations } from '../../database/migrations/index.ts';
import type { Tables } from '../../database/tables.ts';
import { day, factsOf, openCase, refusedToAssess, type OpenCase } from '../../test/support/contact.ts';
import { makeDesk } from '../../test/support/desk.ts';
import { openTestDatabase } from '../../test/support/database.ts';
import { decideLateContact } from '../certificates/commands.ts';
import { newId } from '../kit/ids.ts';
import type { NewPoint } from '../people/person.ts';
import { changeDecision } from '../referrals/commands-change.ts';
import type { NewContact } from '../referrals/contact.ts';
import { noLongerWantsMediation, recordWishes } from './commands-wishes.ts';
import { giveInformation } from './commands.ts';
import { coreCodes } from './script.ts';

const database = await openTestDatabase<Tables>(migrations);
const desk = await makeDesk(database);
const program = desk.at('2026-03-31T10:30:00+01:00');

const email: NewPoint = { kind: 'email', value: 'hannah@family.example.org', messageSafe: true };
const post: NewPoint = {
  kind: 'post',
  value: 'CH41 1AA',
  postalLines: ['1 High Street', 'CH41 1AA'],
  messageSafe: true,
};
/** The two months from this letter ended on 15 March 2026. */
const late = { ...refusedToAssess, dated: day('2026-01-15'), sent: day('2026-01-15') };

const policy = (lateContact: string) =>
  database.kysely
    .updateTable('services')
    .set({ settings: JSON.stringify({ lateContact }) })
    .where('id', '=', desk.serviceId)
    .execute();
const opened = (points: readonly NewPoint[] = [email], over: Partial<NewContact> = {}) =>
  openCase(program, desk, {
    decision: late,
    rightHolder: { firstNames: 'Hannah', lastName: 'Okafor', capacity: 'parent', points: [...points] },
    ...over,
  });
const of = ({ caseId, participationId }: OpenCase) => ({
  actId: newId(),
  caseId,
  participationId,
  channel: 'call' as const,
});
const inform = (to: OpenCase) => giveInformation(program, desk.adviser, { ...of(to), said: [...coreCodes] });
const say = (to: OpenCase, mediation: 'yes' | 'no') => recordWishes(program, desk.adviser, { ...of(to), mediation });
const letters = async ({ caseId }: OpenCase) =>
  (
    await desk.look((tx) =>
      tx.selectFrom('letters').selectAll().where('case_id', '=', caseId).orderBy('queued_at').orderBy('id').execute(),
    )
  ).filter(({ template }) => template === 'late-contact');

beforeEach(() => policy('do-not-issue'));

test.each([
  ['e-mail', [email, post], 'email', 'queued'],
  ['post', [post], 'post', 'waiting-for-papers'],
] as const)('where no certificate is issued then, by %s, once', async (_, points, channel, state) => {
  const found = await opened(points);
  await inform(found);
  expect(await letters(found)).toEqual([]);
  expect(await say(found, 'no')).toMatchObject({ lateTold: channel });
  expect(await say(found, 'yes')).toMatchObject({ lateTold: null });
  expect(await say(found, 'no')).toMatchObject({ lateTold: null });
  const [letter, ...more] = await letters(found);
  expect(more).toEqual([]);
  expect(letter).toMatchObject({ channel, state, person_id: found.personId });
  const words = letter!.body_text.replaceAll('\n', ' ');
  expect(words).toContain(
    'They ended on Sunday 15 March 2026. After that day we do not issue a mediation certificate.',
  );
  expect(words).toContain('ask the Tribunal’s permission to appeal late and without a certificate');
  expect(words).not.toMatch(/month from|another month|decide/);
  const told = (await factsOf(desk, found.caseId)).filter(({ code }) => code === 'letter-queued');
  expect(told.at(-1)!.data).toMatchObject({ template: 'late-contact', channel });
});

test('without a safe way nothing goes, and whoever hears it is told to say it', async () => {
  const found = await opened([{ ...email, messageSafe: false }]);
  await inform(found);
  expect(await say(found, 'no')).toMatchObject({ lateTold: 'no-safe-way' });
  expect(await letters(found)).toEqual([]);
});

test('said by the family on its own page, it goes just the same', async () => {
  const found = await opened([post]);
  await inform(found);
  await say(found, 'yes');
  const family = await desk.familyOf(found.personId);
  expect(await noLongerWantsMediation(program, family, { ...of(found), channel: 'page' })).toMatchObject({
    lateTold: 'post',
  });
  expect(await letters(found)).toMatchObject([{ channel: 'post' }]);
});

test('a no that comes with the contact is answered at once; the information later says it no second time', async () => {
  const found = await opened([email], { wishes: { mediation: 'no' } });
  expect(await letters(found)).toMatchObject([{ channel: 'email', person_id: found.personId }]);
  expect(await inform(found)).toMatchObject({ lateTold: null });
  expect(await letters(found)).toHaveLength(1);
});

test('a letter’s date that shows only later how late they were brings the letter then', async () => {
  const found = await opened([email], { decision: { ...late, dated: null, sent: null } });
  await inform(found);
  expect(await say(found, 'no')).toMatchObject({ lateTold: null });
  const change = (decision: typeof late) =>
    changeDecision(program, desk.adviser, { actId: newId(), caseId: found.caseId, decision });
  await change(late);
  await change({ ...late, letterSeen: false });
  expect(await letters(found)).toMatchObject([{ channel: 'email', person_id: found.personId }]);
});

test.each<[string, string, Partial<NewContact>, 'yes' | 'no']>([
  ['contact was in time', 'do-not-issue', { decision: refusedToAssess }, 'no'],
  ['they wish to mediate', 'do-not-issue', {}, 'yes'],
  ['no certificate is needed', 'do-not-issue', { decision: { ...late, kind: 'plan-contents', sections: ['I'] } }, 'no'],
  ['the certificate is issued all the same', 'issue', {}, 'no'],
  ['the information said it, and a manager decides', 'manager-decides', {}, 'no'],
])('nothing goes where %s', async (_, lateContact, over, answer) => {
  await policy(lateContact);
  const found = await opened([email], over);
  await inform(found);
  expect(await say(found, answer)).toMatchObject({ lateTold: null });
  expect(await letters(found)).toEqual([]);
});

test('while a manager decides, the information says it at once; a no before it brings the letter, and a refusal another', async () => {
  await policy('manager-decides');
  const informed = await opened();
  await inform(informed);
  const [information] = await desk.look((tx) =>
    tx.selectFrom('letters').select('body_text').where('case_id', '=', informed.caseId).execute(),
  );
  expect(information!.body_text.replaceAll('\n', ' ')).toMatch(
    /send your appeal now, say why it is late, and ask for permission\. Do not wait for us or for a certificate/,
  );
  const found = await opened();
  expect(await say(found, 'no')).toMatchObject({ lateTold: 'email' });
  const [letter] = await letters(found);
  expect(letter!.body_text.replaceAll('\n', ' ')).toMatch(/A manager here now decides .* do not wait for it\./);
  const { caseId, participationId } = found;
  const refusal = { actId: newId(), caseId, participationId, issue: false };
  expect(await decideLateContact(program, desk.manager, refusal)).toMatchObject({ sent: 'email' });
  expect(await letters(found)).toHaveLength(2);
});
