// Reads what the information conversation needs: who is being told, by whom, about which decision, and what they said before.
import { Temporal } from 'temporal-polyfill';
import type { Row } from '../../database/tables.ts';
import { asRole } from '../kit/sql/seat.ts';
import type { NoticeDays } from '../law/decisions.ts';
import type { Tx } from '../program.ts';
import { whatCounts, type Withdrawn } from './what-counts.ts';

const dayOf = (text: string | null): Temporal.PlainDate | null =>
  text === null ? null : Temporal.PlainDate.from(text);

/** Gets whether an account may advise on a day: adviser by role, and independent (s.56(3)), in post on that day. */
export async function findAdviser(
  tx: Tx,
  accountId: string,
  on: Temporal.PlainDate,
): Promise<{ readonly isAdviser: boolean; readonly isIndependent: boolean }> {
  const row = await tx
    .selectFrom('staff')
    .select(['roles', 'independent'])
    .where('account_id', '=', accountId)
    .where('from_on', '<=', on.toString())
    .where((when) => when.or([when('until_on', 'is', null), when('until_on', '>=', on.toString())]))
    .executeTakeFirst();
  return { isAdviser: row?.roles.includes('adviser') ?? false, isIndependent: row?.independent ?? false };
}

/** Gets the days of the decision that stands now. */
export async function getNotice(tx: Tx, caseId: string): Promise<NoticeDays> {
  const row = await tx
    .selectFrom('decisions')
    .select(['dated', 'sent'])
    .where('case_id', '=', caseId)
    .where('superseded_at', 'is', null)
    .executeTakeFirst();
  return { datedOn: dayOf(row?.dated ?? null), sentOn: dayOf(row?.sent ?? null) };
}

/** Lists when a right-holder was given information, the first first: all that is recorded, also what no longer counts. */
export function listInformation(tx: Tx, participationId: string): Promise<Row<'information_given'>[]> {
  return tx
    .selectFrom('information_given')
    .selectAll()
    .where('participation_id', '=', participationId)
    .orderBy('given_at')
    .limit(200)
    .execute();
}

/** Lists what a right-holder said, the last first: all that is recorded, also what no longer counts. */
export function listWishes(tx: Tx, participationId: string): Promise<Row<'wishes'>[]> {
  return tx
    .selectFrom('wishes')
    .selectAll()
    .where('participation_id', '=', participationId)
    .orderBy('said_at', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute();
}

/** Lists a right-holder's certificates that were issued and then withdrawn, for `whatCounts`. */
export function listWithdrawn(tx: Tx, participationId: string): Promise<Withdrawn[]> {
  return tx
    .selectFrom('certificates')
    .select(['issued_at', 'withdrawn_why as why'])
    .where('participation_id', '=', participationId)
    .where('state', '=', 'withdrawn')
    .where('issued_at', 'is not', null)
    .limit(50)
    .execute();
}

/** Gets what counts of what a right-holder was told and said: whether they were informed, and their last wish about each. */
export async function getSaid(tx: Tx, participationId: string): Promise<Said> {
  const { information, wishes } = whatCounts(
    { information: await listInformation(tx, participationId), wishes: await listWishes(tx, participationId) },
    await listWithdrawn(tx, participationId),
  );
  const last = (which: Row<'wishes'>['about']) => wishes.find(({ about }) => about === which) ?? null;
  return { isInformed: information.length > 0, last: { appeal: last('appeal'), mediation: last('mediation') } };
}

/** What counts of what a right-holder was told and said. */
export interface Said {
  readonly isInformed: boolean;
  readonly last: Readonly<Record<Row<'wishes'>['about'], Row<'wishes'> | null>>;
}

/** Says whether a milestone of one of these kinds stands and has begun by a moment. Asked as the door: a family must be held by a meeting that its own page does not list. */
export async function hasMilestone(
  tx: Tx,
  caseId: string,
  kinds: readonly Row<'milestones'>['kind'][],
  by: Temporal.Instant,
): Promise<boolean> {
  const row = await asRole(tx, 'door', () =>
    tx
      .selectFrom('milestones')
      .select('id')
      .where('case_id', '=', caseId)
      .where('kind', 'in', [...kinds])
      .where('at', '<=', by.toString())
      .where('void_at', 'is', null)
      .limit(1)
      .executeTakeFirst(),
  );
  return row !== undefined;
}

/** Lists the independent help of a service, in its order. */
export async function listSignposts(tx: Tx, serviceId: string): Promise<Row<'signposts'>[]> {
  return tx
    .selectFrom('signposts')
    .selectAll()
    .where('service_id', '=', serviceId)
    .orderBy('position')
    .limit(20)
    .execute();
}
