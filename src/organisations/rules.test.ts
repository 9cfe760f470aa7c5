// Contracts of one council never share a day; codes have their shapes.
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { wrongWithCode } from './body.ts';
import { refusalOfContract } from './rules.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const term = (from: string, until: string | null = null) => ({
  from: day(from),
  until: until === null ? null : day(until),
});
const running = [term('2024-04-01', '2026-03-31'), term('2028-04-01')];

test.each([
  ['the day after the one before', term('2026-04-01', '2028-03-31'), null],
  ['one day only', term('2026-04-01', '2026-04-01'), null],
  ['the last day of the one before', term('2026-03-31', '2027-03-31'), 'overlaps'],
  ['into the one after', term('2026-04-01', '2028-04-01'), 'overlaps'],
  ['without an end, before the one after', term('2026-04-01'), 'overlaps'],
  ['around another', term('2024-01-01', '2027-01-01'), 'overlaps'],
  ['wholly before', term('2022-04-01', '2024-03-31'), null],
  ['ending before it begins', term('2026-04-02', '2026-04-01'), 'ends-before-it-begins'],
] as const)('a contract %s', (_, wanted, refused) => {
  expect(refusalOfContract(wanted, running)).toBe(refused);
});

test.each([
  ['authority', 'E08000015', true],
  ['authority', 'E10000017', true],
  ['authority', 'E07000015', false],
  ['authority', 'W06000015', false],
  ['icb', 'QYG', true],
  ['icb', 'E54000008', true],
  ['icb', 'YQG', false],
  ['school', '105025', true],
  ['school', '10502', false],
  ['college', '10007063', true],
  ['sendiass', 'anything', true],
  ['authority', '', true],
] as const)('%s %s: %s', (kind, code, right) => {
  expect(wrongWithCode(kind, code) === null).toBe(right);
});
