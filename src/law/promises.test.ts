// The service's own clocks: when to ring somebody who is thinking it over, and when to tell the council.
import { expect, test } from 'vitest';
import { day, iso, maybeDay, seededLaw as law } from './for-tests.ts';
import { chaseDecision, tellAuthority } from './promises.ts';
import type { Answer } from './explain.ts';

const words = (answer: Answer) => answer.explain().steps.map((step) => step.words);

test.each([
  ['five working days on', '2026-09-14', null, '2026-11-10', '2026-09-21'],
  ['over a bank holiday', '2026-08-26', null, '2026-10-20', '2026-09-03'],
  ['the day agreed', '2026-09-14', '2026-09-30', '2026-11-10', '2026-09-30'],
  ['a Saturday agreed', '2026-09-14', '2026-09-19', '2026-11-10', '2026-09-21'],
  ['the same day agreed', '2026-09-14', '2026-09-14', '2026-11-10', '2026-09-15'],
  ['sooner, because the two months end', '2026-11-02', null, '2026-11-12', '2026-11-05'],
  ['sooner than the day agreed', '2026-10-26', '2026-11-11', '2026-11-12', '2026-11-05'],
  ['never before the next working day', '2026-11-09', null, '2026-11-12', '2026-11-10'],
  ['today, where tomorrow is too late', '2026-11-12', null, '2026-11-12', '2026-11-12'],
  ['as ever, where the two months are over', '2026-11-13', null, '2026-11-12', '2026-11-16'],
  ['no letter known', '2026-09-14', null, null, '2026-09-21'],
])('ring: %s', (_, since, chaseOn, twoMonthsEndOn, due) => {
  const answer = chaseDecision(
    {
      thinkingSince: day(since),
      chaseOn: maybeDay(chaseOn),
      twoMonthsEndOn: maybeDay(twoMonthsEndOn),
      ruleVersion: 'any',
    },
    law,
  );
  expect([iso(answer.deadline), iso(answer.safeBy), answer.evidence]).toEqual([due, due, 'own']);
  // The last step ends on the day itself: nobody is left with a sum that does not arrive.
  expect(iso(answer.explain().steps.at(-1)?.dates.at(-1) ?? null)).toBe(due);
});

test.each([
  ['2026-09-14', '2026-09-14', 1],
  ['2026-09-19', '2026-09-21', 2], // a Saturday; the Sunday is named
  ['2026-09-20', '2026-09-21', 1],
  ['2026-12-25', '2026-12-29', 2],
])('wishes to mediate on %s: the council is told on %s', (wished, due, said) => {
  const answer = tellAuthority({ wishedOn: day(wished), ruleVersion: 'any' }, law);
  expect(iso(answer.deadline)).toBe(due);
  const steps = words(answer);
  expect(steps.slice(1)).toHaveLength(said);
  expect(steps.join().includes('on the same working day')).toBe(wished === due);
});
