// What of a contact can be kept, and what the adviser is warned of: a table over one base case.
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { seededHolidays } from '../law/bank-holidays.ts';
import { RULE_BOOK } from '../law/versions.ts';
import type { Child, Decision, NewContact } from './contact.ts';
import { roadOf } from './road.ts';
import {
  refusalsOfChild,
  refusalsOfContact,
  refusalsOfDecision,
  warningsOf,
  type ContactRefusal,
  type KnownOfCase,
  type Warning,
} from './rules.ts';
import { contactRefusalField, contactRefusalWords, sayWarning } from './words.ts';

const law = { holidays: seededHolidays(), rules: RULE_BOOK };
const day = (iso: string) => Temporal.PlainDate.from(iso);
const decision: Decision = {
  kind: 'refuse-to-assess',
  sections: [],
  dated: day('2026-03-05'),
  sent: day('2026-03-05'),
  received: null,
  letterSeen: true,
};
const contact: NewContact = {
  actId: '00000000-0000-7000-8000-000000000000',
  channel: 'call',
  reachedAt: Temporal.Instant.from('2026-03-31T10:15:00+01:00'),
  rightHolder: { firstNames: 'Hannah', lastName: 'Okafor', capacity: 'parent' },
};
/** Days as text: two days are otherwise equal objects to the test runner, whatever their dates. */
const asText = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const now = Temporal.Instant.from('2026-03-31T10:15:00+01:00');
const today = day('2026-03-31');

test.each([
  ['made this very moment', {}, []],
  ['a second from now', { reachedAt: now.add({ seconds: 1 }) }, ['contact-in-the-future']],
  ['with a name and nothing else', { rightHolder: { firstNames: '', lastName: 'Okafor', capacity: 'parent' } }, []],
  [
    'with blanks for a name',
    { rightHolder: { firstNames: ' ', lastName: '\t', capacity: 'parent' } },
    ['nobody-to-reach'],
  ],
  [
    'with a number and no name',
    {
      rightHolder: {
        firstNames: '',
        lastName: '',
        capacity: 'parent',
        points: [{ kind: 'telephone', value: '07700 900123', messageSafe: false }],
      },
    },
    [],
  ],
  [
    'where only the child is named',
    { rightHolder: { firstNames: '', lastName: '', capacity: 'parent' }, child: { firstNames: 'Tobi', lastName: '' } },
    [],
  ],
  [
    'of an alternative person without a basis',
    { rightHolder: { firstNames: 'A', lastName: 'B', capacity: 'alternative-person' } },
    ['basis-needed'],
  ],
  [
    'with an address that is none',
    {
      rightHolder: {
        firstNames: 'A',
        lastName: 'B',
        capacity: 'parent',
        points: [{ kind: 'email', value: 'a at b', messageSafe: true }],
      },
    },
    ['email-not-an-address'],
  ],
  ['with a zero character', { evidence: 'a\0b' }, ['text-unwritable']],
  ['with a book pasted in', { evidence: 'x'.repeat(10_001) }, ['text-too-long']],
] satisfies [string, Partial<NewContact>, ContactRefusal[]][])('a contact %s', (_what, over, refused) => {
  expect(refusalsOfContact({ ...contact, ...over }, { now, today })).toEqual(refused);
});

test.each([
  ['dated on the day of contact', { dated: today, sent: null }, []],
  ['dated the day after', { dated: day('2026-04-01'), sent: null }, ['letter-after-contact']],
  ['sent the day after', { sent: day('2026-04-01') }, ['sent-after-contact']],
  ['dated after it was sent', { dated: day('2026-03-06') }, []],
  ['received today', { received: today }, []],
  ['received tomorrow', { received: day('2026-04-01') }, ['received-in-the-future']],
  ['received before it was dated', { received: day('2026-03-04') }, ['received-before-dated']],
  ['with sections and no plan', { sections: ['B'] }, ['sections-not-of-this-decision']],
  ['of which nothing is known', { kind: 'unknown', dated: null, sent: null }, []],
] satisfies [string, Partial<Decision>, ContactRefusal[]][])('a letter %s', (_what, over, refused) => {
  expect(refusalsOfDecision({ ...decision, ...over }, { contactOn: today, today })).toEqual(refused);
});

test.each([
  ['born today', day('2026-03-31'), []],
  ['born tomorrow', day('2026-04-01'), ['birth-date-in-the-future']],
  ['who turns 26 tomorrow', day('2000-04-01'), []],
  ['who turns 26 today', day('2000-03-31'), ['birth-date-makes-26']],
  ['born on 29 February', day('2004-02-29'), []],
])('a child %s', (_what, born, refused) => {
  expect(
    refusalsOfChild({ firstNames: 'Tobi', lastName: 'Okafor', born } satisfies Child, { contactOn: today, today }),
  ).toEqual(refused);
});

const known: KnownOfCase = {
  contactOn: today,
  decision,
  health: false,
  born: day('2018-09-14'),
  holder: 'parent',
  authorityKnown: true,
};

test.each([
  ['nothing odd', {}, []],
  ['a carer: who else holds the right is asked', { holder: 'carer' }, [{ code: 'carer-holds-the-right' }]],
  [
    'a corporate parent: a manager is told, nothing waits',
    { holder: 'corporate-parent' },
    [{ code: 'corporate-parent' }],
  ],
  ['contact on the last day', { contactOn: day('2026-05-05') }, []],
  ['contact the day after', { contactOn: day('2026-05-06') }, [{ code: 'late-contact', on: day('2026-05-05') }]],
  // Born 23 September 2007: compulsory school age ended on Friday 28 June 2024.
  [
    'the last day of compulsory school age',
    {
      born: day('2007-09-23'),
      contactOn: day('2024-06-28'),
      decision: { ...decision, dated: day('2024-06-03'), sent: day('2024-06-03') },
    },
    [{ code: 'becomes-a-young-person', on: day('2024-06-29') }],
  ],
  [
    'the day after',
    {
      born: day('2007-09-23'),
      contactOn: day('2024-06-29'),
      decision: { ...decision, dated: day('2024-06-03'), sent: day('2024-06-03') },
    },
    [{ code: 'young-person-holds-the-right', on: day('2024-06-29') }],
  ],
  ['the young person themself', { born: day('2008-10-03'), holder: 'young-person' }, []],
  [
    'a child named as young person',
    { holder: 'young-person' },
    [{ code: 'not-yet-a-young-person', on: day('2035-06-30') }],
  ],
  ['an alternative person for a young person', { born: day('2008-10-03'), holder: 'alternative-person' }, []],
  // Turns 16 in this school year, which ends on Friday 26 June 2026; the latest appeal date is after it only when the letter is late enough.
  [
    'coming of age before the latest appeal date',
    { born: day('2010-01-10'), contactOn: day('2026-05-05') },
    [{ code: 'becomes-a-young-person', on: day('2026-06-27') }],
  ],
  ['coming of age after it', { born: day('2010-01-10'), contactOn: day('2026-03-06') }, []],
  ['25 today', { born: day('2001-03-31') }, [{ code: 'right-ended-at-25', on: day('2026-03-30') }]],
  ['24 today', { born: day('2001-04-01'), holder: 'young-person' }, []],
  [
    'Section I only',
    { decision: { ...decision, kind: 'plan-contents', sections: ['I'] } },
    [{ code: 'placement-only' }],
  ],
  [
    'dated and sent apart',
    { decision: { ...decision, dated: day('2026-03-06') } },
    [{ code: 'dated-and-sent-differ' }],
  ],
  ['a letter not seen', { decision: { ...decision, letterSeen: false } }, [{ code: 'letter-not-seen' }]],
  [
    'a letter of last year',
    { decision: { ...decision, dated: day('2025-03-05'), sent: null } },
    [{ code: 'late-contact', on: day('2025-05-05') }, { code: 'letter-long-ago' }],
  ],
  [
    'no dates, no birth date, no council',
    { decision: { ...decision, dated: null, sent: null }, born: null, authorityKnown: false },
    [{ code: 'letter-date-missing' }, { code: 'birth-date-missing' }, { code: 'authority-missing' }],
  ],
] satisfies [string, Partial<KnownOfCase>, Warning[]][])('warnings: %s', (_what, over, expected) => {
  expect(asText(warningsOf({ ...known, ...over }, law))).toEqual(asText(expected));
});

test.each([
  ['refuse-to-assess', [], false, { road: 'mediation', healthScope: 'none' }],
  ['plan-contents', ['B', 'F', 'I'], false, { road: 'mediation', healthScope: 'none' }],
  ['plan-contents', ['I'], false, { road: 'placement-only', healthScope: 'none' }],
  ['placement', [], false, { road: 'placement-only', healthScope: 'none' }],
  ['plan-contents', ['F', 'G'], false, { road: 'mediation', healthScope: 'mixed' }],
  ['plan-contents', ['I'], true, { road: 'placement-only', healthScope: 'mixed' }],
  ['plan-made', ['G'], false, { road: 'health-only', healthScope: 'health-only' }],
  ['plan-made', ['H1'], false, { road: 'social-care-only', healthScope: 'none' }],
  ['plan-made', [], false, { road: 'undecided', healthScope: 'none' }],
  ['unknown', [], false, { road: 'undecided', healthScope: 'none' }],
] as const)('%s %j (health: %s) takes its road', (kind, sections, health, taken) => {
  expect(roadOf({ kind, sections: [...sections], dated: null, sent: null }, health)).toEqual(taken);
});

test('every refusal has words and a field, and every warning says its day', () => {
  expect(Object.keys(contactRefusalField).toSorted()).toEqual(Object.keys(contactRefusalWords).toSorted());
  expect(sayWarning({ code: 'late-contact', on: day('2026-05-05') })).toContain('ended on Tuesday 5 May 2026');
  expect(sayWarning({ code: 'same-child-open', references: ['7K3M2QXA', '4H7K2M9T'] })).toContain('7K3M2QXA, 4H7K2M9T');
});
