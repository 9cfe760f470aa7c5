// What a supporter may be told today.
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { mayHear, standingOf, type RecordedPermission } from './permitted.ts';

const today = Temporal.PlainDate.from('2026-11-24');
const given: RecordedPermission = {
  participation_id: 'hannah',
  what: 'speak-to-supporter',
  given: true,
  for_whom: 'sol',
  scope: ['papers', 'dates'],
  until_on: null,
  at: '2026-11-20T10:00:00+00:00',
};
const later = '2026-11-21T10:00:00+00:00';
const hears = { scope: ['dates', 'papers'], until: null };

test.each([
  ['nothing recorded: nothing', [], null],
  ['given', [given], hears],
  ['taken back: at once', [given, { ...given, given: false, at: later }], null],
  [
    'taken back from nobody named: from everybody',
    [given, { ...given, given: false, for_whom: null, at: later }],
    null,
  ],
  ['given to nobody named', [{ ...given, for_whom: null }], null],
  ['given and taken back in one instant', [{ ...given, given: false }, given], null],
  [
    'given again after',
    [
      { ...given, given: false },
      { ...given, at: later },
    ],
    hears,
  ],
  ['until today', [{ ...given, until_on: '2026-11-24' }], { ...hears, until: today }],
  ['until yesterday', [{ ...given, until_on: '2026-11-23' }], null],
  ['for somebody else', [{ ...given, for_whom: 'ola' }], null],
  ['by the other parent: theirs alone', [{ ...given, participation_id: 'peter' }], null],
  ['about something else', [{ ...given, what: 'refer-to-sendiass' }], null],
  ['to a parent, without a scope', [{ ...given, what: 'speak-to-parent', scope: [] }], { scope: [], until: null }],
] as const)('%s', (_name, recorded, expected) => {
  expect(mayHear(recorded, { of: 'hannah', forWhom: 'sol', today })).toEqual(expected);
});

test('what stands is what was given and not taken back since, by this person', () => {
  const sendiass = { ...given, what: 'refer-to-sendiass', for_whom: null };
  const back = { ...given, given: false, at: later };
  expect(standingOf([given, sendiass], 'hannah')).toEqual([given, sendiass]);
  expect(standingOf([given, sendiass, back], 'hannah')).toEqual([sendiass]);
  expect(standingOf([given, { ...back, for_whom: null }], 'hannah')).toEqual([]);
  expect(standingOf([given], 'peter')).toEqual([]);
});
