// Upgrades a database that people worked in: at each migration it holds the rows of that day, and all of them must still be there, be
// read by today's program, and agree with their journal. The rows are written in plain SQL, because the program of that day is gone.
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { openTestDatabase } from '../test/support/database.ts';
import { getMyCase } from '../src/cases/store-family.ts';
import { getCasePageByReference, listTimeline } from '../src/cases/store.ts';
import { verifyJournal } from '../src/cases/verify-journal.ts';
import { listRegister } from '../src/certificates/store.ts';
import { sweepClocks } from '../src/deadlines/sweep.ts';
import { loadLaw } from '../src/installation.ts';
import { frozenClock } from '../src/kit/clock.ts';
import { migrate, pendingMigrations } from '../src/kit/sql/migrations.ts';
import { newReference } from '../src/kit/reference.ts';
import { reading, type Program } from '../src/program.ts';
import { findCases } from '../src/search/store.ts';
import type { Family, Staff } from '../src/sign-in/who.ts';
import {
  office,
  olderChild,
  olderId,
  rowsOf0001,
  rowsOfAnEarlyNo,
  rowsSince,
  seedOffice,
} from './fixtures/older-rows.ts';
import { migrations } from './migrations/index.ts';
import type { Tables } from './tables.ts';

const database = await openTestDatabase<Tables>({});

/** A case is written at each migration; its number is the migration's place. */
const written = Object.keys(migrations)
  .toSorted()
  .map((name, at) => ({ name, number: at + 1, reference: newReference() }));
const upTo = (last: string) => Object.fromEntries(Object.entries(migrations).filter(([name]) => name <= last));

/** Migrations that change what a row says on purpose, and in which tables. The journal is held against what they made of it. */
const rewrites: Readonly<Record<string, readonly string[]>> = { '0014-no-certificate-needed': ['cases'] };

async function run(text: string): Promise<void> {
  await sql.raw(text).execute(database.kysely);
}

/** Every row of every table but those that triggers keep. */
async function snapshot(): Promise<Map<string, string[]>> {
  const tables = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename !~ '^search_' order by 1`.execute(
    database.kysely,
  );
  const found = new Map<string, string[]>();
  for (const { name } of tables.rows) {
    const { rows } = await sql<{ row: string }>`select to_jsonb(t)::text as row from ${sql.table(name)} t`.execute(
      database.kysely,
    );
    found.set(name, rows.map(({ row }) => row)); // prettier-ignore
  }
  return found;
}

/** The tables with a row that no row of today holds in full. */
async function listLost(before: ReadonlyMap<string, readonly string[]>): Promise<string[]> {
  const lost: string[] = [];
  for (const [table, rows] of before) {
    const { rows: gone } = await sql`
      select from unnest(${[...rows]}::text[]) old(line)
      where not exists (select from ${sql.table(table)} t where to_jsonb(t) @> old.line::jsonb) limit 1`.execute(
      database.kysely,
    );
    if (gone.length > 0) lost.push(table);
  }
  return lost;
}

describe('each migration keeps every row of the days before it', () => {
  test.each(written)('$name', async ({ name, number, reference }) => {
    const before = number === 1 ? new Map<string, string[]>() : await snapshot();
    expect(await migrate(database, upTo(name))).toEqual([name]);
    expect(await listLost(before)).toEqual(rewrites[name] ?? []);
    if (number === 1) await run(seedOffice + rowsOfAnEarlyNo(newReference()));
    await run(rowsOf0001(number, reference));
    for (const [since, rows] of Object.entries(rowsSince)) if (since <= name) await run(rows(number));
    expect((await snapshot()).get('certificates')).toHaveLength(number);
  });
});

describe('today’s program reads what was written at each of them', () => {
  const manager: Staff = {
    kind: 'staff',
    accountId: office,
    serviceId: office,
    sessionId: office,
    name: 'Maeve Donnelly',
    roles: ['manager'],
    steppedUp: true,
  };
  const programNow = async (): Promise<Program> => {
    const law = await loadLaw(database);
    return { database, clock: frozenClock('2026-05-01T09:00:00Z'), law: () => law, mailDomain: 'service.example' };
  };

  test('nothing is left to migrate, and the journal agrees with every row', async () => {
    expect(await pendingMigrations(database, migrations)).toEqual([]);
    expect(await verifyJournal({ database })).toEqual({ cases: written.length + 1, broken: [] });
  });

  test.each(written)(
    '$name: at the desk, in search and in the register, on the family’s page, and checked',
    async ({ number, reference }) => {
      const program = await programNow();
      const seen = await reading(program, manager, async (tx) => {
        const page = await getCasePageByReference(tx, reference);
        return {
          page,
          timeline: await listTimeline(tx, page.id, 'desk'),
          register: await listRegister(tx, office, { most: 100 }),
          found: await findCases(tx, olderChild(number)),
        };
      });
      expect(seen.page).toMatchObject({ id: olderId('case', number), stage: 'certificate-issued' });
      expect(JSON.stringify(seen.page)).toContain(olderChild(number));
      expect(seen.timeline).toHaveLength(5);
      expect(seen.register.map(({ caseReference }) => caseReference)).toContain(reference);
      expect(seen.found.cases.map((found) => found.id)).toContain(olderId('case', number));

      const family: Family = {
        kind: 'family',
        accountId: olderId('account', number),
        personId: olderId('person', number),
        serviceId: office,
        sessionId: office,
      };
      expect(await reading(program, family, (tx) => getMyCase(tx, family.personId, reference))).toMatchObject({
        id: olderId('case', number),
        right_holder: true,
      });
      const { rows } =
        await sql`select state, dated from verify_certificate(${`N${reference}`}, ${`C${reference}`})`.execute(
          database.kysely,
        );
      expect(rows).toEqual([{ state: 'genuine', dated: '2026-04-01' }]);
    },
  );

  test('a night’s sweep goes over all of them', async () => {
    expect(await sweepClocks(await programNow(), office)).toMatchObject({ cases: written.length + 1 });
  });
});
