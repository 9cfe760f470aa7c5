// Adds up an appeal's time: two months from the decision, one month from the first certificate, the later of them, and the roll-over.
import type { Temporal } from 'temporal-polyfill';
import type { DayNumber } from './day-number.ts';
import type { NoticeDays } from './decisions.ts';
import { endOfPeriod } from './periods.ts';
import { rollOver, type RollOver } from './tribunal-time.ts';
import type { Law, RuleSet } from './versions.ts';

export interface AppealInputs extends NoticeDays {
  /** Every certificate this appellant holds for this decision, in any order; the first governs. */
  readonly certificatesIssuedOn: readonly Temporal.PlainDate[];
  /** Section I and nothing else is disputed, so s.55 asks for no certificate. */
  readonly placementOnly: boolean;
  /** When the family contacted the adviser; null or absent where that is not known, and then contact counts as in time. */
  readonly contactOn?: Temporal.PlainDate | null;
  /** The family contacted in time and its certificate has not been issued yet. */
  readonly certificatePending?: boolean;
  /** Only to say whether two months are over while a certificate is pending; never changes a date. */
  readonly asOf?: Temporal.PlainDate | null;
}

/** The sum behind an answer, in day numbers, for the explanation. */
export interface AppealSum {
  readonly start: DayNumber;
  readonly fromDecision: DayNumber;
  readonly certificate: DayNumber | null;
  readonly fromCertificate: DayNumber | null;
  readonly ends: DayNumber;
  readonly rolled: RollOver;
}

/** Adds up both limbs; `certificateCounts` is false where no certificate is needed or contact was late. Throws HolidaysNotLoaded. */
export function addUp(
  start: DayNumber,
  certificate: DayNumber | null,
  certificateCounts: boolean,
  rules: RuleSet,
  law: Law,
): AppealSum {
  const { fromDecision: months, fromCertificate: month, freezes } = rules.appeal;
  const fromDecision = endOfPeriod(start, months, law.holidays);
  const fromCertificate = certificate === null ? null : endOfPeriod(certificate, month, law.holidays);
  const ends = certificateCounts && fromCertificate !== null ? Math.max(fromDecision, fromCertificate) : fromDecision;
  return { start, fromDecision, certificate, fromCertificate, ends, rolled: rollOver(ends, freezes, law.holidays) };
}
