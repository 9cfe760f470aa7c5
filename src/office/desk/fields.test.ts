// Times, numbers and lines as managers type them.
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readForm } from '../../kit/forms/read-form.ts';
import { lines, timeOfDay, wholeNumber } from './fields.ts';

const read = (schema: z.ZodType, typed: string) => {
  const answer = readForm(z.object({ it: schema }), { it: typed });
  return answer.ok ? answer.values.it : answer.errors[0]?.message;
};
const badTime = 'Please write a time such as 9:00 or 4.30pm.';

test.each([
  ['9', '09:00'],
  ['9:00', '09:00'],
  ['09.30', '09:30'],
  ['0930', '09:30'],
  ['16:30', '16:30'],
  ['4.30pm', '16:30'],
  ['4 pm', '16:00'],
  ['12pm', '12:00'],
  ['12am', '00:00'],
  ['', ''],
  ['24:00', badTime],
  ['9:60', badTime],
  ['noon', badTime],
])('the time %s is %s', (typed, time) => {
  expect(read(timeOfDay(), typed)).toBe(time);
});

test.each([
  ['1', 1],
  ['15', 15],
  ['0', 'no'],
  ['16', 'no'],
  ['5.5', 'no'],
  ['', 'no'],
])('the number %s is %s', (typed, number) => {
  expect(read(wholeNumber(1, 15, 'no'), typed)).toBe(number);
});

test('an address keeps its lines and loses the empty ones', () => {
  expect(read(lines(), ' 1 Sample Street \n\nBirkenhead\n')).toEqual(['1 Sample Street', 'Birkenhead']);
  expect(read(lines(), 'x\n'.repeat(9))).toBe('Please use 8 lines or fewer.');
});
