// Whose contact counts for whom, over one case that was opened on 31 March 2026.
import { expect, test } from 'vitest';
import { firstContactDay, type WaysToUs } from './first-contact.ts';

const BASE: WaysToUs = {
  capacity: 'parent',
  joinedLater: false,
  ownContact: null,
  caseContact: '2026-03-31',
  spokeOn: [],
};

test.each<[string, Partial<WaysToUs>, string | null]>([
  ['their own contact', { ownContact: '2026-04-02', spokeOn: ['2026-04-01'] }, '2026-04-02'],
  ['somebody spoke for them when the case was opened', {}, '2026-03-31'],
  ['a second parent, of whom nothing has been heard', { joinedLater: true }, null],
  [
    'a second parent, from the day they first spoke with us',
    { joinedLater: true, spokeOn: ['2026-05-07', '2026-05-06'] },
    '2026-05-06',
  ],
  [
    'a second carer is no different',
    { capacity: 'other-parental-responsibility', joinedLater: true, spokeOn: ['2026-05-06'] },
    '2026-05-06',
  ],
  ['a young person to whom the right has passed', { capacity: 'young-person', joinedLater: true }, '2026-03-31'],
  ['whoever acts for the young person', { capacity: 'alternative-person', joinedLater: true }, '2026-03-31'],
])('%s', (_, over, day) => {
  expect(firstContactDay({ ...BASE, ...over })).toBe(day);
});
