// What is recorded beside what was typed: told only where the two mean different things.
import { expect, test } from 'vitest';
import { recordedOf, type Answers } from './answers.ts';

const day = (day: string, month: string, year: string): Answers => ({
  'dated-day': day,
  'dated-month': month,
  'dated-year': year,
});

test.each<[string, string, Answers, Answers]>([
  ['a month by its name and by its number', 'dated', day('4', 'March', '2026'), day('04', '3', '2026')],
  ['a month cut short', 'dated', day('4', 'Sept', '2026'), day('4', '09', '2026')],
  ['capitals', 'name', { name: 'jude okoye' }, { name: 'Jude Okoye' }],
  ['spaces', 'name', { name: ' Jude  Okoye ' }, { name: 'Jude Okoye' }],
  ['an apostrophe', 'name', { name: "O'Brien" }, { name: 'O’Brien' }],
  ['a telephone number', 'phone', { phone: '07700900163' }, { phone: '+44 7700 900 163' }],
  ['boxes in another order', 'formats', { formats: ['audio', 'bsl'] }, { formats: ['bsl', 'audio'] }],
  ['nothing and nothing', 'name', { name: '' }, { name: ' ' }],
])('%s typed in two ways is the same', (_, field, answers, recorded) => {
  expect(recordedOf({ answers, errors: [], recorded }, field)).toBeNull();
});

test.each<[string, string, Answers, Answers, readonly string[]]>([
  ['another day', 'dated', day('4', '3', '2026'), day('5', '3', '2026'), ['5 3 2026']],
  ['another month', 'dated', day('4', 'Mar', '2026'), day('4', 'May', '2026'), ['4 May 2026']],
  ['a number that is none', 'phone', { phone: '0151' }, { phone: '0151 496 0001' }, ['0151 496 0001']],
  ['another number', 'phone', { phone: '07700 900163' }, { phone: '07700 900164' }, ['07700 900164']],
  ['one box more', 'formats', { formats: 'bsl' }, { formats: ['bsl', 'audio'] }, ['bsl', 'audio']],
  ['nothing any more', 'name', { name: 'Jude' }, { name: '' }, []],
])('%s is told as it is recorded', (_, field, answers, recorded, told) => {
  expect(recordedOf({ answers, errors: [], recorded }, field)).toEqual(told);
});
