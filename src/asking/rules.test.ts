// The small rules of the front door, as tables: the last day, the day of an answer, names, the same contact twice.
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { seededHolidays } from '../law/bank-holidays.ts';
import { RULE_BOOK } from '../law/versions.ts';
import { lastDayNear } from './dates.ts';
import { contactOf, partedName, readFirstScreen, withoutLetterDate } from './first-screen.ts';
import { answerBy, isSameContact } from './rules.ts';

const law = { holidays: seededHolidays(), rules: RULE_BOOK };
const day = (iso: string) => Temporal.PlainDate.from(iso);

test.each([
  ['2026-11-21', null],
  ['2026-11-22', 'tomorrow'],
  ['2026-11-23', 'today'],
  ['2026-11-24', null],
])('for a letter of 23 September 2026, on %s the last day is near: %s', (today, lastDay) => {
  expect(lastDayNear({ dated: '2026-09-23' }, day(today), law)).toBe(lastDay);
});

test('a dispute about the placement alone has no last day for contact', () => {
  expect(lastDayNear({ dated: '2026-09-23', kind: 'placement' }, day('2026-11-23'), law)).toBeNull();
});

test.each([
  ['on a Monday', '2026-11-23', '2026-11-24'],
  ['on a Friday', '2026-11-27', '2026-11-30'],
  ['before Easter', '2026-04-02', '2026-04-07'],
  ['on Christmas Eve', '2026-12-24', '2026-12-29'],
])('a contact %s is answered by the end of the next working day', (_, on, by) => {
  expect(answerBy(day(on), law.holidays)?.toString()).toBe(by);
});

test('in a year whose bank holidays are not known no day is promised', () => {
  expect(answerBy(day('2031-05-01'), law.holidays)).toBeNull();
});

test.each([
  ['Hannah Okafor', 'Hannah', 'Okafor'],
  ['Maria del Carmen Ruiz', 'Maria del Carmen', 'Ruiz'],
  ['Cher', 'Cher', ''],
])('%s, parted and joined again, is what was typed', (name, firstNames, lastName) => {
  expect(partedName(name)).toEqual({ firstNames, lastName });
});

test.each([
  [{ name: 'Hannah Okafor' }, { name: ' hannah okafor ' }, true],
  [{ name: 'Hannah Okafor' }, { name: 'Ade Bello' }, false],
  [{ name: 'A', 'dated-day': '1' }, { name: 'A', 'dated-day': '2' }, false],
  [{ name: 'A', appeal: 'yes' }, { name: 'A', appeal: 'no' }, true],
])('%j and %j are the same contact: %s', (one, other, same) => {
  expect(isSameContact(one, other)).toBe(same);
});

test('a letter’s date that cannot be counted from stays with the contact in words', () => {
  const read = readFirstScreen(
    { writer: 'parent', name: 'A', reach: 'a@example.org', appeal: 'yes', mediation: 'no', dated: '2019-09-23' },
    day('2026-11-23'),
  );
  if (!read.ok) throw new Error('refused');
  const contact = withoutLetterDate(contactOf(read.values, 'act', Temporal.Instant.from('2026-11-23T10:42:00Z')));
  expect(contact.decision).toBeNull();
  expect(contact.evidence).toContain('Monday 23 September 2019');
});
