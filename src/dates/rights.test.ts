// The questions about rights and duties, as entries: every answer, its words and what is wrong with it.
import { describe, expect, test } from 'vitest';
import { day, seededLaw as law } from '../law/for-tests.ts';
import { answerEntry } from './entries.ts';

const ask = (kind: string, inputs: unknown) => {
  const answer = answerEntry({ id: 1, kind, inputs }, law);
  return 'error' in answer ? answer.error : answer.result;
};
const born = { dob: '2010-08-31' };

test.each<[string, object, object | string]>([
  ['rights_holder', { ...born, on: '2026-06-26' }, { holder: 'parent', acts: 'parent' }],
  ['rights_holder', { ...born, on: '2026-06-27' }, { holder: 'young-person', acts: 'young-person' }],
  ['rights_holder', { ...born, on: '2035-08-30' }, { holder: 'young-person' }],
  ['rights_holder', { ...born, on: '2035-08-31' }, { holder: 'nobody', acts: null }],
  ['rights_holder', { ...born, on: '2027-01-01', lacksCapacity: true }, { holder: 'young-person', acts: 'parent' }],
  [
    'rights_holder',
    { ...born, on: '2027-01-01', lacksCapacity: true, hasRepresentative: true },
    { acts: 'representative' },
  ],
  [
    'rights_holder',
    { ...born, on: '2027-01-01', lacksCapacity: true, parentLacksCapacity: true },
    { acts: 'representative-of-parent' },
  ],
  ['rights_holder', { ...born, on: '2026-01-01', lacksCapacity: true }, { acts: 'representative-of-parent' }],
  ['rights_holder', born, 'on is needed.'],

  [
    'road',
    { about: 'decision', decision: 'refuse-to-assess' },
    {
      road: 'mediation',
      mayAppeal: true,
      form: 'SEND35A',
      mayRecommend: false,
      certificateNeeded: true,
      arranges: 'authority',
    },
  ],
  [
    'road',
    { about: 'decision', decision: 'plan-contents', sections: ['I'] },
    { road: 'placement-only', mayAppeal: true, form: 'SEND35', mayRecommend: true, certificateNeeded: false },
  ],
  ['road', { about: 'decision', decision: 'plan-contents', sections: ['B', 'I'] }, { certificateNeeded: true }],
  [
    'road',
    { about: 'decision', decision: 'refuse-to-amend', sections: ['I'] },
    { certificateNeeded: false, certificateUnsure: true },
  ],
  [
    'road',
    { about: 'decision', decision: 'plan-contents', sections: ['G'] },
    { mayAppeal: false, form: null, healthScope: 'health_only', arranges: 'icb' },
  ],
  ['road', { about: 'draft-plan' }, { road: 'disagreement-resolution', mayAppeal: false, arranges: null }],
  ['road', { about: 'decision', decision: 'cease-to-maintain', decisionSent: '2018-04-02' }, { mayRecommend: false }],
  ['road', { about: 'decision' }, 'A decision, or health or social care'],
  ['road', { about: 'decision', decision: 'refused' }, 'decision has to be one of refuse-to-assess'],
  ['road', {}, 'about is needed.'],

  ['contact_check', { decisionSent: '2026-09-10', contactAt: '2026-11-10' }, { inTime: true, lastDay: '2026-11-10' }],
  ['contact_check', { decisionSent: '2026-09-10', contactAt: '2026-11-11' }, { inTime: false, lastDay: '2026-11-10' }],
  // A Saturday is the last day all the same, and the hour does not matter.
  ['contact_check', { decisionSent: '2026-06-15', contactAt: '2026-08-15T23:59' }, { inTime: true }],
  // The date printed is the safe day to count from; in law the two months run from sending.
  [
    'contact_check',
    { decisionDated: '2026-09-08', decisionSent: '2026-09-10', contactAt: '2026-11-10' },
    { inTime: true, lastDay: '2026-11-10' },
  ],
  ['contact_check', { decisionDated: '2026-09-08', contactAt: '2026-11-10' }, { inTime: false, lastDay: '2026-11-08' }],
  ['contact_check', { decisionSent: '2026-09-10', contactAt: '2026-09-09' }, 'contactAt is before the decision.'],
  ['contact_check', { contactAt: '2026-09-09' }, 'decisionSent is needed.'],

  [
    'certificate_gates',
    { informationGiven: '2026-12-21', notWished: '2026-12-23', adviserIndependent: true },
    { mustIssue: true, missing: [], deadline: '2026-12-30' },
  ],
  [
    'certificate_gates',
    { informationGiven: '2026-12-23', notWished: '2026-12-21', adviserIndependent: true },
    { mustIssue: true, deadline: '2026-12-30' },
  ],
  [
    'certificate_gates',
    { informationGiven: '2026-12-21', notWished: '2026-12-23' },
    { mustIssue: false, missing: ['adviser-not-independent'] },
  ],
  [
    'certificate_gates',
    { adviserIndependent: true },
    { mustIssue: false, missing: ['information-not-given', 'wish-not-stated'] },
  ],

  ['after_day_30', { day30: '2026-12-24' }, { askBy: '2026-12-29', certificateBy: '2026-12-31' }],
  ['after_day_30', {}, 'day30 is needed.'],

  ['attendance', { who: 'supporter' }, { mayAttend: true, basis: 'b', needs: [[]] }],
  ['attendance', { who: 'child', agreed: ['parent'] }, { mayAttend: false, needs: [['parent', 'mediator']] }],
  ['attendance', { who: 'child', agreed: ['parent', 'mediator'] }, { mayAttend: true, basis: 'c' }],
  ['attendance', { who: 'school', agreed: ['mediator'] }, { mayAttend: true, basis: 'e' }],
  ['attendance', { who: 'school' }, { mayAttend: false }],
  ['attendance', { who: 'dog' }, 'who has to be one of party'],
  ['attendance', { who: 'child', agreed: ['council'] }, 'agreed has to hold parent'],

  ['council_at_meeting', { present: true, canDecide: true }, { canBegin: true, choices: [] }],
  [
    'council_at_meeting',
    { present: true },
    { choices: ['adjourn-inside-day-30', 'go-on-with-the-limit-noted', 'stop-and-have-a-certificate'] },
  ],
  [
    'council_at_meeting',
    { present: false, day30Passed: true },
    { canBegin: false, choices: ['go-on-with-the-limit-noted', 'stop-and-have-a-certificate'] },
  ],

  ['recommendation_power', { decision: 'refuse-to-reassess' }, { canRecommend: true }],
  ['recommendation_power', { decision: 'refuse-to-assess' }, { canRecommend: false }],
  ['recommendation_power', { decision: 'plan-contents', educationSettled: true }, { canRecommend: false }],
  ['recommendation_power', { decision: 'plan-contents', decisionSent: '2018-04-02' }, { canRecommend: false }],
  ['recommendation_power', { decision: 'plan-contents', decisionSent: '2018-04-03' }, { canRecommend: true }],
])('%s %j: %j', (kind, inputs, expected) => {
  const answer = ask(kind, inputs);
  if (typeof expected === 'string') expect(answer).toContain(expected);
  else expect(answer).toMatchObject(expected);
});

describe('what is said with it', () => {
  test('a late contact is told what to do at once', () => {
    const said = JSON.stringify(ask('contact_check', { decisionSent: '2026-09-10', contactAt: '2026-11-11' }));
    expect(said).toContain('Send your appeal to the Tribunal now');
    expect(said).toContain('reg 34(2)');
  });

  test('a road is worth no more than the weaker of its two rules', () => {
    expect(ask('road', { about: 'wales' })).toMatchObject({
      explanation: { evidence: expect.stringMatching(/^Grade C/) },
    });
  });

  test('a power that did not exist yet is not called a refusal to assess', () => {
    expect(ask('recommendation_power', { decision: 'refuse-to-assess', decisionSent: '2018-04-02' })).toMatchObject({
      explanation: { inShort: expect.stringContaining('3 April 2018'), ruleVersion: 'england-2014' },
    });
  });

  test('only who is past 25 reads the birthday back', () => {
    const said = (on: string) => JSON.stringify(ask('rights_holder', { ...born, on }));
    expect(said('2030-01-01')).not.toContain('25th birthday');
    expect(said(day('2035-08-31').toString())).toContain('25th birthday');
  });
});

test('a misspelt name is said beside what is missing for it', () => {
  expect(ask('contact_adviser_deadline', { decisionsent: '2026-09-10' })).toBe(
    'decisionSent is needed. Not used, because no rule reads it: decisionsent.',
  );
});
