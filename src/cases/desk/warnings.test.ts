// What a case's page warns of about a right that passes to the young person, before that day and after it.
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { seededHolidays } from '../../law/bank-holidays.ts';
import { RULE_BOOK } from '../../law/versions.ts';
import type { CaseView } from './case-view.ts';
import { warningsFor } from './warnings.ts';

/** A case opened by a contact of 20 May 2026 about somebody whose right passes to them on 27 June 2026. */
function viewOn(today: string, capacity: 'parent' | 'young-person'): CaseView {
  return {
    page: {
      stage: 'contact-made',
      contact_on: '2026-05-20',
      health_scope: 'none',
      authority_id: 'a council',
      child: { born: '2009-12-01' },
      people: [{ right_holder: true, capacity }],
    },
    decision: {
      kind: 'refuse-to-assess',
      sections: [],
      dated: '2026-05-10',
      sent: null,
      received: null,
      letter_seen: true,
    },
    holders: [{}],
    today: Temporal.PlainDate.from(today),
    law: { holidays: seededHolidays(), rules: RULE_BOOK },
  } as unknown as CaseView;
}

test.each([
  ['2026-06-26', 'parent', /^The right passes to the young person on Saturday 27 June 2026/],
  ['2026-06-27', 'parent', /^The young person holds the right, since Saturday 27 June 2026/],
  ['2026-06-27', 'young-person', null],
] as const)('on %s, with a %s as the party', (today, capacity, says) => {
  const [first, ...more] = warningsFor(viewOn(today, capacity));
  expect(more).toEqual([]);
  if (says) expect(first).toMatch(says);
  else expect(first).toBeUndefined();
});
