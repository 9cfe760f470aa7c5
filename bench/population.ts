// Fills a database with made-up cases, straight into the tables and always the same ones, to measure pages over them.
import { sql, type Kysely, type Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { readReference } from '../src/kit/reference.ts';

export const SERVICE = '00000000-0000-4000-8000-000000000001';
export const ADVISER = '00000000-0000-4000-8000-000000000002';
export const AUTHORITY = '00000000-0000-4000-8000-000000000003';
/** The case whose page is measured: it has 200 facts, and a reference with its check symbol (the others are only looked at in lists). */
export const LONG_CASE = 1;
export const LONG_REFERENCE = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ']
  .map((check) => `C000000${check}`)
  .find((reference) => readReference(reference) !== null) as string;

/** Makes the service with one adviser and one authority. */
export async function populateOffice(db: Kysely<Tables>, today: string): Promise<void> {
  await sql`insert into services (id, slug, name, short_name, line, area, telephone, email, hours)
    values (${SERVICE}, 'bench', 'Bench Mediation Service', 'SEND mediation in Bench', 'Made up.', 'Bench', '01632 960000', 'desk@example.org', '{}')`.execute(
    db,
  );
  await sql`insert into accounts (id, service_id, kind, email, name, made_at) values (${ADVISER}, ${SERVICE}, 'staff', 'adviser@example.org', 'Bench Adviser', ${today})`.execute(
    db,
  );
  await sql`insert into staff (account_id, service_id, roles, employer, independent, from_on) values (${ADVISER}, ${SERVICE}, array['adviser', 'manager'], 'Bench', true, '2020-01-01')`.execute(
    db,
  );
  await sql`insert into bodies (id, service_id, kind, name) values (${AUTHORITY}, ${SERVICE}, 'authority', 'Bench Council')`.execute(
    db,
  );
}

/**
 * Runs `work` in one transaction in which no trigger fires and no foreign key is asked for, because row by row they would cost the
 * population hours. What the triggers would have made is the caller's to make: see `populateWords`.
 */
export function filling<R>(db: Kysely<Tables>, work: (tx: Transaction<Tables>) => Promise<R>): Promise<R> {
  return db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica; set local statement_timeout = 0; set local work_mem = '256MB'`.execute(
      tx,
    );
    return work(tx);
  });
}

/** How many cases one transaction makes. */
const AT_ONCE = 100_000;

/**
 * Adds cases `from + 1` to `to`, each with a child, a decision, a right-holder, five facts and three clocks. One in ten is open: of
 * those one in five is a new contact, and one in five is thinking it over.
 */
export async function populateCases(db: Kysely<Tables>, from: number, to: number, today: string): Promise<void> {
  for (let start = from; start < to; start += AT_ONCE)
    await filling(db, (tx) => addCases(tx, start, Math.min(start + AT_ONCE, to), today));
}

/** Adds the words by which search finds cases `from + 1` to `to`: names and schools as they stand folded, and telephones. */
export async function populateWords(db: Kysely<Tables>, from: number, to: number): Promise<void> {
  for (let start = from; start < to; start += AT_ONCE)
    await filling(db, (tx) => addWords(tx, start, Math.min(start + AT_ONCE, to)));
}

/** Each kind of row has ids in the order in which they were made, as the program's own are. */
const id = (kind: string) =>
  sql.raw(`(lpad(to_hex(i), 12, '0') || '7000' || '8000' || left(md5('${kind}'), 12))::uuid`);
const range = (from: number, to: number) => sql`generate_series(${from + 1}::int, ${to}::int) i`;

async function addCases(tx: Transaction<Tables>, from: number, to: number, today: string): Promise<void> {
  const rows = range(from, to);
  const contactOn = sql`(${today}::date - (i % 1000))`;
  const isOpen = sql`(i % 10 = 1)`;
  const stage = sql`case when i % 50 = 11 then 'contact-made' when i % 50 = 21 then 'thinking' when ${isOpen} then 'certificate-due' else 'closed' end`;
  await sql`insert into cases (id, service_id, reference, authority_id, road, stage, owner_account_id, contact_on, opened_at, closed_at, version)
    select ${id('case')}, ${SERVICE}, case when i = ${LONG_CASE} then ${LONG_REFERENCE} else 'B' || lpad(i::text, 7, '0') end, ${AUTHORITY}, 'mediation', ${stage}, ${ADVISER},
      ${contactOn}, ${contactOn}::timestamptz, case when ${isOpen} then null else ${today}::timestamptz end, 5 from ${rows}`.execute(
    tx,
  );
  await sql`insert into children (case_id, service_id, first_names, last_name, born, school)
    select ${id('case')}, ${SERVICE}, 'Child' || i, 'Surname' || i % 5000, '2010-01-01'::date + i % 4000, 'School ' || i % 200 from ${rows}`.execute(
    tx,
  );
  await sql`insert into decisions (id, service_id, case_id, kind, dated, sent, made_at)
    select ${id('decision')}, ${SERVICE}, ${id('case')}, 'refuse-to-assess', ${contactOn} - 20, null, ${today} from ${rows}`.execute(
    tx,
  );
  await sql`insert into people (id, service_id, first_names, last_name, made_at)
    select ${id('person')}, ${SERVICE}, 'Parent' || i, 'Surname' || i % 5000, ${today} from ${rows}`.execute(tx);
  await sql`insert into contact_points (id, service_id, person_id, kind, value, from_at)
    select ${id('point')}, ${SERVICE}, ${id('person')}, 'telephone', '07700 9' || lpad((i % 100000)::text, 5, '0'), ${today} from ${rows}`.execute(
    tx,
  );
  await sql`insert into participations (id, service_id, case_id, person_id, side, capacity, right_holder, from_at)
    select ${id('participation')}, ${SERVICE}, ${id('case')}, ${id('person')}, 'family', 'parent', true, ${today} from ${rows}`.execute(
    tx,
  );
  await sql`insert into contacts (id, service_id, case_id, person_id, channel, reached_at, reached_on, entered_at)
    select ${id('contact')}, ${SERVICE}, ${id('case')}, ${id('person')}, 'call', ${contactOn}::timestamptz, ${contactOn}, ${today} from ${rows}`.execute(
    tx,
  );
  await sql`insert into acts (id, service_id, case_id, command, account_id, by, at, on_day)
    select ${id('act')}, ${SERVICE}, ${id('case')}, 'record-contact', ${ADVISER}, 'staff', ${today}, ${today}::date from ${rows}`.execute(
    tx,
  );
  await sql`insert into facts (case_id, seq, act_id, service_id, code, data, at)
    select ${id('case')}, n, ${id('act')}, ${SERVICE}, 'contact-made', '{"channel":"call","on":"2026-03-31"}', ${today} from ${rows}, generate_series(1, case when i = ${LONG_CASE} then 200 else 5 end) n`.execute(
    tx,
  );
  await sql`insert into clocks (id, service_id, case_id, participation_id, key, kind, owner, state, started_on, deadline, safe_by, due_on, answer, rule_version, assigned_to, changed_by_act)
    select (left(${id('clock')}::text, 34) || nth || '0')::uuid, ${SERVICE}, ${id('case')}, ${id('participation')}, kind, kind, 'service', case when ${isOpen} and kind <> 'contact-adviser' then 'running' else 'met' end,
      ${today}::date - 3, ${today}::date + (i % 60), ${today}::date + (i % 60), ${today}::date + (i % 60),
      '{"inShort":"Said no Fri 20 Nov 2026 + 3 working days","citation":"SEND Regulations 2014 reg 34(1)"}', 'england-2014', ${ADVISER}, ${id('act')}
    from ${rows}, unnest(array['contact-adviser', case when i % 50 = 21 then 'chase-decision' else 'issue-certificate' end, 'appeal']) with ordinality kinds(kind, nth)`.execute(
    tx,
  );
}

async function addWords(tx: Transaction<Tables>, from: number, to: number): Promise<void> {
  await sql`create temporary table said on commit drop as
    select ${id('case')} as case_id, s.source_id, s.kind, s.word collate "C" as word
    from ${range(from, to)}, lateral (values
      (${id('case')}, 'child', 'child' || i), (${id('case')}, 'child', 'surname' || i % 5000),
      (${id('case')}, 'school', 'school'), (${id('case')}, 'school', (i % 200)::text),
      (${id('person')}, 'person', 'parent' || i), (${id('person')}, 'person', 'surname' || i % 5000),
      (${id('person')}, 'telephone', '077009' || lpad((i % 100000)::text, 5, '0'))) s(source_id, kind, word)`.execute(
    tx,
  );
  await sql`with added as (
      insert into search_vocabulary (service_id, word) select ${SERVICE}::uuid, word from (select distinct word from said) w order by word
      on conflict do nothing returning id, word)
    insert into search_slips select unnest(search_slips_of(word)), id from added where word !~ '[0-9]'`.execute(tx);
  await sql`insert into search_words (case_id, word_id, kind, source_id, service_id)
    select s.case_id, v.id, s.kind, s.source_id, v.service_id from said s join search_vocabulary v on v.service_id = ${SERVICE} and v.word = s.word
    order by 1`.execute(tx);
}
