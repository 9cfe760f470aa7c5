// What comes out of a column and what may go in, the same on both databases.
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { openTestDatabase } from '../../../test/support/database.ts';
import { isoInstant } from './column-types.ts';

const db = await openTestDatabase<unknown>({});

async function read(expression: string): Promise<unknown> {
  const { rows } = await sql<{ value: unknown }>`select ${sql.raw(expression)} as value`.execute(db.kysely);
  return rows[0]?.value;
}

describe('out of the database', () => {
  test.each<[string, unknown]>([
    ['2147483647::int4', 2147483647],
    ['7::int2', 7],
    ['9007199254740993::int8', '9007199254740993'],
    ['(select count(*) from (values (1), (2)) as two)', '2'],
    ['12.50::numeric', '12.50'],
    ['0.5::float8', 0.5],
    ['true', true],
    ["'2026-03-29'::date", '2026-03-29'],
    ["'0099-12-31'::date", '0099-12-31'],
    ['null::date', null],
    ["'2026-03-29T00:59:59.123456Z'::timestamptz", '2026-03-29T00:59:59.123456Z'],
    ["'2026-07-01T09:00:00+01'::timestamptz", '2026-07-01T08:00:00Z'],
    ["'2026-07-01T09:00:00'::timestamp", '2026-07-01 09:00:00'],
    ["'09:30'::time", '09:30:00'],
    ["'P14D'::interval", '14 days'],
    ["'infinity'::timestamptz", 'infinity'],
    [`'{"a":[1,null]}'::jsonb`, { a: [1, null] }],
    ["array['a', null, 'b,c']", ['a', null, 'b,c']],
    ["array['2026-03-29'::date, null]", ['2026-03-29', null]],
    ["array['2026-07-01T08:00:00Z'::timestamptz, null]", ['2026-07-01T08:00:00Z', null]],
    ["'\\x00ff'::bytea", Buffer.from([0, 255])],
  ])('%s is %j', async (expression, value) => {
    expect(await read(expression)).toEqual(value);
  });

  test('an offset other than zero is turned to UTC', () => {
    expect(isoInstant('2026-07-01 09:00:00.5+01')).toBe('2026-07-01T08:00:00.5Z');
    expect(isoInstant('2026-07-01 09:00:00+05:30')).toBe('2026-07-01T03:30:00Z');
  });
});

describe('into the database', () => {
  test.each<[string, unknown, string]>([
    ['a day', Temporal.PlainDate.from('2026-10-25'), 'date'],
    ['an instant', Temporal.Instant.from('2026-10-25T00:30:00.25Z'), 'timestamptz'],
    ['a time of day', Temporal.PlainTime.from('09:30:00'), 'time'],
  ])('%s goes in and comes back as its text', async (_name, value, type) => {
    const { rows } = await sql<{ back: unknown }>`select ${value}::${sql.raw(type)} as back`.execute(db.kysely);
    expect(rows[0]?.back).toBe(String(value));
  });

  test('a JavaScript Date is refused', async () => {
    await expect(sql`select ${new Date(0)}::timestamptz`.execute(db.kysely)).rejects.toThrow(/Temporal/);
  });
});
