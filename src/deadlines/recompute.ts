// Writes the clocks of cases from what is known of them. Only rows that changed are written, and every moved date is a fact.
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Fact } from '../cases/fact.ts';
import type { Inside } from '../cases/inside.ts';
import type { Facts } from '../journal.ts';
import { newId } from '../kit/ids.ts';
import type { Law } from '../law/versions.ts';
import { readSettings, type Settings } from '../office/service.ts';
import type { Tx } from '../program.ts';
import { changesBetween, clockRows, movedFacts, type Changes } from './clock-rows.ts';
import { loadKnown, type Known } from './known.ts';

/** Recomputes one case and gives a fact for each date that moved. The caller is the door; `why` is the act's command as a code. */
export async function recomputeClocks(
  { tx, actId, law, today }: Inside,
  caseId: string,
  why: string,
): Promise<readonly Fact<Facts>[]> {
  const [known] = await loadKnown(tx, [caseId]);
  if (!known) throw new Error(`case ${caseId} is not there`);
  const settings = await loadSettings(tx, known.service_id);
  const changes = changesOf(known, settings, law, today);
  await writeChanges(tx, actId, [{ known, changes }]);
  return movedFacts(changes.moved, why);
}

/** Reads the service's settings as they stand in this transaction. */
export async function loadSettings(tx: Tx, serviceId: string): Promise<Settings> {
  const row = await tx.selectFrom('services').select('settings').where('id', '=', serviceId).executeTakeFirstOrThrow();
  return readSettings(row.settings);
}

/** Works out what would change in one case; writes nothing. */
export function changesOf(known: Known, settings: Settings, law: Law, today: Temporal.PlainDate): Changes {
  return changesBetween(known.clocks, clockRows(known, settings, law, today));
}

/** Says whether anything is to be written. */
export function isEmpty({ add, change, remove }: Changes): boolean {
  return add.length === 0 && change.length === 0 && remove.length === 0;
}

/** Writes the changed clocks of many cases in three statements. The caller is the door. */
export async function writeChanges(
  tx: Tx,
  actId: string,
  cases: readonly { readonly known: Known; readonly changes: Changes }[],
): Promise<void> {
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
  if (added.length) {
    await sql`insert into clocks (id, service_id, case_id, participation_id, key, kind, owner, state, started_on, deadline, safe_by, due_on, met_on, answer, rule_version, assigned_to, changed_by_act)
      select id, service_id, case_id, participation_id, key, kind, owner, state, started_on, deadline, safe_by, due_on, met_on, answer, rule_version, assigned_to, changed_by_act
      from json_populate_recordset(null::clocks, ${JSON.stringify(added)}::json)`.execute(tx);
  }
  if (changed.length) {
    await sql`update clocks c set owner = n.owner, state = n.state, started_on = n.started_on, deadline = n.deadline, safe_by = n.safe_by, due_on = n.due_on, met_on = n.met_on,
        answer = n.answer, rule_version = n.rule_version, assigned_to = n.assigned_to, changed_by_act = ${actId}
      from json_populate_recordset(null::clocks, ${JSON.stringify(changed)}::json) n where c.id = n.id`.execute(tx);
  }
  if (removed.length) await tx.deleteFrom('clocks').where('id', 'in', removed).execute();
}
