// When papers to a changed address wait, around every edge.
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { heldUntil, holdOf, noHold } from './held-papers.ts';
import type { NewPoint } from './person.ts';

const now = Temporal.Instant.from('2026-03-31T10:00:00Z');
const by = { now, accountId: 'leah' };
const email = (value: string, messageSafe = true): NewPoint => ({ kind: 'email', value, messageSafe });
const old = (over: object = {}) => ({
  kind: 'email' as const,
  value: 'old@family.example',
  postal_lines: [],
  message_safe: true,
  ...noHold,
  ...over,
});
const held = {
  changed_by: 'leah',
  papers_held_until: '2026-04-01T10:00:00Z',
  agreed_by: null,
  agreed_at: null,
};

describe('the hold of a new way to reach somebody', () => {
  test.each([
    ['another e-mail address', email('new@family.example'), [old()], held],
    ['an e-mail address beside a postal one', email('new@family.example'), [old({ kind: 'post' })], held],
    ['one that becomes safe', email('old@family.example'), [old({ message_safe: false })], held],
    [
      'another line of the postal address',
      { kind: 'post', value: 'CH41 0ZZ', postalLines: ['2 Example Road'], messageSafe: true } as const,
      [old({ kind: 'post', value: 'CH41 0ZZ', postal_lines: ['1 Example Road'] })],
      held,
    ],
    ['the first address there is', email('new@family.example'), [], noHold],
    ['the first beside a telephone', email('new@family.example'), [old({ kind: 'telephone' })], noHold],
    ['one that is not safe', email('new@family.example', false), [old()], noHold],
    ['a telephone number', { kind: 'telephone', value: '07700 900123', messageSafe: true } as const, [old()], noHold],
    ['the same, only its quiet hours changed', email('old@family.example'), [old()], noHold],
    ['the same while its papers wait', email('old@family.example'), [old(held)], held],
    [
      'the same after a second person agreed',
      email('old@family.example'),
      [old({ ...held, agreed_by: 'maeve', agreed_at: '2026-03-31T10:30:00Z' })],
      { ...held, agreed_by: 'maeve', agreed_at: '2026-03-31T10:30:00Z' },
    ],
  ])('%s', (_what, point: NewPoint, before, expected) => {
    expect(holdOf(point, before, by)).toEqual(expected);
  });

  test('is a day of 24 hours, also when the clocks change', () => {
    const eve = { now: Temporal.Instant.from('2026-03-28T10:00:00Z'), accountId: 'leah' };
    expect(holdOf(email('new@family.example'), [old()], eve).papers_held_until).toBe('2026-03-29T10:00:00Z');
  });
});

test.each([
  ['a second before it ends', '2026-04-01T09:59:59Z', held, '2026-04-01T10:00:00Z'],
  ['when it ends', '2026-04-01T10:00:00Z', held, null],
  ['after somebody agreed', '2026-03-31T11:00:00Z', { ...held, agreed_at: '2026-03-31T10:30:00Z' }, null],
  ['where there is none', '2026-03-31T11:00:00Z', noHold, null],
])('papers wait: %s', (_when, at, hold, until) => {
  expect(heldUntil(hold, Temporal.Instant.from(at))?.toString() ?? null).toBe(until);
});
