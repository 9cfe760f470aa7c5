// The dates of somebody who has just contacted us, worked out by the law from the letter they have.
import { Temporal } from 'temporal-polyfill';
import { HolidaysNotLoaded } from '../law/calendar.ts';
import type { DecisionKind } from '../law/decisions.ts';
import type { Law } from '../law/versions.ts';
import { workOut, type WorkedOut } from '../public-site/my-dates/worked-out.ts';

/** Works the dates out for a contact made on `contactOn`; null without a letter's date, or in a year whose bank holidays are not known. */
export function datesOf(
  { dated, kind }: { readonly dated: Temporal.PlainDate | null; readonly kind: DecisionKind | null },
  contactOn: Temporal.PlainDate,
  today: Temporal.PlainDate,
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
  try {
    return workOut(told, today, law, sendWorkingDaysBefore);
  } catch (error) {
    if (error instanceof HolidaysNotLoaded) return null;
    throw error;
  }
}
