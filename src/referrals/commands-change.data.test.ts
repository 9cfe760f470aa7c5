// Putting right what is known of a case: the first contact date never moves, and history is kept.
import { expect, test } from 'vitest';
import { migrations } from '../../database/migrations/index.ts';
import type { Tables } from '../../database/tables.ts';
import { day, factsOf, openCase, refusedToAssess } from '../../test/support/contact.ts';
import { makeDesk } from '../../test/support/desk.ts';
import { openTestDatabase } from '../../test/support/database.ts';
import { ChangedMeanwhile } from '../cases/one-door.ts';
import { NotFound } from '../kit/http/problems.ts';
import { newId } from '../kit/ids.ts';
import { changeAuthority, changeChild, changeDecision } from './commands-change.ts';

const database = await openTestDatabase<Tables>(migrations);
const desk = await makeDesk(database);
const program = desk.at('2026-03-31T11:00:00+01:00');
const codes = async (caseId: string) => (await factsOf(desk, caseId)).map(({ code }) => code);

test('a decision that becomes known later is recorded then, and puts the case on its road', async () => {
  const { caseId } = await openCase(program, desk, { decision: null });
  const answer = await changeDecision(program, desk.adviser, { actId: newId(), caseId, decision: refusedToAssess });
  expect(answer).toMatchObject({ done: true, warnings: [] });
  expect(await codes(caseId)).toEqual(expect.arrayContaining(['decision-recorded', 'road-taken']));
  const found = await desk.look((tx) =>
    tx.selectFrom('cases').select(['road', 'contact_on']).where('id', '=', caseId).executeTakeFirstOrThrow(),
  );
  expect(found).toEqual({ road: 'mediation', contact_on: '2026-03-31' });
});

test('the decision before is kept, superseded', async () => {
  const { caseId } = await openCase(program, desk);
  const decision = { ...refusedToAssess, dated: day('2026-03-04') };
  const answer = await changeDecision(program, desk.adviser, { actId: newId(), caseId, decision });
  expect(answer).toMatchObject({ warnings: [{ code: 'dated-and-sent-differ' }] });
  const rows = await desk.look((tx) =>
    tx
      .selectFrom('decisions')
      .select(['dated', 'superseded_at', 'version'])
      .where('case_id', '=', caseId)
      .orderBy('version')
      .execute(),
  );
  expect(rows).toMatchObject([
    { dated: '2026-03-05', superseded_at: expect.any(String), version: 1 },
    { dated: '2026-03-04', superseded_at: null, version: 2 },
  ]);
});

test('a letter newer than the contact is a new decision and is refused', async () => {
  const { caseId } = await openCase(program, desk);
  const decision = { ...refusedToAssess, dated: day('2026-04-01'), sent: null };
  expect(
    await changeDecision(desk.at('2026-04-02T09:00:00+01:00'), desk.adviser, { actId: newId(), caseId, decision }),
  ).toEqual({
    refused: 'letter-after-contact',
  });
});

test('the same decision again is quiet', async () => {
  const { caseId } = await openCase(program, desk);
  const before = await codes(caseId);
  await changeDecision(program, desk.adviser, { actId: newId(), caseId, decision: refusedToAssess });
  expect(await codes(caseId)).toEqual(before);
});

test('a decision on which a certificate stands keeps its identity', async () => {
  const { caseId, participationId } = await openCase(program, desk);
  const { id } = await desk.look((tx) =>
    tx.selectFrom('decisions').select('id').where('case_id', '=', caseId).executeTakeFirstOrThrow(),
  );
  await database.kysely
    .insertInto('certificates')
    .values({
      id: newId(),
      service_id: desk.serviceId,
      case_id: caseId,
      decision_id: id,
      participation_id: participationId,
      number: newId(),
      code: 'CODE',
      limb: 'information',
      dated: '2026-03-31',
      state: 'issued',
      adviser_id: desk.adviser.accountId,
      prepared_at: '2026-03-31T10:00:00Z',
      issued_at: '2026-03-31T10:00:00Z',
    })
    .execute();
  const decision = { ...refusedToAssess, dated: day('2026-03-03'), sent: day('2026-03-03') };
  const answer = await changeDecision(program, desk.adviser, { actId: newId(), caseId, decision });
  expect(answer).toMatchObject({ warnings: [{ code: 'certificate-already-issued' }] });
  const rows = await desk.look((tx) =>
    tx.selectFrom('decisions').select(['id', 'dated', 'version']).where('case_id', '=', caseId).execute(),
  );
  expect(rows).toEqual([{ id, dated: '2026-03-03', version: 2 }]);
});

test('a change over somebody else’s newer change is refused as such', async () => {
  const { caseId } = await openCase(program, desk);
  const { version } = await desk.look((tx) =>
    tx.selectFrom('cases').select('version').where('id', '=', caseId).executeTakeFirstOrThrow(),
  );
  const decision = { ...refusedToAssess, letterSeen: false };
  await changeDecision(program, desk.otherAdviser, { actId: newId(), caseId, decision });
  await expect(
    changeDecision(program, desk.adviser, { actId: newId(), caseId, seenVersion: version, decision: refusedToAssess }),
  ).rejects.toBeInstanceOf(ChangedMeanwhile);
});

test('a case of another service is not there', async () => {
  const { caseId } = await openCase(program, desk);
  const stranger = await makeDesk(database);
  await expect(
    changeDecision(program, stranger.adviser, { actId: newId(), caseId, decision: refusedToAssess }),
  ).rejects.toBeInstanceOf(NotFound);
});

test('the child’s birth date is put right, and says who holds the right', async () => {
  const { caseId } = await openCase(program, desk);
  const child = { firstNames: 'Tobi', lastName: 'Okafor', born: day('2008-09-14') };
  const answer = await changeChild(program, desk.adviser, { actId: newId(), caseId, child });
  expect(JSON.parse(JSON.stringify(answer))).toMatchObject({
    warnings: [{ code: 'young-person-holds-the-right', on: '2025-06-28' }],
  });
});

test.each([
  ['in the future', day('2026-04-01'), 'birth-date-in-the-future'],
  ['of a 26-year-old', day('2000-03-31'), 'birth-date-makes-26'],
])('a birth date %s is refused', async (_what, born, refused) => {
  const { caseId } = await openCase(program, desk);
  const child = { firstNames: 'Tobi', lastName: 'Okafor', born };
  expect(await changeChild(program, desk.adviser, { actId: newId(), caseId, child })).toEqual({ refused });
});

test('changed fields of a child are named in the journal, their words never', async () => {
  const { caseId } = await openCase(program, desk);
  const child = { firstNames: 'Tobias', lastName: "O'Kafor", born: day('2018-09-14'), school: 'St Anne’s' };
  await changeChild(program, desk.adviser, { actId: newId(), caseId, child });
  const told = (await factsOf(desk, caseId)).at(-1);
  expect(told).toMatchObject({ code: 'child-changed', data: { fields: ['first-names', 'last-name', 'school'] } });
});

test('a council is named later, and one that is not there is refused', async () => {
  const { caseId } = await openCase(program, desk, { authorityId: null });
  expect(await changeAuthority(program, desk.adviser, { actId: newId(), caseId, authorityId: newId() })).toEqual({
    refused: 'no-such-authority',
  });
  expect(
    await changeAuthority(program, desk.adviser, { actId: newId(), caseId, authorityId: desk.authorityId }),
  ).toMatchObject({ done: true, warnings: [] });
  expect(await codes(caseId)).toContain('authority-named');
});
