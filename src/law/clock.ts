// One clock of a case: whose it is, whether it runs, and the answer that gives its date.
import { Temporal } from 'temporal-polyfill';
import type { Answer, RuleName } from './explain.ts';

export type ClockOwner = 'service' | 'family' | 'authority' | 'icb' | 'other';
export type ClockState = 'not-started' | 'running' | 'met' | 'void';

export interface Clock {
  /** Unique within the case: the kind, and what it is about where there can be several. */
  readonly key: string;
  readonly kind: RuleName;
  readonly owner: ClockOwner;
  readonly state: ClockState;
  readonly startedOn: Temporal.PlainDate | null;
  readonly metOn: Temporal.PlainDate | null;
  /** Running with its last day gone, or met after it. */
  readonly late: boolean;
  /** Why it has not started or is void; null otherwise. */
  readonly why: string | null;
  /** null while nothing can be counted yet. */
  readonly answer: Answer | null;
}

export interface ClockParts {
  readonly key?: string;
  readonly kind: RuleName;
  readonly owner: ClockOwner;
  readonly startedOn: Temporal.PlainDate | null;
  readonly metOn?: Temporal.PlainDate | null;
  /** Set where the clock no longer matters; a clock that was met stays met. */
  readonly voidBecause?: string | null;
  /** Set where it cannot run yet. */
  readonly waitsBecause?: string | null;
  readonly answer: Answer | null;
}

/** Settles a clock's state: met before void, void before waiting, else running. */
export function clockOf(parts: ClockParts, asOf: Temporal.PlainDate): Clock {
  const metOn = parts.metOn ?? null;
  const state: ClockState = metOn
    ? 'met'
    : parts.voidBecause
      ? 'void'
      : parts.waitsBecause || !parts.startedOn
        ? 'not-started'
        : 'running';
  const last = parts.answer?.deadline ?? null;
  const measured = metOn ?? (state === 'running' ? asOf : null);
  return {
    key: parts.key ?? parts.kind,
    kind: parts.kind,
    owner: parts.owner,
    state,
    startedOn: parts.startedOn,
    metOn,
    late: last !== null && measured !== null && Temporal.PlainDate.compare(measured, last) > 0,
    why: state === 'void' ? (parts.voidBecause ?? null) : state === 'not-started' ? (parts.waitsBecause ?? null) : null,
    answer: parts.answer,
  };
}
