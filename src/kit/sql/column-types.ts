// How PostgreSQL values become program values and back: days and instants stay text or Temporal, never a JavaScript Date.
import pg from 'pg';
import { Temporal } from 'temporal-polyfill';

type TextParser = (text: string) => unknown;

const OID = {
  date: 1082,
  dateArray: 1182,
  interval: 1186,
  intervalArray: 1187,
  textArray: 1009,
  timestamp: 1114,
  timestampArray: 1115,
  timestamptz: 1184,
  timestamptzArray: 1185,
} as const;

/**
 * Turns PostgreSQL's text for a `timestamptz` (`2026-11-23 22:34:00.12+00`) into ISO 8601 in UTC (`2026-11-23T22:34:00.12Z`).
 * `infinity` and `-infinity` are left as they are.
 */
export function isoInstant(text: string): string {
  if (text.endsWith('infinity')) return text;
  const iso = text.replace(' ', 'T');
  return iso.endsWith('+00') ? `${iso.slice(0, -3)}Z` : Temporal.Instant.from(iso).toString();
}

const asText: TextParser = (text) => text;
const textArray = pg.types.getTypeParser(OID.textArray as number, 'text') as (text: string) => (string | null)[];
const isoInstants: TextParser = (text) => textArray(text).map((each) => (each === null ? null : isoInstant(each)));

const ours = new Map<number, TextParser>([
  [OID.date, asText],
  [OID.dateArray, textArray],
  [OID.interval, asText],
  [OID.intervalArray, textArray],
  [OID.timestamp, asText],
  [OID.timestampArray, textArray],
  [OID.timestamptz, isoInstant],
  [OID.timestamptzArray, isoInstants],
]);

/**
 * The parsers of our pools (never set globally): `int2`, `int4`, floats -> number; `int8`, `numeric` -> string;
 * `date` -> `YYYY-MM-DD`; `timestamptz` -> ISO 8601 in UTC; `json`, `jsonb` -> parsed; `bytea` -> Buffer.
 */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && ours.get(oid)) || pg.types.getTypeParser(oid, format),
};

/**
 * Turns a query parameter into what the driver may send: Temporal days, times and instants become text.
 * A JavaScript Date is refused, because the driver would write the server's wall time. (A value for a `json`
 * column is the caller's to `JSON.stringify`: the driver sends an array as a PostgreSQL array.)
 */
export function asParameter(value: unknown): unknown {
  if (value instanceof Date)
    throw new TypeError('a Date cannot be a query parameter: pass a Temporal value or ISO text');
  if (
    value instanceof Temporal.PlainDate ||
    value instanceof Temporal.Instant ||
    value instanceof Temporal.PlainTime ||
    value instanceof Temporal.PlainDateTime
  ) {
    return value.toString();
  }
  return value;
}
