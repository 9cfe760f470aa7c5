// Names the database refusals that callers tell apart, by SQLSTATE; it decides nothing about what to do with them.

/** A connection was not free in time. The message names who waited and who holds the connections. */
export class ConnectionTimeout extends Error {
  override readonly name = 'ConnectionTimeout';
}

/** A statement ran longer than its limit in the embedded database, which was stopped and reopened for it. */
export class StatementTimeout extends Error {
  override readonly name = 'StatementTimeout';
  /** The code a server gives for the same thing (query_canceled). */
  readonly code = '57014';
}

/** The embedded database stopped while a connection was using it; whatever that connection had not committed is gone. */
export class DatabaseLost extends Error {
  override readonly name = 'DatabaseLost';
  /** The code a server's driver would give (connection_failure). */
  readonly code = '08006';
}

/** The transaction was already broken by an error that its work swallowed, so `commit` rolled it back. */
export class NotCommitted extends Error {
  override readonly name = 'NotCommitted';
}

/** A query was sent on a transaction that had ended, most likely from a promise nobody awaited. */
export class TransactionEnded extends Error {
  override readonly name = 'TransactionEnded';
}

function sqlState(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

function constraintOf(error: unknown): string | undefined {
  return error instanceof Error && 'constraint' in error && typeof error.constraint === 'string'
    ? error.constraint
    : undefined;
}

/** Is it a duplicate (23505), of this constraint when one is named? */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  return sqlState(error) === '23505' && (constraint === undefined || constraintOf(error) === constraint);
}

/** Is it a row that points nowhere, or that others still point to (23503), by this constraint when one is named? */
export function isForeignKeyViolation(error: unknown, constraint?: string): boolean {
  return sqlState(error) === '23503' && (constraint === undefined || constraintOf(error) === constraint);
}

/** Is it a rule of the table (23514), this one when one is named? */
export function isCheckViolation(error: unknown, constraint?: string): boolean {
  return sqlState(error) === '23514' && (constraint === undefined || constraintOf(error) === constraint);
}

/** Is it the wall: a missing grant, or a row that row-level security does not let in (42501)? */
export function isAccessRefused(error: unknown): boolean {
  return sqlState(error) === '42501';
}

/** Did a lock not come free within `lock_timeout` or `nowait` (55P03)? */
export function isLockTimeout(error: unknown): boolean {
  return sqlState(error) === '55P03';
}

/** Was the statement stopped because it ran too long (57014), on a server or in the embedded database? */
export function isStatementTimeout(error: unknown): boolean {
  return sqlState(error) === '57014';
}

/** Would the same transaction probably succeed if it were run again (40001 serialization failure, 40P01 deadlock)? */
export function isWorthRetrying(error: unknown): boolean {
  const state = sqlState(error);
  return state === '40001' || state === '40P01';
}
