// A manager's settings: each command does it once, refuses, and stays quiet; a reading of the law takes the open cases' dates along.
import { expect, test } from 'vitest';
import { migrations } from '../../database/migrations/index.ts';
import type { Tables } from '../../database/tables.ts';
import { factsOf, openCase } from '../../test/support/contact.ts';
import { onServer, openTestDatabase } from '../../test/support/database.ts';
import { makeDesk, type Desk } from '../../test/support/desk.ts';
import { recordWishes } from '../advice/commands-wishes.ts';
import { tellAuthority } from '../advice/commands-authority.ts';
import { sweepClocks } from '../deadlines/sweep.ts';
import { newId } from '../kit/ids.ts';
import { changeDetails, changeHours, changeLetterWords, changeSettings, type ServiceDetails } from './commands.ts';
import { readSettings } from './service.ts';

const database = await openTestDatabase<Tables>(migrations);
const NOW = '2026-03-31T10:15:00+01:00';

const details: ServiceDetails = {
  name: 'Wirral Disagreement Resolution and Mediation Service',
  shortName: 'Wirral Mediation',
  line: 'Independent, free and confidential',
  area: 'Wirral',
  telephone: '0151 496 0001',
  email: 'mediation@service.example.org',
  addressLines: ['1 Sample Street', 'Birkenhead'],
};
const serviceOf = (desk: Desk) =>
  desk.look((tx) => tx.selectFrom('services').selectAll().where('id', '=', desk.serviceId).executeTakeFirstOrThrow());
const officeFacts = (desk: Desk) =>
  desk.look(async (tx) =>
    (
      await tx
        .selectFrom('facts')
        .select('data')
        .where('service_id', '=', desk.serviceId)
        .where('code', '=', 'settings-changed')
        .execute()
    ).map(({ data }) => data),
  );
const of = (seenVersion = 1) => ({ actId: newId(), seenVersion });

test('details change once, name what changed and not to what, and are quiet when they are the same', async () => {
  const desk = await makeDesk(database);
  const changed = { ...details, telephone: '0151 496 0999', addressLines: ['2 Sample Street'] };
  const first = of();
  for (const _ of [1, 2])
    expect(await changeDetails(desk.at(NOW), desk.manager, { ...first, details: changed })).toMatchObject({
      done: true,
    });
  expect(await changeDetails(desk.at(NOW), desk.manager, { ...of(2), details: changed })).toMatchObject({ done: true });
  expect(await serviceOf(desk)).toMatchObject({
    telephone: '0151 496 0999',
    address_lines: ['2 Sample Street'],
    version: 2,
  });
  expect(await officeFacts(desk)).toEqual([{ fields: ['telephone', 'address'] }]);
});

test('an adviser changes nothing, and nobody changes what they have not seen', async () => {
  const desk = await makeDesk(database);
  const wanted = { ...details, name: 'Another name' };
  expect(await changeDetails(desk.at(NOW), desk.adviser, { ...of(), details: wanted })).toEqual({
    refused: 'not-a-manager',
  });
  await changeDetails(desk.at(NOW), desk.manager, { ...of(), details: { ...details, area: 'Wirral and Sefton' } });
  expect(await changeDetails(desk.at(NOW), desk.manager, { ...of(1), details: wanted })).toEqual({
    refused: 'changed-meanwhile',
  });
  expect(await serviceOf(desk)).toMatchObject({ name: details.name, area: 'Wirral and Sefton' });
});

test('own words in a letter are kept for that letter alone, are quiet when they are the same, and go when they are emptied', async () => {
  const desk = await makeDesk(database);
  const say = (seenVersion: number, words: string, who = desk.manager) =>
    changeLetterWords(desk.at(NOW), who, { ...of(seenVersion), letter: 'certificate', words });
  expect(await say(1, 'We are closed in August.', desk.adviser)).toEqual({ refused: 'not-a-manager' });
  await say(1, 'We are closed in August.');
  await say(2, 'We are closed in August.');
  expect(await serviceOf(desk)).toMatchObject({
    letter_words: { certificate: 'We are closed in August.' },
    version: 2,
  });
  expect(await say(1, 'We are closed in May.')).toEqual({ refused: 'changed-meanwhile' });
  await say(2, '');
  expect((await serviceOf(desk)).letter_words).toEqual({});
  expect(await officeFacts(desk)).toEqual([{ fields: ['own-words-in-letters'] }, { fields: ['own-words-in-letters'] }]);
});

test('hours and closed days are kept as given, and a removed day is gone', async () => {
  const desk = await makeDesk(database);
  const hours = { 1: { from: '09:00', to: '16:30' }, 5: { from: '09:00', to: '12:00' } };
  const christmas = { day: '2026-12-29', name: 'Christmas week' };
  await changeHours(desk.at(NOW), desk.manager, {
    ...of(),
    hours,
    closures: [christmas, { day: '2026-12-24', name: 'Eve' }],
  });
  await changeHours(desk.at(NOW), desk.manager, { ...of(2), hours, closures: [christmas] });
  await changeHours(desk.at(NOW), desk.manager, { ...of(3), hours, closures: [christmas] });
  expect(await serviceOf(desk)).toMatchObject({ hours, version: 3 });
  const closed = await desk.look((tx) =>
    tx.selectFrom('closure_days').select(['day', 'name']).where('service_id', '=', desk.serviceId).execute(),
  );
  expect(closed).toEqual([christmas]);
  expect(await officeFacts(desk)).toEqual([{ fields: ['hours', 'closed-days'] }, { fields: ['closed-days'] }]);
});

test('another reading of a silent day 30 takes the dates of open cases along, told in their timelines', async () => {
  const desk = await makeDesk(database);
  const program = desk.at(NOW);
  const { caseId, participationId } = await openCase(program, desk);
  const untouched = await openCase(program, desk);
  await recordWishes(program, desk.adviser, {
    actId: newId(),
    caseId,
    participationId,
    channel: 'call',
    mediation: 'yes',
  });
  await tellAuthority(program, desk.adviser, {
    actId: newId(),
    caseId,
    participationId,
    issues: 'They want the assessment.',
    wording: 'Yes, tell them.',
    channel: 'call',
  });
  const later = desk.at('2026-05-05T09:00:00+01:00');
  await sweepClocks(later, desk.serviceId);
  const certificateDue = () =>
    desk.look((tx) =>
      tx
        .selectFrom('clocks')
        .select(['state', 'deadline'])
        .where('case_id', '=', caseId)
        .where('kind', '=', 'issue-certificate')
        .execute(),
    );
  const before = await certificateDue();
  const facts = (await factsOf(desk, untouched.caseId)).length;
  const waiting = { ...readSettings({}), silentLapse: 'wait-for-notice' as const };
  const changed = await changeSettings(later, desk.manager, { ...of(), settings: waiting });
  expect(changed).toMatchObject({ done: true });
  expect(await certificateDue()).not.toEqual(before);
  expect((await factsOf(desk, untouched.caseId)).length).toBe(facts);
  expect(await sweepClocks(later, desk.serviceId)).toMatchObject({ changed: 0 });
});

test.runIf(onServer)(
  'settings and wishes at once: each waits for the other, and no case is counted twice',
  async () => {
    const desk = await makeDesk(database);
    const program = desk.at('2026-05-05T09:00:00+01:00');
    const cases = [];
    for (let index = 0; index < 4; index += 1) {
      const { caseId, participationId } = await openCase(desk.at(NOW), desk);
      const of = { actId: newId(), caseId, participationId, channel: 'call' } as const;
      await recordWishes(desk.at(NOW), desk.adviser, { ...of, mediation: 'yes' });
      await tellAuthority(desk.at(NOW), desk.adviser, {
        ...of,
        actId: newId(),
        issues: 'The assessment.',
        wording: 'Yes.',
      });
      cases.push({ caseId, participationId });
    }
    await sweepClocks(program, desk.serviceId);
    const waiting = { ...readSettings({}), silentLapse: 'wait-for-notice' as const };
    const [changed] = await Promise.all([
      changeSettings(program, desk.manager, { ...of(), settings: waiting }),
      ...cases.map((found) =>
        recordWishes(program, desk.adviser, { ...found, actId: newId(), channel: 'call', appeal: 'yes' }),
      ),
    ]);
    expect(changed).toMatchObject({ done: true });
    expect(await sweepClocks(program, desk.serviceId)).toMatchObject({ changed: 0 });
  },
);
