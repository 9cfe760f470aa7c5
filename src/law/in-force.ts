// Chooses the version of a rule: a rule is a table of rows, each with the day from which it applies, so that a change of law is a new row and an old case keeps its own.
import { Temporal } from 'temporal-polyfill';

/** One row of a rule. */
export interface Dated {
  readonly version: string;
  /** Applies to decisions sent on or after this day; null for the oldest row. */
  readonly from: Temporal.PlainDate | null;
}

/** Every row of a rule there has been, in any order. */
export type Rows<T extends Dated> = readonly [T, ...T[]];

/**
 * Gives the row for a decision by the day it was sent: the latest already in force then, and before the oldest the oldest.
 * Where nobody knows the day (null) it is the newest row.
 */
export function inForce<T extends Dated>(rows: Rows<T>, decisionSentOn: Temporal.PlainDate | null): T {
  if (rows.length === 1) return rows[0];
  const reached = rows.filter(
    ({ from }) => !from || !decisionSentOn || Temporal.PlainDate.compare(from, decisionSentOn) <= 0,
  );
  return reached.reduce<T>((latest, row) => (isLater(row, latest) ? row : latest), oldest(rows));
}

function oldest<T extends Dated>(rows: Rows<T>): T {
  return rows.reduce((first, row) => (isLater(first, row) ? row : first));
}

function isLater(a: Dated, b: Dated): boolean {
  if (a.from === null) return false;
  return b.from === null || Temporal.PlainDate.compare(a.from, b.from) > 0;
}
