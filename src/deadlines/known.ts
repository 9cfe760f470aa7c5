// Reads what is known of cases, as far as the law counts from it: one query for one case or for thousands.
import { sql, type RawBuilder } from 'kysely';
import type { Row } from '../../database/tables.ts';
import type { Withdrawn } from '../advice/what-counts.ts';
import type { Tx } from '../program.ts';

/** A clock as it stands in its row. */
export interface StoredClock {
  readonly id: string;
  readonly participation_id: string | null;
  readonly key: string;
  readonly state: Row<'clocks'>['state'];
  readonly started_on: string | null;
  readonly deadline: string | null;
  readonly due_on: string | null;
  readonly met_on: string | null;
  readonly rule_version: string;
  readonly assigned_to: string | null;
  readonly answer: unknown;
}

/** What the law counts from in one case. Days are ISO text; lists are oldest first. */
export interface KnownFacts {
  readonly id: string;
  readonly service_id: string;
  readonly stage: string;
  readonly contact_on: string;
  /** As it stands on the case now. */
  readonly two_months_end: string | null;
  readonly health_scope: Row<'cases'>['health_scope'];
  readonly owner_account_id: string | null;
  readonly decision: Pick<Row<'decisions'>, 'id' | 'kind' | 'sections' | 'dated' | 'sent'> | null;
  /** The child's birth date. */
  readonly born: string | null;
  readonly right_holders: readonly (Pick<Row<'participations'>, 'id' | 'person_id' | 'capacity'> & {
    /** They came into a case that somebody else's contact had opened. */
    readonly joined_later: boolean;
  })[];
  readonly contacts: readonly { readonly person_id: string | null; readonly reached_on: string }[];
  readonly wishes: readonly (Pick<Row<'wishes'>, 'participation_id' | 'about' | 'answer' | 'said_on' | 'chase_on'> & {
    readonly said_at: string;
  })[];
  readonly information: readonly {
    readonly participation_id: string;
    readonly given_at: string;
    readonly given_on: string;
  }[];
  readonly milestones: readonly {
    readonly participation_id: string | null;
    readonly kind: Row<'milestones'>['kind'];
    readonly on_day: string;
  }[];
  readonly certificates: readonly {
    readonly participation_id: string;
    readonly decision_id: string;
    readonly limb: Row<'certificates'>['limb'];
    readonly dated: string;
  }[];
  /** Certificates that were issued and are withdrawn; what some rested on counts no longer (`whatCounts`). */
  readonly withdrawn: readonly (Withdrawn & { readonly participation_id: string })[];
  /** What a manager decided about a late contact, where the service leaves that to one. */
  readonly late_decisions: readonly Pick<Row<'late_decisions'>, 'participation_id' | 'decision_id' | 'issue'>[];
}

/** The same with the clocks as they are stored, to compare what is counted with. */
export interface Known extends KnownFacts {
  readonly clocks: readonly StoredClock[];
}

const storedClocks = sql`,
      (select coalesce(json_agg(json_build_object('id', o.id, 'participation_id', o.participation_id, 'key', o.key, 'state', o.state, 'started_on', o.started_on,
          'deadline', o.deadline, 'due_on', o.due_on, 'met_on', o.met_on, 'rule_version', o.rule_version, 'assigned_to', o.assigned_to, 'answer', o.answer)), '[]')
        from clocks o where o.case_id = c.id) as clocks`;

/** Loads what is known of the given cases. The caller is the door or the worker. */
export function loadKnown(tx: Tx, caseIds: readonly string[]): Promise<readonly Known[]> {
  return load<Known>(tx, caseIds, storedClocks);
}

/** As `loadKnown` without the stored clocks, which are half of the reading. */
export function loadKnownFacts(tx: Tx, caseIds: readonly string[]): Promise<readonly KnownFacts[]> {
  return load<KnownFacts>(tx, caseIds, sql``);
}

async function load<K extends KnownFacts>(
  tx: Tx,
  caseIds: readonly string[],
  besides: RawBuilder<unknown>,
): Promise<readonly K[]> {
  const [first, ...more] = caseIds;
  if (first === undefined) return [];
  // One case is asked for by its own words, whose plan the server keeps: with a list it plans anew each time, for longer than it reads.
  const which = more.length === 0 ? sql`c.id = ${first}::uuid` : sql`c.id = any(${caseIds}::uuid[])`;
  const { rows } = await sql<K>`
    select c.id, c.service_id, c.stage, c.contact_on, c.two_months_end, c.health_scope, c.owner_account_id,
      (select json_build_object('id', d.id, 'kind', d.kind, 'sections', d.sections, 'dated', d.dated, 'sent', d.sent)
        from decisions d where d.case_id = c.id and d.superseded_at is null) as decision,
      (select child.born from children child where child.case_id = c.id) as born,
      (select coalesce(json_agg(json_build_object('id', p.id, 'person_id', p.person_id, 'capacity', p.capacity, 'joined_later', p.from_at > c.opened_at) order by p.from_at, p.id), '[]')
        from participations p where p.case_id = c.id and p.right_holder and p.until_at is null) as right_holders,
      (select coalesce(json_agg(json_build_object('person_id', k.person_id, 'reached_on', k.reached_on) order by k.reached_at), '[]')
        from contacts k where k.case_id = c.id) as contacts,
      (select coalesce(json_agg(json_build_object('participation_id', w.participation_id, 'about', w.about, 'answer', w.answer, 'said_at', w.said_at, 'said_on', w.said_on, 'chase_on', w.chase_on) order by w.said_at, w.id), '[]')
        from wishes w where w.case_id = c.id) as wishes,
      (select coalesce(json_agg(json_build_object('participation_id', i.participation_id, 'given_at', i.given_at, 'given_on', i.given_on) order by i.given_at), '[]')
        from information_given i where i.case_id = c.id) as information,
      (select coalesce(json_agg(json_build_object('participation_id', m.participation_id, 'kind', m.kind, 'on_day', m.on_day) order by m.on_day, m.at), '[]')
        from milestones m where m.case_id = c.id and m.void_at is null) as milestones,
      (select coalesce(json_agg(json_build_object('participation_id', t.participation_id, 'decision_id', t.decision_id, 'limb', t.limb, 'dated', t.dated) order by t.dated, t.id), '[]')
        from certificates t where t.case_id = c.id and t.state = 'issued') as certificates,
      (select coalesce(json_agg(json_build_object('participation_id', t.participation_id, 'why', t.withdrawn_why, 'issued_at', t.issued_at)), '[]')
        from certificates t where t.case_id = c.id and t.state = 'withdrawn' and t.issued_at is not null) as withdrawn,
      (select coalesce(json_agg(json_build_object('participation_id', l.participation_id, 'decision_id', l.decision_id, 'issue', l.issue) order by l.decided_at, l.id), '[]')
        from late_decisions l where l.case_id = c.id) as late_decisions${besides}
    from cases c where ${which}`.execute(tx);
  return rows;
}
