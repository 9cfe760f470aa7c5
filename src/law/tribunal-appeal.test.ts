// The appeal date: both limbs, the roll-over at every edge, the unsettled readings, the two dates shown, and received in time.
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { displayDates } from './display-dates.ts';
import { day, iso, maybeDay, seededLaw as law } from './for-tests.ts';
import { receivedInTime } from './received-in-time.ts';
import { tribunalAppeal } from './tribunal-appeal.ts';
import type { AppealInputs } from './appeal-sum.ts';

const appeal = (sentOn: string, certificate: string | null = null, more: Partial<AppealInputs> = {}) =>
  tribunalAppeal(
    { sentOn: day(sentOn), certificatesIssuedOn: certificate ? [day(certificate)] : [], placementOnly: false, ...more },
    law,
  );

test.each([
  ['the letter governs', '2026-09-10', '2026-09-24', 'decision', '2026-11-10'],
  ['the certificate governs', '2026-09-10', '2026-10-20', 'certificate', '2026-11-20'],
  ['a tie', '2025-11-24', '2025-12-24', 'decision', '2026-01-26'],
  ['a Friday', '2026-09-13', null, 'decision', '2026-11-13'],
  ['a Saturday goes to Monday', '2026-09-14', null, 'decision', '2026-11-16'],
  ['a Sunday goes to Monday', '2026-09-15', null, 'decision', '2026-11-16'],
  ['Good Friday goes to Tuesday', '2027-01-26', null, 'decision', '2027-03-30'],
  ['30 July, a Friday', '2027-05-30', null, 'decision', '2027-07-30'],
  ['1 August', '2026-06-01', null, 'decision', '2026-09-01'],
  ['31 August', '2026-06-30', '2026-07-31', 'certificate', '2026-09-01'],
  ['August before a Sunday 1 September', '2024-06-30', null, 'decision', '2024-09-02'],
  ['1 September by itself', '2026-07-01', null, 'decision', '2026-09-01'],
  ['2 September', '2026-07-02', null, 'decision', '2026-09-02'],
  ['24 December, a Thursday', '2026-10-24', null, 'decision', '2026-12-24'],
  ['25 December', '2026-10-25', null, 'decision', '2027-01-04'],
  ['27 December to a substitute day in January', '2027-10-27', null, 'decision', '2028-01-04'],
  ['31 December', '2026-10-31', null, 'decision', '2027-01-04'],
  ['1 January', '2026-11-01', null, 'decision', '2027-01-04'],
  ['2 January, a Saturday', '2026-11-02', null, 'decision', '2027-01-04'],
  ['no 31 February', '2025-12-31', null, 'decision', '2026-03-02'],
  ['over the night the clocks go forward', '2026-01-29', null, 'decision', '2026-03-30'],
  ['over the night the clocks go back', '2026-08-25', null, 'decision', '2026-10-26'],
])('%s', (_, sent, certificate, basis, deadline) => {
  const answer = appeal(sent, certificate);
  expect([answer.basis, iso(answer.deadline), iso(answer.safeBy)]).toEqual([basis, deadline, deadline]);
  expect([answer.laterReading, answer.extraSafe, answer.standing]).toEqual([null, null, 'dated']);
});

describe('unsettled readings', () => {
  test.each([
    ['31 July, a Saturday', '2027-05-31', '2027-08-02', '2027-09-01', '2027-07-30'],
    ['24 December, a Sunday', '2023-10-24', '2023-12-27', '2024-01-02', '2023-12-22'],
  ])('%s leads into a freeze', (_, sent, deadline, later, earlier) => {
    const answer = appeal(sent);
    expect([iso(answer.deadline), iso(answer.laterReading), iso(answer.extraSafe)]).toEqual([deadline, later, earlier]);
  });

  test('a reading inside the loaded years is given, although a reading of it in turn would reach beyond', () => {
    // The second certificate's month ends on Sunday 24 December 2028, in time until Wednesday 27 December.
    const answer = appeal('2028-09-08', null, { certificatesIssuedOn: [day('2028-10-22'), day('2028-11-24')] });
    expect([iso(answer.deadline), iso(answer.laterReading)]).toEqual(['2028-11-22', '2028-12-27']);
  });

  test('a reading that reaches into a year nobody has loaded is refused', () => {
    expect(() => appeal('2028-10-23')).toThrow('The bank holidays of 2029 are not loaded');
  });

  test('dated before it was sent: the date on it is safe', () => {
    const answer = appeal('2026-09-03', '2026-09-08', { datedOn: day('2026-09-01') });
    expect([iso(answer.rawFromDecision), iso(answer.deadline), iso(answer.laterReading)]).toEqual([
      '2026-11-01',
      '2026-11-02',
      '2026-11-03',
    ]);
  });

  test.each([
    ['both lead to 1 September', '2026-06-10', '2026-06-09', null],
    ['the certificate governs either way', '2026-09-03', '2026-09-01', '2026-10-20'],
    ['dated after it was sent', '2026-09-01', '2026-09-03', null],
  ])('no other reading where it changes nothing: %s', (_, sent, dated, certificate) => {
    expect(appeal(sent, certificate, { datedOn: day(dated) }).laterReading).toBeNull();
  });

  test('two certificates: the first governs, in whatever order they are given', () => {
    const both = [day('2026-11-10'), day('2026-10-20')];
    const answer = appeal('2026-09-01', null, { certificatesIssuedOn: both });
    expect([iso(answer.rawFromCertificate), iso(answer.deadline), iso(answer.laterReading)]).toEqual([
      '2026-11-20',
      '2026-11-20',
      '2026-12-10',
    ]);
  });

  test('Section I alone with a certificate: two months are safe', () => {
    const answer = appeal('2026-09-10', '2026-10-28', { placementOnly: true });
    expect([answer.basis, iso(answer.deadline), iso(answer.laterReading)]).toEqual([
      'decision',
      '2026-11-10',
      '2026-11-30',
    ]);
    expect(appeal('2026-09-10', '2026-09-20', { placementOnly: true }).laterReading).toBeNull();
  });

  test.each([
    ['2026-01-05', '2026-01-12', '2026-03-06', null],
    ['2025-12-10', '2026-02-03', null, '2026-03-05'],
    ['2026-02-28', null, null, null], // sixty days are too long here too, but no day of February is counted
    ['2025-12-31', null, null, null], // the roll-over makes sixty days do
    ['2026-09-10', null, null, null],
  ])('sent %s, certificate %s: what sixty and thirty days would wrongly give', (sent, certificate, sixty, thirty) => {
    const answer = appeal(sent, certificate);
    expect([iso(answer.wrongSixtyDays), iso(answer.wrongThirtyDays)]).toEqual([sixty, thirty]);
  });
});

describe('contact and a certificate still to come', () => {
  const pending = (contactOn: string, asOf: string | null) =>
    appeal('2026-09-10', null, { contactOn: day(contactOn), certificatePending: true, asOf: maybeDay(asOf) });

  test.each([
    ['before the two months end', '2026-10-01', '2026-11-09', 'dated', '2026-11-10'],
    ['on the last day', '2026-10-01', '2026-11-10', 'dated', '2026-11-10'],
    ['the day after', '2026-10-01', '2026-11-11', 'awaiting-certificate', null],
    ['contact on the last day', '2026-11-10', '2026-11-12', 'awaiting-certificate', null],
    ['contact a day late', '2026-11-11', '2026-11-12', 'late-contact', '2026-11-10'],
    ['nobody said what day it is', '2026-10-01', null, 'dated', '2026-11-10'],
  ])('%s', (_, contactOn, asOf, standing, deadline) => {
    const answer = pending(contactOn, asOf);
    expect([answer.standing, iso(answer.deadline), iso(answer.safeBy)]).toEqual([standing, deadline, deadline]);
  });

  test('never says missed', () => {
    const answer = pending('2026-10-01', '2026-11-12');
    expect(answer.notes).toEqual([
      'Two months ended on Tuesday 10 November 2026. You contacted us in time. Your date is set when the certificate is issued.',
    ]);
    expect(JSON.stringify(answer.explain())).not.toMatch(/missed|late/);
    expect(displayDates(answer, law)).toBeNull();
  });

  test('a late contact gets no month from its certificate, and no other reading says so', () => {
    const answer = appeal('2026-09-10', '2026-11-16', { contactOn: day('2026-11-11') });
    expect([answer.standing, answer.basis, iso(answer.deadline), answer.readings]).toEqual([
      'late-contact',
      'decision',
      '2026-11-10',
      [],
    ]);
    expect(answer.notes[0]).toContain('ask the Tribunal for permission');
  });

  test('Section I alone needs no contact', () => {
    expect(appeal('2026-09-10', null, { placementOnly: true, contactOn: day('2026-12-01') }).standing).toBe('dated');
  });
});

test('impossible inputs are refused', () => {
  expect(() => appeal('2026-09-10', '2026-09-09')).toThrow('before the decision');
  expect(() => tribunalAppeal({ certificatesIssuedOn: [], placementOnly: false }, law)).toThrow(RangeError);
});

describe('the explanation', () => {
  const answer = appeal('2026-06-10', '2026-07-20');

  test('is the sum, step by step', () => {
    const { inShort, steps } = answer.explain();
    expect(inShort).toBe('Certificate Mon 20 Jul 2026 + 1 month');
    expect(steps.map(({ words }) => words)).toEqual([
      'The letter was sent on Wednesday 10 June 2026.',
      'Count 2 months: go to the same day number, 10, in August. That is Monday 10 August 2026.',
      'The certificate was issued on Monday 20 July 2026.',
      'Count 1 month: go to the same day number, 20, in August. That is Thursday 20 August 2026.',
      'The later of the two decides: Thursday 20 August 2026.',
      'Thursday 20 August 2026 falls in August. When the time ends in August, the Tribunal takes an appeal up to the first working day after 31 August. That is Tuesday 1 September 2026.',
      'The appeal has to be with the Tribunal by 5pm on Tuesday 1 September 2026.',
    ]);
    expect(steps[5]?.dates.map(iso)).toEqual(['2026-08-20', '2026-09-01']);
  });

  test.each([
    [
      'Good Friday, with Easter Monday behind it',
      '2026-02-03',
      [
        'Friday 3 April 2026 is not a working day (Good Friday, a bank holiday), so the next working day is still in time. That is Tuesday 7 April 2026.',
        'In between, Saturday 4 April 2026, Sunday 5 April 2026 and Monday 6 April 2026 (Easter Monday, a bank holiday) are not working days.',
      ],
    ],
    [
      'Christmas, with a substitute day after New Year',
      '2027-10-27',
      [
        'Monday 27 December 2027 falls in the days from 25 December to 1 January. When the time ends in the days from 25 December to 1 January, the Tribunal takes an appeal up to the first working day after 1 January. That is Tuesday 4 January 2028.',
        'In between, Sunday 2 January 2028 and Monday 3 January 2028 (substitute day for New Year’s Day, a bank holiday) are not working days.',
      ],
    ],
    [
      'August before a Sunday 1 September',
      '2024-06-30',
      [
        'Friday 30 August 2024 falls in August. When the time ends in August, the Tribunal takes an appeal up to the first working day after 31 August. That is Monday 2 September 2024.',
        'In between, Sunday 1 September 2024 is not a working day.',
      ],
    ],
    [
      'a Saturday whose Monday lies in August',
      '2027-05-31',
      [
        'Saturday 31 July 2027 is not a working day (Saturday), so the next working day is still in time. That is Monday 2 August 2027.',
        'In between, Sunday 1 August 2027 is not a working day.',
        'Monday 2 August 2027 lies in August. The time itself ended before that, so we do not move the day on again.',
      ],
    ],
    ['a working day', '2026-09-10', []],
  ])('names every day it passes over: %s', (_, sent, moved) => {
    const words = appeal(sent)
      .explain()
      .steps.map((step) => step.words);
    expect(words.slice(2, -1)).toEqual(moved);
  });

  test.each([
    ['2026-09-01', '2026-09-03'],
    ['2026-09-03', '2026-09-01'],
  ])('sent %s and dated %s: both days are said', (sent, dated) => {
    const [first] = appeal(sent, null, { datedOn: day(dated) }).explain().steps;
    expect(first?.dates.map(iso)).toEqual([dated, sent, '2026-09-01']);
  });

  test('two certificates where none is needed: nobody says that the first one counts', () => {
    const { readings } = appeal('2026-09-10', null, {
      placementOnly: true,
      certificatesIssuedOn: [day('2026-10-28'), day('2026-11-05')],
    });
    expect(readings.map(({ on }) => iso(on))).toEqual(['2026-11-30', '2026-12-07']);
    expect(readings.map(({ why }) => why).join()).not.toContain('we count from the first');
  });

  test('has a picture of August with both ends, the skipped days and the last day', () => {
    const { picture } = answer.explain();
    expect(picture?.caption).toBe('August 2026, into September');
    const cells = picture?.weeks.flat() ?? [];
    const kindOn = (month: number, dayOfMonth: number) =>
      cells.find((cell) => cell?.month === month && cell.day === dayOfMonth)?.mark?.kind ?? null;
    expect(picture?.weeks.every((week) => week.length === 7)).toBe(true);
    expect(cells.slice(0, 5)).toEqual([null, null, null, null, null]); // 1 August 2026 is a Saturday
    expect([
      kindOn(8, 9),
      kindOn(8, 10),
      kindOn(8, 20),
      kindOn(8, 21),
      kindOn(8, 31),
      kindOn(9, 1),
      kindOn(9, 2),
    ]).toEqual(['counted', 'end', 'end', 'skipped', 'skipped', 'final', null]);
    expect(picture?.key.map(({ kind }) => kind)).toEqual(['counted', 'end', 'skipped', 'final']);
  });

  test('send it by counts back five working days over the bank holiday', () => {
    const shown = displayDates(answer, law);
    expect([iso(shown?.sendBy.deadline ?? null), iso(shown?.receivedBy.deadline ?? null)]).toEqual([
      '2026-08-24',
      '2026-09-01',
    ]);
    const { steps, picture } = shown?.sendBy.explain() ?? { steps: [], picture: null };
    expect(steps.map(({ words }) => words)).toEqual([
      'The appeal has to arrive by 5pm on Tuesday 1 September 2026.',
      'We count back 5 working days, in case something is missing or the post is slow.',
      'We skip the days that are not working days: Saturday 29 August 2026, Sunday 30 August 2026 and Monday 31 August 2026 (Summer bank holiday).',
      'Counting back: Friday 28 August 2026 (1), Thursday 27 August 2026 (2), Wednesday 26 August 2026 (3), Tuesday 25 August 2026 (4) and Monday 24 August 2026 (5).',
      'So send it by Monday 24 August 2026.',
    ]);
    expect(picture?.weeks.flat().flatMap((cell) => (cell?.mark ? [`${cell.day} ${cell.mark.words}`] : []))).toEqual([
      '24 send it by this day',
      '25 counted, 4',
      '26 counted, 3',
      '27 counted, 2',
      '28 counted, 1',
      '29 skipped, Saturday',
      '30 skipped, Sunday',
      '31 skipped, Summer bank holiday',
      '1 it must arrive by 5pm',
    ]);
  });

  test('the days kept in hand are a setting', () => {
    expect(iso(displayDates(answer, law, 1)?.sendBy.deadline ?? null)).toBe('2026-08-28');
  });
});

describe('received in time', () => {
  test.each([
    ['2026-11-09T23:30', true],
    ['2026-11-10T16:59', true],
    ['2026-11-10T17:00', true],
    ['2026-11-10T17:00:01', false],
    ['2026-11-10T17:01', false],
    ['2026-11-11T09:00', false],
  ])('%s: %s', (at, inTime) => {
    const answer = receivedInTime({ deadline: day('2026-11-10'), receivedAt: Temporal.PlainDateTime.from(at) }, law);
    expect(answer.inTime).toBe(inTime);
    expect(answer.reading !== null).toBe(!inTime && at.startsWith('2026-11-10'));
  });
});
