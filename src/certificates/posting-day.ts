// The day on which a pack that is prepared now can really be posted, by the service's last post.
import type { Temporal } from 'temporal-polyfill';
import { LONDON } from '../kit/clock.ts';
import { nextPostingDay } from '../law/posting-day.ts';
import type { Law } from '../law/versions.ts';
import type { Settings } from '../office/service.ts';
import type { Program } from '../program.ts';

interface Serviced {
  readonly settings: Pick<Settings, 'lastPost'>;
}

/** Gives the day of the next post, which a certificate prepared now is to bear. Throws HolidaysNotLoaded. */
export function postingDay(
  { settings }: Serviced,
  now: Temporal.Instant,
  law: Pick<Law, 'holidays'>,
): Temporal.PlainDate {
  return nextPostingDay(now.toZonedDateTimeISO(LONDON).toPlainDateTime(), settings.lastPost, law.holidays);
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
