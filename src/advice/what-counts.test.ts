// What counts after a withdrawal: around the moment of issue, for each reason, and for the last of several certificates.
import { expect, test } from 'vitest';
import { whatCounts, type Withdrawn } from './what-counts.ts';

const at = (time: string) => `2026-04-01T${time}:00Z`;
const information = [{ given_at: at('09:00') }, { given_at: at('10:00') }, { given_at: at('11:00') }];
const wishes = [
  { about: 'appeal', said_at: at('09:00') },
  { about: 'mediation', said_at: at('09:00') },
  { about: 'mediation', said_at: at('11:00') },
];
const without = (why: string | null, time: string): Withdrawn => ({ why, issued_at: at(time) });

test.each<[string, readonly Withdrawn[], number, number]>([
  ['nothing was withdrawn', [], 3, 3],
  ['it was withdrawn for another reason', [without('adviser-not-independent', '10:00')], 3, 3],
  ['it was set aside before it was issued', [{ why: 'information-not-given', issued_at: null }], 3, 3],
  ['no information had been given', [without('information-not-given', '10:00')], 1, 3],
  ['no wish had been stated', [without('wish-not-stated', '10:00')], 3, 2],
  ['both, by two certificates', [without('information-not-given', '08:00'), without('wish-not-stated', '11:00')], 3, 1],
  ['the same twice: the last counts', ['11:00', '09:00'].map((time) => without('information-not-given', time)), 0, 3],
])('%s', (_, withdrawn, informed, wished) => {
  const counts = whatCounts({ information, wishes }, withdrawn);
  expect([counts.information.length, counts.wishes.length]).toEqual([informed, wished]);
});
