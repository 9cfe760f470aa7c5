// When to ask who the party is, because the right passes to the young person while an appeal may still be open.
import { describe, expect, test } from 'vitest';
import { day, iso, maybeDay, seededLaw as law } from './for-tests.ts';
import { askWhoThePartyIs, latestAppealDay } from './right-passes.ts';

/** Born in the school year of 2009 to 2010: from Saturday 27 June 2026 the right is their own. */
const base = {
  bornOn: day('2010-03-04'),
  contactOn: day('2026-05-20'),
  decision: { datedOn: day('2026-05-06'), sentOn: null },
  placementOnly: false,
};

describe('the Monday after the right passes, where an appeal may still be open then', () => {
  test.each([
    ['in the middle of the case', {}, '2026-06-29'],
    ['contact the day before', { contactOn: day('2026-06-26') }, '2026-06-29'],
    ['contact on the day: it is the young person’s from the start', { contactOn: day('2026-06-27') }, null],
    ['a year too young', { bornOn: day('2010-09-01') }, null],
    ['the last of that school year', { bornOn: day('2010-08-31') }, '2026-06-29'],
    ['long past', { bornOn: day('2009-03-04') }, null],
    [
      'the last certificate leads to an appeal before that day',
      { contactOn: day('2026-02-02'), decision: { datedOn: day('2026-01-19'), sentOn: null } },
      null,
    ],
    [
      'the same, but the case is still open and without a certificate',
      { contactOn: day('2026-02-02'), decision: { datedOn: day('2026-01-19'), sentOn: null }, asOf: day('2026-05-20') },
      '2026-06-29',
    ],
    [
      'the same, with a certificate whose month is over',
      {
        contactOn: day('2026-02-02'),
        decision: { datedOn: day('2026-01-19'), sentOn: null },
        asOf: day('2026-05-20'),
        certificatesIssuedOn: [day('2026-02-04')],
      },
      null,
    ],
    ['a certificate whose month runs into July', { certificatesIssuedOn: [day('2026-06-01')] }, '2026-06-29'],
    [
      'Section I only: no month from a certificate',
      { placementOnly: true, decision: { datedOn: day('2026-04-20'), sentOn: null } },
      null,
    ],
    ['no letter’s date yet', { decision: null }, '2026-06-29'],
  ] as const)('%s', (_name, over, asked) => {
    expect(iso(askWhoThePartyIs({ ...base, ...over }, law)?.deadline ?? null)).toBe(asked);
  });

  test('it says the day, the reason and where that stands', () => {
    const answer = askWhoThePartyIs(base, law);
    expect(answer?.explain().inShort).toBe('From Sat 27 Jun 2026 the right is the young person’s own');
    expect(answer?.citation).toContain('s.83(2)');
    expect(answer?.safeBy?.dayOfWeek).toBe(1);
  });
});

test.each([
  [
    'two months from the letter',
    { decision: { datedOn: day('2026-05-20'), sentOn: null }, placementOnly: true },
    '2026-07-20',
  ],
  ['a month from the last certificate there could be', {}, '2026-07-27'],
] as const)('the latest appeal day: %s', (_name, over, latest) => {
  expect(iso(latestAppealDay({ ...base, ...over }, law))).toBe(iso(maybeDay(latest)));
});
