// Opens what this installation stands on: the database, brought up to the program, of the right kind, under a login that cannot see
// past the wall; the holidays and the service loaded. A trial and a real installation never open each other's data.
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { migrations } from '../database/migrations/index.ts';
import { rolesTaken } from '../database/roles.ts';
import type { Tables } from '../database/tables.ts';
import type { Config } from './config.ts';
import { offsetClock, systemClock, type Clock } from './kit/clock.ts';
import { openDatabase, type Database } from './kit/sql/database.ts';
import { migrate, pendingMigrations } from './kit/sql/migrations.ts';
import { seededBankHolidays } from './law/bank-holidays.ts';
import { Holidays } from './law/calendar.ts';
import { RULE_BOOK, type Law } from './law/versions.ts';
import { makeFirstService } from './office/first-service.ts';

/** The program must not start on this database. The message is for the person who started it. */
export class WrongInstallation extends Error {
  override readonly name = 'WrongInstallation';
}

export interface Installation {
  readonly database: Database<Tables>;
  readonly clock: Clock;
  /** Moves the trial's clock to an offset in seconds; refused in a real installation by the database itself. */
  moveClock(offsetSeconds: number): Promise<void>;
  law(): Law;
  /** Reads the holidays again after a manager changed them. */
  reloadHolidays(): Promise<void>;
}

/**
 * Opens the database of a configuration. A trial is brought up to date on the spot; a real one is migrated on purpose, by `npm run migrate`.
 * @throws WrongInstallation, DatabaseNewer, EmbeddedDatabaseInUse, EmbeddedVersionMismatch
 */
export async function openInstallation(config: Config): Promise<Installation> {
  const database = await openDatabase<Tables>(
    config.database.kind === 'server' ? { server: config.database.url } : { folder: config.database.folder },
  );
  try {
    if (config.kind === 'trial') {
      await bringUpToDate(database, 'trial');
    } else {
      await refuseUnreachable(database);
      await refuseWrongLogin(database);
      await refuseUnprepared(database);
      await refuseOtherKind(database, 'real');
    }
    return await over(database);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/**
 * Migrates, and says once and for all what kind of installation this is, and which bank holidays and service it begins with (`email`
 * is the address of a real one's).
 * @throws WrongInstallation, before anything is changed, when it is of the other kind.
 */
export async function bringUpToDate(
  database: Database<Tables>,
  kind: 'trial' | 'real',
  email = '',
): Promise<readonly string[]> {
  await refuseUnreachable(database);
  await refuseOtherKind(database, kind);
  const ran = await migrate(database, migrations);
  // Not in a migration: it belongs to the database, so a copy of its tables in a new one would be without it.
  await sql`do $$ begin execute format('revoke temporary on database %I from public', current_database()); end $$`.execute(
    database.kysely,
  );
  // A real program's own login asks at start whether anything is missing; it reads the list and no more.
  await sql`grant usage on schema migrations to worker`.execute(database.kysely);
  await sql`grant select on all tables in schema migrations to worker`.execute(database.kysely);
  const now = systemClock.now().toString();
  await database.kysely
    .insertInto('installation')
    .values({ id: 1, kind, made_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { loaded } = await database.kysely
    .selectFrom('holiday_years')
    .select(({ fn }) => fn.countAll<number | string>().as('loaded'))
    .executeTakeFirstOrThrow();
  if (Number(loaded) === 0) await seedHolidays(database, now);
  if (kind === 'real') {
    const there = await database.kysely.selectFrom('services').select('id').limit(1).executeTakeFirst();
    if (!there) await makeFirstService(database.kysely, email);
  }
  return ran;
}

async function seedHolidays(database: Database<Tables>, now: string): Promise<void> {
  const holidays = seededBankHolidays();
  const years = [...new Set(holidays.map(({ on }) => on.year))];
  await database.kysely
    .insertInto('holiday_years')
    .values(years.map((year) => ({ year, source: 'came with the program', loaded_at: now })))
    .execute();
  await database.kysely
    .insertInto('bank_holidays')
    .values(holidays.map(({ on, name }) => ({ day: on.toString(), name, year: on.year })))
    .execute();
}

async function over(database: Database<Tables>): Promise<Installation> {
  const { clock_offset_seconds: stored } = await database.kysely
    .selectFrom('installation')
    .select('clock_offset_seconds')
    .executeTakeFirstOrThrow();
  let offset = Temporal.Duration.from({ seconds: stored });
  let law = await loadLaw(database);
  return {
    database,
    clock: offsetClock(() => offset),
    moveClock: async (seconds) => {
      await database.kysely.updateTable('installation').set({ clock_offset_seconds: seconds }).execute();
      offset = Temporal.Duration.from({ seconds });
    },
    law: () => law,
    reloadHolidays: async () => {
      law = await loadLaw(database);
    },
  };
}

/** Loads the rules with the holidays as they stand in the table. */
export async function loadLaw(database: Database<Tables>): Promise<Law> {
  const years = await database.kysely.selectFrom('holiday_years').select('year').execute();
  const days = await database.kysely.selectFrom('bank_holidays').select(['day', 'name']).execute();
  const holidays = new Holidays(
    days.map(({ day, name }) => ({ on: Temporal.PlainDate.from(day), name })),
    years.map(({ year }) => year),
  );
  return { holidays, rules: RULE_BOOK };
}

/** Why a server was not reached: nothing listens, no such host, no such login or password, no such database, or it is starting. */
const UNREACHABLE = /^(E[A-Z_]+|28000|28P01|3D000|53300|57P03)$/;

async function refuseUnreachable(database: Database<Tables>): Promise<void> {
  try {
    await sql`select`.execute(database.kysely);
  } catch (error) {
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
    if (!UNREACHABLE.test(code)) throw error;
    throw new WrongInstallation(
      `The database server was not reached (${code}). Look whether it runs, and whether the host, the login, the password and the database in DATABASE_URL or MIGRATE_DATABASE_URL are right.`,
      { cause: error },
    );
  }
}

async function refuseUnprepared(database: Database<Tables>): Promise<void> {
  const pending = await pendingMigrations(database, migrations);
  if (pending.length > 0)
    throw new WrongInstallation(
      `The database is older than the program: ${pending.length} steps are missing. Run: npm run migrate`,
    );
}

async function refuseOtherKind(database: Database<Tables>, kind: Config['kind']): Promise<void> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass('installation') is not null as there`.execute(
    database.kysely,
  );
  if (!rows[0]?.there) return;
  const row = await database.kysely.selectFrom('installation').select('kind').executeTakeFirst();
  if (row && row.kind !== kind)
    throw new WrongInstallation(
      kind === 'real'
        ? 'This database belongs to a trial: its people are invented. A real service needs a database of its own.'
        : 'This database belongs to a real service. A trial never opens it.',
    );
}

/** Refuses a login that sees past the wall, or that cannot take the seats of the program; a role that is not there yet is the migrations' to make. */
async function refuseWrongLogin(database: Database<Tables>): Promise<void> {
  const { rows } = await sql<{ mighty: boolean; owns: boolean; lacks: string[]; besides: string[] }>`
    select rolsuper or rolbypassrls or rolcreaterole or rolreplication as mighty,
      exists (select from pg_tables where schemaname = 'public' and tableowner = current_user) as owns,
      array(select other.rolname::text from pg_roles other
        where other.rolname = any (${[...rolesTaken]}::text[]) and not pg_has_role(other.oid, 'member') order by 1) as lacks,
      array(select other.rolname::text from pg_roles other
        where other.rolname <> all (${[...rolesTaken]}::text[]) and other.oid <> me.oid and pg_has_role(other.oid, 'member') order by 1) as besides
    from pg_roles me where me.rolname = current_user`.execute(database.kysely);
  const [login] = rows;
  if (login?.mighty || login?.owns)
    throw new WrongInstallation(
      `DATABASE_URL logs in as a superuser, as a role that may make or bypass others, or as the owner of the tables, who sees past the wall. Use a login that is only a member of ${inWords(rolesTaken)}.`,
    );
  if (login && login.besides.length > 0)
    throw new WrongInstallation(
      `DATABASE_URL logs in as a member of ${login.besides.join(', ')}, which may see past the wall. Use a login that is only a member of ${inWords(rolesTaken)}.`,
    );
  if (login && login.lacks.length > 0)
    throw new WrongInstallation(
      `DATABASE_URL logs in as somebody who may not take the seats of the program. As the owner, after npm run migrate: grant ${login.lacks.join(', ')} to the login.`,
    );
}

function inWords(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names);
}
