// The closed days that a manager adds: one, or every staffed day from one to another. Pure.
import { Temporal } from 'temporal-polyfill';
import type { FormError } from '../../kit/forms/answers.ts';
import type { ClosureDay } from '../commands.ts';
import type { Hours } from '../service.ts';

/** The longest time that is added at once: a summer. */
const MOST_DAYS = 62;

export interface ClosedAsked {
  readonly closed: Temporal.PlainDate | undefined;
  readonly closedUntil: Temporal.PlainDate | undefined;
  readonly closedName: string;
}

/** Lists the days that are added; days of a longer time on which nobody answers anyway are left out. */
export function closedDaysIn(
  { closed: from, closedUntil, closedName: name }: ClosedAsked,
  hours: Hours,
): { readonly days: readonly ClosureDay[] } | { readonly error: FormError } {
  const wrong = (field: string, message: string) => ({ error: { field, message } });
  if (!from) return closedUntil ? wrong('closed', 'Please add the first day.') : { days: [] };
  const until = closedUntil ?? from;
  const length = from.until(until).days;
  if (length < 0) return wrong('closedUntil', 'The last day is before the first one.');
  if (length >= MOST_DAYS) return wrong('closedUntil', 'That is more than two months. Add it in parts.');
  if (name === '') return wrong('closedName', 'Please write why we are closed.');
  const days = Array.from({ length: length + 1 }, (_, after) => from.add({ days: after })).filter(
    (day) => length === 0 || hours[day.dayOfWeek as keyof Hours],
  );
  return { days: days.map((day) => ({ day: day.toString(), name })) };
}
