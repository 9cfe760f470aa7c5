// What the acts of a case are worked out with: its clocks, the limb of a certificate, and the page of one right-holder.
import type { Temporal } from 'temporal-polyfill';
import type { Act } from '../../kit/html/pieces/case-parts.tsx';
import { appealRight } from '../../law/case-dates.ts';
import type { Clock } from '../../law/clock.ts';
import type { CaseView, HolderView } from './case-view.ts';

/** Something to do, by when, and how much it presses where no day says so: the lowest first. */
export interface Wanted extends Act {
  readonly by: Temporal.PlainDate | null;
  readonly rank: number;
}

/** The address of a page about one right-holder; their id stands in it only where there are several. */
export function forHolder(
  view: Pick<CaseView, 'holders'>,
  href: string,
  { participationId }: Pick<HolderView, 'participationId'>,
): string {
  return view.holders.length > 1 ? `${href}?for=${participationId}` : href;
}

/** Finds the clock of a kind that runs for a right-holder. */
export const running = (holder: HolderView, kind: Clock['kind']): Clock | null =>
  holder.clocks.find((clock) => clock.kind === kind && clock.state === 'running') ?? null;

/** Gives the day by which a clock asks for something: the safe day before its last one, where there is one. */
export const dueOf = (clock: Clock | null): Temporal.PlainDate | null =>
  clock?.answer?.safeBy ?? clock?.answer?.deadline ?? null;

/** Gives the sum behind a clock in short, with its citation. */
export const sumOf = (clock: Clock | null): string =>
  clock?.answer ? `${clock.answer.explain().inShort}. ${clock.answer.citation}.` : '';

/** Says whether the law asks for no certificate, because Section I alone is in dispute (s.55(2)). */
export const isNoneNeeded = (facts: HolderView['facts']): boolean => appealRight(facts) === 'placement-only';

/** A refusal to amend that concerns Section I alone is less settled than a placement named in a plan. */
export function whyNone({ decision }: CaseView): string {
  return decision?.kind === 'refuse-to-amend'
    ? 'The refusal concerns Section I alone, so the law probably asks for none. Section 55(2).'
    : 'Section I alone is in dispute, and for that the law asks for none. Section 55(2).';
}

/** The limb under which a certificate could be asked for now; null while it is not. */
export function limbNow(holder: HolderView) {
  const { facts } = holder;
  if (facts.concludedOn) return 'participation' as const;
  if (facts.unableNoticeOn) return 'not-arranged-notice' as const;
  return facts.wish?.answer === 'no' ? ('information' as const) : null;
}
