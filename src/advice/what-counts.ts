// Which information and which wishes count: what a withdrawn certificate rested on, and had not happened, is set aside with it. Pure.
import { Temporal } from 'temporal-polyfill';

type Moment = Temporal.Instant | string;

/** A certificate of one right-holder that was issued and then withdrawn, and why. */
export interface Withdrawn {
  readonly issued_at: Moment | null;
  readonly why: string | null;
}

interface Recorded<I, W> {
  readonly information: readonly I[];
  readonly wishes: readonly W[];
}

/**
 * Keeps what counts of one right-holder's information and wishes, in the order given. A certificate that was withdrawn because no
 * information had been given takes with it all information recorded until it was issued; because no wish had been stated, all
 * wishes about mediation (s.55(4)). What is kept stays in the journal as it was.
 */
export function whatCounts<
  I extends { readonly given_at: Moment },
  W extends { readonly about: string; readonly said_at: Moment },
>({ information, wishes }: Recorded<I, W>, withdrawn: readonly Withdrawn[]): Recorded<I, W> {
  const informed = countingFrom(withdrawn, 'information-not-given');
  const wished = countingFrom(withdrawn, 'wish-not-stated');
  return {
    information: information.filter(({ given_at: at }) => isAfter(at, informed)),
    wishes: wishes.filter(({ about, said_at: at }) => about !== 'mediation' || isAfter(at, wished)),
  };
}

/** Gives the moment from which records count: that of the last certificate which was withdrawn for this reason; null for all. */
function countingFrom(withdrawn: readonly Withdrawn[], reason: string): Temporal.Instant | null {
  const moments = withdrawn.flatMap(({ why, issued_at: at }) =>
    why === reason && at ? [Temporal.Instant.from(at)] : [],
  );
  return moments.toSorted(Temporal.Instant.compare).at(-1) ?? null;
}

function isAfter(at: Moment, from: Temporal.Instant | null): boolean {
  return from === null || Temporal.Instant.compare(Temporal.Instant.from(at), from) > 0;
}
