// What can be said of a contact: how and when it reached the service, who called, for whom, and about which decision.
import type { Temporal } from 'temporal-polyfill';
import type { Row } from '../../database/tables.ts';
import type { Section } from '../law/decisions.ts';
import type { HoldingCapacity, NewParticipant } from '../people/person.ts';

export type Channel = Row<'contacts'>['channel'];
export type DecisionInCase = Row<'decisions'>['kind'];

/** The child or young person. Names exactly as on the letter; an empty name is one we have not been told. */
export interface Child {
  readonly firstNames: string;
  readonly lastName: string;
  readonly knownAs?: string | null;
  readonly born?: Temporal.PlainDate | null;
  readonly school?: string | null;
  /** The authority's own reference for the child. */
  readonly authorityReference?: string | null;
}

/** The decision being challenged, as the letter or the caller has it. */
export interface Decision {
  readonly kind: DecisionInCase;
  readonly sections: readonly Section[];
  /** The date printed on the letter. */
  readonly dated: Temporal.PlainDate | null;
  readonly sent: Temporal.PlainDate | null;
  readonly received: Temporal.PlainDate | null;
  readonly letterSeen: boolean;
}

/** A decision of which nothing has been said yet. */
export const unknownDecision: Decision = {
  kind: 'unknown',
  sections: [],
  dated: null,
  sent: null,
  received: null,
  letterSeen: false,
};

export interface RightHolder extends NewParticipant {
  readonly capacity: HoldingCapacity;
}

/** What the caller said of their wishes before anything was explained. Recorded as said; the adviser asks again. */
export interface EarlyWishes {
  readonly appeal?: 'yes' | 'no' | 'unsure';
  readonly mediation?: 'yes' | 'no';
}

/** A contact as it is entered. It may be thin: a channel, a moment, and a name or one way to reach somebody are enough. */
export interface NewContact {
  readonly actId: string;
  readonly channel: Channel;
  /** When it reached the service (the voicemail's time stamp, the postmark's arrival), not when it was entered. */
  readonly reachedAt: Temporal.Instant;
  /** How that moment is known, in words. Kept with the case, never in the journal. */
  readonly evidence?: string | null;
  /** They asked to be rung, and for nothing else. */
  readonly ringBack?: boolean;
  readonly rightHolder: RightHolder;
  /** Whoever called, where it was not the right-holder: a supporter, a school, a parent for a young person. */
  readonly caller?: NewParticipant | null;
  /**
   * A way to reach the right-holder that the caller gave, in words, with who gave it. They have not confirmed it: so it is read by the
   * desk, and is no address that letters go to or that opens a page.
   */
  readonly unconfirmedReach?: string | null;
  readonly child?: Child | null;
  readonly authorityId?: string | null;
  readonly decision?: Decision | null;
  /** Health care, or its absence from the plan, is part of the worry. */
  readonly health?: boolean;
  readonly phaseTransfer?: boolean;
  readonly wishes?: EarlyWishes | null;
}
