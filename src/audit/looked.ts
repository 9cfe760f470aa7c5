// Who looked at what: written cheaply beside the reading itself, and read by managers, who see the unusual.
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { newId } from '../kit/ids.ts';
import type { Tx } from '../program.ts';
import type { SignedIn, System } from '../sign-in/who.ts';

/** What was looked at. Never the words that were searched for: only that somebody searched. */
export interface Look {
  readonly what: 'case' | 'person' | 'paper' | 'search' | 'export';
  readonly caseId?: string | null;
  readonly subjectId?: string | null;
}

/**
 * Notes a look as the person, in the transaction that reads (so not a read-only one). The note does not wait for the disk: after
 * a loss of power the last half second of notes can be missing, which is the price of reading at full speed. Do not call it in
 * the transaction of an act, whose commit must wait.
 */
export async function looked(
  tx: Tx,
  who: SignedIn,
  { what, caseId, subjectId }: Look,
  at: Temporal.Instant,
): Promise<void> {
  await sql`
    with relaxed as (select set_config('synchronous_commit', 'off', true))
    insert into looked (id, service_id, account_id, what, case_id, subject_id, at)
    select ${newId(at)}, ${who.serviceId}, ${who.accountId}, ${what}, ${caseId ?? null}, ${subjectId ?? null}, ${at} from relaxed`.execute(
    tx,
  );
}

/** Notes that a copy of records is made, whoever makes it and before anything is read, in the transaction of its act. The caller may write looks. */
export async function notedExport(
  tx: Tx,
  who: SignedIn | System,
  { caseId, subjectId }: Omit<Look, 'what'>,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .insertInto('looked')
    .values({
      id: newId(at),
      service_id: who.serviceId,
      account_id: who.kind === 'system' ? null : who.accountId,
      what: 'export',
      case_id: caseId ?? null,
      subject_id: subjectId ?? null,
      at: at.toString(),
    })
    .execute();
}

export interface LookedAt {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly what: Look['what'];
  /** Null for whoever exported at the command line. */
  readonly accountId: string | null;
  /** The name of somebody on the staff; null for a family, whose own looks at their own page need no name here. */
  readonly byName: string | null;
  readonly caseId: string | null;
  readonly caseReference: string | null;
  readonly subjectId: string | null;
  /** Somebody on the staff looked at a case that is not assigned to them and in which they did nothing that day. */
  readonly isNobodysWork: boolean;
  /** By then they had opened many different cases within an hour. */
  readonly isOneOfMany: boolean;
}

/** So many different cases within an hour are more than a day's work asks for. */
export const MANY_CASES = 20;

export interface LookedFilter {
  readonly accountId?: string;
  readonly caseId?: string;
  readonly what?: Look['what'];
  /** Those before this one, for the next page. */
  readonly before?: { readonly at: Temporal.Instant; readonly id: string };
}

/** How many looks a page holds, and how many are gone through to find the unusual among them. */
export const ROWS = 100;
export const GONE_THROUGH = 1_000;

const byStaff = sql`accounts.kind = 'staff' and looked.case_id is not null`;
const nobodysWork = sql<boolean>`(${byStaff} and cases.owner_account_id is distinct from looked.account_id
  and not exists (select from acts where acts.case_id = looked.case_id and acts.account_id = looked.account_id
    and acts.on_day = (looked.at at time zone 'Europe/London')::date))`;
/** Reads the index `looked_by_account` over one hour, and stops at a bound. */
const oneOfMany = sql<boolean>`(${byStaff} and (select count(distinct near.case_id) from (
  select n.case_id from looked n where n.account_id = looked.account_id and n.at > looked.at - interval '1 hour' and n.at <= looked.at
  order by n.at desc limit 300) near) >= ${MANY_CASES})`;

/** Lists looks, the latest first, at most `rows`. The wall shows them to managers only; anybody else gets an empty list. */
export async function listLooked(
  tx: Tx,
  serviceId: string,
  filter: LookedFilter = {},
  most = ROWS,
): Promise<LookedAt[]> {
  const { accountId, caseId, what, before } = filter;
  const rows = await tx
    .selectFrom('looked')
    .leftJoin('accounts', 'accounts.id', 'looked.account_id')
    .leftJoin('cases', 'cases.id', 'looked.case_id')
    .select(['looked.id', 'looked.at', 'looked.what', 'looked.account_id', 'looked.case_id', 'looked.subject_id'])
    .select(['accounts.name', 'cases.reference'])
    .select([nobodysWork.as('isNobodysWork'), oneOfMany.as('isOneOfMany')])
    .where('looked.service_id', '=', serviceId)
    .$if(accountId !== undefined, (query) => query.where('looked.account_id', '=', accountId ?? ''))
    .$if(caseId !== undefined, (query) => query.where('looked.case_id', '=', caseId ?? ''))
    .$if(what !== undefined, (query) => query.where('looked.what', '=', what ?? ''))
    .$if(before !== undefined, (query) =>
      query.where(sql<boolean>`(looked.at, looked.id) < (${before?.at}::timestamptz, ${before?.id}::uuid)`),
    )
    .orderBy('looked.at', 'desc')
    .orderBy('looked.id', 'desc')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: Temporal.Instant.from(row.at),
    what: row.what as Look['what'],
    accountId: row.account_id,
    byName: row.name,
    caseId: row.case_id,
    caseReference: row.reference,
    subjectId: row.subject_id,
    isNobodysWork: row.isNobodysWork ?? false,
    isOneOfMany: row.isOneOfMany ?? false,
  }));
}
