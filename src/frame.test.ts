// The service's hours as people read them.
import { expect, test } from 'vitest';
import { hourInWords, hoursInWords } from './frame.ts';

test.each([
  ['09:00', '9am'],
  ['16:30', '4.30pm'],
  ['12:00', '12pm'],
  ['00:05', '12.05am'],
])('%s is said as %s', (time, words) => {
  expect(hourInWords(time)).toBe(words);
});

test('neighbouring days with the same hours are told together', () => {
  const day = { from: '09:00', to: '16:30' };
  expect(hoursInWords({ 1: day, 2: day, 3: day, 4: day, 5: day })).toBe('Monday to Friday, 9am to 4.30pm');
  expect(hoursInWords({ 1: day, 2: { from: '10:00', to: '12:00' }, 4: day })).toBe(
    'Monday, 9am to 4.30pm; Tuesday, 10am to 12pm; Thursday, 9am to 4.30pm',
  );
});
