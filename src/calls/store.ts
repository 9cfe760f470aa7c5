// Reads calls, and what a call needs to know of what was there before it: councils, the same child, who holds the right in a new case.
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Row } from '../../database/tables.ts';
import type { Answers } from '../kit/forms/answers.ts';
import { NotFound } from '../kit/http/problems.ts';
import { isId } from '../kit/ids.ts';
import { fullName } from '../people/person.ts';
import type { Tx } from '../program.ts';
import type { Staff } from '../sign-in/who.ts';
import { childOf, type CallRow, type Heard } from './call.ts';

/** The answers of a call as they were typed. */
export function answersOf({ answers }: Pick<CallRow, 'answers'>): Answers {
  return answers as Answers;
}

/** Gets a call of the person's own. Throws NotFound, also when it is another's. */
export async function getMyCall(tx: Tx, who: Staff, id: string): Promise<CallRow> {
  if (!isId(id)) throw new NotFound();
  const row = await tx
    .selectFrom('calls')
    .selectAll()
    .where('id', '=', id)
    .where('account_id', '=', who.accountId)
    .executeTakeFirst();
  if (!row) throw new NotFound();
  return row;
}

/** As `getMyCall`, and holds the row until the transaction ends. Throws NotFound. */
export async function lockMyCall(tx: Tx, who: Staff, id: string): Promise<CallRow> {
  if (!isId(id)) throw new NotFound();
  const row = await tx
    .selectFrom('calls')
    .selectAll()
    .where('id', '=', id)
    .where('account_id', '=', who.accountId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new NotFound();
  return row;
}

/** A call that a manager took over from this person, and who has it now. */
export interface TakenOver {
  readonly call: CallRow;
  readonly by: string;
}

/** Finds a call that was taken over from this person, by a manager who may have lost it to another since; null where it is theirs, or never was. */
export async function findTakenOver(tx: Tx, who: Staff, id: string): Promise<TakenOver | null> {
  if (!isId(id)) return null;
  const row = await tx
    .selectFrom('calls')
    .leftJoin('accounts', 'accounts.id', 'calls.account_id')
    .selectAll('calls')
    .select('accounts.name as by')
    .where('calls.id', '=', id)
    .where(sql<boolean>`${who.accountId} = any(calls.had_before)`)
    .where('calls.account_id', '<>', who.accountId)
    .executeTakeFirst();
  if (!row) return null;
  const { by, ...call } = row;
  return { call, by: by ?? 'A manager' };
}

/** Lists the calls that are open at the desk, the first first, each with the name of whoever took it. */
export async function listOpenCalls(tx: Tx, serviceId: string): Promise<(CallRow & { adviser: string | null })[]> {
  return tx
    .selectFrom('calls')
    .leftJoin('accounts', 'accounts.id', 'calls.account_id')
    .selectAll('calls')
    .select('accounts.name as adviser')
    .where('calls.service_id', '=', serviceId)
    .where('calls.ended_at', 'is', null)
    .orderBy('calls.started_at')
    .limit(100)
    .execute();
}

/** Lists the person's own calls that ended after a moment, or still hold what was typed, the last first, with the reference of the case of each. */
export async function listMyEndedCalls(tx: Tx, who: Staff, after: Temporal.Instant) {
  return tx
    .selectFrom('calls')
    .leftJoin('cases', 'cases.id', 'calls.case_id')
    .leftJoin('children', 'children.case_id', 'calls.case_id')
    .select(['calls.id', 'calls.started_at', 'calls.ended_at', 'calls.outcome', 'calls.answers', 'cases.reference'])
    .select(['children.first_names', 'children.last_name'])
    .where('calls.account_id', '=', who.accountId)
    .where('calls.ended_at', 'is not', null)
    .where((call) =>
      call.or([
        call('calls.ended_at', '>=', after.toString()),
        sql<boolean>`(calls.outcome = 'linked' and calls.answers <> '{}')`,
      ]),
    )
    .orderBy('calls.ended_at', 'desc')
    .limit(50)
    .execute();
}

/** Lists the councils of a service by name. */
export async function listCouncils(tx: Tx, serviceId: string): Promise<Pick<Row<'bodies'>, 'id' | 'name'>[]> {
  return tx
    .selectFrom('bodies')
    .select(['id', 'name'])
    .where('service_id', '=', serviceId)
    .where('kind', '=', 'authority')
    .orderBy('name')
    .limit(400)
    .execute();
}

/** Somebody who may be on the line: who holds the right in an open case of the same child, or has the number that rings. */
export interface MaybeKnown {
  readonly because: 'same-child' | 'same-telephone';
  readonly caseId: string;
  readonly reference: string;
  readonly participationId: string;
  readonly name: string;
}

/** Lists open cases of a child with the same birth date and names, however they are capitalised, with each right-holder. At most ten. */
async function listSameChild(tx: Tx, serviceId: string, heard: Heard): Promise<MaybeKnown[]> {
  const child = childOf(heard);
  if (!heard.born || child.lastName === '') return [];
  const rows = await tx
    .selectFrom('children')
    .innerJoin('cases', 'cases.id', 'children.case_id')
    .innerJoin('participations as part', 'part.case_id', 'cases.id')
    .innerJoin('people', 'people.id', 'part.person_id')
    .select([
      'cases.id as caseId',
      'cases.reference',
      'part.id as participationId',
      'people.first_names',
      'people.last_name',
    ])
    .select(['children.first_names as childFirst', 'children.last_name as childLast'])
    .where('children.service_id', '=', serviceId)
    .where('children.born', '=', heard.born.toString())
    .where('cases.closed_at', 'is', null)
    .where('part.right_holder', '=', true)
    .where('part.until_at', 'is', null)
    .orderBy('cases.opened_at', 'desc')
    .orderBy('part.id')
    .limit(200)
    .execute();
  const same = (a: string, b: string): boolean => a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase();
  return rows
    .filter(({ childFirst, childLast }) => same(childLast, child.lastName) && same(childFirst, child.firstNames))
    .slice(0, 10)
    .map(({ caseId, reference, participationId, first_names: firstNames, last_name: lastName }) => ({
      because: 'same-child',
      caseId,
      reference,
      participationId,
      name: fullName({ firstNames, lastName }),
    }));
}

/**
 * Lists who holds the right in an open case and has this telephone number, however it is written. For staff alone: a number shows that
 * somebody may be known, proves nothing, and is never said to the caller. At most ten.
 */
async function listSameTelephone(tx: Tx, serviceId: string, { phone }: Heard): Promise<MaybeKnown[]> {
  if (!phone) return [];
  const rows = await tx
    .selectFrom('contact_points as point')
    .innerJoin('people', 'people.id', 'point.person_id')
    .innerJoin('participations as part', 'part.person_id', 'people.id')
    .innerJoin('cases', 'cases.id', 'part.case_id')
    .select(['cases.id as caseId', 'cases.reference', 'part.id as participationId'])
    .select(['people.first_names as firstNames', 'people.last_name as lastName'])
    .where('point.service_id', '=', serviceId)
    .where('point.telephone_key', '=', sql<string>`search_telephone(${phone.typed})`)
    .where('point.until_at', 'is', null)
    .where('part.right_holder', '=', true)
    .where('part.until_at', 'is', null)
    .where('cases.closed_at', 'is', null)
    .orderBy('cases.opened_at', 'desc')
    .orderBy('part.id')
    .limit(10)
    .execute();
  return rows.map(({ caseId, reference, participationId, ...name }) => ({
    because: 'same-telephone',
    caseId,
    reference,
    participationId,
    name: fullName(name),
  }));
}

/** Lists everybody of open cases who may be on the line, each once; the child's name and birth date say more than a number. */
export async function listMaybeKnown(tx: Tx, serviceId: string, heard: Heard): Promise<MaybeKnown[]> {
  const byChild = await listSameChild(tx, serviceId, heard);
  const byTelephone = await listSameTelephone(tx, serviceId, heard);
  const named = new Set(byChild.map(({ participationId }) => participationId));
  return [...byChild, ...byTelephone.filter(({ participationId }) => !named.has(participationId))].slice(0, 10);
}

/** Gets the right-holder with whom a case was opened. */
export async function getFirstHolder(tx: Tx, caseId: string): Promise<string> {
  const { id } = await tx
    .selectFrom('participations')
    .select('id')
    .where('case_id', '=', caseId)
    .where('right_holder', '=', true)
    .orderBy('from_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirstOrThrow();
  return id;
}

/** Finds the case of somebody who holds the right in it, unless the wall hides it. Throws NotFound. */
export async function getCaseOfHolder(
  tx: Tx,
  participationId: string,
): Promise<Pick<Row<'cases'>, 'id' | 'reference'>> {
  if (!isId(participationId)) throw new NotFound();
  const row = await tx
    .selectFrom('participations')
    .innerJoin('cases', 'cases.id', 'participations.case_id')
    .select(['cases.id', 'cases.reference'])
    .where('participations.id', '=', participationId)
    .where('participations.right_holder', '=', true)
    .where('participations.until_at', 'is', null)
    .executeTakeFirst();
  if (!row) throw new NotFound();
  return row;
}
