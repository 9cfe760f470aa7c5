// The words of a family's page that depend on who reads it: a parent reads about their child, a young person about themselves.
import { Temporal } from 'temporal-polyfill';
import { LONDON } from '../../kit/clock.ts';
import { dayInWords } from '../../law/day-words.ts';
import type { MyStanding } from './standing.ts';

/** Somebody's case, as far as its heading says it. */
interface Named {
  readonly capacity: string;
  readonly child: { readonly first_names: string; readonly known_as: string | null } | null;
}

/** Names the child as the family does; null where no name is known. */
export function childName({ child }: Pick<Named, 'child'>): string | null {
  return child?.known_as?.trim() || child?.first_names.trim() || null;
}

/** The heading of the page. It never stands in the title of the browser's window. */
export function headingOf(named: Named): string {
  if (named.capacity === 'young-person') return 'Working things out for you';
  const name = childName(named);
  return name ? `Working things out for ${name}` : 'Working things out';
}

/** Says the one button: whether mediation was ever wanted, and whether a certificate follows. */
export function noMediationWords({ facts, appealRight, dates }: MyStanding): string {
  const not = facts.wish?.answer === 'yes' ? 'I no longer want mediation' : 'I do not want mediation';
  const none = dates.kind === 'late-contact' && facts.settings.lateContact === 'do-not-issue';
  return appealRight === 'full' && facts.certificates.length === 0 && !none ? `${not}, send my certificate` : not;
}

/** Says a moment as people do: "Tuesday 31 March 2026, 10.15am". Midday and midnight have no other name here. */
export function momentInWords(iso: string): string {
  const local = Temporal.Instant.from(iso).toZonedDateTimeISO(LONDON);
  const hour = local.hour % 12 === 0 ? 12 : local.hour % 12;
  const minute = local.minute === 0 ? '' : `.${String(local.minute).padStart(2, '0')}`;
  return `${dayInWords(local.toPlainDate())}, ${hour}${minute}${local.hour < 12 ? 'am' : 'pm'}`;
}

/** Says a size: "84 KB". */
export function sizeInWords(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
