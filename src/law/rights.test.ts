// Who holds the right, who acts, who may come, which road a worry takes and whether it needs a certificate.
import { describe, expect, test } from 'vitest';
import {
  ATTENDANCE,
  attendanceRule,
  choicesWhenNotQuorate,
  mayAttend,
  type AttendanceRule,
  type Attendee,
  type Consent,
} from './attendance.ts';
import {
  countedFrom,
  DECISION_KINDS,
  isAppealable,
  isPlacementOnly,
  type DecisionKind,
  type Section,
} from './decisions.ts';
import { day, iso, maybeDay } from './for-tests.ts';
import { certificateNeed, findRoute, type RouteInputs } from './route.ts';
import { comesOfAgeBetween, rightsHolderOn, whoActs, youngPersonFrom } from './young-person.ts';

describe('a young person', () => {
  test.each([
    ['16 on the last day of the school year', '2010-08-31', '2026-06-26', '2026-06-27', '2035-08-30'],
    ['16 on the first day of the next', '2010-09-01', '2027-06-25', '2027-06-26', '2035-08-31'],
    ['30 June is itself a Friday', '2007-02-10', '2023-06-30', '2023-07-01', '2032-02-09'],
    ['born in September', '2007-09-23', '2024-06-28', '2024-06-29', '2032-09-22'],
    ['born on a leap day: the birthday is 1 March', '2008-02-29', '2024-06-28', '2024-06-29', '2033-02-28'],
    ['born on New Year’s Day', '2010-01-01', '2026-06-26', '2026-06-27', '2034-12-31'],
  ])('%s', (_, born, ends, from, until) => {
    const answer = youngPersonFrom(day(born));
    expect([
      iso(answer.compulsorySchoolAgeEnds),
      iso(answer.rightsHolderFrom),
      iso(answer.underTwentyFiveUntil),
    ]).toEqual([ends, from, until]);
    expect(answer.explain()).toHaveLength(3);
  });

  test.each([
    ['2026-06-26', 'parent'],
    ['2026-06-27', 'young-person'],
    ['2035-08-30', 'young-person'],
    ['2035-08-31', 'nobody-over-25'],
  ])('on %s the right is held by %s', (on, holder) => {
    expect(rightsHolderOn(day('2010-08-31'), day(on))).toBe(holder);
  });

  test('coming of age in mid-case is seen at intake', () => {
    const born = day('2010-08-31');
    expect(comesOfAgeBetween(born, day('2026-06-01'), day('2026-06-27'))).toBe(true);
    expect(comesOfAgeBetween(born, day('2026-06-01'), day('2026-06-26'))).toBe(false);
    expect(comesOfAgeBetween(born, day('2026-06-27'), day('2026-09-01'))).toBe(false);
  });

  test.each([
    [
      { holder: 'young-person', holderLacksCapacity: false, hasRepresentative: true, parentLacksCapacity: false },
      'young-person',
    ],
    [
      { holder: 'young-person', holderLacksCapacity: true, hasRepresentative: true, parentLacksCapacity: false },
      'representative',
    ],
    [
      { holder: 'young-person', holderLacksCapacity: true, hasRepresentative: false, parentLacksCapacity: false },
      'parent',
    ],
    [
      { holder: 'young-person', holderLacksCapacity: true, hasRepresentative: false, parentLacksCapacity: true },
      'representative-of-parent',
    ],
    [
      { holder: 'parent', holderLacksCapacity: true, hasRepresentative: false, parentLacksCapacity: true },
      'representative-of-parent',
    ],
    [{ holder: 'parent', holderLacksCapacity: false, hasRepresentative: false, parentLacksCapacity: false }, 'parent'],
  ] as const)('%o: %s acts', (capacity, acts) => {
    expect(whoActs(capacity)).toBe(acts);
  });
});

describe('decisions', () => {
  test.each([
    [null, null, null],
    ['2026-09-01', null, '2026-09-01'],
    [null, '2026-09-03', '2026-09-03'],
    ['2026-09-01', '2026-09-03', '2026-09-01'],
    ['2026-09-03', '2026-09-01', '2026-09-01'],
    ['2026-09-01', '2026-09-01', '2026-09-01'],
  ])('dated %s, sent %s: counted from %s', (dated, sent, from) => {
    expect(iso(countedFrom({ datedOn: maybeDay(dated), sentOn: maybeDay(sent) }))).toBe(from);
  });

  const cases: readonly (readonly [DecisionKind, readonly Section[], boolean, boolean])[] = [
    ['refuse-to-assess', [], true, false],
    ['plan-contents', ['B'], true, false],
    ['plan-contents', ['B', 'F', 'I'], true, false],
    ['plan-contents', ['I'], true, true],
    ['plan-contents', ['I', 'G'], true, true],
    ['plan-contents', ['G'], false, false],
    ['plan-contents', ['H1', 'D'], false, false],
    ['plan-contents', [], true, false],
    ['placement', ['I'], true, true],
    ['placement', ['I', 'F'], true, false],
    ['refuse-to-amend', ['I'], true, true],
    ['refuse-to-amend', ['F', 'I'], true, false],
    ['cease-to-maintain', [], true, false],
  ];
  test.each(cases)('%s %s: appealable %s, placement only %s', (kind, sections, appealable, placementOnly) => {
    expect([isAppealable(kind, sections, null), isPlacementOnly(kind, sections, null)]).toEqual([
      appealable,
      placementOnly,
    ]);
    expect(certificateNeed(kind, sections, null).needed).toBe(appealable && !placementOnly);
  });
});

describe('the road', () => {
  const roads: readonly (readonly [string, RouteInputs, string, boolean, string | null])[] = [
    ['a refusal to assess', { about: 'decision', decision: 'refuse-to-assess' }, 'mediation', true, 'authority'],
    ['Section I', { about: 'decision', decision: 'placement', sections: ['I'] }, 'placement-only', false, 'authority'],
    [
      'B, F and health',
      { about: 'decision', decision: 'plan-contents', sections: ['B', 'F', 'G'] },
      'joint-education-and-health',
      true,
      'authority',
    ],
    [
      'a refusal to amend, with health',
      { about: 'decision', decision: 'refuse-to-amend', sections: ['F'], health: true },
      'joint-education-and-health',
      true,
      'authority',
    ],
    [
      'health alone',
      { about: 'decision', decision: 'plan-contents', sections: ['G'] },
      'health-or-social-care-only',
      false,
      'icb',
    ],
    [
      'health alone, no decision',
      { about: 'decision', decision: null, health: true },
      'health-or-social-care-only',
      false,
      'icb',
    ],
    [
      'social care alone',
      { about: 'decision', decision: 'plan-contents', sections: ['H1'] },
      'health-or-social-care-only',
      false,
      'authority',
    ],
    [
      'health and social care',
      { about: 'decision', decision: null, health: true, socialCare: true },
      'health-or-social-care-only',
      false,
      'authority',
    ],
    ['help at school', { about: 'help-at-school' }, 'disagreement-resolution', false, null],
    ['a draft plan', { about: 'draft-plan' }, 'disagreement-resolution', false, null],
    ['less formal', { about: 'something-less-formal' }, 'early-resolution', false, null],
    ['discrimination', { about: 'discrimination' }, 'elsewhere', false, null],
    ['Wales', { about: 'wales' }, 'elsewhere', false, null],
    ['another council in England', { about: 'another-area' }, 'elsewhere', true, null],
  ];
  test.each(roads)('%s', (_, inputs, road, needed, arranges) => {
    const route = findRoute(inputs);
    expect([route.road, route.certificate.needed, route.arranges]).toEqual([road, needed, arranges]);
    expect(route.why).not.toBe('');
    expect(route.citation).not.toBe('');
    expect(route.ruleVersion).toBe('england-2014');
  });

  test('every decision has a road, a form and an appeal', () => {
    for (const decision of DECISION_KINDS) {
      expect(findRoute({ about: 'decision', decision }).appeal?.form).toBe(
        decision === 'refuse-to-assess' ? 'SEND35A' : 'SEND35',
      );
    }
  });

  test('Section I is warned about B and F and about the two months', () => {
    expect(findRoute({ about: 'decision', decision: 'placement', sections: ['I'] }).alsoKnow.join(' ')).toMatch(
      /Sections B and F.*two months/,
    );
  });

  test('nobody with a letter of another council is told that they need no certificate', () => {
    expect(findRoute({ about: 'another-area' }).certificate.why).toMatch(/^Most appeals need a mediation certificate/);
    for (const about of ['something-less-formal', 'waiting-for-tribunal', 'admissions'] as const)
      expect(findRoute({ about }).certificate.why).not.toContain('not an appeal');
  });

  test('the clocks follow the road', () => {
    expect(findRoute({ about: 'decision', decision: 'cease-to-maintain' }).clocks).toEqual([
      'contact-adviser',
      'issue-certificate',
      'arrange-mediation',
      'notice-of-meeting',
      'appeal',
    ]);
    expect(findRoute({ about: 'decision', decision: null, health: true }).clocks).toEqual([
      'tell-icb',
      'arrange-mediation',
      'notice-of-meeting',
    ]);
  });

  test.each([
    [{ sections: ['I'] }, 'Only the school or college in Section I is in dispute'],
    [{ sections: ['I'], health: true }, 'Of what is in dispute, only the school or college'],
    [{ sections: ['I', 'H1'] }, 'Of what is in dispute, only the school or college'],
  ] as const)('Section I in %j needs no certificate, and it is said what else is in dispute', (more, words) => {
    const { certificate } = findRoute({ about: 'decision', decision: 'placement', ...more });
    expect(certificate.needed).toBe(false);
    expect(certificate.why).toContain(words);
  });

  test('a decision question without a decision is refused', () => {
    expect(() => findRoute({ about: 'decision' })).toThrow(RangeError);
  });
});

describe('who may come', () => {
  const table: readonly (readonly [Attendee, readonly Consent[], boolean])[] = [
    ['party', [], true],
    ['supporter', [], true],
    ['further-supporter', [], false],
    ['further-supporter', ['all-parties'], true],
    ['further-supporter', ['mediator'], true],
    ['further-supporter', ['parent'], false],
    ['child', ['parent'], false],
    ['child', ['parent', 'mediator'], true],
    ['parent-of-young-person', ['mediator'], false],
    ['parent-of-young-person', ['young-person', 'mediator'], true],
    ['school', [], false],
    ['school', ['mediator'], true],
    ['somebody-else', ['all-parties'], true],
  ];
  test.each(table)('%s with %s: %s', (who, given, may) => {
    expect(mayAttend(attendanceRule(who, null), given)).toBe(may);
  });

  test.each(Object.entries(ATTENDANCE[0].attendees) as [Attendee, AttendanceRule][])(
    '%s comes under its own paragraph, and says how well it is known',
    (_, { basis, citation, evidence }) => {
      expect(citation).toContain(`reg 38(1)(${basis})`);
      expect(evidence).toBe(basis === 'c' || basis === 'd' ? 'C' : 'A');
    },
  );

  test('when the council is absent or cannot decide, the family chooses', () => {
    const council = { present: true, canDecide: true, day30Passed: false };
    expect(choicesWhenNotQuorate(council)).toEqual([]);
    expect(choicesWhenNotQuorate({ ...council, canDecide: false })).toEqual([
      'adjourn-inside-day-30',
      'go-on-with-the-limit-noted',
      'stop-and-have-a-certificate',
    ]);
    expect(choicesWhenNotQuorate({ ...council, present: false, day30Passed: true })).toEqual([
      'go-on-with-the-limit-noted',
      'stop-and-have-a-certificate',
    ]);
  });
});
