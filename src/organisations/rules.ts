// Decides whether a contract may be added. Pure.
import { Temporal } from 'temporal-polyfill';

export interface Term {
  readonly from: Temporal.PlainDate;
  /** The last day; null while no end is agreed. */
  readonly until: Temporal.PlainDate | null;
}

export type ContractRefusal = 'ends-before-it-begins' | 'overlaps';

export const contractRefusalWords: Readonly<Record<ContractRefusal, string>> = {
  'ends-before-it-begins': 'The last day must be the first day or later.',
  overlaps: 'This council has a contract for some of these days. Give that one its last day first.',
};

/** Says why a contract cannot be added to those there are: a case belongs to one contract, so no day may have two. */
export function refusalOfContract(wanted: Term, others: readonly Term[]): ContractRefusal | null {
  if (endsBefore(wanted)) return 'ends-before-it-begins';
  return others.some((other) => meet(wanted, other)) ? 'overlaps' : null;
}

/** Says whether a term would end before its first day. */
export function endsBefore({ from, until }: Term): boolean {
  return until !== null && Temporal.PlainDate.compare(until, from) < 0;
}

function meet(one: Term, other: Term): boolean {
  const notOver = (a: Term, b: Term): boolean => a.until === null || Temporal.PlainDate.compare(b.from, a.until) <= 0;
  return notOver(one, other) && notOver(other, one);
}
