// The check that rows and facts agree: quiet where they do, and naming what differs where somebody changed a row by hand.
import { expect, test } from 'vitest';
import { migrations } from '../../database/migrations/index.ts';
import type { Tables } from '../../database/tables.ts';
import { openCase } from '../../test/support/contact.ts';
import { openTestDatabase } from '../../test/support/database.ts';
import { makeDesk } from '../../test/support/desk.ts';
import { verifyJournal } from './verify-journal.ts';

const database = await openTestDatabase<Tables>(migrations);
const desk = await makeDesk(database);
const program = desk.at('2026-03-31T11:00:00+01:00');

test('rows that their facts give are all right; a changed stage, road or "informed" is named', async () => {
  const { caseId } = await openCase(program, desk);
  await openCase(program, desk);
  expect(await verifyJournal(program)).toEqual({ cases: 2, broken: [] });
  const before = await database.kysely
    .selectFrom('cases')
    .select(['stage', 'road'])
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow();
  await database.kysely
    .updateTable('cases')
    .set({ stage: 'closed', road: 'health-only', informed: true })
    .where('id', '=', caseId)
    .execute();
  expect((await verifyJournal(program)).broken).toEqual([
    { caseId, what: 'stage', row: 'closed', facts: before.stage },
    { caseId, what: 'road', row: 'health-only', facts: before.road },
    { caseId, what: 'informed', row: 'true', facts: 'false' },
  ]);
});
