// A family's safe word: set by whoever holds the right, compared a few times a day, and readable by nobody.
import { expect, test } from 'vitest';
import { personalData } from '../../database/personal-data.ts';
import { migrations } from '../../database/migrations/index.ts';
import type { Tables } from '../../database/tables.ts';
import { factsOf, openCase } from '../../test/support/contact.ts';
import { openTestDatabase } from '../../test/support/database.ts';
import { makeDesk } from '../../test/support/desk.ts';
import { newId } from '../kit/ids.ts';
import { inSeat } from '../kit/sql/seat.ts';
import { reading } from '../program.ts';
import { seatOf } from '../sign-in/who.ts';
import { joinCase } from './commands.ts';
import { checkSafeWord, setSafeWord } from './commands-safe-word.ts';

const database = await openTestDatabase<Tables>(migrations);
const desk = await makeDesk(database);
const program = desk.at('2026-03-31T11:00:00+01:00');
const tomorrow = desk.at('2026-04-01T11:00:00+01:00');

const set = (of: { caseId: string; participationId: string }, word = 'Blue teapot') =>
  setSafeWord(program, desk.adviser, { ...of, actId: newId(), word, provedBy: 'rang-the-number-on-file' });
const say = (of: { caseId: string; participationId: string }, said: string, on = program) =>
  checkSafeWord(on, desk.adviser, { actId: newId(), caseId: of.caseId, participationId: of.participationId, said });

test('the adviser learns yes or no; three wrong tries a day and no more, and tomorrow again', async () => {
  const opened = await openCase(program, desk);
  const of = { caseId: opened.caseId, participationId: opened.participationId };
  expect(await say(of, 'blue teapot')).toEqual({ refused: 'no-safe-word' });
  expect(await set(of)).toMatchObject({ done: true });
  expect(await say(of, 'BLUE-TEAPOT')).toEqual({ isRight: true, triesLeft: 3 });
  for (const left of [2, 1, 0]) expect(await say(of, 'green kettle')).toEqual({ isRight: false, triesLeft: left });
  expect(await say(of, 'blue teapot')).toEqual({ refused: 'too-many-tries' });
  expect(await say(of, 'blue teapot', tomorrow)).toEqual({ isRight: true, triesLeft: 3 });
});

test('the journal holds that it was set and tried, and never a word of it; nor does any other row', async () => {
  const opened = await openCase(program, desk);
  const of = { caseId: opened.caseId, participationId: opened.participationId };
  await set(of, 'Quixotic lantern');
  await say(of, 'quixotic lighthouse');
  const facts = await factsOf(desk, opened.caseId);
  expect(facts.slice(-3).map(({ code, data }) => [code, data])).toEqual([
    ['identity-checked', { participation: of.participationId, how: 'rang-the-number-on-file' }],
    ['safe-word-set', { participation: of.participationId }],
    ['safe-word-tried', { participation: of.participationId, right: false }],
  ]);
  for (const table of Object.keys(personalData) as (keyof Tables)[]) {
    const rows = JSON.stringify(await database.kysely.selectFrom(table).selectAll().execute()).toLowerCase();
    expect(rows, table).not.toMatch(/quixotic|lantern|lighthouse/);
  }
});

test('nobody at a page can read the hash, not even whose it is', async () => {
  const opened = await openCase(program, desk);
  await set(opened);
  const family = await desk.familyOf(opened.personId);
  for (const who of [desk.adviser, desk.manager, family]) {
    const hash = reading(program, who, (tx) => tx.selectFrom('safe_words').select('hash').execute());
    await expect(hash).rejects.toThrow(/permission denied/);
    await expect(
      inSeat(database, seatOf(who, false), (tx) => tx.updateTable('safe_words').set({ tries: 0 }).execute()),
    ).rejects.toThrow(/permission denied/);
  }
  const seen = await reading(program, family, (tx) => tx.selectFrom('safe_words').select('person_id').execute());
  expect(seen).toEqual([{ person_id: opened.personId }]);
});

test('it is refused without proof of who speaks, for a supporter, and when it is too short', async () => {
  const opened = await openCase(program, desk);
  const of = { caseId: opened.caseId, participationId: opened.participationId };
  const unproved = { actId: newId(), ...of, word: 'Blue teapot' };
  expect(await setSafeWord(program, desk.adviser, unproved)).toEqual({ refused: 'identity-not-proved' });
  expect(await set(of, 'tea')).toEqual({ refused: 'safe-word-too-short' });
  const supporter = await joinCase(program, desk.adviser, {
    actId: newId(),
    caseId: opened.caseId,
    participant: { firstNames: 'Sol', lastName: 'Marsh', capacity: 'supporter' },
    rightHolder: false,
    mayOpenThePage: false,
  });
  expect(supporter).toMatchObject({ done: true });
  const joined = (await factsOf(desk, opened.caseId)).at(-1)?.data as { participation: string };
  expect(await set({ ...of, participationId: joined.participation })).toEqual({ refused: 'not-a-right-holder' });
});

test('somebody sets their own on their own page, and the other parent neither sees nor meets it', async () => {
  const opened = await openCase(program, desk);
  const family = await desk.familyOf(opened.personId);
  const other = await openCase(program, desk);
  const stranger = await desk.familyOf(other.personId);
  const mine = { caseId: opened.caseId, participationId: opened.participationId, word: 'Blue teapot' };
  expect(await setSafeWord(program, family, { actId: newId(), ...mine })).toMatchObject({ done: true });
  await expect(setSafeWord(program, stranger, { actId: newId(), ...mine })).rejects.toThrow();
  const seen = await reading(program, stranger, (tx) => tx.selectFrom('safe_words').select('person_id').execute());
  expect(seen).toEqual([]);
});
