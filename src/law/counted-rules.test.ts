// The rules that count a period from a day: contact, certificate, ICB notice, arranging, lapse, notice of the meeting, agreement, recommendations.
import { describe, expect, test } from 'vitest';
import { clauseDue, forceOf, tellAuthorityOfAgreement, type ClauseOwner } from './agreement.ts';
import { answerAppeal } from './appeal-response.ts';
import { arrangeMediation, whoArranges } from './arranging.ts';
import { HolidaysNotLoaded } from './calendar.ts';
import { certificateDue, declinedOn, informationGates } from './certificate.ts';
import { findFirstCertificate } from './certificates-held.ts';
import { contactAdviser } from './contact.ts';
import { day, iso, maybeDay, seededLaw as law } from './for-tests.ts';
import { tellIcb } from './icb-notice.ts';
import { checkContact } from './late-contact.ts';
import { askAfterDay30, certificateAfterLapse } from './lapse.ts';
import { noticeOfMeeting } from './meeting-notice.ts';
import { answerRecommendation, canRecommend } from './recommendations.ts';
import type { Answer } from './explain.ts';
import type { CertificateTrigger, ClauseClass, HealthScope } from './versions.ts';

const dates = ({ deadline, safeBy }: Answer) => [iso(deadline), iso(safeBy)];
const words = (answer: Answer) => answer.explain().steps.map((step) => step.words);

describe('contacting an adviser', () => {
  test.each([
    ['a weekday', '2026-09-10', null, '2026-11-10', '2026-11-10'],
    ['a Friday', '2026-09-13', null, '2026-11-13', '2026-11-13'],
    ['a Saturday', '2026-09-14', null, '2026-11-14', '2026-11-13'],
    ['a Sunday', '2026-09-15', null, '2026-11-15', '2026-11-13'],
    ['the Monday after', '2026-09-16', null, '2026-11-16', '2026-11-16'],
    ['Christmas Day', '2026-10-25', null, '2026-12-25', '2026-12-24'],
    ['Good Friday', '2026-02-03', null, '2026-04-03', '2026-04-02'],
    ['in August', '2026-06-10', null, '2026-08-10', '2026-08-10'],
    ['dated first', '2026-09-03', '2026-09-01', '2026-11-01', '2026-10-30'],
    ['dated after it was sent', '2026-09-01', '2026-09-03', '2026-11-01', '2026-10-30'],
  ])('ends on %s', (_, sent, dated, deadline, safeBy) => {
    expect(dates(contactAdviser({ sentOn: day(sent), datedOn: maybeDay(dated) }, law))).toEqual([deadline, safeBy]);
  });

  test('shows the later reading where the letter was dated before it was sent', () => {
    const answer = contactAdviser({ sentOn: day('2026-09-03'), datedOn: day('2026-09-01') }, law);
    expect(answer.readings.map(({ on, kind }) => [iso(on), kind])).toEqual([['2026-11-03', 'later']]);
    expect(words(answer)[0]).toContain(
      'The letter was sent on Thursday 3 September 2026, but the date on it is Tuesday 1 September 2026',
    );
    expect(contactAdviser({ sentOn: day('2026-09-03') }, law).readings).toEqual([]);
  });

  test('needs a date, and a loaded year', () => {
    expect(() => contactAdviser({}, law)).toThrow(RangeError);
    expect(() => contactAdviser({ sentOn: day('2028-11-01') }, law)).toThrow(HolidaysNotLoaded);
  });

  test('names every day between the safe day and the last', () => {
    expect(words(contactAdviser({ sentOn: day('2026-10-28') }, law)).slice(-2)).toEqual([
      'That day is not a working day (substitute day for Boxing Day, a bank holiday), and the law does not say that it moves. To be safe, use the working day before: Thursday 24 December 2026.',
      'In between, Friday 25 December 2026 (Christmas Day, a bank holiday), Saturday 26 December 2026 and Sunday 27 December 2026 are not working days.',
    ]);
  });

  test('says both days where the letter was dated after it was sent', () => {
    expect(words(contactAdviser({ sentOn: day('2026-09-01'), datedOn: day('2026-09-03') }, law))[0]).toBe(
      'The date on the letter is Thursday 3 September 2026, but it was sent on Tuesday 1 September 2026. We count from the earlier day, which is never too late.',
    );
  });

  test('explains a month end that is not there', () => {
    expect(words(contactAdviser({ sentOn: day('2025-12-31') }, law))).toEqual([
      'The decision letter was sent on Wednesday 31 December 2025.',
      'Count 2 months: there is no 31 February in 2026, so it ends on the last day of that month. That is Saturday 28 February 2026.',
      'Contact a mediation adviser, and say if you want to mediate and if you want to appeal, by Saturday 28 February 2026.',
      'That day is not a working day (Saturday), and the law does not say that it moves. To be safe, use the working day before: Friday 27 February 2026.',
    ]);
  });
});

describe('checking a contact', () => {
  const check = (contactOn: string, datedOn: string | null = null) =>
    checkContact(
      { sentOn: day('2026-09-14'), datedOn: maybeDay(datedOn), contactOn: day(contactOn), policy: 'manager-decides' },
      law,
    );

  test.each([
    ['2026-11-13', true],
    ['2026-11-14', true], // a Saturday, and the last day
    ['2026-11-15', false],
    ['2026-11-16', false],
  ])('%s in time: %s', (on, inTime) => {
    expect(check(on).inTime).toBe(inTime);
  });

  test('a late caller is told at once what to do, and the service decides about the certificate', () => {
    const late = check('2026-11-16');
    expect(late.certificate).toBe('manager-decides');
    expect([late.citation, late.evidence, late.ruleVersion]).toEqual([
      expect.stringContaining('reg 34(2) and (3)'),
      'C',
      'england-2014',
    ]);
    expect(late.tellFamily[0]).toBe('The two months for contacting an adviser ended on Saturday 14 November 2026.');
    expect(late.tellFamily[1]).toContain('Send your appeal to the Tribunal now');
    expect(check('2026-11-13')).toMatchObject({ certificate: null, tellFamily: [] });
  });

  test('is judged from the day the letter was sent, which is what the rule says', () => {
    expect(check('2026-11-14', '2026-09-10').inTime).toBe(true);
  });
});

describe('the certificate', () => {
  test.each([
    ['declined', '2026-09-14', '2026-09-17'],
    ['declined', '2026-09-17', '2026-09-22'],
    ['declined', '2026-09-19', '2026-09-23'], // a Saturday
    ['changed-mind', '2026-12-21', '2026-12-24'],
    ['changed-mind', '2026-12-23', '2026-12-30'],
    ['authority-unable', '2026-05-21', '2026-05-27'],
    ['concluded', '2026-08-05', '2026-08-10'],
    ['concluded', '2026-08-27', '2026-09-02'],
    ['lapsed', '2026-04-01', '2026-04-08'],
  ] as const)('%s on %s is due on %s', (trigger: CertificateTrigger, on, due) => {
    expect(dates(certificateDue({ trigger, triggeredOn: day(on) }, law))).toEqual([due, due]);
  });

  test('after a silent lapse says that the Regulations are silent too', () => {
    const notesOf = (trigger: CertificateTrigger) =>
      certificateDue({ trigger, triggeredOn: day('2026-11-18') }, law).notes;
    expect(notesOf('lapsed')).toEqual([expect.stringContaining('The Regulations do not say')]);
    expect(notesOf('authority-unable')).toEqual([]);
  });

  test('its gates are three and no more', () => {
    const open = { informationGivenOn: day('2026-09-14'), notWishedOn: day('2026-09-14'), adviserIndependent: true };
    expect(informationGates(open)).toEqual([]);
    expect(informationGates({ ...open, informationGivenOn: null })).toEqual(['information-not-given']);
    expect(informationGates({ ...open, notWishedOn: null })).toEqual(['wish-not-stated']);
    expect(informationGates({ ...open, adviserIndependent: false })).toEqual(['adviser-not-independent']);
  });

  test.each([
    [null, '2026-09-14', null],
    ['2026-09-14', null, null],
    ['2026-09-14', '2026-09-14', '2026-09-14'],
    ['2026-09-14', '2026-09-16', '2026-09-16'],
    ['2026-09-16', '2026-09-14', '2026-09-16'],
  ])('told %s, declined %s: both conditions met on %s', (informed, declined, met) => {
    expect(iso(declinedOn(maybeDay(informed), maybeDay(declined)))).toBe(met);
  });

  test('one for each decision and appellant; the first governs', () => {
    const held = [
      { decisionId: 'd1', appellantId: 'mother', issuedOn: day('2026-11-10'), number: '2' },
      { decisionId: 'd1', appellantId: 'mother', issuedOn: day('2026-10-20'), number: '1' },
      { decisionId: 'd1', appellantId: 'father', issuedOn: day('2026-09-01'), number: '3' },
      { decisionId: 'd2', appellantId: 'mother', issuedOn: day('2026-08-01'), number: '4' },
    ];
    expect(findFirstCertificate(held, 'd1', 'mother')?.number).toBe('1');
    expect(findFirstCertificate(held, 'd1', 'father')?.number).toBe('3');
    expect(findFirstCertificate(held, 'd2', 'father')).toBeNull();
  });
});

describe('telling the health body', () => {
  test.each([
    ['2026-09-07', '2026-09-10'],
    ['2026-05-01', '2026-05-07'],
    ['2027-03-25', '2027-04-01'],
  ])('told %s, due %s', (told, due) => {
    expect(dates(tellIcb({ authorityToldOn: day(told) }, law))).toEqual([due, due]);
  });
});

describe('day 30', () => {
  const arrange = (
    healthScope: HealthScope,
    family: string | null,
    adviser: string | null = null,
    icb: string | null = null,
  ) =>
    arrangeMediation(
      {
        healthScope,
        familyToldAuthorityOn: maybeDay(family),
        adviserToldAuthorityOn: maybeDay(adviser),
        icbToldOn: maybeDay(icb),
      },
      law,
    );

  test.each([
    ['a weekday', 'none', '2026-07-20', null, null, '2026-08-19', '2026-08-19'],
    ['New Year’s Day', 'none', '2026-12-02', null, null, '2027-01-01', '2026-12-31'],
    ['a Saturday', 'none', '2026-06-18', null, null, '2026-07-18', '2026-07-17'],
    ['a short February', 'none', '2026-01-31', null, null, '2026-03-02', '2026-03-02'],
    ['a leap February', 'none', '2024-02-10', null, null, '2024-03-11', '2024-03-11'],
    ['the family first', 'none', '2026-10-05', '2026-10-08', null, '2026-11-04', '2026-11-04'],
    ['the adviser first', 'none', '2026-10-08', '2026-10-05', null, '2026-11-04', '2026-11-04'],
    ['the adviser alone', 'none', null, '2026-10-05', null, '2026-11-04', '2026-11-04'],
    ['both kinds: the ICB starts nothing again', 'mixed', '2026-09-07', null, '2026-09-10', '2026-10-07', '2026-10-07'],
    ['health alone: from the ICB', 'health-only', '2026-09-07', null, '2026-09-10', '2026-10-10', '2026-10-09'],
  ] as const)('%s', (_, scope, family, adviser, icb, deadline, safeBy) => {
    expect(dates(arrange(scope, family, adviser, icb))).toEqual([deadline, safeBy]);
  });

  test('two notices leave the later reading', () => {
    expect(words(arrange('none', '2026-10-08', '2026-10-05'))[0]).toBe(
      'The council was told twice, on Monday 5 October 2026 and on Thursday 8 October 2026. We count from the first time.',
    );
    expect(arrange('none', '2026-10-05', '2026-10-08').readings.map(({ on }) => iso(on))).toEqual(['2026-11-07']);
    expect(arrange('none', '2026-10-05', '2026-10-05').readings).toEqual([]);
  });

  test('has not started without its notice', () => {
    expect(dates(arrange('none', null))).toEqual([null, null]);
    const waiting = arrange('health-only', '2026-09-07');
    expect(dates(waiting)).toEqual([null, null]);
    expect(waiting.notes).toEqual([
      'The 30 days start when the council tells the health body (the ICB). That has not happened yet.',
    ]);
  });

  test('who arranges', () => {
    expect([whoArranges('none'), whoArranges('mixed'), whoArranges('health-only')]).toEqual([
      'authority',
      'authority',
      'icb',
    ]);
  });

  test.each([
    ['a Wednesday', '2026-11-18', '2026-11-19', '2026-11-23'],
    ['a Friday', '2026-11-20', '2026-11-23', '2026-11-25'],
    ['the day before Easter', '2026-04-02', '2026-04-07', '2026-04-09'],
  ])('a lapse on %s: ask, and certificate', (_, day30, ask, certificate) => {
    const inputs = { day30: day(day30), policy: 'lapse-is-trigger' } as const;
    expect(iso(askAfterDay30(inputs, law).deadline)).toBe(ask);
    const passed = words(askAfterDay30(inputs, law)).filter((one) => one.startsWith('In between'));
    expect(passed).toHaveLength(day(day30).add({ days: 1 }).equals(day(ask)) ? 0 : 1);
    expect(iso(certificateAfterLapse(inputs, law).deadline)).toBe(certificate);
    const waits = certificateAfterLapse({ ...inputs, policy: 'wait-for-notice' }, law);
    expect(waits.deadline).toBeNull();
    expect(waits.notes[0]).toContain('waits for the council');
  });
});

describe('notice of the meeting', () => {
  test.each([
    ['a Monday', '2026-09-14', '2026-09-07', '2026-09-04'],
    ['a Thursday', '2026-03-26', '2026-03-19', '2026-03-18'],
    ['after Easter', '2026-04-08', '2026-03-30', '2026-03-27'],
    ['after a bank holiday', '2026-09-01', '2026-08-24', '2026-08-21'],
  ])('%s', (_, meeting, latest, safeBy) => {
    const answer = noticeOfMeeting({ meetingOn: day(meeting), shorterNoticeConsented: false }, law);
    expect(dates(answer)).toEqual([latest, safeBy]);
    expect(answer.readings.map(({ on, kind }) => [iso(on), kind])).toEqual([[safeBy, 'earlier']]);
  });

  test('counts back day by day, and names what it skips', () => {
    const answer = noticeOfMeeting({ meetingOn: day('2027-01-05'), shorterNoticeConsented: false }, law);
    expect(words(answer)).toEqual([
      'The meeting is on Tuesday 5 January 2027.',
      'That day is not counted. Count back 5 working days: Monday 4 January 2027 (1), Thursday 31 December 2026 (2), Wednesday 30 December 2026 (3), Tuesday 29 December 2026 (4) and Thursday 24 December 2026 (5).',
      'Skip the days that are not working days: Friday 25 December 2026 (Christmas Day, a bank holiday), Saturday 26 December 2026, Sunday 27 December 2026, Monday 28 December 2026 (substitute day for Boxing Day, a bank holiday), Friday 1 January 2027 (New Year’s Day, a bank holiday), Saturday 2 January 2027 and Sunday 3 January 2027.',
      'The last day to tell you is Thursday 24 December 2026.',
      'To leave 5 whole working days in between, go back one working day more: Wednesday 23 December 2026.',
    ]);
  });

  test('consent to less leaves no limit', () => {
    expect(dates(noticeOfMeeting({ meetingOn: day('2026-09-14'), shorterNoticeConsented: true }, law))).toEqual([
      null,
      null,
    ]);
  });
});

describe('an agreement reached on Monday 12 October 2026', () => {
  test.each([
    ['assess-notify', '2026-10-26', '2026-10-26'],
    ['assess-decide-no-plan', '2026-12-21', '2026-12-21'],
    ['assess-final-plan', '2027-01-18', '2027-01-18'],
    ['make-plan-draft', '2026-11-16', '2026-11-16'],
    ['make-plan-final', '2026-12-28', '2026-12-24'],
    ['reconsider', '2026-10-26', '2026-10-26'],
    ['amend-plan', '2026-11-16', '2026-11-16'],
    ['amend-named-school-only', '2026-10-26', '2026-10-26'],
    ['continue-plan', '2026-10-12', '2026-10-12'],
    ['continue-and-amend-plan', '2026-11-16', '2026-11-16'],
    ['cease-plan', '2026-10-12', '2026-10-12'],
    ['non-appealable-action', '2026-10-26', '2026-10-26'],
  ] as const)('%s', (action: ClauseClass, deadline, safeBy) => {
    expect(dates(clauseDue({ action, owner: 'authority', agreedOn: day('2026-10-12') }, law))).toEqual([
      deadline,
      safeBy,
    ]);
  });

  test('a written date takes the place of the period, on a weekend with its safe day', () => {
    const clause = (writtenDate: string) =>
      clauseDue(
        { action: 'amend-plan', owner: 'authority', agreedOn: day('2026-10-12'), writtenDate: day(writtenDate) },
        law,
      );
    expect(dates(clause('2026-11-30'))).toEqual(['2026-11-30', '2026-11-30']);
    expect(dates(clause('2026-11-29'))).toEqual(['2026-11-29', '2026-11-27']);
    expect(clause('2026-11-30').citation).toBe('SEND Regulations 2014 reg 42(5)');
    expect(dates(clause('2026-10-12'))).toEqual(['2026-10-12', '2026-10-12']);
    expect(() => clause('2026-10-11')).toThrow(RangeError);
  });

  test('what happens at once is never before the agreement, on a Saturday too', () => {
    const answer = clauseDue({ action: 'continue-plan', owner: 'authority', agreedOn: day('2026-10-10') }, law);
    expect(dates(answer)).toEqual(['2026-10-10', '2026-10-10']);
    expect(answer.explain().inShort).toBe('Agreed Sat 10 Oct 2026, at once');
  });

  test('the health body tells the council within a week', () => {
    expect(dates(tellAuthorityOfAgreement({ agreedOn: day('2026-10-12') }, law))).toEqual(['2026-10-19', '2026-10-19']);
  });

  test.each([
    ['authority', null, '2026-10-26', 'SEND Regulations 2014 reg 42(3)'],
    ['icb', null, '2026-10-26', 'SEND Regulations 2014 reg 42(3)'],
    ['icb', '2026-11-30', '2026-11-30', 'SEND Regulations 2014 reg 42(5)'],
    ['school', null, null, 'SEND Regulations 2014 reg 42(2) and (3)'],
    ['school', '2026-11-30', '2026-11-30', 'SEND Regulations 2014 reg 42(2) and (3)'],
    ['family', null, null, 'SEND Regulations 2014 reg 42(2) and (3)'],
    ['other', '2026-11-30', '2026-11-30', 'SEND Regulations 2014 reg 42(2) and (3)'],
  ] as const)('%s, written date %s: %s under %s', (owner: ClauseOwner, written, deadline, citation) => {
    const answer = clauseDue(
      { action: 'non-appealable-action', owner, agreedOn: day('2026-10-12'), writtenDate: maybeDay(written) },
      law,
    );
    expect([iso(answer.deadline), answer.citation]).toEqual([deadline, citation]);
    expect(answer.notes.join().includes('This is a promise')).toBe(forceOf(owner) === 'promise');
  });

  test('a promise for a Saturday says which day before it is safe', () => {
    const answer = clauseDue(
      { action: 'non-appealable-action', owner: 'school', agreedOn: day('2026-10-12'), writtenDate: day('2026-11-28') },
      law,
    );
    expect(words(answer)).toEqual([
      'The agreement was reached on Monday 12 October 2026.',
      'It was promised for Saturday 28 November 2026. The law sets no day for it.',
      'That day is not a working day (Saturday). To be safe, look for it on the working day before: Friday 27 November 2026.',
    ]);
  });

  test('only the council and the ICB are bound', () => {
    expect((['authority', 'icb', 'school', 'family', 'other'] as const).map(forceOf)).toEqual([
      'binding',
      'binding',
      'promise',
      'promise',
      'promise',
    ]);
  });
});

describe('the council’s answer to an appeal', () => {
  test.each([
    // 14 to 31 July holds 14 working days, August none that counts, September 16 more.
    ['over August', '2026-07-13', '2026-09-22'],
    ['sent in August', '2026-08-10', '2026-10-12'],
    // 2 to 24 December holds 17, then 4 to 20 January 13 more.
    ['over Christmas', '2026-12-01', '2027-01-20'],
    ['with Easter inside', '2027-03-01', '2027-04-14'],
    ['with no break', '2026-09-14', '2026-10-26'],
  ])('%s: sent %s, due %s', (_, sent, due) => {
    const answer = answerAppeal({ appealSentOn: day(sent) }, law);
    expect(dates(answer)).toEqual([due, due]);
    expect(answer.explain().steps.at(-1)?.words).toContain('The council has to answer by 5pm on');
  });
});

describe('recommendations', () => {
  test('are answered in five weeks', () => {
    expect(dates(answerRecommendation({ sentOn: day('2026-10-12') }, law))).toEqual(['2026-11-16', '2026-11-16']);
  });

  test('need a live education ground, and never follow a refusal to assess', () => {
    expect(canRecommend('refuse-to-issue', true, null)).toBe(true);
    expect(canRecommend('refuse-to-reassess', true, null)).toBe(true);
    expect(canRecommend('refuse-to-issue', false, null)).toBe(false);
    expect(canRecommend('refuse-to-assess', true, null)).toBe(false);
  });

  test.each([
    ['2018-04-02', false],
    ['2018-04-03', true],
  ])('began with decisions of 3 April 2018: sent %s, %s', (sent, may) => {
    expect(canRecommend('refuse-to-issue', true, day(sent))).toBe(may);
  });
});
