// Reading a case and the desk's lists: whole, bounded, in order, and only what the reader may see.
import { expect, test } from 'vitest';
import { migrations } from '../../database/migrations/index.ts';
import type { Tables } from '../../database/tables.ts';
import { day, moment, openCase, refusedToAssess } from '../../test/support/contact.ts';
import { makeDesk } from '../../test/support/desk.ts';
import { openTestDatabase } from '../../test/support/database.ts';
import { giveInformation } from '../advice/commands.ts';
import { recordWishes } from '../advice/commands-wishes.ts';
import { NotFound } from '../kit/http/problems.ts';
import { newId } from '../kit/ids.ts';
import { inFours } from '../kit/reference.ts';
import { reading } from '../program.ts';
import { unknownDecision } from '../referrals/contact.ts';
import { closeCase, reopenCase, takeCase } from './commands.ts';
import { lookingAt } from './store-looked.ts';
import { dueList, listCases, listNewContacts, listThinking } from './store-lists.ts';
import { findCaseByReference, getCasePage, listTimeline } from './store.ts';

const database = await openTestDatabase<Tables>(migrations);
const program = (desk: Awaited<ReturnType<typeof makeDesk>>) => desk.at('2026-03-31T11:00:00+01:00');

test('a case is found by its reference as people write it, and by nobody of another service', async () => {
  const desk = await makeDesk(database);
  const stranger = await makeDesk(database);
  const { reference, caseId } = await openCase(program(desk), desk);
  const written = ` ${inFours(reference).toLowerCase()} `;
  expect(await reading(program(desk), desk.adviser, (tx) => findCaseByReference(tx, written))).toMatchObject({
    id: caseId,
  });
  expect(await reading(program(desk), desk.adviser, (tx) => findCaseByReference(tx, 'nonsense'))).toBeNull();
  expect(await reading(program(desk), stranger.adviser, (tx) => findCaseByReference(tx, reference))).toBeNull();
  await expect(reading(program(desk), stranger.adviser, (tx) => getCasePage(tx, caseId))).rejects.toBeInstanceOf(
    NotFound,
  );
});

test('the case page holds the case whole for the desk, and for a family its own part', async () => {
  const desk = await makeDesk(database);
  const { caseId, personId } = await openCase(program(desk), desk, {
    evidence: 'Rang the main line',
    wishes: { appeal: 'yes' },
  });
  const page = await reading(program(desk), desk.adviser, (tx) => getCasePage(tx, caseId));
  expect(page).toMatchObject({
    id: caseId,
    authority_name: 'Wirral Council',
    owner_name: 'Leah Brennan',
    child: { first_names: 'Tobi', born: '2018-09-14' },
    decisions: [{ kind: 'refuse-to-assess', dated: '2026-03-05', superseded_at: null }],
    people: [{ capacity: 'parent', points: [{ kind: 'telephone', value: '07700 900123' }] }],
    contacts: [{ channel: 'call', reached_on: '2026-03-31' }],
    wishes: [{ about: 'appeal', answer: 'yes' }],
    words: [{ kind: 'contact-evidence', body: 'Rang the main line' }],
  });
  expect(page.clocks.map(({ kind }) => kind)).toContain('appeal');

  const family = await reading(program(desk), await desk.familyOf(personId), (tx) => getCasePage(tx, caseId));
  expect(family).toMatchObject({ id: caseId, child: { first_names: 'Tobi' }, words: [], owner_name: null });
});

test('what is due comes soonest first, goes on after the last row, and is mine or everybody’s', async () => {
  const desk = await makeDesk(database);
  const { serviceId } = desk;
  const letters = ['2026-03-12', '2026-03-05', '2026-03-11'];
  for (const dated of letters) {
    const { caseId, participationId } = await openCase(program(desk), desk, {
      decision: { ...refusedToAssess, dated: day(dated), sent: day(dated) },
    });
    await recordWishes(program(desk), desk.adviser, {
      actId: newId(),
      caseId,
      participationId,
      channel: 'call',
      mediation: 'thinking',
      chaseOn: day(dated).add({ days: 33 }),
    });
  }
  const list = (wanted: object = {}) =>
    reading(program(desk), desk.adviser, async (tx) => (await dueList({ serviceId, ...wanted }).execute(tx)).rows);
  const all = await list();
  expect(all.length).toBeGreaterThanOrEqual(3);
  expect(all.map(({ dueOn }) => dueOn)).toEqual(all.map(({ dueOn }) => dueOn).toSorted());
  expect(all[0]).toMatchObject({
    childFirstNames: 'Tobi',
    holderLastName: 'Okafor',
    holderCapacity: 'parent',
    ownerName: 'Leah Brennan',
    inShort: 'Thinking since Tue 31 Mar 2026',
  });
  const first = await list({ limit: 2 });
  const last = first[1] as (typeof first)[number];
  expect([...first, ...(await list({ after: { dueOn: last.dueOn, id: last.clockId } }))]).toEqual(all);
  expect(await list({ mine: desk.adviser.accountId })).toEqual(all);
  expect(await list({ mine: desk.otherAdviser.accountId })).toEqual([]);

  const thinking = await reading(program(desk), desk.adviser, (tx) => listThinking(tx, { serviceId }));
  expect(thinking.map(({ dueOn }) => dueOn)).toEqual(['2026-04-07', '2026-04-13', '2026-04-14']);
  const stranger = await makeDesk(database);
  const seen = await reading(program(desk), stranger.adviser, (tx) => dueList({ serviceId }).execute(tx));
  expect(seen.rows).toEqual([]);
});

test('new contacts come by whose two months end first until something is explained, and the newest cases first', async () => {
  const desk = await makeDesk(database);
  const { serviceId } = desk;
  const later = await openCase(program(desk), desk);
  const earlier = await openCase(desk.at('2026-03-31T11:05:00+01:00'), desk, {
    reachedAt: moment('2026-03-28T09:00:00Z'),
  });
  const read = <R>(list: (tx: Parameters<typeof listCases>[0]) => Promise<R>) =>
    reading(program(desk), desk.adviser, list);
  const waiting = await read((tx) => listNewContacts(tx, { serviceId }));
  expect(waiting.map(({ caseId }) => caseId)).toEqual([earlier.caseId, later.caseId]);
  const [first] = waiting as [(typeof waiting)[number]];
  const next = await read((tx) => listNewContacts(tx, { serviceId, after: { ...first, id: first.caseId } }));
  expect(next.map(({ caseId }) => caseId)).toEqual([later.caseId]);
  const cases = await read((tx) => listCases(tx, { serviceId, limit: 1 }));
  expect(cases.map(({ caseId }) => caseId)).toEqual([earlier.caseId]);
  const [newest] = cases as [(typeof cases)[number]];
  const older = await read((tx) =>
    listCases(tx, { serviceId, after: { openedAt: newest.openedAt, id: newest.caseId } }),
  );
  expect(older.map(({ caseId }) => caseId)).toEqual([later.caseId]);
});

test('a letter’s date alone gives the two months, however late it was said what the letter decides', async () => {
  const desk = await makeDesk(database);
  const { serviceId } = desk;
  const nothing = await openCase(program(desk), desk, { decision: null, reachedAt: moment('2026-03-20T09:00:00Z') });
  const calm = await openCase(program(desk), desk, { reachedAt: moment('2026-03-25T09:00:00Z') });
  const urgent = await openCase(program(desk), desk, { decision: { ...unknownDecision, dated: day('2026-02-03') } });
  const list = (after?: Parameters<typeof listNewContacts>[1]['after']) =>
    reading(program(desk), desk.adviser, (tx) => listNewContacts(tx, { serviceId, ...(after ? { after } : {}) }));
  const waiting = await list();
  expect(waiting.map(({ caseId, twoMonthsEnd }) => [caseId, twoMonthsEnd])).toEqual([
    [urgent.caseId, '2026-04-03'],
    [calm.caseId, '2026-05-05'],
    [nothing.caseId, null],
  ]);
  const [, second] = waiting as [unknown, (typeof waiting)[number]];
  expect((await list({ ...second, id: second.caseId })).map(({ caseId }) => caseId)).toEqual([nothing.caseId]);
});

test('a timeline is told newest first, a page at a time', async () => {
  const desk = await makeDesk(database);
  const { caseId } = await openCase(program(desk), desk);
  const read = (wanted: object) =>
    reading(program(desk), desk.adviser, (tx) => listTimeline(tx, caseId, 'desk', wanted));
  const all = await read({});
  expect(all.at(-1)).toMatchObject({
    seq: 1,
    sentence: 'Contact made by telephone call on Tuesday 31 March 2026.',
    by: 'Leah Brennan',
  });
  const [newest, ...rest] = all as [(typeof all)[number], ...typeof all];
  expect(await read({ before: newest.seq })).toEqual(rest);
  expect(await read({ limit: 1 })).toEqual([newest]);
});

test('a look is noted for whoever looked, and nothing is noted where nothing was shown', async () => {
  const desk = await makeDesk(database);
  const { caseId } = await openCase(program(desk), desk);
  await lookingAt(
    program(desk),
    desk.otherAdviser,
    (tx) => getCasePage(tx, caseId),
    ({ id }) => ({ what: 'case', caseId: id }),
  );
  await lookingAt(
    program(desk),
    desk.otherAdviser,
    (tx) => findCaseByReference(tx, 'nonsense'),
    () => null,
  );
  const looks = await desk.look((tx) =>
    tx
      .selectFrom('looked')
      .select(['account_id', 'what', 'case_id'])
      .where('service_id', '=', desk.serviceId)
      .execute(),
  );
  expect(looks).toEqual([{ account_id: desk.otherAdviser.accountId, what: 'case', case_id: caseId }]);
});

test('a case is taken, closed and opened again; each is quiet the second time', async () => {
  const desk = await makeDesk(database);
  const { caseId } = await openCase(program(desk), desk);
  const codes = async () =>
    (
      await desk.look((tx) =>
        tx.selectFrom('facts').select('code').where('case_id', '=', caseId).orderBy('seq').execute(),
      )
    ).map(({ code }) => code);
  const of = () => ({ actId: newId(), caseId });
  const before = await codes();
  for (const _ of [1, 2]) {
    await takeCase(program(desk), desk.otherAdviser, of());
    await closeCase(program(desk), desk.otherAdviser, { ...of(), why: 'no-answer' });
  }
  for (const _ of [1, 2]) await reopenCase(program(desk), desk.adviser, { ...of(), why: 'family-came-back' });
  const after = (await codes()).slice(before.length).filter((code) => code !== 'clock-moved');
  expect(after).toEqual(['owner-changed', 'case-closed', 'case-reopened']);
  await expect(takeCase(program(desk), desk.adviser, { ...of(), accountId: newId() })).rejects.toBeInstanceOf(NotFound);
});

test('a case in which a certificate is owed is not closed', async () => {
  const desk = await makeDesk(database);
  const { caseId, participationId } = await openCase(program(desk), desk);
  await giveInformation(program(desk), desk.adviser, {
    actId: newId(),
    caseId,
    participationId,
    channel: 'call',
    said: ['dates'],
  });
  await recordWishes(program(desk), desk.adviser, {
    actId: newId(),
    caseId,
    participationId,
    channel: 'call',
    mediation: 'no',
  });
  expect(await closeCase(program(desk), desk.adviser, { actId: newId(), caseId, why: 'no-answer' })).toEqual({
    refused: 'certificate-owed',
  });
  expect(
    await closeCase(program(desk), desk.adviser, { actId: newId(), caseId, why: 'opened-in-error' }),
  ).toMatchObject({ done: true });
});
