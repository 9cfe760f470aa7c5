// How what is due is grouped by its day, what a citation is in short, and what the address of a list holds.
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { seededHolidays } from '../../law/bank-holidays.ts';
import { shortCitation } from './because.tsx';
import { bucketOf, leftOf } from './due-groups.ts';
import { todayAddress, wantedOf } from './today-filters.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);
/** A Monday. */
const today = day('2026-11-23');

test.each([
  ['2026-11-20', 'overdue', '1 working day late'],
  ['2026-11-22', 'overdue', '1 working day late'],
  ['2026-11-23', 'today', 'Today'],
  ['2026-11-24', 'tomorrow', 'Tomorrow'],
  ['2026-11-25', 'this-week', '2 days left'],
  ['2026-11-29', 'this-week', '6 days left'],
  ['2026-11-30', 'later', '7 days left'],
] as const)('%s is %s: %s', (dueOn, bucket, left) => {
  expect(bucketOf(day(dueOn), today)).toBe(bucket);
  expect(leftOf(day(dueOn), today, seededHolidays())).toBe(left);
});

test('on a Sunday nothing is left of the week but tomorrow is Monday', () => {
  const sunday = day('2026-11-29');
  expect(bucketOf(day('2026-11-30'), sunday)).toBe('tomorrow');
  expect(bucketOf(day('2026-12-01'), sunday)).toBe('later');
});

test.each([
  ['Children and Families Act 2014 s.55(4); SEND Regulations 2014 reg 34(1)', 'reg 34(1)'],
  ['SEND Regulations 2014 reg 36', 'reg 36'],
  ['Children and Families Act 2014 s.55(2)', 's.55(2)'],
  ['This service’s own promise, after SEND Regulations 2014 regs 35-36', 'our promise'],
  ['', 'why'],
])('%s is %s in short', (citation, short) => {
  expect(shortCitation(citation)).toBe(short);
});

const id = '01a1f873-c8a0-772a-876b-5b7bc7f2ef57';

test('the address of a list says again what was wanted', () => {
  const wanted = { mine: true, kind: 'issue-certificate', after: { dueOn: '2026-11-25', id } } as const;
  const query = Object.fromEntries(new URL(todayAddress(wanted), 'https://ground.example').searchParams);
  expect(wantedOf(query)).toEqual(wanted);
});

test.each([
  { kind: 'constructor' },
  { after: '2026-02-30_' + id },
  { after: '2026-11-25_nonsense' },
  { whose: 'theirs' },
])('what is no answer counts as none: %j', (query) => {
  expect(wantedOf(query)).toEqual({ mine: false });
});
