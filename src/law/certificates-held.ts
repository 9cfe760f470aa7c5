// Which certificate counts: one for each decision and appellant, and when there are two the first one's date governs the appeal.
import { Temporal } from 'temporal-polyfill';

export interface CertificateHeld {
  readonly decisionId: string;
  /** The person who has the right of appeal; two parents each have their own. */
  readonly appellantId: string;
  readonly issuedOn: Temporal.PlainDate;
  readonly number: string;
}

/** Finds the certificate this appellant already holds for this decision: the first issued, or null. A later one must cite its number and date. */
export function findFirstCertificate(
  held: readonly CertificateHeld[],
  decisionId: string,
  appellantId: string,
): CertificateHeld | null {
  const own = held.filter((one) => one.decisionId === decisionId && one.appellantId === appellantId);
  return own.sort((a, b) => Temporal.PlainDate.compare(a.issuedOn, b.issuedOn))[0] ?? null;
}

/** Sorts dates of issue, the governing one first. */
export function firstGoverns(issued: readonly Temporal.PlainDate[]): readonly Temporal.PlainDate[] {
  return [...issued].sort((a, b) => Temporal.PlainDate.compare(a, b));
}
