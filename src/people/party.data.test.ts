// The right passes to the young person in mid-case: who the party is, what a former party goes on reading, and what is asked anew.
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { migrations } from '../../database/migrations/index.ts';
import type { Tables } from '../../database/tables.ts';
import { openTestDatabase } from '../../test/support/database.ts';
import { makeDesk } from '../../test/support/desk.ts';
import { day, factsOf, moment, openCase, refusedToAssess } from '../../test/support/contact.ts';
import { recordWishes } from '../advice/commands-wishes.ts';
import { closeCase } from '../cases/commands.ts';
import { getCasePage, listTimeline } from '../cases/store.ts';
import { newId } from '../kit/ids.ts';
import { inSeat } from '../kit/sql/seat.ts';
import { reading } from '../program.ts';
import { changeChild, changeDecision } from '../referrals/commands-change.ts';
import { seatOf } from '../sign-in/who.ts';
import { joinCase } from './commands.ts';
import { hearYoungPerson, recordParty, type RecordedParty } from './commands-party.ts';
import type { NewParticipant } from './person.ts';

const database = await openTestDatabase<Tables>(migrations);
const desk = await makeDesk(database);
const inMay = desk.at('2026-05-20T10:00:00+01:00');
const theDay = desk.at('2026-06-29T09:30:00+01:00');
const later = desk.at('2026-07-01T09:30:00+01:00');

const child = { firstNames: 'Aisha', lastName: 'Rahman', born: day('2010-03-04') };
const aisha: NewParticipant = {
  firstNames: 'Aisha',
  lastName: 'Rahman',
  capacity: 'young-person',
  points: [{ kind: 'email', value: 'aisha@family.example.org', messageSafe: true }],
};
const open = () =>
  openCase(inMay, desk, {
    reachedAt: moment('2026-05-20T09:50:00+01:00'),
    child,
    decision: { ...refusedToAssess, dated: day('2026-05-06'), sent: null },
  });
const party = (of: { caseId: string; participationId: string }, over: Partial<RecordedParty> = {}): RecordedParty => ({
  actId: newId(),
  caseId: of.caseId,
  party: { is: 'young-person', participant: aisha },
  former: { [of.participationId]: 'supporter' },
  wording: 'You may speak with my parent about my case.',
  channel: 'call',
  ...over,
});
const clocksOf = (caseId: string) =>
  desk.look((tx) =>
    tx
      .selectFrom('clocks')
      .select(['participation_id', 'state', 'due_on'])
      .where('case_id', '=', caseId)
      .where('kind', '=', 'ask-who-the-party-is')
      .execute(),
  );
const partsOf = (caseId: string) =>
  desk.look((tx) =>
    tx
      .selectFrom('participations')
      .selectAll()
      .where('case_id', '=', caseId)
      .where('until_at', 'is', null)
      .orderBy('from_at')
      .orderBy('id')
      .execute(),
  );

test('the due list says when to ask who the party is, and follows the birth date', async () => {
  const opened = await open();
  expect(await clocksOf(opened.caseId)).toEqual([
    { participation_id: opened.participationId, state: 'running', due_on: '2026-06-29' },
  ]);
  await changeChild(inMay, desk.adviser, {
    actId: newId(),
    caseId: opened.caseId,
    child: { ...child, born: day('2011-03-04') },
  });
  expect(await clocksOf(opened.caseId)).toEqual([]);
});

test('on the day the young person holds the right, and the parent reads what they could read and nothing new', async () => {
  const opened = await open();
  const asHannah = await desk.familyOf(opened.personId);
  const early = party(opened);
  expect(await recordParty(inMay, desk.adviser, early)).toEqual({ refused: 'right-not-passed' });

  expect(await recordParty(theDay, desk.adviser, party(opened))).toMatchObject({ done: true });
  const parts = await partsOf(opened.caseId);
  const parent = parts.find(({ id }) => id === opened.participationId);
  const young = parts.find(({ id }) => id !== opened.participationId);
  expect(parent).toMatchObject({ capacity: 'supporter', right_holder: false, may_open_the_page: true });
  expect(young).toMatchObject({ capacity: 'young-person', right_holder: true, may_open_the_page: true });
  expect(await clocksOf(opened.caseId)).toEqual([]);
  expect(await recordParty(theDay, desk.adviser, party(opened))).toMatchObject({ done: true });
  expect(await partsOf(opened.caseId)).toHaveLength(2);

  const wish = (participationId: string) =>
    recordWishes(theDay, desk.adviser, {
      actId: newId(),
      caseId: opened.caseId,
      participationId,
      channel: 'call',
      appeal: 'yes',
    });
  expect(await wish(opened.participationId)).toEqual({ refused: 'not-a-right-holder' });
  expect(await wish(young?.id ?? '')).toMatchObject({ done: true });

  const before = await reading(theDay, asHannah, (tx) => getCasePage(tx, opened.caseId));
  expect(before.child?.first_names).toBe('Aisha');
  expect(before.decisions).toHaveLength(1);

  await changeChild(later, desk.adviser, {
    actId: newId(),
    caseId: opened.caseId,
    child: { ...child, school: 'The New College' },
  });
  await changeDecision(later, desk.adviser, {
    actId: newId(),
    caseId: opened.caseId,
    decision: { ...refusedToAssess, dated: day('2026-05-07'), sent: null },
  });
  await closeCase(later, desk.adviser, { actId: newId(), caseId: opened.caseId, why: 'opened-in-error' });
  const after = await reading(later, asHannah, (tx) => getCasePage(tx, opened.caseId));
  expect(after.child).toBeNull();
  expect(after.decisions.map(({ dated }) => dated)).toEqual(['2026-05-06']);
  expect(after.people.map(({ first_names: name }) => name)).toEqual(['Hannah']);
  expect(after.wishes).toEqual([]);
  const told = await reading(later, asHannah, (tx) => listTimeline(tx, opened.caseId, 'family'));
  expect(told.map(({ code }) => code)).not.toContain('case-closed');
  expect(told[0]?.code).toBe('right-passed-on');

  const asAisha = await desk.familyOf(young?.person_id ?? '');
  const hers = await reading(later, asAisha, (tx) => getCasePage(tx, opened.caseId));
  expect(hers.child?.school).toBe('The New College');
  expect(hers.people.map(({ first_names: name }) => name)).toEqual(['Aisha']);
  const herLines = await reading(later, asAisha, (tx) => listTimeline(tx, opened.caseId, 'family'));
  expect(herLines.map(({ code }) => code)).not.toContain('contact-made');
});

test('a former party cannot say a wish by any way around the command, nor be shown new words without a permission', async () => {
  const opened = await open();
  await recordParty(theDay, desk.adviser, party(opened, { former: { [opened.participationId]: 'steps-back' } }));
  const asHannah = await desk.familyOf(opened.personId);
  const row = {
    service_id: desk.serviceId,
    case_id: opened.caseId,
    participation_id: opened.participationId,
    about: 'appeal' as const,
    answer: 'yes' as const,
    said_at: theDay.clock.now().toString(),
    said_on: '2026-06-29',
    channel: 'page',
  };
  await expect(
    inSeat(database, seatOf(asHannah, false), (tx) =>
      tx
        .insertInto('wishes')
        .values({ id: newId(), ...row })
        .execute(),
    ),
  ).rejects.toThrow(/row-level security/);
  await expect(
    inSeat(database, seatOf(desk.adviser, false), async (tx) => {
      const words = newId();
      const at = theDay.clock.now().toString();
      const of = { service_id: desk.serviceId, case_id: opened.caseId };
      await tx
        .insertInto('words')
        .values({ id: words, ...of, kind: 'note', body: 'new', written_at: at })
        .execute();
      await tx
        .insertInto('readable')
        .values({
          words_id: words,
          service_id: desk.serviceId,
          participation_id: opened.participationId,
          from_at: at,
        })
        .execute();
    }),
  ).rejects.toThrow(/row-level security/);
});

test('heard before the day, with their own contact: it opens no gate, and is asked anew when the right is theirs', async () => {
  const opened = await open();
  const hear = (wishes: { appeal?: 'yes'; mediation?: 'no' }) =>
    hearYoungPerson(inMay, desk.adviser, {
      actId: newId(),
      caseId: opened.caseId,
      participant: aisha,
      wishes,
      channel: 'call',
    });
  expect(await hear({ appeal: 'yes', mediation: 'no' })).toMatchObject({ done: true });
  expect(await hear({})).toMatchObject({ done: true });
  const young = (await partsOf(opened.caseId)).find(({ id }) => id !== opened.participationId);
  expect(young).toMatchObject({ capacity: 'young-person', right_holder: false, may_open_the_page: false });
  expect((await desk.look((tx) => getCasePage(tx, opened.caseId))).stage).toBe('contact-made');

  await recordParty(
    theDay,
    desk.adviser,
    party(opened, { party: { is: 'young-person', participant: { ...aisha, points: [] } } }),
  );
  const now = await partsOf(opened.caseId);
  const holder = now.find(({ right_holder: holds }) => holds);
  expect(holder).toMatchObject({ person_id: young?.person_id, capacity: 'young-person' });
  expect(holder?.id).not.toBe(young?.id);
  const facts = await factsOf(desk, opened.caseId);
  expect(facts.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['young-person-heard', 'party-recorded', 'right-passed-on', 'permission-given']),
  );
});

test('a parent may act for a young person who cannot decide, and says on what basis; the other parent reads nothing new', async () => {
  const opened = await open();
  await joinCase(inMay, desk.adviser, {
    actId: newId(),
    caseId: opened.caseId,
    participant: { firstNames: 'Sam', lastName: 'Rahman', capacity: 'parent' },
    rightHolder: true,
    mayOpenThePage: true,
  });
  const sam = (await partsOf(opened.caseId)).find(({ id }) => id !== opened.participationId)?.id ?? '';
  const acting = (basis: string) =>
    recordParty(
      theDay,
      desk.adviser,
      party(opened, {
        party: { is: 'parent-for-them', participationId: opened.participationId, basis },
        former: { [sam]: 'steps-back' },
      }),
    );
  expect(await acting('')).toEqual({ refused: 'basis-needed' });
  expect(await acting('Parent, as there is no deputy (reg 64)')).toMatchObject({ done: true });
  const parts = await partsOf(opened.caseId);
  expect(parts.find(({ id }) => id === opened.participationId)).toMatchObject({
    capacity: 'alternative-person',
    right_holder: true,
    reads_until: null,
  });
  expect(parts.find(({ id }) => id === sam)).toMatchObject({ capacity: 'parent', right_holder: false });
  expect(parts.find(({ id }) => id === sam)?.reads_until).not.toBeNull();
});

test('a parent who stays beside a deputy is spoken with by the deputy’s permission', async () => {
  const opened = await open();
  const deputy = {
    firstNames: 'Omar',
    lastName: 'Said',
    capacity: 'alternative-person',
    basis: 'Deputyship order',
  } as const;
  const wording = 'You may speak with the person I name about my case.';
  await recordParty(
    theDay,
    desk.adviser,
    party(opened, { party: { is: 'alternative-person', participant: deputy }, wording }),
  );
  const holder = (await partsOf(opened.caseId)).find(({ right_holder: holds }) => holds);
  const permissions = await desk.look((tx) =>
    tx
      .selectFrom('permissions')
      .select(['participation_id', 'what', 'given', 'for_whom', 'wording'])
      .where('case_id', '=', opened.caseId)
      .execute(),
  );
  expect(permissions).toEqual([
    {
      participation_id: holder!.id,
      what: 'speak-to-supporter',
      given: true,
      for_whom: opened.participationId,
      wording,
    },
  ]);
});

test('what the council was told stays told: its thirty days run on for the young person', async () => {
  const opened = await open();
  await inSeat(database, seatOf(desk.adviser, false), (tx) =>
    tx
      .insertInto('milestones')
      .values({
        id: newId(),
        service_id: desk.serviceId,
        case_id: opened.caseId,
        participation_id: opened.participationId,
        kind: 'authority-told',
        on_day: '2026-06-10',
        at: Temporal.Instant.from('2026-06-10T09:00:00Z').toString(),
        recorded_at: Temporal.Instant.from('2026-06-10T09:00:00Z').toString(),
      })
      .execute(),
  );
  await recordParty(theDay, desk.adviser, party(opened));
  const clock = await desk.look((tx) =>
    tx
      .selectFrom('clocks')
      .select(['state', 'started_on'])
      .where('case_id', '=', opened.caseId)
      .where('kind', '=', 'arrange-mediation')
      .executeTakeFirst(),
  );
  expect(clock).toEqual({ state: 'running', started_on: '2026-06-10' });
});
