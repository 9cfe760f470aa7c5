// The words that depend on who reads, and what a browser's history may hold.
import { expect, test } from 'vitest';
import type { MyStanding } from './standing.ts';
import { headingOf, momentInWords, noMediationWords, sizeInWords } from './words.ts';

test.each([
  { capacity: 'parent', child: { first_names: 'Tobias', known_as: 'Tobi' }, says: 'Working things out for Tobi' },
  { capacity: 'parent', child: { first_names: 'Tobias', known_as: ' ' }, says: 'Working things out for Tobias' },
  { capacity: 'supporter', child: { first_names: '', known_as: null }, says: 'Working things out' },
  { capacity: 'carer', child: null, says: 'Working things out' },
  { capacity: 'young-person', child: { first_names: 'Ada', known_as: null }, says: 'Working things out for you' },
])('$capacity of $child reads “$says”', ({ says, ...named }) => {
  expect(headingOf(named)).toBe(says);
});

test.each([
  ['2026-03-31T09:15:00+00:00', 'Tuesday 31 March 2026, 10.15am'],
  ['2026-03-29T00:59:00Z', 'Sunday 29 March 2026, 12.59am'],
  ['2026-03-29T01:00:00Z', 'Sunday 29 March 2026, 2am'],
  ['2026-12-31T12:00:00Z', 'Thursday 31 December 2026, 12pm'],
  ['2026-06-30T23:30:00Z', 'Wednesday 1 July 2026, 12.30am'],
])('%s is %s in London', (iso, says) => expect(momentInWords(iso)).toBe(says));

test.each([
  [1, '1 KB'],
  [84_400, '84 KB'],
  [1_250_000, '1.3 MB'],
])('%i bytes are %s', (bytes, says) => expect(sizeInWords(bytes)).toBe(says));

const standing = (over: {
  wish?: 'yes' | 'no' | 'thinking';
  right?: MyStanding['appealRight'];
  holds?: boolean;
  late?: 'issue' | 'manager-decides' | 'do-not-issue';
}) =>
  ({
    facts: {
      wish: over.wish ? { answer: over.wish } : null,
      certificates: over.holds ? [{}] : [],
      settings: { lateContact: over.late ?? 'manager-decides' },
    },
    appealRight: over.right ?? 'full',
    dates: { kind: over.late ? 'late-contact' : 'none' },
  }) as unknown as MyStanding;

test.each([
  { over: { wish: 'yes' }, says: 'I no longer want mediation, send my certificate' },
  { over: { wish: 'thinking' }, says: 'I do not want mediation, send my certificate' },
  { over: {}, says: 'I do not want mediation, send my certificate' },
  { over: { wish: 'yes', right: 'placement-only' }, says: 'I no longer want mediation' },
  { over: { wish: 'yes', right: 'none' }, says: 'I no longer want mediation' },
  { over: { wish: 'yes', holds: true }, says: 'I no longer want mediation' },
  { over: { wish: 'yes', late: 'do-not-issue' }, says: 'I no longer want mediation' },
  { over: { wish: 'yes', late: 'manager-decides' }, says: 'I no longer want mediation, send my certificate' },
] as const)('the button with $over says “$says”', ({ over, says }) => {
  expect(noMediationWords(standing(over))).toBe(says);
});
