// Fills a database with made-up cases, straight into the tables and always the same ones, to measure pages over them.
import { sql, type Kysely } from 'kysely';
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

/** Adds cases `from + 1` to `to`: one open in ten, each with a child, a decision, a right-holder, five facts and three clocks. */
export async function populateCases(db: Kysely<Tables>, from: number, to: number, today: string): Promise<void> {
  const range = sql`generate_series(${from + 1}::int, ${to}::int) i`;
  const id = (kind: string) => sql.raw(`md5('${kind}' || i)::uuid`);
  await sql`insert into cases (id, service_id, reference, authority_id, road, stage, owner_account_id, contact_on, opened_at, closed_at, version)
    select ${id('case')}, ${SERVICE}, case when i = ${LONG_CASE} then ${LONG_REFERENCE} else 'B' || lpad(i::text, 7, '0') end, ${AUTHORITY}, 'mediation', case when i % 10 = 1 then 'certificate-due' else 'closed' end, ${ADVISER},
      ${today}::date - (i % 1000), ${today}::timestamptz - (i % 1000) * interval '1 day', case when i % 10 = 1 then null else ${today}::timestamptz end, 5 from ${range}`.execute(
    db,
  );
  await sql`insert into children (case_id, service_id, first_names, last_name, born, school)
    select ${id('case')}, ${SERVICE}, 'Child' || i, 'Surname' || i % 5000, '2015-03-08', 'School ' || i % 200 from ${range}`.execute(
    db,
  );
  await sql`insert into decisions (id, service_id, case_id, kind, dated, sent, made_at)
    select ${id('decision')}, ${SERVICE}, ${id('case')}, 'refuse-to-assess', ${today}::date - (i % 1000) - 20, null, ${today} from ${range}`.execute(
    db,
  );
  await sql`insert into people (id, service_id, first_names, last_name, made_at) select ${id('person')}, ${SERVICE}, 'Parent' || i, 'Surname' || i % 5000, ${today} from ${range}`.execute(
    db,
  );
  await sql`insert into contact_points (id, service_id, person_id, kind, value, from_at) select ${id('point')}, ${SERVICE}, ${id('person')}, 'telephone', '07700 9' || lpad((i % 100000)::text, 5, '0'), ${today} from ${range}`.execute(
    db,
  );
  await sql`insert into participations (id, service_id, case_id, person_id, side, capacity, right_holder, from_at)
    select ${id('participation')}, ${SERVICE}, ${id('case')}, ${id('person')}, 'family', 'parent', true, ${today} from ${range}`.execute(
    db,
  );
  await sql`insert into contacts (id, service_id, case_id, person_id, channel, reached_at, reached_on, entered_at)
    select ${id('contact')}, ${SERVICE}, ${id('case')}, ${id('person')}, 'call', ${today}::timestamptz - (i % 1000) * interval '1 day', ${today}::date - (i % 1000), ${today} from ${range}`.execute(
    db,
  );
  await sql`insert into acts (id, service_id, case_id, command, account_id, by, at, on_day)
    select ${id('act')}, ${SERVICE}, ${id('case')}, 'record-contact', ${ADVISER}, 'staff', ${today}, ${today}::date from ${range}`.execute(
    db,
  );
  await sql`insert into facts (case_id, seq, act_id, service_id, code, data, at)
    select ${id('case')}, n, ${id('act')}, ${SERVICE}, 'contact-made', '{"channel":"call","on":"2026-03-31"}', ${today} from ${range}, generate_series(1, case when i = ${LONG_CASE} then 200 else 5 end) n`.execute(
    db,
  );
  await sql`insert into clocks (id, service_id, case_id, participation_id, key, kind, owner, state, started_on, deadline, safe_by, due_on, answer, rule_version, assigned_to, changed_by_act)
    select md5(kind || i)::uuid, ${SERVICE}, ${id('case')}, ${id('participation')}, kind, kind, 'service', case when i % 10 = 1 and kind <> 'contact-adviser' then 'running' else 'met' end,
      ${today}::date - 3, ${today}::date + (i % 60), ${today}::date + (i % 60), ${today}::date + (i % 60),
      '{"inShort":"Said no Fri 20 Nov 2026 + 3 working days","citation":"SEND Regulations 2014 reg 34(1)"}', 'england-2014', ${ADVISER}, ${id('act')}
    from ${range}, unnest(array['contact-adviser', 'issue-certificate', 'appeal']) kind`.execute(db);
}
