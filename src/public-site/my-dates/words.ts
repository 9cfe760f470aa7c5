// The words of "My dates": what was decided, and what to say in each situation.
import { Temporal } from 'temporal-polyfill';
import { dayInWords } from '../../law/day-words.ts';
import type { DecisionKind } from '../../law/decisions.ts';
import type { WorkedOut } from './worked-out.ts';

/** Each decision as a short answer, and how the letter may put it. */
export const decisionWords: Readonly<Record<DecisionKind, { answer: string; hint: string }>> = {
  'refuse-to-assess': { answer: 'No to an assessment', hint: 'The council will not do an EHC needs assessment' },
  'refuse-to-issue': { answer: 'No to a plan', hint: 'The council assessed, and will not issue an EHC plan' },
  'plan-contents': {
    answer: 'What the plan says about needs or help',
    hint: 'Sections B and F of a final EHC plan, with or without the school or college in section I',
  },
  placement: {
    answer: 'Only the school or college in the plan',
    hint: 'Section I, or that none is named, and nothing else',
  },
  'refuse-to-reassess': {
    answer: 'No to a new assessment',
    hint: 'There is a plan, and you asked to be assessed again',
  },
  'refuse-to-amend': { answer: 'No to changing the plan', hint: 'After a review or a new assessment' },
  'cease-to-maintain': { answer: 'An end to the plan', hint: 'The council decided to stop the EHC plan' },
};

export interface Headline {
  readonly eyebrow: string;
  readonly title: string;
  readonly says: string;
}

const SEND_LATE =
  'Send your appeal now all the same. Say that it is late, ask the Tribunal’s permission, and give your reasons. Ring us too: we turn nobody away.';

/** Says what decides the date, or what to do when there is none or it is over. Never "a further month", never "missed". */
export function headlineOf({ appeal, time, contactStanding, contactLastDay, told }: WorkedOut): Headline {
  const eyebrow = 'If you want to appeal';
  if (time === 'awaiting-certificate')
    return { eyebrow, title: 'Your certificate will set the date', says: appeal.notes.join(' ') };
  if (contactStanding === 'late' || contactStanding === 'over') {
    const ended = `The two months for contacting an adviser ended on ${dayInWords(contactLastDay)}.`;
    return time === 'passed'
      ? { eyebrow, title: 'Send your appeal now, and ask for permission', says: `${ended} ${SEND_LATE}` }
      : {
          eyebrow,
          title: 'Two months from your letter decide',
          says: `${ended} So a certificate gives no month as of right. Send your appeal now, with your reasons, and ask the Tribunal’s permission. Ring us too: we turn nobody away.`,
        };
  }
  if (time === 'passed') return { eyebrow, title: 'The last day is over', says: SEND_LATE };
  if (contactStanding === 'not-needed')
    return {
      eyebrow,
      title: 'Two months from your letter decide',
      says: 'Only the school or college is in dispute, so no certificate is needed. Mediation does not move this date.',
    };
  if (!told.certificate)
    return {
      eyebrow,
      title: 'Two months from your letter decide',
      says: 'You need a mediation certificate to appeal. The date on it can make your date later, never earlier. When you have it, look here again.',
    };
  return appeal.basis === 'certificate'
    ? {
        eyebrow,
        title: 'Your certificate decides the date',
        says: 'The law looks at two dates and takes the later one. One month from your certificate ends later than two months from your letter, so the certificate governs.',
      }
    : {
        eyebrow,
        title: 'Your letter decides the date',
        says: 'The law looks at two dates and takes the later one. One month from your certificate does not end later than two months from your letter, so the letter governs.',
      };
}

/**
 * Says why the day to send an appeal stands before the last day to contact an adviser, and what to do first; null where it does not,
 * or where nobody has to contact one any more.
 */
export function whySendFirst({ contactStanding, contact, shown, time, daysInHand }: WorkedOut): string | null {
  const sendBy = shown?.sendBy.deadline;
  const contactBy = contact.safeBy ?? contact.deadline;
  if (contactStanding !== 'to-do' || time !== 'ahead' || !sendBy || !contactBy) return null;
  if (Temporal.PlainDate.compare(sendBy, contactBy) >= 0) return null;
  return `The day to send an appeal is our safe one, ${workingDaysInWords(daysInHand)} before the last moment, so it comes before the law’s last day to contact an adviser: both are right, and contacting an adviser comes first, today if you can.`;
}

/** Warns of sums that are often published and are too late here. */
export function commonMistakes({ appeal }: WorkedOut): readonly string[] {
  const mistake = (days: number, unit: string, on: typeof appeal.wrongSixtyDays) =>
    on
      ? [`Somebody may tell you “${days} days”. That would be ${dayInWords(on)}, and too late: the law says ${unit}.`]
      : [];
  return [...mistake(60, 'two months', appeal.wrongSixtyDays), ...mistake(30, 'one month', appeal.wrongThirtyDays)];
}

const NUMBERS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const;

/** Says "five working days". */
export function workingDaysInWords(count: number): string {
  return `${NUMBERS[count] || count} working ${count === 1 ? 'day' : 'days'}`;
}
