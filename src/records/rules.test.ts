import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { refusalOfErasure } from './rules.ts';

const closed = { closed: ['2026-05-01T09:00:00Z'], holds: [], lettersOnTheirWay: 0 };
const hold = { reviewOn: Temporal.PlainDate.from('2026-01-31') };

test.each([
  ['a closed case', {}, null],
  ['an open one', { closed: [null] }, 'case-open'],
  ['one of two cases open', { closed: ['2026-05-01T09:00:00Z', null] }, 'case-open'],
  ['a hold, past its review day too', { holds: [hold] }, 'on-hold'],
  ['a letter at the mail server', { lettersOnTheirWay: 1 }, 'letter-on-its-way'],
])('%s', (_what, over, refused) => {
  expect(refusalOfErasure({ ...closed, ...over })).toBe(refused);
});
