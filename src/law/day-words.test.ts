// Days in words, and how much time is left.
import { expect, test } from 'vitest';
import { dayInWords, daysBetween, listInWords, shortDay, timeLeft, workingTimeLeft } from './day-words.ts';
import { day, seededLaw } from './for-tests.ts';

test('says a day with its weekday and year', () => {
  expect(dayInWords(day('2026-11-25'))).toBe('Wednesday 25 November 2026');
  expect(shortDay(day('2026-11-25'))).toBe('Wed 25 Nov 2026');
  expect(dayInWords(day('2028-02-29'))).toBe('Tuesday 29 February 2028');
});

test.each([
  ['2026-11-25', '2026-11-23', '2 days left'],
  ['2026-11-25', '2026-11-24', '1 day left'],
  ['2026-11-25', '2026-11-25', 'due today'],
  ['2026-11-25', '2026-11-26', '1 day late'],
  ['2026-11-25', '2026-12-05', '10 days late'],
])('due %s, on %s: %s', (due, today, words) => {
  expect(timeLeft(day(due), day(today))).toBe(words);
});

test.each([
  ['2026-11-25', '2026-11-23', '2 working days left'],
  ['2026-11-23', '2026-11-20', '1 working day left'],
  ['2026-11-25', '2026-11-25', 'due today'],
  ['2026-11-20', '2026-11-23', '1 working day late'],
  ['2026-11-20', '2026-11-21', 'due before today'],
  ['2026-11-22', '2026-11-20', 'due before the next working day'],
])('in working days, due %s, on %s: %s', (due, today, words) => {
  expect(workingTimeLeft(day(due), day(today), seededLaw.holidays)).toBe(words);
});

test('joins a list, and counts days between', () => {
  expect([listInWords([]), listInWords(['a']), listInWords(['a', 'b']), listInWords(['a', 'b', 'c'])]).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ]);
  expect(daysBetween(day('2026-02-27'), day('2026-03-01'))).toBe(2);
});
