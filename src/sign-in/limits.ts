// How long everything about signing in lasts and how often it may be tried: one place, so that it can be argued about.

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Whose device a session runs on. It begins `shared` for a family until they say that the phone is only theirs. */
export type Device = 'desk' | 'shared' | 'own';

export interface SessionLimit {
  /** Without a request for this long, the session is over. */
  readonly idleSeconds: number;
  /** However busy, the session is over after this. */
  readonly lifeSeconds: number;
  /** Whether the browser keeps the cookie when it is closed. */
  readonly survivesClosing: boolean;
}

export const sessionLimits: Readonly<Record<Device, SessionLimit>> = {
  // An hour: a call is at most that long, and an adviser who only listens must not be signed out of it. Twelve: a long shift.
  desk: { idleSeconds: HOUR, lifeSeconds: 12 * HOUR, survivesClosing: false },
  // A library computer, or a tablet that goes around the family.
  shared: { idleSeconds: 20 * MINUTE, lifeSeconds: 4 * HOUR, survivesClosing: false },
  // A case lasts about as long as an appeal window and a mediation; nobody should have to sign in at every look.
  own: { idleSeconds: 30 * DAY, lifeSeconds: 90 * DAY, survivesClosing: true },
};

/** A busy session is written at most this often; idle limits are exact to within it. */
export const SEEN_EVERY_SECONDS = MINUTE;

/** A shift: how long a passkey or recovery code counts. */
export const PROOF_SECONDS = 10 * HOUR;

export const LINK_SECONDS = 15 * MINUTE;

/** How long a browser is remembered as the one that asked; longer than any link it may have asked for. */
export const ASKED_SECONDS = HOUR;

/** Symbols of the code for another device: 6 of 32 are 30 bits, and a link allows few tries. */
export const CODE_SYMBOLS = 6;
export const MOST_WRONG_CODES = 5;

/** Requests for links within an hour. */
export const requestLimits = {
  /** For one address from one network, or from the browsers that have signed in with it before. */
  perBucket: 4,
  /** For one address from all strangers together: what a person's mailbox can be made to bear. */
  perAddress: 20,
  /** From one network for any address: an office or a library has many people. */
  perNetwork: 60,
} as const;

/** How long a browser that signed in with an address is known for it. */
export const KNOWN_SECONDS = 180 * DAY;

/** Answers to a request for a link leave at whole multiples of this, which is longer than sending one takes. */
export const SAME_TIME_MILLISECONDS = 400;

export const CHALLENGE_SECONDS = 5 * MINUTE;

export const RECOVERY_CODES = 10;
/** 16 symbols are 80 bits: beyond guessing and beyond trying out against the stored hash. */
export const RECOVERY_CODE_SYMBOLS = 16;
