// Two stories told by commands alone, with the clock held: a refusal to assess where the family declines, and Section I that widens.
import { expect, test } from 'vitest';
import { migrations } from '../../database/migrations/index.ts';
import type { Tables } from '../../database/tables.ts';
import { day, moment, openCase, standingOf } from '../../test/support/contact.ts';
import { makeDesk } from '../../test/support/desk.ts';
import { openTestDatabase } from '../../test/support/database.ts';
import { getCasePage, listTimeline } from '../cases/store.ts';
import { newId } from '../kit/ids.ts';
import { reading } from '../program.ts';
import { changeDecision } from '../referrals/commands-change.ts';
import type { Decision } from '../referrals/contact.ts';
import { noLongerWantsMediation, recordWishes } from './commands-wishes.ts';
import { giveInformation } from './commands.ts';
import { coreCodes } from './script.ts';

const database = await openTestDatabase<Tables>(migrations);
const desk = await makeDesk(database);

test('Hannah rings with the letter in her hand, hears the core, and wants no mediation', async () => {
  const call = desk.at('2026-03-31T10:15:00+01:00');
  const { caseId, participationId, personId, warnings } = await openCase(call, desk);
  expect(warnings).toEqual([]);
  expect(await standingOf(desk, caseId)).toMatchObject({
    stage: 'contact-made',
    road: 'mediation',
    due: { appeal: '2026-05-05' },
  });

  const holder = { caseId, participationId };
  await giveInformation(call, desk.adviser, { ...holder, actId: newId(), channel: 'call', said: [...coreCodes] });
  await recordWishes(call, desk.adviser, {
    ...holder,
    actId: newId(),
    channel: 'call',
    appeal: 'yes',
    mediation: 'no',
  });
  expect(await standingOf(desk, caseId)).toMatchObject({
    stage: 'certificate-due',
    due: { 'issue-certificate': '2026-04-07', appeal: '2026-05-05' },
  });

  const hannah = await desk.familyOf(personId);
  const told = await reading(call, hannah, (tx) => listTimeline(tx, caseId, 'family'));
  const sentences = told.map(({ sentence }) => sentence);
  expect(sentences).toEqual(
    expect.arrayContaining([
      'You said you do not want mediation.',
      'You told us you wish to appeal.',
      'We told you about mediation.',
      'You rang us on Tuesday 31 March 2026.',
    ]),
  );
  const page = await reading(call, desk.adviser, (tx) => getCasePage(tx, caseId));
  expect(page.people).toMatchObject([{ first_names: 'Hannah', right_holder: true, formats: ['large-print'] }]);
  expect(JSON.stringify(page)).not.toMatch(/reason|because/i);
});

const sectionI: Decision = {
  kind: 'plan-contents',
  sections: ['I'],
  dated: day('2026-02-13'),
  sent: day('2026-02-13'),
  received: null,
  letterSeen: true,
};

test('Sarah asks about the named school alone; the next day B and F too, and her first call is still in time', async () => {
  const call = desk.at('2026-04-09T11:00:00+01:00');
  const { caseId, participationId, warnings } = await openCase(call, desk, {
    reachedAt: moment('2026-04-09T10:40:00+01:00'),
    rightHolder: { firstNames: 'Sarah', lastName: 'Linton', capacity: 'parent' },
    child: { firstNames: 'Maya', lastName: 'Linton', born: day('2015-03-08') },
    decision: sectionI,
    phaseTransfer: true,
  });
  expect(warnings).toEqual([{ code: 'placement-only' }]);
  expect(await standingOf(desk, caseId)).toMatchObject({ road: 'placement-only', due: { appeal: '2026-04-13' } });
  const holder = { caseId, participationId };
  await giveInformation(call, desk.adviser, { ...holder, actId: newId(), channel: 'call', said: [...coreCodes] });

  const mail = desk.at('2026-04-10T09:30:00+01:00');
  const wider = { ...sectionI, sections: ['B', 'F', 'I'] as const };
  expect(await changeDecision(mail, desk.adviser, { actId: newId(), caseId, decision: wider })).toMatchObject({
    warnings: [],
  });
  await noLongerWantsMediation(mail, desk.adviser, { ...holder, actId: newId(), channel: 'email' });

  expect(await standingOf(desk, caseId)).toMatchObject({
    stage: 'certificate-due',
    road: 'mediation',
    due: { 'issue-certificate': '2026-04-15' },
  });
  const page = await reading(mail, desk.adviser, (tx) => getCasePage(tx, caseId));
  expect(page.contact_on).toBe('2026-04-09');
  expect(page.decisions.map(({ sections, superseded_at: gone }) => [sections, gone === null])).toEqual([
    [['I'], false],
    [['B', 'F', 'I'], true],
  ]);
  const timeline = await reading(mail, desk.adviser, (tx) => listTimeline(tx, caseId, 'desk'));
  expect(timeline.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['decision-recorded', 'decision-changed', 'road-taken']),
  );
  expect(timeline.every(({ by }) => by === 'Leah Brennan')).toBe(true);
});
