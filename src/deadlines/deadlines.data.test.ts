// The due list: every open case's clocks as rows, swept each night, moved by holidays, always told in the timeline.
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { migrations } from '../../database/migrations/index.ts';
import type { Tables } from '../../database/tables.ts';
import { onServer, openTestDatabase } from '../../test/support/database.ts';
import { makeDesk } from '../../test/support/desk.ts';
import { recordWishes } from '../advice/commands-wishes.ts';
import { ActUsedBefore } from '../cases/one-door.ts';
import { newId } from '../kit/ids.ts';
import { Holidays } from '../law/calendar.ts';
import { RULES_2014, type Law, type RuleSet } from '../law/versions.ts';
import { joinCase } from '../people/commands.ts';
import { recordContact } from '../referrals/commands.ts';
import { changeHolidays, lawWith, previewHolidays, readPublishedHolidays, type HolidayYear } from './holidays.ts';
import { sweepClocks } from './sweep.ts';

const database = await openTestDatabase<Tables>(migrations);
const desk = await makeDesk(database);
const day = (iso: string) => Temporal.PlainDate.from(iso);

async function openCase(letter: string, at: string, mediation?: 'yes' | 'no') {
  const answer = await recordContact(desk.at(at), desk.adviser, {
    actId: newId(),
    channel: 'call',
    reachedAt: Temporal.Instant.from(at),
    rightHolder: {
      firstNames: 'Hannah',
      lastName: 'Okafor',
      capacity: 'parent',
      points: [{ kind: 'telephone', value: '07700 900123', messageSafe: true }],
    },
    child: { firstNames: 'Tobi', lastName: 'Okafor', born: day('2018-09-14') },
    authorityId: desk.authorityId,
    decision: {
      kind: 'refuse-to-assess',
      sections: [],
      dated: day(letter),
      sent: null,
      received: null,
      letterSeen: true,
    },
    ...(mediation ? { wishes: { mediation } } : {}),
  });
  if ('refused' in answer) throw new Error(answer.refused);
  return answer;
}

const clocksOf = (caseId: string) =>
  desk.look((tx) =>
    tx
      .selectFrom('clocks')
      .select(['kind', 'state', 'deadline', 'due_on'])
      .where('case_id', '=', caseId)
      .orderBy('kind')
      .execute(),
  );
const movedOf = (caseId: string) =>
  desk.look(async (tx) =>
    (
      await tx
        .selectFrom('facts')
        .select('data')
        .where('case_id', '=', caseId)
        .where('code', '=', 'clock-moved')
        .orderBy('seq')
        .execute()
    ).map(({ data }) => data),
  );

test('a contact writes the clocks of its case, with the days the law gives', async () => {
  const { caseId } = await openCase('2026-03-05', '2026-03-31T09:15:00Z');
  expect(await clocksOf(caseId)).toEqual([
    { kind: 'appeal', state: expect.any(String), deadline: '2026-05-05', due_on: '2026-05-05' },
    { kind: 'contact-adviser', state: 'met', deadline: '2026-05-05', due_on: '2026-05-05' },
  ]);
});

test('one parent’s contact keeps no time for the other, whose own counts from the day they spoke with us', async () => {
  const { caseId } = await openCase('2026-03-05', '2026-03-31T09:15:00Z');
  const joining = desk.at('2026-05-11T09:00:00Z');
  const joined = await joinCase(joining, desk.adviser, {
    actId: newId(),
    caseId,
    participant: { firstNames: 'Peter', lastName: 'Okafor', capacity: 'parent' },
    rightHolder: true,
    mayOpenThePage: true,
  });
  expect(joined).toMatchObject({ done: true });
  const contacts = () =>
    desk.look((tx) =>
      tx
        .selectFrom('clocks')
        .innerJoin('participations as part', 'part.id', 'clocks.participation_id')
        .innerJoin('people', 'people.id', 'part.person_id')
        .select(['people.first_names', 'part.id', 'state', 'met_on'])
        .where('clocks.case_id', '=', caseId)
        .where('kind', '=', 'contact-adviser')
        .orderBy('people.first_names')
        .execute(),
    );
  const [hannah, peter] = await contacts();
  expect(hannah).toMatchObject({ first_names: 'Hannah', state: 'met', met_on: '2026-03-31' });
  expect(peter).toMatchObject({ first_names: 'Peter', state: 'running', met_on: null });
  await recordWishes(desk.at('2026-05-12T09:00:00Z'), desk.adviser, {
    actId: newId(),
    caseId,
    participationId: peter?.id ?? '',
    channel: 'call',
    appeal: 'yes',
  });
  expect((await contacts())[1]).toMatchObject({ state: 'met', met_on: '2026-05-12' });
});

test('a request for mediation starts the promise to tell the council, and a sweep of the same day has nothing to say', async () => {
  const at = '2026-06-01T09:00:00Z';
  const { caseId } = await openCase('2026-05-20', at, 'yes');
  expect((await clocksOf(caseId)).map(({ kind }) => kind)).toContain('tell-authority');
  await sweepClocks(desk.at(at), desk.adviser.serviceId);
  expect(await sweepClocks(desk.at(at), desk.adviser.serviceId)).toMatchObject({ changed: 0 });
});

test('nights that were missed are made good by the next sweep, once', async () => {
  await openCase('2026-01-12', '2026-01-20T09:00:00Z');
  const later = desk.at('2026-04-01T01:00:00Z');
  const first = await sweepClocks(later, desk.adviser.serviceId);
  expect(first.cases).toBeGreaterThan(0);
  expect(first.changed).toBeGreaterThan(0);
  expect(await sweepClocks(later, desk.adviser.serviceId)).toMatchObject({ changed: 0 });
});

test('a case with a day in a year that is not loaded keeps its dates, keeps no other case waiting, and holidays can still be changed', async () => {
  const at = '2026-03-31T09:15:00Z';
  const { caseId: countable } = await openCase('2026-03-05', at);
  const { caseId: waiting } = await openCase('2025-10-20', '2025-11-03T09:15:00Z');
  await sweepClocks(desk.at(at), desk.adviser.serviceId);
  const [before, stood] = [await clocksOf(countable), await clocksOf(waiting)];
  const loaded = desk.at(at).law();
  const only2026 = new Holidays(
    loaded.holidays.list.filter(({ on }) => on.year === 2026),
    [2026],
  );
  const program = { ...desk.at('2026-05-20T01:00:00Z'), law: () => ({ ...loaded, holidays: only2026 }) };
  const swept = await sweepClocks(program, desk.adviser.serviceId);
  expect(swept.changed).toBeGreaterThan(0);
  expect(swept.uncounted).toBeGreaterThan(0);
  expect(await clocksOf(countable)).not.toEqual(before);
  expect(await clocksOf(waiting)).toEqual(stood);
  const year = yearWith(loaded.holidays.list, 2027, { day: '2027-05-20', name: 'A far celebration' });
  expect(await previewHolidays(program, desk.manager, [year])).toEqual([]);
});

test('a date that a new version of the rules moves is told as that, and not as a day that passed', async () => {
  const at = '2026-06-01T09:00:00Z';
  const { caseId } = await openCase('2026-05-20', at);
  const program = desk.at(at);
  const reform: RuleSet = { ...RULES_2014, version: 'invented-2026', from: day('2026-05-01') };
  const appeal = { ...RULES_2014.appeal, fromDecision: { months: 3 } };
  const law: Law = { ...program.law(), rules: [RULES_2014, { ...reform, appeal }] };
  await sweepClocks({ ...program, law: () => law }, desk.adviser.serviceId);
  expect(await movedOf(caseId)).toEqual([
    { clock: 'appeal', from: '2026-07-20', to: '2026-09-01', why: 'rules-changed' },
  ]);
  await sweepClocks(program, desk.adviser.serviceId);
});

test('a new holiday moves exactly the dates that count working days over it, as one act, told with old and new day', async () => {
  const at = '2026-06-01T09:00:00Z';
  // 1 August 2026 + 2 months = Thursday 1 October 2026.
  const { caseId } = await openCase('2026-08-01', '2026-08-03T09:00:00Z');
  const { caseId: untouched } = await openCase('2026-03-05', '2026-03-31T09:15:00Z');
  const program = desk.at(at);
  const year = yearWith(program.law().holidays.list, 2026, { day: '2026-10-01', name: 'A day of celebration' });
  const preview = await previewHolidays(program, desk.manager, [year]);
  const mine = preview.filter((moved) => moved.caseId === caseId);
  expect(mine).toEqual([expect.objectContaining({ kind: 'appeal', from: '2026-10-01', to: '2026-10-02' })]);
  expect(preview.filter((moved) => moved.caseId === untouched)).toEqual([]);

  expect(
    await changeHolidays(program, desk.manager, { actId: newId(), years: [year], expected: preview.length + 1 }),
  ).toEqual({ refused: 'seen-another-list' });
  const actId = newId();
  expect(await changeHolidays(program, desk.manager, { actId, years: [year], expected: preview.length })).toEqual({
    moved: preview.length,
    again: false,
  });
  expect(await changeHolidays(program, desk.manager, { actId, years: [year], expected: preview.length })).toEqual({
    moved: 0,
    again: true,
  });
  expect(await movedOf(caseId)).toEqual([
    { clock: 'appeal', from: '2026-10-01', to: '2026-10-02', why: 'bank-holidays-changed' },
  ]);
  expect(await movedOf(untouched)).toEqual([]);
});

test('a holiday that moves only the safe day of a date still to come shows it and tells it as that', async () => {
  // Two months from Monday 3 August 2026 end on a Saturday; Peter, who joins, has not spoken with us yet.
  const { caseId } = await openCase('2026-08-03', '2026-08-05T09:00:00Z');
  const program = desk.at('2026-08-06T09:00:00Z');
  const peter = { firstNames: 'Peter', lastName: 'Okafor', capacity: 'parent' } as const;
  const joining = { actId: newId(), caseId, participant: peter, rightHolder: true, mayOpenThePage: true };
  expect(await joinCase(program, desk.adviser, joining)).toMatchObject({ done: true });
  const year = yearWith(program.law().holidays.list, 2026, { day: '2026-10-02', name: 'A Friday off' });
  const preview = await previewHolidays(program, desk.manager, [year]);
  const moved = { from: '2026-10-02', to: '2026-10-01', safe: true };
  expect(preview.filter((one) => one.caseId === caseId)).toEqual([
    expect.objectContaining({ kind: 'contact-adviser', ...moved }),
  ]);
  await changeHolidays(program, desk.manager, { actId: newId(), years: [year], expected: preview.length });
  expect(await movedOf(caseId)).toEqual([{ clock: 'contact-adviser', why: 'bank-holidays-changed', ...moved }]);
});

/** A law of dates that many cases hold, moved by a manager while others work on the same cases. */
test.runIf(onServer)(
  'holidays and wishes at once: each waits for the other, and the journal numbers every fact once',
  async () => {
    const program = desk.at('2026-06-01T09:00:00Z');
    const opened: Awaited<ReturnType<typeof openCase>>[] = [];
    for (let index = 0; index < 6; index += 1) opened.push(await openCase('2026-08-03', '2026-08-05T09:00:00Z'));
    const year = yearWith(program.law().holidays.list, 2026, { day: '2026-10-05', name: 'A second celebration' });
    const expected = (await previewHolidays(program, desk.manager, [year])).length;
    const holders = await desk.look((tx) =>
      tx
        .selectFrom('participations')
        .select(['id', 'case_id'])
        .where(
          'case_id',
          'in',
          opened.map(({ caseId }) => caseId),
        )
        .execute(),
    );
    const change = { years: [year], expected };
    const [first, second] = await Promise.all([
      changeHolidays(program, desk.manager, { ...change, actId: newId() }),
      changeHolidays(program, desk.manager, { ...change, actId: newId() }),
      ...holders.map(({ id, case_id: caseId }) =>
        recordWishes(program, desk.adviser, {
          actId: newId(),
          caseId,
          participationId: id,
          channel: 'call',
          appeal: 'yes',
        }),
      ),
    ]);
    // The days were moved by one of them. The other finds nothing left to move, which is not the list that was confirmed.
    expect([first, second]).toContainEqual({ moved: expected, again: false });
    for (const { caseId } of opened)
      expect(await movedOf(caseId)).toContainEqual(
        expect.objectContaining({ clock: 'appeal', from: '2026-10-05', to: '2026-10-06' }),
      );
    await recordWishes(program, desk.adviser, {
      actId: newId(),
      caseId: holders[0]?.case_id ?? '',
      participationId: holders[0]?.id ?? '',
      channel: 'call',
      appeal: 'no',
    });
  },
);

test('a form used for something else does not pass for a change of holidays', async () => {
  const program = desk.at('2026-06-01T09:00:00Z');
  const { actId } = await openCase('2026-03-05', '2026-03-31T09:15:00Z');
  const years = [{ year: 2026, source: 'test', days: [{ day: '2026-12-25', name: 'Christmas Day' }] }];
  await expect(changeHolidays(program, desk.manager, { actId, years, expected: 0 })).rejects.toThrow(ActUsedBefore);
});

test('an adviser may not change the holidays, and a day of another year is refused', async () => {
  const program = desk.at('2026-06-01T09:00:00Z');
  const wrong: HolidayYear = { year: 2026, source: 'test', days: [{ day: '2027-01-01', name: 'New Year’s Day' }] };
  expect(await changeHolidays(program, desk.adviser, { actId: newId(), years: [wrong], expected: 0 })).toEqual({
    refused: 'not-a-manager',
  });
  expect(await changeHolidays(program, desk.manager, { actId: newId(), years: [wrong], expected: 0 })).toEqual({
    refused: 'wrong-year',
  });
  expect(await changeHolidays(program, desk.manager, { actId: newId(), years: [], expected: 0 })).toEqual({
    refused: 'no-days',
  });
});

test('the published list is read by year, and anything else is not believed', () => {
  const events = (year: number, count: number) =>
    Array.from({ length: count }, (_, index) => ({
      title: `Holiday ${index}`,
      date: `${year}-0${index + 1}-05`,
      notes: '',
      bunting: true,
    }));
  const text = JSON.stringify({
    'england-and-wales': { division: 'england-and-wales', events: [...events(2029, 8), ...events(2030, 2)] },
    scotland: {},
  });
  expect(readPublishedHolidays(text, 'file')?.map(({ year, days }) => [year, days.length])).toEqual([[2029, 8]]);
  expect(readPublishedHolidays('<html>', 'file')).toBeNull();
  expect(
    readPublishedHolidays('{"england-and-wales":{"events":[{"title":"x","date":"2029-13-01"}]}}', 'file'),
  ).toBeNull();
});

function yearWith(
  list: readonly { on: Temporal.PlainDate; name: string }[],
  year: number,
  more: { day: string; name: string },
): HolidayYear {
  return {
    year,
    source: 'test',
    days: [...list.filter(({ on }) => on.year === year).map(({ on, name }) => ({ day: on.toString(), name })), more],
  };
}

test('a law with a further year knows that year and keeps the others', () => {
  const law = desk.at('2026-06-01T09:00:00Z').law();
  const more = lawWith(law, [{ year: 2029, source: 'test', days: [{ day: '2029-01-01', name: 'New Year’s Day' }] }]);
  expect(more.holidays.isLoaded(2029)).toBe(true);
  expect(more.holidays.isWorkingDay(day('2026-12-28'))).toBe(false);
  expect(law.holidays.isLoaded(2029)).toBe(false);
});
