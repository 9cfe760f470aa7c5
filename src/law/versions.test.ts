// An old case always gets the old rule: proved with a later set of rules that does not exist.
import { describe, expect, test } from 'vitest';
import { certificateDue } from './certificate.ts';
import { contactAdviser } from './contact.ts';
import { day, iso, seededLaw } from './for-tests.ts';
import { tribunalAppeal } from './tribunal-appeal.ts';
import { RULES_2014, rulesFor, type Law, type RuleBook, type RuleSet } from './versions.ts';

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

test('before the oldest set the oldest applies', () => {
  expect(rulesFor([REFORM], day('2020-01-01')).version).toBe('invented-2027');
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
