// Contacts and bodies through the browser: added, changed by two people, contracted, pointed to.
import { expect, test } from 'vitest';
import { migrations } from '../../database/migrations/index.ts';
import type { Tables } from '../../database/tables.ts';
import { openTestDatabase } from '../../test/support/database.ts';
import { makeDeskServer } from '../office/fixtures/desk-server.ts';

const database = await openTestDatabase<Tables>(migrations);
const { desk, program, get, press, send } = await makeDeskServer(database, '2026-08-03T10:00:00+01:00');
const { adviser, manager } = desk;
const council = `/desk/bodies/${desk.authorityId}`;
const facts = () =>
  desk.look(async (tx) =>
    (await tx.selectFrom('facts').select('code').where('case_id', 'is', null).orderBy('at').execute()).map(
      ({ code }) => code,
    ),
  );
const dayOf = (field: string, iso: string) => {
  const [year = '', month = '', day = ''] = iso.split('-');
  return { [`${field}-day`]: day, [`${field}-month`]: month, [`${field}-year`]: year };
};

test('a body is added once with its addresses and whose they are; a wrong or taken code is refused', async () => {
  const typed = {
    kind: 'icb',
    name: 'NHS Sample ICB',
    nationalCode: 'nope',
    email1: 'send@icb.example.org',
    emailOf1: 'Shared box',
    email3: 'sam@icb.example.org',
    emailOf3: 'Sam Field',
  };
  const wrong = await press(adviser, '/desk/bodies/new', '/desk/bodies/new', typed);
  expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('three symbols that begin with Q')]);
  for (const _ of [1, 2])
    expect((await send(adviser, wrong, '/desk/bodies/new', { ...typed, nationalCode: 'qyg' })).status).toBe(303);
  const rows = await desk.look((tx) => tx.selectFrom('bodies').selectAll().where('kind', '=', 'icb').execute());
  expect(rows).toEqual([
    expect.objectContaining({
      national_code: 'QYG',
      emails: ['send@icb.example.org', 'sam@icb.example.org'],
      emails_of: ['Shared box', 'Sam Field'],
    }),
  ]);
  const taken = await press(adviser, '/desk/bodies/new', '/desk/bodies/new', { ...typed, nationalCode: 'QYG' });
  expect([taken.status, taken.text]).toEqual([422, expect.stringContaining('Another body on the list has this code.')]);
  expect((await get(adviser, '/desk/bodies?kind=icb')).text).toContain('NHS Sample ICB');
  expect((await get(adviser, '/desk/bodies?kind=school')).text).not.toContain('NHS Sample ICB');
});

test('two people who change one body: the second sees what stands and keeps what they typed', async () => {
  const mine = await get(adviser, council);
  expect((await press(manager, council, council, { telephone: '01632 960001' })).status).toBe(303);
  const late = await send(adviser, mine, council, { telephone: '01632 960002' });
  expect([late.status, late.text]).toEqual([409, expect.stringContaining('Telephone: 01632 960001')]);
  expect(late.body).toContain('value="01632 960002"');
  expect((await send(adviser, late, council)).status).toBe(303);
  expect((await get(adviser, council)).body).toContain('value="01632 960002"');
});

test('a contract needs its predecessor to end, and a manager', async () => {
  const next = { ...dayOf('from', '2027-04-01'), ...dayOf('until', '2029-03-31') };
  expect((await get(adviser, council)).text).toContain('A manager adds and ends contracts.');
  const page = await get(manager, council);
  const overlap = await send(manager, page, `${council}/contracts`, next);
  expect([overlap.status, overlap.text]).toEqual([
    422,
    expect.stringContaining('has a contract for some of these days'),
  ]);
  const end = /action="([^"]*\/end)"/.exec(page.body)?.[1] ?? '';
  const field = `end-${end.split('/').at(-2)}`;
  const early = await send(manager, page, end, dayOf(field, '2020-01-01'));
  expect([early.status, early.text]).toEqual([422, expect.stringContaining('must be the first day or later')]);
  expect((await press(manager, council, end, dayOf(field, '2027-03-31'))).status).toBe(303);
  expect((await press(manager, council, `${council}/contracts`, next)).status).toBe(303);
  expect((await get(adviser, council)).text).toContain('Thursday 1 April 2027');
  expect(await facts()).toEqual(expect.arrayContaining(['contract-ended', 'contract-added']));
});

test('whom we point people to: old checks are marked, saving checks anew and stands on pages at once', async () => {
  const added = await press(manager, '/desk/signposts/new', '/desk/signposts/new', {
    kind: 'advice',
    name: 'Sample Advice',
    what: 'gives free advice.',
    how: 'Ring',
    contact: '01632 960100',
  });
  expect(added.status).toBe(303);
  expect(program.service().signposts.map(({ name }) => name)).toEqual(['Sample Advice']);
  await database.kysely.updateTable('signposts').set({ checked_on: '2026-05-04' }).execute();
  expect((await get(adviser, '/desk/signposts')).text).toContain('Check again');
  expect((await get(adviser, '/desk/people')).text).toContain('1 to be checked.');
  await database.kysely.updateTable('signposts').set({ checked_on: '2026-05-05' }).execute();
  expect((await get(adviser, '/desk/signposts')).text).not.toContain('Check again');
  const { id } = await database.kysely.selectFrom('signposts').select('id').executeTakeFirstOrThrow();
  const one = `/desk/signposts/${id}`;
  const mine = await get(adviser, one);
  expect((await press(adviser, one, one, { contact: '01632 960200' })).status).toBe(303);
  expect(program.service().signposts[0]).toMatchObject({ contact: '01632 960200', checkedOn: '2026-08-03' });
  expect((await send(adviser, mine, one)).status).toBe(409);
  expect((await get(adviser, '/desk/signposts/00000000-0000-0000-0000-000000000000')).status).toBe(404);
});
