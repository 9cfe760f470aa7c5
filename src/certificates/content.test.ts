import { expect, test } from 'vitest';
import { capacityPrinted, unprintable, wordsOfDecision } from './content.ts';

test.each([
  ['refuse-to-assess', [], 'Section 51(2)(a) of the Act'],
  ['refuse-to-issue', [], 'Section 51(2)(b) of the Act'],
  ['plan-contents', ['B'], 'Section 51(2)(c)(i) of the Act'],
  ['plan-contents', ['F', 'B'], 'Section 51(2)(c)(i) and (ii) of the Act'],
  ['plan-contents', ['B', 'F', 'I'], 'Section 51(2)(c)(i), (ii), (iii) and (iv) of the Act'],
  ['plan-contents', [], 'Section 51(2)(c) of the Act'],
  ['placement', ['I'], 'Section 51(2)(c)(iii) and (iv) of the Act'],
  ['refuse-to-reassess', [], 'Section 51(2)(d) of the Act'],
  ['refuse-to-amend', ['B'], 'Section 51(2)(e) of the Act'],
  ['cease-to-maintain', [], 'Section 51(2)(f) of the Act'],
] as const)('%s %j is cited as %s', (kind, sections, cited) => {
  expect(wordsOfDecision(kind, sections)).toMatchObject({ cited });
});

test.each([
  ['parent', null, 'Parent of the child'],
  ['carer', null, 'Person who has care of the child'],
  ['corporate-parent', null, 'For the local authority that looks after the child'],
  ['alternative-person', 'Deputy by order of 3 March 2026', 'Deputy by order of 3 March 2026'],
] as const)('a certificate never calls a %s what they are not', (capacity, basis, printed) => {
  expect(capacityPrinted(capacity, basis)).toBe(printed);
});

test('contents are named by the sections disputed, in the order of the plan', () => {
  expect(wordsOfDecision('plan-contents', ['F', 'B', 'G']).words).toBe(
    'Contents of an EHC plan: special educational needs (section B) and special educational provision (section F)',
  );
});

test.each([
  ['Łukasz Ñandú Ŵyn', null],
  ['Ελένη Ковальчук', null],
  ['مریم', null],
  ['Tobi 🦊', { field: 'child.first', letters: ['🦊'] }],
])('%s: printed, or named with its field', (first, found) => {
  expect(unprintable({ child: { first } })).toEqual(found);
});
