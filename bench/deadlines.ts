// bench: a bank holiday added over 20,000 open cases on PostgreSQL, computed and then written, and the nightly sweep over the same cases.
// `BENCH_OPEN=2000 npm run bench -- deadlines` for fewer.
import os from 'node:os';
import { sql } from 'kysely';
import { startPostgres } from '../tools/postgres.mjs';
import type { Tables } from '../database/tables.ts';
import { changeHolidays, previewHolidays, type HolidayYear } from '../src/deadlines/holidays.ts';
import { sweepClocks } from '../src/deadlines/sweep.ts';
import { bringUpToDate, loadLaw } from '../src/installation.ts';
import { frozenClock } from '../src/kit/clock.ts';
import { newId } from '../src/kit/ids.ts';
import { openDatabase } from '../src/kit/sql/database.ts';
import type { Program } from '../src/program.ts';
import { ADVISER, populateCases, populateOffice, SERVICE } from './population.ts';

const OPEN = Number(process.env.BENCH_OPEN ?? 20_000);
const MOST_COMPUTED_MS = 2_000;
const MOST_WRITTEN_MS = 2_000;
const now = '2026-11-23T10:42:00Z';

const server = await startPostgres();
const database = await openDatabase<Tables>({ server: server.url });
try {
  await bringUpToDate(database, 'trial');
  await populateOffice(database.kysely, now);
  await populateCases(database.kysely, 0, OPEN, now);
  // Every one of them open, and its contact in the last eight weeks, so that most have a date still to come.
  await sql`update cases set closed_at = null, stage = 'contact-made', contact_on = ${now}::date - (('x' || left(md5(id::text), 6))::bit(24)::int % 56)`.execute(
    database.kysely,
  );
  await sql`update contacts k set reached_on = c.contact_on, reached_at = c.contact_on from cases c where c.id = k.case_id`.execute(
    database.kysely,
  );
  await sql`update decisions d set dated = c.contact_on - 10 from cases c where c.id = d.case_id`.execute(
    database.kysely,
  );
  await sql`insert into wishes (id, service_id, case_id, participation_id, about, answer, said_at, said_on, channel)
    select p.id, p.service_id, p.case_id, p.id, 'mediation', 'no', c.contact_on, c.contact_on, 'call' from participations p join cases c on c.id = p.case_id`.execute(
    database.kysely,
  );
  await sql`vacuum analyze`.execute(database.kysely);
  const law = await loadLaw(database);
  const program: Program = { database, clock: frozenClock(now), law: () => law, mailDomain: 'service.example' };

  const first = await timed(() => sweepClocks(program, SERVICE));
  show(`Sweep, every clock written: ${first.result.changed} of ${first.result.cases} cases`, first);
  const again = await timed(() => sweepClocks(program, SERVICE));
  show(`Sweep again, nothing to write: ${again.result.changed} of ${again.result.cases} cases`, again);

  const year = Number(now.slice(0, 4));
  const years: readonly HolidayYear[] = [
    {
      year,
      source: 'bench',
      days: [
        ...law.holidays.list.filter(({ on }) => on.year === year).map(({ on, name }) => ({ day: on.toString(), name })),
        { day: `${year}-11-24`, name: 'A day of thanks' },
      ],
    },
  ];
  const manager = {
    kind: 'staff',
    accountId: ADVISER,
    serviceId: SERVICE,
    sessionId: newId(),
    name: 'Bench Manager',
    roles: ['manager'],
    steppedUp: true,
  } as const;
  const preview = await timed(() => previewHolidays(program, manager, years));
  show(`Holiday previewed: ${preview.result.length} dates would move`, preview, MOST_COMPUTED_MS);
  // The act counts first, and asks what time it is once it has something to write: that moment parts the two.
  let begun: Moment | null = null;
  const watched: Program = {
    ...program,
    clock: {
      ...program.clock,
      now: () => {
        begun ??= moment();
        return program.clock.now();
      },
    },
  };
  const actId = newId();
  const start = moment();
  const change = await changeHolidays(watched, manager, { actId, years, expected: preview.result.length });
  const end = moment();
  if ('refused' in change) throw new Error(`the change was refused: ${change.refused}`);
  if (begun === null) throw new Error('nothing was written');
  const rows = await database.kysely
    .selectFrom('clocks')
    .select(({ fn }) => fn.countAll<number | string>().as('n'))
    .where('changed_by_act', '=', actId)
    .executeTakeFirstOrThrow();
  show(`Holiday counted again, its cases held: ${change.moved} dates move`, since(start, begun), MOST_COMPUTED_MS);
  show(`Holiday written as one act and committed: ${Number(rows.n)} clocks`, since(begun, end), MOST_WRITTEN_MS);
} finally {
  await database.close();
  await server.stop();
}

interface Moment {
  readonly at: number;
  readonly cpu: NodeJS.CpuUsage;
}

interface Took {
  readonly ms: number;
  readonly cpu: number;
}

function moment(): Moment {
  return { at: performance.now(), cpu: process.cpuUsage() };
}

function since(from: Moment, to: Moment): Took {
  const cpu = to.cpu.user + to.cpu.system - from.cpu.user - from.cpu.system;
  return { ms: to.at - from.at, cpu: cpu / 1000 };
}

async function timed<R>(work: () => Promise<R>): Promise<Took & { readonly result: R }> {
  const start = moment();
  const result = await work();
  return { result, ...since(start, moment()) };
}

/** Prints a time, with the processor time of this process in it and the machine's load: where others work too, the first says little. */
function show(name: string, { ms, cpu }: Took, limit?: number): void {
  process.stdout.write(
    `${name.padEnd(64)} ${ms.toFixed(0).padStart(6)} ms (${cpu.toFixed(0)} of our own processor time; load ${(os.loadavg()[0] ?? 0).toFixed(1)})${limit ? ` limit ${limit}` : ''}\n`,
  );
  if (limit && ms > limit) process.exitCode = 1;
}
