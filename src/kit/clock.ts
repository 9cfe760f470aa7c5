// The only place that asks what time it is; everything else is handed a clock or a time.
import { Temporal } from 'temporal-polyfill';

/** Where the service's days begin and end, summer time included. */
export const LONDON = 'Europe/London';

export interface Clock {
  now(): Temporal.Instant;
  /** The day in London at this moment. */
  today(): Temporal.PlainDate;
}

/** The day in London on which an instant falls. */
export function londonDay(instant: Temporal.Instant): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(LONDON).toPlainDate();
}

function clockOf(now: () => Temporal.Instant): Clock {
  return { now, today: () => londonDay(now()) };
}

/** The machine's clock. */
export const systemClock: Clock = clockOf(() => Temporal.Now.instant());

/** A clock that runs at the usual pace but is set forward or back; the trial keeps its offset in the database. */
export function offsetClock(getOffset: () => Temporal.Duration): Clock {
  return clockOf(() => Temporal.Now.instant().add(hoursAtMost(getOffset())));
}

/** A clock that stands still, for tests. `iso` is an instant with its offset: `2026-09-01T09:00:00Z`. */
export function frozenClock(iso: string): Clock {
  const instant = Temporal.Instant.from(iso);
  return clockOf(() => instant);
}

/** Instants take no days or weeks, because those can differ in length; an offset counts them as 24 hours each. */
function hoursAtMost(offset: Temporal.Duration): Temporal.Duration {
  return offset.round({ largestUnit: 'hour', relativeTo: Temporal.PlainDateTime.from('2000-01-01T00:00') });
}
