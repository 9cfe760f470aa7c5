// Says moments of a call: to the second when something was saved, and how long the call has lasted.
import { Temporal } from 'temporal-polyfill';
import { LONDON } from '../../kit/clock.ts';

const local = (iso: string): Temporal.ZonedDateTime => Temporal.Instant.from(iso).toZonedDateTimeISO(LONDON);

function clockWords({ hour, minute }: Temporal.ZonedDateTime, seconds = ''): string {
  return `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, '0')}${seconds}${hour < 12 ? 'am' : 'pm'}`;
}

/** Says "10:42:07am". */
export function toTheSecond(iso: string): string {
  const at = local(iso);
  return clockWords(at, `:${String(at.second).padStart(2, '0')}`);
}

/** Says "10:31am". */
export function toTheMinute(iso: string): string {
  return clockWords(local(iso));
}

/** Says "11 min", from a moment to now; "1 hr 5 min" and "2 days" once it is longer. */
export function lasted(fromIso: string, now: Temporal.Instant): string {
  const minutes = Math.max(0, Math.floor(Temporal.Instant.from(fromIso).until(now).total('minutes')));
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} hr ${minutes % 60} min`;
  const days = Math.floor(minutes / (24 * 60));
  return `${days} ${days === 1 ? 'day' : 'days'}`;
}
