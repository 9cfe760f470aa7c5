// An old case always gets the old rule: proved with a later set of rules that does not exist.
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { clauseDue, CLAUSE_CLASSES, tellAuthorityOfAgreement } from './agreement.ts';
import { answerAppeal } from './appeal-response.ts';
import { arrangeMediation } from './arranging.ts';
import { ATTENDANCE, attendanceRule, mayAttend, type AttendanceRules } from './attendance.ts';
import { caseDates } from './case-dates.ts';
import type { CaseFacts } from './case-facts.ts';
import { certificateDue, LIMB_OF } from './certificate.ts';
import { contactAdviser } from './contact.ts';
import { APPEAL_RIGHTS, isAppealable, isPlacementOnly, type AppealRight } from './decisions.ts';
import type { Answer } from './explain.ts';
import { day, iso, seededLaw } from './for-tests.ts';
import { tellIcb } from './icb-notice.ts';
import type { Rows } from './in-force.ts';
import { checkContact } from './late-contact.ts';
import { noticeOfMeeting } from './meeting-notice.ts';
import { receivedInTime } from './received-in-time.ts';
import { answerRecommendation } from './recommendations.ts';
import { findRoute } from './route.ts';
import { tribunalAppeal } from './tribunal-appeal.ts';
import {
  RULES_2014,
  rulesFor,
  type CertificateTrigger,
  type HealthScope,
  type Law,
  type Limit,
  type RuleBook,
  type RuleSet,
} from './versions.ts';

const REFORM: RuleSet = {
  ...RULES_2014,
  version: 'invented-2027',
  from: day('2027-09-01'),
  contact: { period: { weeks: 6 }, citation: 'An invented regulation', evidence: 'C' },
  certificate: {
    ...RULES_2014.certificate,
    declined: { ...RULES_2014.certificate.declined, period: { workingDays: 5 } },
  },
  appeal: { ...RULES_2014.appeal, fromDecision: { months: 3 }, freezes: [], cutOff: '16:00' },
};
const LATER: RuleSet = { ...REFORM, version: 'invented-2028', from: day('2028-01-01') };
const book: RuleBook = [LATER, RULES_2014, REFORM]; // in no order
const law: Law = { ...seededLaw, rules: book };

test.each([
  ['2010-01-01', 'england-2014'],
  ['2027-08-31', 'england-2014'],
  ['2027-09-01', 'invented-2027'],
  ['2027-12-31', 'invented-2027'],
  ['2028-01-01', 'invented-2028'],
])('a decision sent on %s is under %s', (sent, version) => {
  expect(rulesFor(book, day(sent)).version).toBe(version);
});

test('before the oldest set the oldest applies, and to a day nobody knows the newest', () => {
  expect(rulesFor([REFORM, LATER], day('2020-01-01')).version).toBe('invented-2027');
  expect(rulesFor(book, null).version).toBe('invented-2028');
});

describe('a reform of rights is a new row, and an old decision keeps its right', () => {
  const from = day('2027-09-01');
  const [OLD, NEW] = [day('2027-08-31'), from];

  test('no appeal about the named school, and none about a refusal to assess', () => {
    const [today] = APPEAL_RIGHTS;
    const rights: Rows<AppealRight> = [
      today,
      {
        ...today,
        version: 'invented-2027',
        from,
        decisions: {
          ...today.decisions,
          'refuse-to-assess': { ...today.decisions['refuse-to-assess'], appealable: 'never' },
        },
        sections: ['B', 'F'],
      },
    ];
    const appealable = (sent: Temporal.PlainDate) => [
      isAppealable('placement', [], sent, rights),
      isAppealable('plan-contents', ['I'], sent, rights),
      isAppealable('plan-contents', ['F', 'I'], sent, rights),
      isAppealable('refuse-to-assess', [], sent, rights),
    ];
    expect(appealable(OLD)).toEqual([true, true, true, true]);
    expect(appealable(NEW)).toEqual([false, false, true, false]);
  });

  test('a certificate for Section I too', () => {
    const [today] = APPEAL_RIGHTS;
    const rights: Rows<AppealRight> = [today, { ...today, version: 'invented-2027', from, withoutCertificate: [] }];
    expect(isPlacementOnly('placement', ['I'], OLD, rights)).toBe(true);
    expect(isPlacementOnly('placement', ['I'], NEW, rights)).toBe(false);
  });

  test('a child who comes as of right', () => {
    const [today] = ATTENDANCE;
    const attendees = { ...today.attendees, child: { ...today.attendees.child, needs: [[]] } };
    const rows: Rows<AttendanceRules> = [today, { version: 'invented-2027', from, attendees }];
    expect(mayAttend(attendanceRule('child', OLD, rows), [])).toBe(false);
    expect(mayAttend(attendanceRule('child', NEW, rows), [])).toBe(true);
  });

  test('a road says the version of the day its decision was sent', () => {
    expect(findRoute({ about: 'decision', decision: 'cease-to-maintain', decisionSentOn: OLD }).ruleVersion).toBe(
      'england-2014',
    );
    const recommends = (sent: string) =>
      findRoute({ about: 'decision', decision: 'cease-to-maintain', decisionSentOn: day(sent) }).appeal
        ?.recommendations;
    expect([recommends('2018-04-02'), recommends('2018-04-03')]).toEqual([false, true]);
  });
});

describe('what a rule gives follows the day the decision was sent', () => {
  test.each([
    ['2027-08-31', '2027-10-31', 'england-2014'],
    ['2027-09-01', '2027-10-13', 'invented-2027'],
  ])('contact, sent %s', (sent, deadline, version) => {
    const answer = contactAdviser({ sentOn: day(sent) }, law);
    expect([iso(answer.deadline), answer.ruleVersion]).toEqual([deadline, version]);
  });

  test('a letter dated under the old rules and sent under the new ones is under the new ones', () => {
    expect(contactAdviser({ datedOn: day('2027-08-31'), sentOn: day('2027-09-01') }, law).ruleVersion).toBe(
      'invented-2027',
    );
  });

  test.each([
    ['2027-08-31', '2027-11-04'],
    ['2027-09-01', '2027-11-08'],
  ])('a certificate declined on 1 November 2027 after a decision sent on %s', (sent, deadline) => {
    const answer = certificateDue(
      { trigger: 'declined', triggeredOn: day('2027-11-01'), decisionSentOn: day(sent) },
      law,
    );
    expect(iso(answer.deadline)).toBe(deadline);
  });

  test('an appeal takes months, freezes and the hour from its own set', () => {
    const base = { certificatesIssuedOn: [], placementOnly: false };
    const old = tribunalAppeal({ ...base, sentOn: day('2027-06-10') }, law);
    const reformed = tribunalAppeal({ ...base, sentOn: day('2028-05-10') }, law);
    expect([iso(old.deadline), old.cutOff]).toEqual(['2027-09-01', '17:00']);
    expect([iso(reformed.deadline), reformed.cutOff]).toEqual(['2028-08-10', '16:00']);
    expect(reformed.explain().steps.at(-1)?.words).toBe(
      'The appeal has to be with the Tribunal by 4pm on Thursday 10 August 2028.',
    );
  });
});

describe('a reform of every limit there is', () => {
  /** One day, whatever it was before. */
  const limit: Limit = { period: { days: 1 }, citation: 'An invented Act', evidence: 'C' };
  const allOf = <K extends string>(old: Readonly<Record<K, Limit>>) =>
    Object.fromEntries(Object.keys(old).map((key) => [key, limit])) as Record<K, Limit>;
  const EVERYTHING: RuleSet = {
    version: 'invented-everything',
    from: day('2026-10-01'),
    contact: limit,
    certificate: allOf(RULES_2014.certificate),
    tellIcb: limit,
    arrange: allOf(RULES_2014.arrange),
    noticeOfMeeting: { ...limit, period: { workingDays: 1 } },
    appeal: {
      ...limit,
      fromDecision: { days: 1 },
      fromCertificate: { days: 1 },
      freezes: [],
      cutOff: '12:00',
    },
    clauses: allOf(RULES_2014.clauses),
    tellAuthorityOfAgreement: limit,
    answerRecommendation: limit,
    answerAppeal: { ...limit, period: { workingDays: 1 } },
  };
  const reformed: Law = { ...seededLaw, rules: [RULES_2014, EVERYTHING] };
  const [OLD, NEW] = [day('2026-09-30'), day('2026-10-01')];
  const on = day('2026-11-02'); // what is counted from happens after the reform, in old cases too

  const rules: readonly (readonly [string, (law: Law, sent: Temporal.PlainDate) => Answer])[] = [
    ['contact', (law, sentOn) => contactAdviser({ sentOn }, law)],
    ['health body', (law, sent) => tellIcb({ authorityToldOn: on, decisionSentOn: sent }, law)],
    [
      'notice of the meeting',
      (law, sent) => noticeOfMeeting({ meetingOn: on, shorterNoticeConsented: false, decisionSentOn: sent }, law),
    ],
    ['appeal', (law, sentOn) => tribunalAppeal({ sentOn, certificatesIssuedOn: [on], placementOnly: false }, law)],
    ['recommendation', (law, sent) => answerRecommendation({ sentOn: on, decisionSentOn: sent }, law)],
    ['answer to the appeal', (law, sent) => answerAppeal({ appealSentOn: on, decisionSentOn: sent }, law)],
    ['health body tells council', (law, sent) => tellAuthorityOfAgreement({ agreedOn: on, decisionSentOn: sent }, law)],
    ...(Object.keys(LIMB_OF) as CertificateTrigger[]).map(
      (trigger) =>
        [
          `certificate, ${trigger}`,
          (law: Law, sent: Temporal.PlainDate) =>
            certificateDue({ trigger, triggeredOn: on, decisionSentOn: sent }, law),
        ] as const,
    ),
    ...(['none', 'mixed', 'health-only'] as const satisfies readonly HealthScope[]).map(
      (healthScope) =>
        [
          `day 30, ${healthScope}`,
          (law: Law, sent: Temporal.PlainDate) =>
            arrangeMediation({ healthScope, familyToldAuthorityOn: on, icbToldOn: on, decisionSentOn: sent }, law),
        ] as const,
    ),
    ...CLAUSE_CLASSES.map(
      (action) =>
        [
          action,
          (law: Law, sent: Temporal.PlainDate) =>
            clauseDue({ action, owner: 'authority', agreedOn: on, decisionSentOn: sent }, law),
        ] as const,
    ),
  ];

  test.each(rules)('%s: an old decision keeps its rule, a new one has the new', (_, rule) => {
    const [kept, changed] = [rule(reformed, OLD), rule(reformed, NEW)];
    expect([kept.ruleVersion, iso(kept.deadline), kept.citation]).toEqual([
      'england-2014',
      iso(rule(seededLaw, OLD).deadline),
      rule(seededLaw, OLD).citation,
    ]);
    expect([changed.ruleVersion, changed.citation]).toEqual(['invented-everything', 'An invented Act']);
    expect(changed.explain().steps).not.toEqual(rule(seededLaw, NEW).explain().steps);
  });

  test('received in time, and late contact, go by the same day', () => {
    const received = (decisionSentOn: Temporal.PlainDate) =>
      receivedInTime(
        { deadline: on, receivedAt: Temporal.PlainDateTime.from('2026-11-02T13:00'), decisionSentOn },
        reformed,
      ).inTime;
    expect([received(OLD), received(NEW)]).toEqual([true, false]);
    const inTime = (sentOn: Temporal.PlainDate) =>
      checkContact({ sentOn, contactOn: on, policy: 'issue' }, reformed).inTime;
    expect([inTime(OLD), inTime(NEW)]).toEqual([true, false]);
  });

  test('a whole old case is what it was before the reform, to the last step', () => {
    const facts: CaseFacts = {
      decision: { kind: 'refuse-to-issue', sections: [], datedOn: OLD, sentOn: OLD },
      healthScope: 'mixed',
      contactOn: on,
      informationGivenOn: on,
      wish: { answer: 'yes', on },
      changedMindOn: null,
      familyToldAuthorityOn: null,
      authorityToldOn: on,
      icbToldOn: null,
      unableNoticeOn: null,
      meeting: { on: day('2026-11-24'), noticeGivenOn: null, shorterNoticeConsented: false },
      concludedOn: day('2026-11-24'),
      agreement: {
        agreedOn: day('2026-11-24'),
        clauses: [{ id: 'a', action: 'make-plan-final', owner: 'authority', writtenDate: null, doneOn: null }],
      },
      certificates: [{ limb: 'participation', issuedOn: day('2026-11-26') }],
      appealRegisteredOn: null,
      settings: { lapse: 'lapse-is-trigger', lateContact: 'manager-decides' },
      asOf: day('2026-11-27'),
    };
    const whole = (law: Law) =>
      JSON.stringify(caseDates(facts, law).map((clock) => [clock, clock.answer?.explain().steps]));
    expect(whole(reformed)).toBe(whole(seededLaw));
    expect(whole(reformed)).not.toContain('invented');
  });
});
