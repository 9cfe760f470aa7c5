// Reads calls, and what a call needs to know of what was there before it: councils, the same child, who holds the right in a new case.
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

/** Lists the person's own calls that ended after a moment, the last first, with the reference of the case that each opened. */
export async function listMyEndedCalls(tx: Tx, who: Staff, after: Temporal.Instant) {
  return tx
    .selectFrom('calls')
    .leftJoin('cases', 'cases.id', 'calls.case_id')
    .leftJoin('children', 'children.case_id', 'calls.case_id')
    .select(['calls.id', 'calls.started_at', 'calls.ended_at', 'calls.outcome', 'cases.reference'])
    .select(['children.first_names', 'children.last_name'])
    .where('calls.account_id', '=', who.accountId)
    .where('calls.ended_at', '>=', after.toString())
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

/** A case of the same child that is open, and somebody who holds the right in it. */
export interface SameChild {
  readonly caseId: string;
  readonly reference: string;
  readonly participationId: string;
  readonly name: string;
}

/** Lists open cases of a child with the same birth date and names, however they are capitalised, with each right-holder. At most ten. */
export async function listSameChild(tx: Tx, serviceId: string, heard: Heard): Promise<SameChild[]> {
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
      caseId,
      reference,
      participationId,
      name: fullName({ firstNames, lastName }),
    }));
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
