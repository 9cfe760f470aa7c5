// Sends several statements as one: one message and one answer instead of ten.
import { sql, ValueNode, type Kysely, type OperationNodeSource, type RawBuilder } from 'kysely';

/** What each query's rows are. A moment comes as `2026-11-23T10:42:00+00:00`, as PostgreSQL writes it in JSON. */
type Answers<Queries> = { [Name in keyof Queries]: Queries[Name] extends RawBuilder<infer Row> ? Row[] : never };

/** The place of a value in a statement that is written before the value is known. */
export class Slot implements OperationNodeSource {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  toOperationNode() {
    return ValueNode.create(this);
  }
}

/** A slot for each value; a value that is not given has none, so a statement can leave out what depends on it. */
export type Slots<Values> = { readonly [Name in keyof Values]: Slot | Extract<Values[Name], undefined> };

/**
 * Makes the reading of several lists in one statement, which gives the rows of each under its name. Each answer that arrives by itself
 * wakes the program for about 0.1 ms, which is longer than most lists take to read. `write` is asked once for each set of values that
 * are given and not undefined, because putting a long statement together takes as long as a list takes to read.
 */
export function readTogether<Values extends object, Queries extends Readonly<Record<string, RawBuilder<unknown>>>>(
  write: (slots: Slots<Values>) => Queries,
): <T>(tx: Kysely<T>, values: Values) => Promise<Answers<Queries>> {
  const written = new Map<string, Written>();
  return async (tx, values) => {
    const given = Object.entries(values).filter(([, value]) => value !== undefined);
    const shape = given.map(([name]) => name).join();
    let statement = written.get(shape);
    if (!statement) {
      const slots = Object.fromEntries(given.map(([name]) => [name, new Slot(name)])) as Slots<Values>;
      written.set(shape, (statement = asOne(write(slots)).compile(tx)));
    }
    const byName = new Map<string, unknown>(given);
    const parameters = statement.parameters.map((one) => (one instanceof Slot ? byName.get(one.name) : one));
    const { rows } = await tx.executeQuery<Answers<Queries>>({ ...statement, parameters });
    return rows[0] as Answers<Queries>;
  };
}

type Written = ReturnType<RawBuilder<unknown>['compile']>;

function asOne(queries: Readonly<Record<string, RawBuilder<unknown>>>): RawBuilder<unknown> {
  const parts = Object.entries(queries).map(
    ([name, query]) => sql`(select coalesce(json_agg(line), '[]') from (${query}) line) as ${sql.ref(name)}`,
  );
  return sql`select ${sql.join(parts)}`;
}

/**
 * Runs inserts as the parts of one `with` statement. They all see the database as it was before, and what a foreign key asks for may
 * stand in another of them, because keys are checked at the end. Seven inserts took 1.1 ms so, and 2.0 ms one by one.
 */
export async function writeTogether<T>(tx: Kysely<T>, statements: readonly OperationNodeSource[]): Promise<void> {
  if (statements.length === 0) return;
  const parts = statements.map((statement, index) => sql`${sql.ref(`part_${index}`)} as (${statement})`);
  await sql`with ${sql.join(parts)} select`.execute(tx);
}
