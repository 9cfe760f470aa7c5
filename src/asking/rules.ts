// The promises and limits of the front door: when an adviser gets in touch, how long a draft is kept, how often a birth date may be tried.
import { Temporal } from 'temporal-polyfill';
import { LONDON } from '../kit/clock.ts';
import type { Holidays } from '../law/calendar.ts';
import { addWorkingDays } from '../law/periods.ts';
import type { Answers } from '../kit/forms/answers.ts';

/** How many working days after a contact an adviser gets in touch: this service's own promise, not a limit in law. */
export const ANSWER_WORKING_DAYS = 1;
/** How long a draft is kept after it was last written to. */
export const DRAFT_DAYS = 14;
/** How often the birth date may be wrong before a link opens nothing any more. */
export const MOST_WRONG_TRIES = 3;
/** How long a browser keeps its draft open without a page being asked for: a telephone call, or a child to be put to bed. */
export const BROWSER_SECONDS = 2 * 60 * 60;

/** Gives the day by whose end an adviser gets in touch; null where the year's bank holidays are not known. */
export function answerBy(contactOn: Temporal.PlainDate, holidays: Holidays): Temporal.PlainDate | null {
  if (!holidays.isLoaded(contactOn.year) || !holidays.isLoaded(contactOn.year + 1)) return null;
  return addWorkingDays(contactOn, ANSWER_WORKING_DAYS, holidays);
}

/** The moment before which a draft was last saved when it is to go: its link works through the whole of the day that was promised. */
export function draftsGoBefore(today: Temporal.PlainDate): Temporal.Instant {
  return today.subtract({ days: DRAFT_DAYS }).toZonedDateTime(LONDON).toInstant();
}

const SAME_CONTACT = ['writer', 'name', 'reach', 'dated-day', 'dated-month', 'dated-year'] as const;

/** Says whether two first screens are the same contact sent twice, from two tabs, rather than one about another child. */
export function isSameContact(one: Answers, other: Answers): boolean {
  const plain = (typed: Answers[string] | undefined) =>
    String(typed ?? '')
      .trim()
      .toLowerCase();
  return SAME_CONTACT.every((name) => plain(one[name]) === plain(other[name]));
}
