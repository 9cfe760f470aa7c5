// Says what is unusual about a look, for the manager: never that it was wrong. Pure.
import type { Temporal } from 'temporal-polyfill';
import { LONDON } from '../kit/clock.ts';
import { openingAt, type Service } from '../office/service.ts';
import { MANY_CASES, type LookedAt } from './looked.ts';

export type Unusual = 'nobodys-work' | 'one-of-many' | 'outside-hours';

export const unusualWords: Readonly<Record<Unusual, string>> = {
  'nobodys-work': 'not their case, and nothing done in it that day',
  'one-of-many': `${MANY_CASES} cases or more within an hour`,
  'outside-hours': 'outside hours',
};

/** People come a little before the telephone is staffed and go a little after. */
const aroundHours = { hours: 1 };

/** Lists what is unusual about a look of somebody on the staff; a family's looks at its own page are never marked. */
export function unusualOf(
  look: Pick<LookedAt, 'at' | 'byName' | 'isNobodysWork' | 'isOneOfMany'>,
  service: Pick<Service, 'hours' | 'closureDays'>,
  isBankHoliday: (day: Temporal.PlainDate) => boolean,
): readonly Unusual[] {
  if (look.byName === null) return [];
  const at = look.at.toZonedDateTimeISO(LONDON);
  const isWorked = [at.subtract(aroundHours), at, at.add(aroundHours)].some(
    (moment) => openingAt(service, moment, isBankHoliday).open,
  );
  return [
    ...(look.isNobodysWork ? (['nobodys-work'] as const) : []),
    ...(look.isOneOfMany ? (['one-of-many'] as const) : []),
    ...(isWorked ? [] : (['outside-hours'] as const)),
  ];
}
