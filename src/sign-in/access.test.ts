// The access rules as one table: every rule against every kind of person.
import { expect, test } from 'vitest';
import { accessRules, mayEnter } from './access.ts';
import type { Staff, StaffRole, Who } from './who.ts';

const ids = { accountId: 'a', serviceId: 's', sessionId: 'x' };
const staff = (role: StaffRole, more: Partial<Staff> = {}): Staff => ({
  kind: 'staff',
  ...ids,
  name: 'Leah Brennan',
  roles: [role],
  steppedUp: false,
  ...more,
});
const people = {
  visitor: { kind: 'visitor', serviceId: 's' },
  family: { kind: 'family', ...ids, personId: 'p' },
  adviser: staff('adviser'),
  administrator: staff('administrator'),
  manager: staff('manager'),
  provedAdviser: staff('adviser', { steppedUp: true }),
  owingAdviser: staff('adviser', { owesStepUp: true }),
  system: { kind: 'system', serviceId: 's' },
} as const satisfies Record<string, Who>;

// In the order: visitor, family, adviser, administrator, manager, proved adviser, adviser who owes a passkey, system.
// y enters, s signs in or steps up first, - is told that there is no such page.
const table = {
  public: 'y y y y y y y y',
  'open-api': 'y y y y y y y y',
  'trial-only': 'y y y y y y y y',
  'signed-in': 's y y y y y y -',
  staff: 's - y y y y y -',
  desk: 's - y y y y s -',
  adviser: 's - y - - y s -',
  administrator: 's - - y - - - -',
  manager: 's - - - y - - -',
  'desk-proved': 's - s s s y s -',
  'adviser-proved': 's - s - - y s -',
  'manager-proved': 's - - - s - - -',
  family: 's y - - - - - -',
} as const satisfies Record<keyof typeof accessRules, string>;

const verdicts = { y: 'yes', s: 'sign-in', '-': 'not-found' };

test.each(Object.entries(table))('%s', (access, row) => {
  const said = Object.values(people).map((who) => mayEnter(access, who));
  expect(said).toEqual(row.split(' ').map((sign) => verdicts[sign as keyof typeof verdicts]));
});

test('a rule that does not exist lets nobody in', () => {
  expect(() => mayEnter('everyone', people.manager)).toThrow(/no access rule/);
  expect(() => mayEnter('toString', people.manager)).toThrow(/no access rule/);
});

test('somebody with two roles has both', () => {
  const both = staff('adviser', { roles: ['adviser', 'manager'] });
  expect([mayEnter('adviser', both), mayEnter('manager', both)]).toEqual(['yes', 'yes']);
});
