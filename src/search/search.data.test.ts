// Finding a case by whatever somebody at the desk remembers of it, and nobody else finding anything.
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { migrations } from '../../database/migrations/index.ts';
import type { Tables } from '../../database/tables.ts';
import { openCase } from '../../test/support/contact.ts';
import { openTestDatabase } from '../../test/support/database.ts';
import { makeDesk } from '../../test/support/desk.ts';
import { newCertificateNumber } from '../certificates/number.ts';
import { newId } from '../kit/ids.ts';
import { inFours } from '../kit/reference.ts';
import { reading } from '../program.ts';
import type { Who } from '../sign-in/who.ts';
import { findCases } from './store.ts';
import { whyFound } from './words.ts';

const database = await openTestDatabase<Tables>(migrations);
const desk = await makeDesk(database);
const program = desk.at('2026-03-31T10:15:00+01:00');
const born = Temporal.PlainDate.from('2018-09-14');

const okafor = await openCase(program, desk, {
  rightHolder: {
    firstNames: 'Hannah',
    lastName: 'Okafor',
    knownAs: 'Nan',
    capacity: 'parent',
    points: [
      { kind: 'telephone', value: '07700 900123', messageSafe: true },
      { kind: 'email', value: 'Hannah@home.example.org', messageSafe: true },
    ],
  },
  child: {
    firstNames: 'Tobi',
    lastName: 'Okafor',
    knownAs: 'Bee',
    born,
    school: 'St. Mary’s Primary',
    authorityReference: 'EHC/2024/00123',
  },
});
const walesa = await openCase(program, desk, {
  rightHolder: {
    firstNames: 'Łucja',
    lastName: "O'Brien-Wałęsa",
    capacity: 'parent',
    points: [{ kind: 'telephone', value: '+44 (0)151 496 0142', messageSafe: false }],
  },
  child: { firstNames: 'Siân', lastName: 'Llewellyn', born, school: 'Hoylake Bridge Primary' },
});
const weiss = await openCase(program, desk, {
  rightHolder: { firstNames: 'Jürgen', lastName: 'Weiß', capacity: 'carer', points: [] },
  child: { firstNames: 'محمد', lastName: 'Ólafsson', born },
});

const names: Record<string, string> = {
  [okafor.caseId]: 'okafor',
  [walesa.caseId]: 'walesa',
  [weiss.caseId]: 'weiss',
};
const find = async (typed: string, who: Who = desk.adviser): Promise<string[]> =>
  (await reading(program, who, (tx) => findCases(tx, typed))).cases.map(({ id }) => names[id] ?? 'another');

test.each([
  ['Hannah Okafor', 'okafor'],
  ['okafor, hannah', 'okafor'],
  ['Mrs Okafor', 'okafor'],
  ['Hannah Tobi', 'okafor'],
  ['Nan Okafor', 'okafor'],
  ['bee', 'okafor'],
  ['oka', 'okafor'],
  ['07700900123', 'okafor'],
  ['+44 7700 900 123', 'okafor'],
  ['0044 7700-900123', 'okafor'],
  ['(07700) 900', 'okafor'],
  ['hannah@HOME.example.org', 'okafor'],
  ['St Marys', 'okafor'],
  ["st mary's primary okafor", 'okafor'],
  ['ehc 2024 00123', 'okafor'],
  ['EHC/2024/00123', 'okafor'],
  ['0151 496 0142', 'walesa'],
  ['Lucja', 'walesa'],
  ['Łucja Wałęsa', 'walesa'],
  ['obrien', 'walesa'],
  ['O Brien', 'walesa'],
  ['O’Brien Walesa', 'walesa'],
  ['sian', 'walesa'],
  ['hoylake', 'walesa'],
  ['weiss', 'weiss'],
  ['WEIß jurgen', 'weiss'],
  ['olafsson', 'weiss'],
  ['محمد', 'weiss'],
])('%s finds one case', async (typed, expected) => {
  expect(await find(typed)).toEqual([expected]);
});

test.each([
  ['Okafro', 'okafor', 'two letters exchanged'],
  ['Okofor', 'okafor', 'one wrong'],
  ['Okfor', 'okafor', 'one left out'],
  ['Okafforr', 'okafor', 'two too many'],
  ['Hanna Okaphor', 'okafor', 'two words, two slips in one'],
  ['Tobbi', 'okafor', 'one letter too many in a short name'],
  ['Llewelyn', 'walesa', 'one l too few'],
  ['Lewellin', 'walesa', 'two slips, one of them the first letter'],
  ['Hoylayk Brigde', 'walesa', 'a school'],
  ['Olafson', 'weiss', 'one s too few'],
])('%s, misspelt, finds its case', async (typed, expected) => {
  const { cases } = await reading(program, desk.adviser, (tx) => findCases(tx, typed));
  expect(cases.map(({ id }) => names[id])).toContain(expected);
});

test.each(['Smith', 'Okafor Llewellyn', '07700 900124', 'xx', '...', "' or 1=1 --", 'O%', 'Sain Tobi'])(
  '%s finds nothing',
  async (typed) => {
    expect(await find(typed)).toEqual([]);
  },
);

test('a reference and the number of a certificate are read as people write them', async () => {
  expect(await find(inFours(okafor.reference).toLowerCase())).toEqual(['okafor']);
  const decision = await database.kysely
    .selectFrom('decisions')
    .select('id')
    .where('case_id', '=', walesa.caseId)
    .executeTakeFirstOrThrow();
  const number = newCertificateNumber();
  await database.kysely
    .insertInto('certificates')
    .values({
      id: newId(),
      service_id: desk.serviceId,
      case_id: walesa.caseId,
      decision_id: decision.id,
      participation_id: walesa.participationId,
      number,
      code: 'A1B2C3D4E5F6',
      limb: 'information',
      dated: '2026-03-31',
      state: 'prepared',
      adviser_id: desk.adviser.accountId,
      prepared_at: '2026-03-31T10:00:00Z',
    })
    .execute();
  expect(await find(`${number.slice(0, 4)} ${number.slice(4)}`)).toEqual(['walesa']);
});

test('each find says why it is there', async () => {
  const whyOf = async (typed: string) =>
    (await reading(program, desk.adviser, (tx) => findCases(tx, typed))).cases.flatMap(whyFound);
  expect(await whyOf('hannah')).toEqual(['Hannah Okafor, parent']);
  expect(await whyOf('bee')).toEqual(['The child is known as Bee']);
  expect(await whyOf('07700900123')).toEqual(['The telephone of Hannah Okafor, parent']);
  expect(await whyOf('st marys')).toEqual(['School: St. Mary’s Primary']);
  expect(await whyOf('Hoylayk')).toEqual(['School: Hoylake Bridge Primary (spelt nearly so)']);
  expect(await whyOf('ehc202400123')).toEqual(['The council’s reference: EHC/2024/00123']);
});

test('another service, a family and a visitor find nothing, nor do they read the words', async () => {
  const stranger = await makeDesk(database);
  const family = await desk.familyOf(okafor.personId);
  const visitor: Who = { kind: 'visitor', serviceId: desk.serviceId };
  const said = ['Okafor', 'Okafro', '07700 900123'];
  for (const what of said) expect(await find(what, stranger.adviser)).toEqual([]);
  for (const who of [family, visitor])
    for (const what of said) await expect(find(what, who)).rejects.toThrow('permission denied');
  for (const who of [stranger.adviser, family, visitor])
    await expect(reading(program, who, (tx) => tx.selectFrom('search_words').selectAll().execute())).rejects.toThrow();
  expect(await find(okafor.reference, stranger.adviser)).toEqual([]);
});

test('what is changed is found by its new words only, and what is erased leaves no word behind', async () => {
  const { personId, caseId } = await openCase(program, desk, {
    rightHolder: { firstNames: 'Zdzisława', lastName: 'Brzęczyszczykiewicz', capacity: 'parent', points: [] },
    child: { firstNames: 'Quill', lastName: 'Featherstonehaugh', born },
  });
  names[caseId] = 'this';
  const owner = database.kysely;
  expect(await find('brzeczyszczykiewicz quill')).toEqual(['this']);
  await owner.updateTable('people').set({ last_name: 'Vandermeulen' }).where('id', '=', personId).execute();
  expect(await find('brzeczyszczykiewicz')).toEqual([]);
  expect(await find('vandermeulen')).toEqual(['this']);
  await owner.updateTable('people').set({ first_names: '', last_name: '' }).where('id', '=', personId).execute();
  await owner
    .updateTable('children')
    .set({ first_names: '', last_name: '', school: null })
    .where('case_id', '=', caseId)
    .execute();
  const left = await owner
    .selectFrom('search_vocabulary')
    .select('word')
    .where('word', 'in', ['zdzislawa', 'brzeczyszczykiewicz', 'vandermeulen', 'quill', 'featherstonehaugh'])
    .execute();
  expect(left).toEqual([]);
  const slips = await owner.selectFrom('search_slips').selectAll().where('slip', 'in', ['quil', 'vanderm']).execute();
  expect(slips).toEqual([]);
});

test('no more than twenty are shown, and it says that there are more without a number', async () => {
  for (let index = 0; index < 21; index += 1)
    await openCase(program, desk, {
      rightHolder: { firstNames: `Same${index}`, lastName: 'Manifold', capacity: 'parent', points: [] },
      child: { firstNames: 'Ash', lastName: 'Manifold', born },
    });
  const finds = await reading(program, desk.adviser, (tx) => findCases(tx, 'manifold'));
  expect(finds.cases).toHaveLength(20);
  expect(finds.more).toBe(true);
  expect(await find('manifold same7')).toHaveLength(1);
});
