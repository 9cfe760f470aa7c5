// The key of a form is the id of its act: pressed twice it acts once, and it never passes for anything else.
import { expect, test } from 'vitest';
import { migrations } from '../../database/migrations/index.ts';
import type { Tables } from '../../database/tables.ts';
import { factsOf, openCase } from '../../test/support/contact.ts';
import { openTestDatabase } from '../../test/support/database.ts';
import { makeDesk } from '../../test/support/desk.ts';
import { recordWishes } from '../advice/commands-wishes.ts';
import { newId } from '../kit/ids.ts';
import { closeCase } from './commands.ts';
import { ActUsedBefore } from './one-door.ts';

const desk = await makeDesk(await openTestDatabase<Tables>(migrations));
const program = desk.at('2026-03-31T11:00:00+01:00');
const wishOf = ({ caseId, participationId }: Awaited<ReturnType<typeof openCase>>) =>
  ({ actId: newId(), caseId, participationId, channel: 'call', appeal: 'yes' }) as const;

test('the same form again is quiet', async () => {
  const wish = wishOf(await openCase(program, desk));
  expect(await recordWishes(program, desk.adviser, wish)).toMatchObject({ done: true, again: false });
  const facts = await factsOf(desk, wish.caseId);
  expect(await recordWishes(program, desk.adviser, wish)).toMatchObject({ done: true, again: true });
  expect(await factsOf(desk, wish.caseId)).toEqual(facts);
});

test('its key does not pass for another command, another case or another person', async () => {
  const wish = wishOf(await openCase(program, desk));
  const other = wishOf(await openCase(program, desk));
  await recordWishes(program, desk.adviser, wish);
  const before = [await factsOf(desk, wish.caseId), await factsOf(desk, other.caseId)];
  const { actId, caseId } = wish;
  await expect(closeCase(program, desk.adviser, { actId, caseId, why: 'no-answer' })).rejects.toThrow(ActUsedBefore);
  await expect(recordWishes(program, desk.adviser, { ...other, actId })).rejects.toThrow(ActUsedBefore);
  await expect(recordWishes(program, desk.otherAdviser, wish)).rejects.toThrow(ActUsedBefore);
  expect([await factsOf(desk, wish.caseId), await factsOf(desk, other.caseId)]).toEqual(before);
});
