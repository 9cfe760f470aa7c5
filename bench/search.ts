// bench: finding cases among 200,000 as an adviser: a rare word, a common one, two common ones, a telephone, a misspelt name.
import { sql, type Transaction } from 'kysely';
import { migrations } from '../database/migrations/index.ts';
import type { Tables } from '../database/tables.ts';
import { openDatabase } from '../src/kit/sql/database.ts';
import { migrate } from '../src/kit/sql/migrations.ts';
import { reading } from '../src/program.ts';
import { findCases } from '../src/search/store.ts';
import type { Staff } from '../src/sign-in/who.ts';
import { startPostgres } from '../tools/postgres.mjs';
import { ADVISER, filling, populateCases, populateOffice, SERVICE } from './population.ts';

const CASES = 200_000;
const TODAY = '2026-11-23T09:00:00Z';
const RUNS = 300;
/** What each kind of search may take, in milliseconds (middle of the runs). */
const most = { rare: 5, common: 10, misspelt: 20 };

const server = await startPostgres({ fsync: false });
const database = await openDatabase<Tables>({ server: server.socketUrl }, { statementTimeout: 600_000 });
try {
  await migrate(database, migrations);
  const db = database.kysely;
  await populateOffice(db, TODAY);
  await populateCases(db, 0, CASES, TODAY);
  await filling(db, nameThem);
  await sql.raw('analyze').execute(db);
  const startedAt = performance.now();
  await wordsOf('people', 'id');
  await wordsOf('children', 'case_id');
  await sql.raw('vacuum analyze').execute(db);
  const { rows } = await sql<{ words: number; slips: number; uses: number; size: string }>`
    select (select count(*) from search_vocabulary)::int as words, (select count(*) from search_slips)::int as slips, (select count(*) from search_words)::int as uses,
      pg_size_pretty(pg_total_relation_size('search_vocabulary') + pg_total_relation_size('search_slips') + pg_total_relation_size('search_words')) as size`.execute(
    db,
  );
  console.log(`words of ${CASES} cases made in ${Math.round(performance.now() - startedAt)} ms:`, rows[0]);

  const asked: [string, string, number][] = [
    ['rare: a last name of few', await nameOf('last_name', 0.999), most.rare],
    ['rare: both names', await nameOfSomebody(), most.rare],
    ['rare: a telephone', '+44 7700 942017', most.rare],
    ['common: the commonest last name', await nameOf('last_name', 0), most.common],
    [
      'common: two common names',
      `${await nameOf('first_names', 0.05)} ${await nameOf('last_name', 0.05)}`,
      most.common,
    ],
    ['common: in every school', 'primary school', most.common],
    ['common: three letters', (await nameOf('first_names', 0)).slice(0, 3), most.common],
    ['misspelt: one slip', slipIn(await nameOf('last_name', 0.97)), most.misspelt],
    [
      'misspelt: two words',
      `${slipIn(await nameOf('first_names', 0.9))} ${slipIn(await nameOf('last_name', 0.5))}`,
      most.misspelt,
    ],
    ['misspelt: no such word', 'Xylophagous', most.misspelt],
  ];
  const who: Staff = {
    kind: 'staff',
    accountId: ADVISER,
    serviceId: SERVICE,
    sessionId: ADVISER,
    name: 'Bench Adviser',
    roles: ['adviser'],
    steppedUp: true,
  };
  for (const [name, typed, limit] of asked) {
    const took: number[] = [];
    let found = 0;
    for (let run = 0; run < RUNS + 20; run += 1) {
      const from = performance.now();
      found = (await reading({ database }, who, (tx) => findCases(tx, typed))).cases.length;
      if (run >= 20) took.push(performance.now() - from);
    }
    took.sort((one, other) => one - other);
    const p50 = took[RUNS / 2] ?? NaN;
    const p95 = took[Math.floor(RUNS * 0.95)] ?? NaN;
    console.log(
      `${name.padEnd(34)} ${typed.padEnd(24)} ${String(found).padStart(2)} found  p50 ${p50.toFixed(2)} ms  p95 ${p95.toFixed(2)} ms  (at most ${limit})`,
    );
    if (!(p50 <= limit)) process.exitCode = 1;
  }

  /** Gives everybody names of letters, spread as names are: 6,000 first names and 40,000 last names, a few of them very common. */
  async function nameThem(tx: Transaction<Tables>): Promise<void> {
    await sql`create function pg_temp.named(k int) returns text language sql immutable as $$
      select initcap((array['ma','jo','sa','el','ka','ro','li','da','pe','wi','ha','no','be','su','ti','al'])[1 + k % 16] ||
        (array['n','r','ll','th','m','s','d','bb','ck','v'])[1 + k / 16 % 10] || (array['a','e','i','o','ie','ea','y'])[1 + k / 160 % 7] ||
        (array['','n','r','son','ton','ley','ham','ski','wen','kov','field','worth'])[1 + k / 1120 % 12] || (array['','s','a','by'])[1 + k / 13440 % 4]) $$`.execute(
      tx,
    );
    const spread = (of: string, seed: number, many: number) =>
      `pg_temp.named((power(abs(hashtextextended(${of}::text, ${seed}) % 1000000) / 1000000.0, 3) * ${many})::int)`;
    await sql
      .raw(`update people set first_names = ${spread('id', 1, 6000)}, last_name = ${spread('id', 2, 40000)}`)
      .execute(tx);
    await sql
      .raw(
        `update children set first_names = ${spread('case_id', 3, 6000)}, last_name = ${spread('case_id', 2, 40000)}, school = ${spread('case_id', 4, 3000)} || ' Primary School'`,
      )
      .execute(tx);
  }

  /** Makes the words a thousand sources at a time: the function is made for the few that one act changes. */
  async function wordsOf(of: 'people' | 'children', key: string): Promise<void> {
    const { rows: ids } = await sql<{ id: string }>`select ${sql.ref(key)} as id from ${sql.table(of)}`.execute(db);
    for (let start = 0; start < ids.length; start += 1000)
      await sql`select search_refresh(${of}, ${ids.slice(start, start + 1000).map(({ id }) => id)}::uuid[])`.execute(
        db,
      );
  }

  /** Both names of somebody whose last name few bear. */
  async function nameOfSomebody(): Promise<string> {
    const lastName = await nameOf('last_name', 0.9);
    const somebody = await db
      .selectFrom('people')
      .select(['first_names', 'last_name'])
      .where('last_name', '=', lastName)
      .limit(1)
      .executeTakeFirstOrThrow();
    return `${somebody.first_names} ${somebody.last_name}`;
  }

  /** The name at this place when names are ordered by how common they are: 0 is the commonest, 1 the rarest. */
  async function nameOf(column: 'first_names' | 'last_name', place: number): Promise<string> {
    const names = await sql<{
      name: string;
    }>`select ${sql.ref(column)} as name from people group by 1 order by count(*) desc, 1`.execute(db);
    return names.rows[Math.floor(place * (names.rows.length - 1))]?.name ?? '';
  }
} finally {
  await database.close();
  await server.stop();
}

/** Exchanges the third letter and the fourth. */
function slipIn(name: string): string {
  return `${name.slice(0, 2)}${name.slice(3, 4)}${name.slice(2, 3)}${name.slice(4)}`;
}
