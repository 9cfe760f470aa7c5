// The words of the desk that every page uses: short days and moments, and each due thing as something to do.
import { Temporal } from 'temporal-polyfill';
import { LONDON } from '../../kit/clock.ts';
import { shortDay } from '../../law/day-words.ts';
import { certificatePaths } from '../../certificates/desk/paths.ts';
import { fullName } from '../../people/person.ts';
import { deskPaths } from '../paths.ts';

/** Writes "Wed 25 Nov 2026" for a stored day; "not known" for none. */
export function shortIso(isoDay: string | null): string {
  return isoDay === null ? 'not known' : shortDay(Temporal.PlainDate.from(isoDay));
}

/** Writes "9:14pm" for a moment, in London. */
export function hourOf(iso: string): string {
  return clockWords(londonTime(iso));
}

/** Writes "Sun 22 Nov 2026, 9:14pm" for a moment, in London. */
export function shortMoment(iso: string): string {
  const time = londonTime(iso);
  return `${shortDay(time.toPlainDate())}, ${clockWords(time)}`;
}

function londonTime(iso: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(iso).toZonedDateTimeISO(LONDON);
}

function clockWords({ hour, minute }: Temporal.ZonedDateTime): string {
  return `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, '0')}${hour < 12 ? 'am' : 'pm'}`;
}

/** Gives whole years on a day, as people count an age. */
export function ageOn(bornIso: string, today: Temporal.PlainDate): number {
  return Temporal.PlainDate.from(bornIso).until(today, { largestUnit: 'year' }).years;
}

/** Names somebody of a case in full; says so where they were erased, or gave no name yet. */
export function nameAtDesk(person: {
  readonly first_names: string;
  readonly last_name: string;
  readonly erased_at: string | null;
}): string {
  if (person.erased_at !== null) return 'Erased';
  return fullName({ firstNames: person.first_names, lastName: person.last_name }) || 'No name yet';
}

/** Names somebody by a first name where there is one. */
export function calledBy({
  first_names,
  last_name,
  known_as,
}: {
  readonly first_names: string;
  readonly last_name: string;
  readonly known_as?: string | null;
}): string {
  return known_as?.trim() || first_names.trim().split(/\s+/)[0] || last_name.trim() || 'the right-holder';
}

interface DueWords {
  /** What must happen; `who` is the right-holder's name, `child` the child's. */
  readonly what: (who: string, child: string) => string;
  /** The one next action, and the page that does it. */
  readonly next: { readonly words: string; readonly href: (reference: string) => string };
}

const openCase = { words: 'Open case', href: deskPaths.case };

/** Each kind of clock as a row of what is due. */
const due: Record<string, DueWords> = {
  'chase-decision': {
    what: (who) => `Ask ${who}: mediate or not`,
    next: { words: 'Ask and record', href: deskPaths.wishes },
  },
  'issue-certificate': {
    what: () => 'Issue the certificate',
    next: { words: 'Issue certificate', href: deskPaths.certificate },
  },
  'tell-authority': {
    what: (who) => `Tell the council: ${who} wishes to mediate`,
    next: { words: 'Tell council', href: deskPaths.authorityTold },
  },
  'tell-icb': { what: () => 'Council to tell the health board', next: openCase },
  'arrange-mediation': { what: () => 'Day 30: mediation to be arranged', next: openCase },
  'ask-after-day-30': { what: (who) => `Ring ${who}: day 30 passed, no meeting`, next: openCase },
  'ask-who-the-party-is': {
    what: (_who, child) => `The right is ${child}’s own: ask who the party is`,
    next: { words: 'Ask and record', href: deskPaths.party },
  },
  'notice-of-meeting': { what: (who) => `Council to tell ${who} the date and place`, next: openCase },
};

/** Says what a clock of a kind asks for; one we have no words for opens its case. */
export function dueWords(kind: string): DueWords {
  return due[kind] ?? { what: () => kind.replaceAll('-', ' '), next: openCase };
}

/** The same for a certificate that is prepared: it is issued by being posted, and nobody issues it a second time. */
export function preparedWords(number: string): DueWords {
  return {
    what: () => 'Post the certificate, which is prepared',
    next: { words: 'Open the pack', href: () => certificatePaths.certificate(number) },
  };
}
