// The laws of the calendar that every rule keeps, tried on days from 2020 to 2035 against counters that share no code with the product.
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { clauseDue, CLAUSE_CLASSES, tellAuthorityOfAgreement } from './agreement.ts';
import { arrangeMediation } from './arranging.ts';
import { certificateDue } from './certificate.ts';
import { contactAdviser } from './contact.ts';
import { displayDates } from './display-dates.ts';
import { day, longBankHolidays, longLaw as law } from './for-tests.ts';
import { tellIcb } from './icb-notice.ts';
import { noticeOfMeeting } from './meeting-notice.ts';
import { addMonths, addWorkingDays, subtractWorkingDays } from './periods.ts';
import { answerRecommendation } from './recommendations.ts';
import { tribunalAppeal } from './tribunal-appeal.ts';
import type { Answer } from './explain.ts';

type Day = Temporal.PlainDate;
const FIRST = day('2020-01-01');
const anyDay = fc.integer({ min: 0, max: 5843 }).map((days) => FIRST.add({ days })); // 2020 to 2035
const fewDays = fc.integer({ min: 0, max: 80 });
const compare = Temporal.PlainDate.compare;

/** A working day by the plainest test there is. */
const works = (date: Day) => date.dayOfWeek <= 5 && !longBankHolidays.has(date.toString());

function slowly(from: Day, count: number, direction: 1 | -1): Day {
  let date = from;
  for (let left = count; left > 0;) {
    date = date.add({ days: direction });
    if (works(date)) left -= 1;
  }
  return date;
}

const rules: readonly (readonly [string, (on: Day) => Answer])[] = [
  ['contact', (on) => contactAdviser({ sentOn: on }, law)],
  ['certificate', (on) => certificateDue({ trigger: 'declined', triggeredOn: on }, law)],
  ['health body', (on) => tellIcb({ authorityToldOn: on }, law)],
  ['day 30', (on) => arrangeMediation({ healthScope: 'none', familyToldAuthorityOn: on }, law)],
  ['recommendation', (on) => answerRecommendation({ sentOn: on }, law)],
  ['health body tells council', (on) => tellAuthorityOfAgreement({ agreedOn: on }, law)],
  ['appeal', (on) => tribunalAppeal({ sentOn: on, certificatesIssuedOn: [], placementOnly: false }, law)],
  ...CLAUSE_CLASSES.map(
    (action) => [action, (on: Day) => clauseDue({ action, owner: 'authority', agreedOn: on }, law)] as const,
  ),
];

describe.each(rules)('%s', (_, rule) => {
  test('is monotonic, never before its trigger, and safe no later than the last day', () => {
    fc.assert(
      fc.property(anyDay, fewDays, (on, more) => {
        const [first, later] = [rule(on), rule(on.add({ days: more }))];
        const { deadline, safeBy } = first;
        if (!deadline || !safeBy || !later.deadline || !later.safeBy) return false;
        return (
          compare(deadline, on) >= 0 &&
          compare(safeBy, on) >= 0 &&
          compare(safeBy, deadline) <= 0 &&
          compare(later.deadline, deadline) >= 0 &&
          compare(later.safeBy, safeBy) >= 0
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('counting', () => {
  test('working days agree with a slow counter, forwards and back', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 12 }), (on, count) => {
        expect(addWorkingDays(on, count, law.holidays).equals(slowly(on, count, 1))).toBe(true);
        expect(subtractWorkingDays(on, count, law.holidays).equals(slowly(on, count, -1))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('months keep the day number, or end on the last day of a shorter month', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 3 }), (on, months) => {
        const end = addMonths(on, months);
        expect(end.equals(on.add({ months }, { overflow: 'constrain' }))).toBe(true);
        expect(end.day === on.day || (end.day < on.day && end.day === end.daysInMonth)).toBe(true);
        expect((end.year - on.year) * 12 + end.month - on.month).toBe(months);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the appeal date', () => {
  const twoDays = fc.tuple(anyDay, fewDays).map(([sent, more]) => ({ sent, certificate: sent.add({ days: more }) }));
  const appeal = (sentOn: Day, certificate: Day) =>
    tribunalAppeal({ sentOn, certificatesIssuedOn: [certificate], placementOnly: false }, law);

  test('is a working day outside August and the Christmas days unless a reading is unsettled, and never before either limb', () => {
    fc.assert(
      fc.property(twoDays, ({ sent, certificate }) => {
        const answer = appeal(sent, certificate);
        if (!answer.deadline || !answer.rawFromCertificate) return false;
        const { month, day: dayOfMonth } = answer.deadline;
        const frozen = month === 8 || (month === 12 && dayOfMonth >= 25) || (month === 1 && dayOfMonth === 1);
        return (
          works(answer.deadline) &&
          frozen === (answer.extraSafe !== null) &&
          compare(answer.deadline, answer.rawFromDecision) >= 0 &&
          compare(answer.deadline, answer.rawFromCertificate) >= 0
        );
      }),
      { numRuns: 500 },
    );
  });

  test('is never earlier for a later certificate or a later letter, and a second certificate never moves it', () => {
    fc.assert(
      fc.property(twoDays, fewDays, ({ sent, certificate }, more) => {
        const base = appeal(sent, certificate).deadline;
        const laterCertificate = appeal(sent, certificate.add({ days: more })).deadline;
        const second = tribunalAppeal(
          { sentOn: sent, certificatesIssuedOn: [certificate.add({ days: more }), certificate], placementOnly: false },
          law,
        ).deadline;
        const earlierLetter = appeal(sent.subtract({ days: more }), certificate).deadline;
        if (!base || !laterCertificate || !second || !earlierLetter) return false;
        return compare(laterCertificate, base) >= 0 && second.equals(base) && compare(earlierLetter, base) <= 0;
      }),
      { numRuns: 500 },
    );
  });

  test('rolling the later end gives the later of the two rolled ends', () => {
    fc.assert(
      fc.property(twoDays, ({ sent, certificate }) => {
        const both = appeal(sent, certificate).deadline;
        const letter = tribunalAppeal({ sentOn: sent, certificatesIssuedOn: [], placementOnly: true }, law).deadline;
        if (!both || !letter) return false;
        return compare(both, letter) >= 0;
      }),
      { numRuns: 300 },
    );
  });

  test('every other reading is on its own side, and send-by is five working days before', () => {
    fc.assert(
      fc.property(twoDays, fewDays, fc.boolean(), ({ sent, certificate }, more, placementOnly) => {
        const answer = tribunalAppeal(
          { datedOn: sent, sentOn: sent.add({ days: more % 5 }), certificatesIssuedOn: [certificate], placementOnly },
          law,
        );
        const shown = displayDates(answer, law);
        if (!answer.deadline || !shown?.sendBy.deadline) return false;
        const last = answer.deadline;
        return (
          shown.sendBy.deadline.equals(slowly(last, 5, -1)) &&
          answer.readings.every(({ on, kind }) => (kind === 'later' ? compare(on, last) > 0 : compare(on, last) < 0))
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('the steps can be followed on a paper calendar', () => {
  /** Every day that does not work and lies strictly between two days of an answer. */
  const between = (a: Day, b: Day) => {
    const idle: string[] = [];
    for (let date = a.add({ days: 1 }); compare(date, b) < 0; date = date.add({ days: 1 }))
      if (!works(date)) idle.push(date.toString());
    return idle;
  };
  const said = (answer: Answer) =>
    new Set(answer.explain().steps.flatMap(({ dates }) => dates.map((date) => date.toString())));

  test.each(rules.filter(([name]) => name !== 'appeal'))(
    '%s: the days between the safe day and the last',
    (_, rule) => {
      fc.assert(
        fc.property(anyDay, (on) => {
          const answer = rule(on);
          if (!answer.deadline || !answer.safeBy) return false;
          const named = said(answer);
          return between(answer.safeBy, answer.deadline).every((date) => named.has(date));
        }),
        { numRuns: 200 },
      );
    },
  );

  test('appeal: the days between where the time ends, or its freeze, and the last', () => {
    fc.assert(
      fc.property(anyDay, (sentOn) => {
        const answer = tribunalAppeal({ sentOn, certificatesIssuedOn: [], placementOnly: false }, law);
        if (!answer.deadline) return false;
        const { rawFromDecision: ends } = answer;
        const frozen = ends.month === 8 ? `${ends.year}-08-31` : null;
        const christmas =
          ends.month === 12 && ends.day >= 25
            ? `${ends.year + 1}-01-01`
            : ends.month === 1 && ends.day === 1
              ? ends
              : null;
        const from = frozen ?? christmas ?? ends;
        const named = said(answer);
        return between(Temporal.PlainDate.from(from), answer.deadline).every((date) => named.has(date));
      }),
      { numRuns: 500 },
    );
  });
});

test('notice of a meeting leaves five working days, and one more to be safe', () => {
  fc.assert(
    fc.property(anyDay, (on) => {
      const answer = noticeOfMeeting({ meetingOn: on, shorterNoticeConsented: false }, law);
      expect(answer.deadline?.equals(slowly(on, 5, -1))).toBe(true);
      expect(answer.safeBy?.equals(slowly(on, 6, -1))).toBe(true);
    }),
    { numRuns: 300 },
  );
});
