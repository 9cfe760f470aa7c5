// What a command finds inside the one door: the transaction, the locked case and the moment.
import type { Temporal } from 'temporal-polyfill';
import type { Row } from '../../database/tables.ts';
import type { Law } from '../law/versions.ts';
import type { Tx } from '../program.ts';

/** What a command finds inside: the locked case and the moment. */
export interface Inside {
  readonly tx: Tx;
  readonly case: Row<'cases'> | null;
  readonly actId: string;
  readonly now: Temporal.Instant;
  readonly today: Temporal.PlainDate;
  readonly law: Law;
  /** See {@link Program}: the end of every Message-ID. */
  readonly mailDomain: string;
}
