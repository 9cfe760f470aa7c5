// Says what somebody may be told today, from the permissions that were given and taken back. Pure: the day comes in.
import { Temporal } from 'temporal-polyfill';

/** What a permission can reach: the dates, the papers, what was wished, and what was said in their own words. */
export const scopes = ['dates', 'papers', 'wishes', 'words'] as const;
export type Scope = (typeof scopes)[number];

export const scopeWords: Record<Scope, string> = {
  dates: 'dates and what happens next',
  papers: 'letters and papers',
  wishes: 'what is wished',
  words: 'what was said, in their own words',
};

/** The permissions under which we speak with somebody else about a case. */
const speaking: readonly string[] = ['speak-to-supporter', 'speak-to-parent'];

export interface RecordedPermission {
  readonly participation_id: string;
  readonly what: string;
  readonly given: boolean;
  readonly for_whom: string | null;
  readonly scope: readonly string[];
  readonly until_on: string | null;
  readonly at: string;
}

export interface MayHear {
  /** Empty where the wording says it all. */
  readonly scope: readonly Scope[];
  readonly until: Temporal.PlainDate | null;
}

/** Gives what one person permits and has not taken back; `recorded` is oldest first, and the last word about the same thing and person counts. */
export function standingOf<Permission extends RecordedPermission>(
  recorded: readonly Permission[],
  of: string,
): readonly Permission[] {
  const mine = recorded.filter(({ participation_id: by }) => by === of);
  return mine.filter(({ given, what, for_whom: whom }, at) => {
    const isOver = ({ what: about, for_whom: one, given: again }: Permission) =>
      about === what && (one === whom || (one === null && !again));
    return given && !mine.slice(at + 1).some(isOver);
  });
}

/**
 * Gives what somebody may be told by one right-holder today; null where nothing. `recorded` is oldest first: the last word about them
 * counts, so that a permission taken back ends at once, and one that reaches until a day ends with it. Of two in one instant the one
 * that takes back counts. One that is taken back without saying from whom is taken back from everybody.
 */
export function mayHear(
  recorded: readonly RecordedPermission[],
  { of, forWhom, today }: { readonly of: string; readonly forWhom: string; readonly today: Temporal.PlainDate },
): MayHear | null {
  const about = recorded.filter(
    ({ what, participation_id: by, for_whom: whom, given }) =>
      speaking.includes(what) && by === of && (whom === forWhom || (whom === null && !given)),
  );
  const last = about.at(-1);
  if (!last || about.some(({ given, at }) => !given && at === last.at)) return null;
  const until = last.until_on === null ? null : Temporal.PlainDate.from(last.until_on);
  if (until && Temporal.PlainDate.compare(today, until) > 0) return null;
  return { scope: scopes.filter((one) => last.scope.includes(one)), until };
}
