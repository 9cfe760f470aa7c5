// Taking a contact in: it does it, it refuses, it stays quiet.
import { expect, test } from 'vitest';
import { migrations } from '../../database/migrations/index.ts';
import type { Tables } from '../../database/tables.ts';
import { aContact, day, moment, refusedToAssess } from '../../test/support/contact.ts';
import { makeDesk } from '../../test/support/desk.ts';
import { onServer, openTestDatabase } from '../../test/support/database.ts';
import { newId } from '../kit/ids.ts';
import { recordContact, type Opened } from './commands.ts';
import type { NewContact } from './contact.ts';

const database = await openTestDatabase<Tables>(migrations);
const desk = await makeDesk(database);
const whole = (over: Partial<NewContact> = {}) => aContact(desk, over);
const program = desk.at('2026-03-31T10:20:00+01:00');

async function opened(contact: NewContact, at = program): Promise<Opened> {
  const answer = await recordContact(at, desk.adviser, contact);
  if ('refused' in answer) throw new Error(answer.refused);
  return answer;
}
const codes = (answer: Opened) => answer.warnings.map(({ code }) => code);

test('a contact opens a case: rows, facts and road in one act', async () => {
  const answer = await opened(
    whole({ wishes: { appeal: 'yes', mediation: 'no' }, evidence: 'She rang the main line' }),
  );
  expect(answer).toMatchObject({ done: true, again: false, warnings: [] });
  const found = await desk.look(async (tx) => ({
    case: await tx.selectFrom('cases').selectAll().where('id', '=', answer.caseId).executeTakeFirstOrThrow(),
    child: await tx.selectFrom('children').selectAll().where('case_id', '=', answer.caseId).executeTakeFirstOrThrow(),
    decision: await tx
      .selectFrom('decisions')
      .selectAll()
      .where('case_id', '=', answer.caseId)
      .executeTakeFirstOrThrow(),
    contact: await tx.selectFrom('contacts').selectAll().where('case_id', '=', answer.caseId).executeTakeFirstOrThrow(),
    part: await tx
      .selectFrom('participations')
      .selectAll()
      .where('case_id', '=', answer.caseId)
      .executeTakeFirstOrThrow(),
    words: await tx.selectFrom('words').select(['kind', 'body']).where('case_id', '=', answer.caseId).execute(),
    wishes: await tx
      .selectFrom('wishes')
      .select(['about', 'answer', 'said_on'])
      .where('case_id', '=', answer.caseId)
      .orderBy('about')
      .execute(),
    facts: await tx
      .selectFrom('facts')
      .select(['code', 'data'])
      .where('case_id', '=', answer.caseId)
      .orderBy('seq')
      .execute(),
  }));
  expect(found.case).toMatchObject({
    reference: answer.reference,
    contact_on: '2026-03-31',
    road: 'mediation',
    owner_account_id: desk.adviser.accountId,
    authority_id: desk.authorityId,
    stage: 'information-owed',
    law_version: 'england-2014',
  });
  expect(found.case.contract_id).not.toBeNull();
  expect(found.child).toMatchObject({ first_names: 'Tobi', last_name: 'Okafor', born: '2018-09-14' });
  expect(found.decision).toMatchObject({ kind: 'refuse-to-assess', dated: '2026-03-05', letter_seen: true });
  expect(found.contact).toMatchObject({ channel: 'call', reached_on: '2026-03-31', person_id: found.part.person_id });
  expect(found.part).toMatchObject({ right_holder: true, side: 'family', may_open_the_page: true });
  expect(found.words).toEqual([{ kind: 'contact-evidence', body: 'She rang the main line' }]);
  expect(found.wishes).toEqual([
    { about: 'appeal', answer: 'yes', said_on: '2026-03-31' },
    { about: 'mediation', answer: 'no', said_on: '2026-03-31' },
  ]);
  expect(found.facts.map(({ code }) => code)).toEqual(
    expect.arrayContaining([
      'contact-made',
      'decision-recorded',
      'road-taken',
      'person-joined',
      'wish-to-appeal-said',
      'wish-to-mediate-said',
    ]),
  );
});

test('a thin contact is enough: a telephone number and the voicemail’s own time', async () => {
  const answer = await opened(
    {
      actId: newId(),
      channel: 'voicemail',
      reachedAt: moment('2026-03-30T23:30:00Z'), // half past midnight in London on the 31st: summer time began on the 29th
      rightHolder: {
        firstNames: '',
        lastName: '',
        capacity: 'parent',
        points: [{ kind: 'telephone', value: '0151 496 0999', messageSafe: false }],
      },
    },
    desk.at('2026-04-07T09:00:00+01:00'),
  );
  const found = await desk.look((tx) =>
    tx
      .selectFrom('cases')
      .select(['contact_on', 'road', 'stage'])
      .where('id', '=', answer.caseId)
      .executeTakeFirstOrThrow(),
  );
  expect(found).toEqual({ contact_on: '2026-03-31', road: 'undecided', stage: 'contact-made' });
  expect(codes(answer)).toEqual(['letter-not-seen', 'letter-date-missing', 'birth-date-missing', 'authority-missing']);
});

test.each([
  ['later than now', { reachedAt: moment('2026-03-31T10:21:00+01:00') }, 'contact-in-the-future'],
  [
    'with a letter dated after it',
    { decision: { ...refusedToAssess, dated: day('2026-04-01'), sent: null } },
    'letter-after-contact',
  ],
  ['for a 26-year-old', { child: { firstNames: 'A', lastName: 'B', born: day('2000-03-31') } }, 'birth-date-makes-26'],
  ['about a council that is not there', { authorityId: newId() }, 'no-such-authority'],
  ['of nobody', { rightHolder: { firstNames: '', lastName: '', capacity: 'parent' }, child: null }, 'nobody-to-reach'],
] satisfies [string, Partial<NewContact>, string][])(
  'a contact %s is refused and leaves nothing',
  async (_what, over, refused) => {
    const contact = whole(over);
    expect(await recordContact(program, desk.adviser, contact)).toEqual({ refused });
    const acts = await desk.look((tx) => tx.selectFrom('acts').select('id').where('id', '=', contact.actId).execute());
    expect(acts).toEqual([]);
  },
);

test('somebody of another service is not there, so their council is not either', async () => {
  const elsewhere = await makeDesk(database);
  expect(await recordContact(program, elsewhere.adviser, whole())).toEqual({ refused: 'no-such-authority' });
});

test('the same press twice opens one case', async () => {
  const contact = whole();
  const first = await opened(contact);
  const second = await opened(contact);
  expect(second).toMatchObject({ again: true, caseId: first.caseId, reference: first.reference, warnings: [] });
});

test.runIf(onServer)('the same press twice at once opens one case', async () => {
  const contact = whole();
  const both = await Promise.all([opened(contact), opened(contact)]);
  expect(new Set(both.map(({ reference }) => reference)).size).toBe(1);
  expect(both.map(({ again }) => again).toSorted()).toEqual([false, true]);
});

test('another open case of the same child is named to the desk, whatever the capitals', async () => {
  const child = { firstNames: 'Noémie', lastName: 'D’Arcy', born: day('2017-02-28') };
  const first = await opened(whole({ child }));
  const second = await opened(whole({ child: { ...child, firstNames: 'NOÉMIE', lastName: 'd’arcy' } }));
  expect(second.warnings).toEqual([{ code: 'same-child-open', references: [first.reference] }]);
});

test('a council without a contract is a warning, not a refusal', async () => {
  const child = { firstNames: 'Iris', lastName: 'Vale', born: day('2017-05-05') };
  const answer = await opened(whole({ child, authorityId: desk.strangeAuthorityId }));
  expect(codes(answer)).toEqual(['no-contract-with-authority']);
});

test('a parent who calls for a young person stands beside the young person, who holds the right', async () => {
  const answer = await opened(
    whole({
      child: { firstNames: 'Aisha', lastName: 'Rahman', born: day('2008-10-03') },
      rightHolder: { firstNames: 'Aisha', lastName: 'Rahman', capacity: 'young-person' },
      caller: { firstNames: 'Samira', lastName: 'Rahman', capacity: 'parent' },
    }),
  );
  expect(codes(answer)).toEqual([]);
  const parts = await desk.look((tx) =>
    tx
      .selectFrom('participations')
      .select(['capacity', 'right_holder', 'may_open_the_page'])
      .where('case_id', '=', answer.caseId)
      .orderBy('capacity')
      .execute(),
  );
  expect(parts).toEqual([
    { capacity: 'parent', right_holder: false, may_open_the_page: false },
    { capacity: 'young-person', right_holder: true, may_open_the_page: true },
  ]);
});

test.each([
  ['apostrophes and hyphens', 'Sinéad-Mary', "O'Hara-D’Souza"],
  ['right-to-left letters and marks', 'فاطمة \u200Fبنت', 'الحمدان'],
  ['two hundred letters', 'ß'.repeat(200), 'Ł'.repeat(200)],
  ['markup and SQL', '<img src=x onerror=alert(1)>', "'); drop table cases; --"],
])('names with %s come back unchanged, and none reaches the journal', async (_what, firstNames, lastName) => {
  const answer = await opened(
    whole({
      child: { firstNames, lastName, born: day('2016-01-01') },
      rightHolder: { firstNames, lastName, capacity: 'parent', needs: lastName },
      evidence: firstNames,
    }),
  );
  const found = await desk.look(async (tx) => ({
    child: await tx
      .selectFrom('children')
      .select(['first_names', 'last_name'])
      .where('case_id', '=', answer.caseId)
      .executeTakeFirstOrThrow(),
    facts: await tx.selectFrom('facts').select('data').where('case_id', '=', answer.caseId).execute(),
  }));
  expect(found.child).toEqual({ first_names: firstNames, last_name: lastName });
  const journal = JSON.stringify(found.facts);
  expect(found.facts.length).toBeGreaterThan(0);
  expect(journal).not.toContain(firstNames);
  expect(journal).not.toContain(lastName);
});
