// Months by corresponding date, weeks, days and working days, at every edge.
import { expect, test } from 'vitest';
import { HolidaysNotLoaded } from './calendar.ts';
import { day, seededLaw } from './for-tests.ts';
import {
  addDays,
  addMonths,
  addWeeks,
  addWorkingDays,
  periodWords,
  subtractWorkingDays,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
  workingDaysBetween,
} from './periods.ts';

const { holidays } = seededLaw;

test.each([
  ['an ordinary day', '2026-09-10', 2, '2026-11-10'],
  ['over the new year', '2026-11-15', 2, '2027-01-15'],
  ['31 December has no 31 February', '2025-12-31', 2, '2026-02-28'],
  ['30 December in a leap year', '2027-12-30', 2, '2028-02-29'],
  ['29 December in a leap year has its 29 February', '2027-12-29', 2, '2028-02-29'],
  ['28 February does not become the end of April', '2026-02-28', 2, '2026-04-28'],
  ['29 February', '2028-02-29', 2, '2028-04-29'],
  ['30 June does not become 31 August', '2026-06-30', 2, '2026-08-30'],
  ['31 July to the short September', '2026-07-31', 2, '2026-09-30'],
  ['one month from 31 January', '2026-01-31', 1, '2026-02-28'],
  ['one month from 31 January in a leap year', '2028-01-31', 1, '2028-02-29'],
  ['one month from 31 October', '2026-10-31', 1, '2026-11-30'],
  ['over the night the clocks go forward', '2026-03-28', 1, '2026-04-28'],
  ['over the night the clocks go back', '2026-10-24', 1, '2026-11-24'],
  ['twelve months from a leap day', '2028-02-29', 12, '2029-02-28'],
])('adds months: %s', (_, from, months, to) => {
  expect(addMonths(day(from), months).toString()).toBe(to);
});

test.each([
  ['Monday to Thursday', '2026-09-14', 3, '2026-09-17'],
  ['Friday to Wednesday', '2026-09-18', 3, '2026-09-23'],
  ['from a Saturday, Monday is the first', '2026-11-21', 3, '2026-11-25'],
  ['from a Sunday, Monday is the first', '2026-11-22', 3, '2026-11-25'],
  ['from a bank holiday', '2026-08-31', 1, '2026-09-01'],
  ['over Easter', '2026-04-01', 3, '2026-04-08'],
  ['over Christmas', '2026-12-23', 3, '2026-12-30'],
  ['over two substitute days', '2027-12-24', 1, '2027-12-29'],
  ['over New Year', '2026-12-31', 1, '2027-01-04'],
  ['August counts', '2026-08-05', 3, '2026-08-10'],
])('adds working days: %s', (_, from, count, to) => {
  expect(addWorkingDays(day(from), count, holidays).toString()).toBe(to);
  expect(workingDaysBetween(day(from), day(to), holidays)).toBe(count);
});

test.each([
  ['from a Monday', '2026-09-14', 5, '2026-09-07'],
  ['from a Sunday', '2026-09-13', 1, '2026-09-11'],
  ['back over a bank holiday', '2026-09-01', 1, '2026-08-28'],
  ['back over Easter', '2026-04-08', 3, '2026-04-01'],
])('goes back working days: %s', (_, from, count, to) => {
  expect(subtractWorkingDays(day(from), count, holidays).toString()).toBe(to);
});

test('counts working days between, both ways and on one day', () => {
  expect(workingDaysBetween(day('2026-09-14'), day('2026-09-14'), holidays)).toBe(0);
  expect(workingDaysBetween(day('2026-09-17'), day('2026-09-14'), holidays)).toBe(-3);
  expect(workingDaysBetween(day('2026-09-18'), day('2026-09-20'), holidays)).toBe(0);
});

test('weeks and days are plain days, weekends and holidays included', () => {
  expect(addWeeks(day('2026-10-12'), 11).toString()).toBe('2026-12-28');
  expect(addDays(day('2024-02-10'), 30).toString()).toBe('2024-03-11');
  expect(addDays(day('2026-03-01'), -1).toString()).toBe('2026-02-28');
});

test('finds the working day on, before and after', () => {
  expect(workingDayOnOrAfter(day('2026-12-25'), holidays).toString()).toBe('2026-12-29');
  expect(workingDayOnOrBefore(day('2026-12-28'), holidays).toString()).toBe('2026-12-24');
  expect(workingDayOnOrAfter(day('2026-12-29'), holidays).toString()).toBe('2026-12-29');
  expect(workingDayOnOrBefore(day('2026-12-29'), holidays).toString()).toBe('2026-12-29');
});

test('a sum that leaves the loaded years is refused', () => {
  expect(() => addWorkingDays(day('2028-12-29'), 1, holidays)).toThrow(HolidaysNotLoaded);
  expect(() => subtractWorkingDays(day('2023-01-03'), 1, holidays)).toThrow(HolidaysNotLoaded);
  expect(addMonths(day('2028-12-31'), 2).toString()).toBe('2029-02-28'); // months need no holidays
});

test('says a period in words', () => {
  expect(
    [{ months: 2 }, { months: 1 }, { weeks: 1 }, { weeks: 14 }, { days: 30 }, { workingDays: 3 }].map(periodWords),
  ).toEqual(['2 months', '1 month', '1 week', '14 weeks', '30 days', '3 working days']);
});
