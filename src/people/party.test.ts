// Who can be recorded as the party once the right has passed to the young person.
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { passesOn, refusalOfParty, type FormerPart, type Party, type PartyKnown } from './party.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const known: PartyKnown = {
  today: day('2026-06-27'),
  born: day('2010-03-04'),
  parents: [
    { id: 'hannah', capacity: 'parent' },
    { id: 'sam', capacity: 'parent' },
  ],
};
const aisha: Party = {
  is: 'young-person',
  participant: { firstNames: 'Aisha', lastName: 'Rahman', capacity: 'young-person' },
};
const deputy = (basis: string | null): Party => ({
  is: 'alternative-person',
  participant: { firstNames: 'Ola', lastName: 'Berg', capacity: 'alternative-person', basis },
});
const forHer = (participationId: string, basis = 'Parent; no deputy, attorney'): Party => ({
  is: 'parent-for-them',
  participationId,
  basis,
});
const both: Record<string, FormerPart> = { hannah: 'supporter', sam: 'steps-back' };

test.each([
  ['the young person, on the day', aisha, both, {}, null],
  ['the day before', aisha, both, { today: day('2026-06-26') }, 'right-not-passed'],
  ['no birth date', aisha, both, { born: null }, 'birth-date-missing'],
  ['nothing chosen for one parent', aisha, { hannah: 'supporter' }, {}, 'choose-for-each'],
  ['a deputy', deputy('Deputy, order of 2 May 2026'), both, {}, null],
  ['a deputy without a basis', deputy(null), both, {}, 'basis-needed'],
  ['a parent who acts for them: only the other is chosen for', forHer('hannah'), { sam: 'steps-back' }, {}, null],
  ['a parent who acts for them, without a basis', forHer('hannah', ' '), both, {}, 'basis-needed'],
  ['somebody who is no parent of the case', forHer('ola'), both, {}, 'no-such-parent'],
  [
    'in a capacity that does not fit',
    { is: 'young-person', participant: { firstNames: 'A', lastName: 'B', capacity: 'parent' } },
    both,
    {},
    'cannot-hold-the-right',
  ],
] as const)('%s: %s', (_name, party, former, over, refused) => {
  expect(refusalOfParty(party, former, { ...known, ...over })).toBe(refused);
});

test('the right passes only where a parent still holds it', () => {
  expect(passesOn(known)?.toString()).toBe('2026-06-27');
  expect(passesOn({ ...known, parents: [] })).toBeNull();
  expect(passesOn({ ...known, born: null })).toBeNull();
});
