// The desk's pages of a case whose people were erased: they open, and say that nothing personal is left.
import { expect, test } from 'vitest';
import { migrations } from '../../database/migrations/index.ts';
import type { Tables } from '../../database/tables.ts';
import { openTestDatabase } from '../../test/support/database.ts';
import { openDesk, wordsOf } from '../../test/support/desk-server.ts';
import { deskPaths } from '../cases/paths.ts';
import { getPicture } from '../documents/store.ts';
import { NotFound } from '../kit/http/problems.ts';
import { newId } from '../kit/ids.ts';
import { reading } from '../program.ts';
import { erase } from './commands.ts';
import { fullCase } from './fixtures/full-case.ts';

const database = await openTestDatabase<Tables>(migrations);
const server = await openDesk(database, '2026-11-02T10:00:00Z');

test('the pages of an erased case open', async () => {
  const { desk, web } = server;
  const made = await fullCase(database, desk, web.files);
  const path = deskPaths.case(made.reference);
  const links = (await server.get(desk.manager, path)).body.match(new RegExp(`href="${path}[^"#?]*`, 'g')) ?? [];
  const pages = [...new Set([path, ...links.map((link) => link.slice(6))])];
  const before = new Map<string, number>();
  for (const page of pages) before.set(page, (await server.get(desk.manager, page)).status);
  await erase(
    web,
    { kind: 'system', serviceId: desk.serviceId },
    { actId: newId(), caseId: made.caseId, participationId: null },
  );
  const opened = new Map<string, number>();
  for (const page of pages) {
    const answer = await server.get(desk.manager, page);
    opened.set(page, answer.status);
    expect([page, answer.body]).toEqual([page, expect.not.stringContaining('canary')]);
  }
  expect(server.defects).toEqual([]);
  expect(opened).toEqual(before);
  const said = wordsOf((await server.get(desk.manager, path)).body);
  expect(said).toContain('Erased, parent');
  expect(said).not.toContain('No name yet');
  expect(said).not.toContain('Safe contact for');
  expect(wordsOf((await server.get(desk.manager, '/desk/cases')).body)).toMatch(/Erased Erased, parent/);
});

test('the picture of a paper is there until it is erased, also for who asks for it directly', async () => {
  const { desk, web } = server;
  const made = await fullCase(database, desk, web.files);
  const { id } = await desk.look((tx) =>
    tx.selectFrom('documents').select('id').where('case_id', '=', made.caseId).limit(1).executeTakeFirstOrThrow(),
  );
  const picture = () => reading(web, desk.manager, (tx) => getPicture(tx, id));
  expect(await picture()).toBeTruthy();
  await erase(
    web,
    { kind: 'system', serviceId: desk.serviceId },
    { actId: newId(), caseId: made.caseId, participationId: null },
  );
  await expect(picture()).rejects.toThrow(NotFound);
});
