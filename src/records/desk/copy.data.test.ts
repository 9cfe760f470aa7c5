// The page of a copy: for a manager who proved who they are, of a person or of the case, as one archive.
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { migrations } from '../../../database/migrations/index.ts';
import type { Tables } from '../../../database/tables.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { openDesk } from '../../../test/support/desk-server.ts';
import { listLooked } from '../../audit/looked.ts';
import { reading } from '../../program.ts';
import { fullCase } from '../fixtures/full-case.ts';
import { copyPath } from './paths.ts';

const database = await openTestDatabase<Tables>(migrations);
const server = await openDesk(database, '2026-11-02T10:00:00Z');
const { desk, web } = server;
const made = await fullCase(database, desk, web.files);
const path = copyPath(made.reference);

test('a manager proves who they are first, and nobody else finds the page', async () => {
  expect(await server.get({ ...desk.manager, steppedUp: false }, path)).toMatchObject({
    status: 303,
    to: '/desk/step-up',
  });
  expect((await server.get(desk.adviser, path)).status).toBe(404);
  expect((await server.get(desk.administrator, path)).status).toBe(404);
});

test('without a choice it asks, and copies nothing', async () => {
  const answer = await server.send(desk.manager, path, {});
  expect(answer).toMatchObject({ status: 422, body: expect.stringContaining('Choose whose copy it is.') });
  expect(await reading(web, desk.manager, (tx) => listLooked(tx, desk.serviceId, { what: 'export' }))).toEqual([]);
});

test('the copy of one person comes as an archive named by the case, and is noted in the manager’s name', async () => {
  const answer = await server.send(desk.manager, path, { whose: made.ann.participationId });
  expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'application/zip' } });
  expect(String(answer.headers['content-disposition'])).toContain(`copy-${made.reference}.zip`);
  const files = unzipSync(new Uint8Array(answer.bytes));
  expect(strFromU8(files['README.txt']!)).toContain('copy');
  const looks = await reading(web, desk.manager, (tx) => listLooked(tx, desk.serviceId, { what: 'export' }));
  expect(looks).toMatchObject([{ accountId: desk.manager.accountId, subjectId: made.ann.participationId }]);
});
