// Blanks personal columns as the register says. What was empty stays empty; a text becomes an empty one, a list an empty list, a day nothing.
import { sql, type RawBuilder } from 'kysely';
import { personalData, type DataClass } from '../../database/personal-data.ts';
import type { Tables } from '../../database/tables.ts';
import type { Tx } from '../program.ts';
import { condition, inScope, reachedTables, type Reached, type Scope } from './reach.ts';

/** How many rows of a table hold something to blank, and of which classes. */
export interface Blanked {
  readonly table: keyof Tables;
  readonly classes: readonly DataClass[];
  readonly rows: number;
}

interface Column {
  readonly name: string;
  readonly empty: string | null;
}

const emptyOf: Readonly<Record<string, string | null>> = {
  text: "''",
  jsonb: "'{}'::jsonb",
  ARRAY: "'{}'::text[]",
  date: null,
};

/** The classes that an erasure blanks. */
export const isErased = (of: DataClass): boolean => of !== 'none' && of !== 'statutory';

/** The personal columns of every table, with what stands there once they are blank. A column that the database makes itself goes with what it is made from. */
async function listColumns(tx: Tx): Promise<Map<string, Column[]>> {
  const { rows } = await sql<{ table: string; column: string; type: string }>`
    select c.relname as table, a.attname as column, case when t.typcategory = 'A' then 'ARRAY' else t.typname end as type
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    order by a.attnum`.execute(tx);
  const register: Readonly<Record<string, Readonly<Record<string, DataClass>>>> = personalData;
  const personal = rows.filter(({ table, column }) => isErased(register[table]?.[column] ?? 'none'));
  return Map.groupBy(
    personal.map(({ table, column, type }) => {
      const empty = emptyOf[type];
      if (empty === undefined) throw new TypeError(`no blank is known for ${table}.${column}, a ${type}`);
      return { table, name: column, empty };
    }),
    ({ table }) => table,
  );
}

/** The rows in scope that hold something still, as a condition. */
function unblanked(how: Reached, columns: readonly Column[], scope: Scope): RawBuilder<boolean> {
  const here = how.kept
    ? sql<boolean>`(${inScope(how, scope)}) and not (${condition(how.kept, scope)})`
    : sql<boolean>`(${inScope(how, scope)})`;
  if (how.goes) return here;
  const holds = [
    ...columns.map(({ name, empty }) =>
      empty === null ? `${name} is not null` : `(${name} is not null and ${name} <> ${empty})`,
    ),
    ...Object.values(how.marks ?? {}).map(([, unmarked]) => `(${unmarked})`),
  ];
  return sql<boolean>`${here} and (${sql.raw(holds.join(' or '))})`;
}

/** Counts what an erasure of this scope would blank, table by table. The caller is `retention`. */
export async function countUnblanked(tx: Tx, scope: Scope): Promise<Blanked[]> {
  return overTables(tx, async (table, how, columns) => {
    const found = await sql<{ rows: number | string }>`
      select count(*) as rows from ${sql.table(table)} where ${unblanked(how, columns, scope)}`.execute(tx);
    return Number(found.rows[0]?.rows ?? 0);
  });
}

/** Blanks everything personal in a scope, and gives what was blanked. The caller is `retention`, inside the act. */
export async function blank(tx: Tx, scope: Scope, now: string): Promise<Blanked[]> {
  return overTables(tx, async (table, how, columns) => {
    const where = unblanked(how, columns, scope);
    const { numAffectedRows } = how.goes
      ? await sql`delete from ${sql.table(table)} where ${where}`.execute(tx)
      : await sql`update ${sql.table(table)} set ${changes(how, columns, scope, now)} where ${where}`.execute(tx);
    return Number(numAffectedRows ?? 0);
  });
}

function changes(how: Reached, columns: readonly Column[], scope: Scope, now: string): RawBuilder<unknown> {
  const blanks = columns.map(({ name, empty }) =>
    sql.raw(empty === null ? `${name} = null` : `${name} = case when ${name} is null then null else ${empty} end`),
  );
  const marks = Object.entries(how.marks ?? {}).map(
    ([name, [value, unmarked]]) =>
      sql`${sql.raw(name)} = case when ${sql.raw(unmarked)} then ${condition(value, scope, now)} else ${sql.raw(name)} end`,
  );
  return sql.join([...blanks, ...marks]);
}

/** Goes through the tables that have personal columns and are reached; none leads to another by a column that is blanked, so their order is free. */
async function overTables(
  tx: Tx,
  work: (table: keyof Tables, how: Reached, columns: readonly Column[]) => Promise<number>,
): Promise<Blanked[]> {
  const columns = await listColumns(tx);
  const register: Readonly<Record<string, Readonly<Record<string, DataClass>>>> = personalData;
  const done: Blanked[] = [];
  for (const [table, how] of reachedTables) {
    const here = columns.get(table) ?? [];
    if (here.length === 0) continue;
    const rows = await work(table, how, here);
    const classes = [...new Set(here.map(({ name }) => register[table]?.[name] ?? 'none'))];
    if (rows > 0) done.push({ table, classes, rows });
  }
  return done;
}
