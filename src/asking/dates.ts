// The dates of somebody who has just contacted us, worked out by the law from the letter they have.
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Answers } from '../kit/forms/answers.ts';
import { dayFields } from '../kit/forms/day-fields.ts';
import { readForm } from '../kit/forms/read-form.ts';
import { HolidaysNotLoaded } from '../law/calendar.ts';
import { isPlacementOnly, type DecisionKind } from '../law/decisions.ts';
import { checkContact } from '../law/late-contact.ts';
import { receivedInTime } from '../law/received-in-time.ts';
import type { Law } from '../law/versions.ts';
import { workOut, type WorkedOut } from '../public-site/my-dates/worked-out.ts';

/**
 * Works the dates out for a contact made on `contactOn`, as they stand `now` in London: after the Tribunal's hour on the last day that
 * day is over, although a contact still counts until midnight. Null without a letter's date, or in a year whose bank holidays are not known.
 */
export function datesOf(
  { dated, kind }: { readonly dated: Temporal.PlainDate | null; readonly kind: DecisionKind | null },
  contactOn: Temporal.PlainDate,
  now: Temporal.PlainDateTime,
  law: Law,
  sendWorkingDaysBefore: number,
): WorkedOut | null {
  if (!dated) return null;
  const told = {
    // Every decision but a placement alone has the same two months, so an unknown one is worked out like any other.
    kind: kind ?? 'plan-contents',
    dated,
    sent: null,
    certificate: null,
    hasContacted: true,
    contacted: contactOn,
    contactOn,
  };
  const today = now.toPlainDate();
  try {
    const dates = workOut(told, today, law, sendWorkingDaysBefore);
    const { deadline } = dates.appeal;
    if (!deadline?.equals(today) || receivedInTime({ deadline, receivedAt: now }, law).inTime) return dates;
    return { ...workOut(told, today.add({ days: 1 }), law, sendWorkingDaysBefore), today };
  } catch (error) {
    if (error instanceof HolidaysNotLoaded) return null;
    throw error;
  }
}

const letterOnly = z.object({ dated: dayFields() });

/** The last day for a contact in time, where it is today or tomorrow. */
export type LastDay = 'today' | 'tomorrow' | null;

/** Says whether, by the letter among these answers, the last day for a contact in time (reg 33) is today or tomorrow; never for a placement alone, where no contact is needed. */
export function lastDayNear(answers: Answers, today: Temporal.PlainDate, law: Law): LastDay {
  const read = readForm(letterOnly, answers);
  const dated = read.ok ? read.values.dated : undefined;
  if (!dated || Temporal.PlainDate.compare(dated, today) > 0) return null;
  if (answers['kind'] === 'placement' && isPlacementOnly('placement', [], dated)) return null;
  const { lastDay } = checkContact({ datedOn: dated, sentOn: null, contactOn: today, policy: 'manager-decides' }, law);
  if (lastDay.equals(today)) return 'today';
  return lastDay.equals(today.add({ days: 1 })) ? 'tomorrow' : null;
}
