// Counts the clocks of cases from what is known of them, and writes the rows that changed and no others.
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Inside } from '../cases/inside.ts';
import { newId } from '../kit/ids.ts';
import { HolidaysNotLoaded } from '../law/calendar.ts';
import type { Law } from '../law/versions.ts';
import { readSettings, type Settings } from '../office/service.ts';
import type { Tx } from '../program.ts';
import { changesBetween, clockRows, twoMonthsEndOf, type Changes } from './clock-rows.ts';
import { loadKnown, type Known } from './known.ts';

/** A case and what must be written so that its clocks are right. */
export interface Recounted {
  readonly known: Known;
  readonly changes: Changes;
}

/** Counts one case's clocks anew, and writes nothing. The caller is the door. */
export async function recountClocks(
  { tx, law, today }: Pick<Inside, 'tx' | 'law' | 'today'>,
  serviceId: string,
  caseId: string,
): Promise<Recounted> {
  const [[known], settings] = await Promise.all([loadKnown(tx, [caseId]), loadSettings(tx, serviceId)]);
  if (!known) throw new Error(`case ${caseId} is not there`);
  return { known, changes: changesOf(known, settings, law, today) };
}

/** Reads the service's settings as they stand in this transaction. */
export async function loadSettings(tx: Tx, serviceId: string): Promise<Settings> {
  const row = await tx.selectFrom('services').select('settings').where('id', '=', serviceId).executeTakeFirstOrThrow();
  return readSettings(row.settings);
}

/** Works out what would change in one case; writes nothing. */
export function changesOf(known: Known, settings: Settings, law: Law, today: Temporal.PlainDate): Changes {
  const rows = clockRows(known, settings, law, today);
  const end = twoMonthsEndOf(rows);
  return {
    ...changesBetween(known.clocks, rows),
    ...(end === known.two_months_end ? {} : { twoMonthsEnd: { to: end } }),
  };
}

/** As `changesOf`; null for a case with a day in a year whose bank holidays nobody has loaded, so that it keeps no other case waiting. */
export function changesIfCountable(
  known: Known,
  settings: Settings,
  law: Law,
  today: Temporal.PlainDate,
): Changes | null {
  try {
    return changesOf(known, settings, law, today);
  } catch (error) {
    if (error instanceof HolidaysNotLoaded) return null;
    throw error;
  }
}

/** Says whether anything is to be written. */
export function isEmpty({ add, change, remove, twoMonthsEnd }: Changes): boolean {
  return add.length === 0 && change.length === 0 && remove.length === 0 && twoMonthsEnd === undefined;
}

/** Writes the changed clocks of many cases in at most four statements. The caller is the door and holds the cases. */
export async function writeChanges(tx: Tx, actId: string, cases: readonly Recounted[]): Promise<void> {
  const added = cases.flatMap(({ known, changes }) =>
    changes.add.map((row) => ({
      id: newId(),
      service_id: known.service_id,
      case_id: known.id,
      ...row,
      changed_by_act: actId,
    })),
  );
  const changed = cases.flatMap(({ changes }) => changes.change.map(({ id, row }) => ({ id, ...row })));
  const removed = cases.flatMap(({ changes }) => changes.remove);
  const ends = cases.flatMap(({ known, changes }) =>
    changes.twoMonthsEnd ? [{ id: known.id, two_months_end: changes.twoMonthsEnd.to }] : [],
  );
  // Sent together, in this order: none needs the answer to another.
  await Promise.all([
    added.length > 0 &&
      sql`insert into clocks (id, service_id, case_id, participation_id, key, kind, owner, state, started_on, deadline, safe_by, due_on, met_on, answer, rule_version, assigned_to, changed_by_act)
      select id, service_id, case_id, participation_id, key, kind, owner, state, started_on, deadline, safe_by, due_on, met_on, answer, rule_version, assigned_to, changed_by_act
      from json_populate_recordset(null::clocks, ${JSON.stringify(added)}::json)`.execute(tx),
    changed.length > 0 &&
      sql`update clocks c set owner = n.owner, state = n.state, started_on = n.started_on, deadline = n.deadline, safe_by = n.safe_by, due_on = n.due_on, met_on = n.met_on,
        answer = n.answer, rule_version = n.rule_version, assigned_to = n.assigned_to, changed_by_act = ${actId}
      from json_populate_recordset(null::clocks, ${JSON.stringify(changed)}::json) n where c.id = n.id`.execute(tx),
    ends.length > 0 &&
      sql`update cases k set two_months_end = n.two_months_end
      from json_to_recordset(${JSON.stringify(ends)}::json) n(id uuid, two_months_end date) where k.id = n.id`.execute(
        tx,
      ),
    removed.length > 0 && tx.deleteFrom('clocks').where('id', 'in', removed).execute(),
  ]);
}
