// The day on which a pack that is prepared now can really be posted, by the service's last post and the days on which it is closed.
import type { Temporal } from 'temporal-polyfill';
import { LONDON } from '../kit/clock.ts';
import { addDays } from '../law/periods.ts';
import { nextPostingDay, postingDayFrom, type ClosedDays } from '../law/posting-day.ts';
import type { Law } from '../law/versions.ts';
import type { Settings } from '../office/service.ts';
import type { Program } from '../program.ts';

interface Serviced {
  readonly settings: Pick<Settings, 'lastPost'>;
  /** The service's own, from its settings. */
  readonly closureDays: ClosedDays;
}

/** Gives the day of the next post, which a certificate prepared now is to bear. Throws HolidaysNotLoaded. */
export function postingDay(
  { settings, closureDays }: Serviced,
  now: Temporal.Instant,
  law: Pick<Law, 'holidays'>,
): Temporal.PlainDate {
  return nextPostingDay(now.toZonedDateTimeISO(LONDON).toPlainDateTime(), settings.lastPost, law.holidays, closureDays);
}

/** Gives the day of the post after that of a day. Throws HolidaysNotLoaded. */
export function postingDayAfter(
  day: Temporal.PlainDate,
  { closureDays }: Pick<Serviced, 'closureDays'>,
  law: Pick<Law, 'holidays'>,
): Temporal.PlainDate {
  return postingDayFrom(addDays(day, 1), law.holidays, closureDays);
}

export interface PostDays {
  readonly today: Temporal.PlainDate;
  /** The day of the next post. */
  readonly nextPost: Temporal.PlainDate;
}

/** Gives today and the day of the next post, as the pages say them. */
export function postDays({
  clock,
  law,
  service,
}: Pick<Program, 'clock' | 'law'> & { readonly service: () => Serviced }): PostDays {
  return { today: clock.today(), nextPost: postingDay(service(), clock.now(), law()) };
}
