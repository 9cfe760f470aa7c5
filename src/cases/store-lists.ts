// The desk's lists: what is due, new contacts, and people thinking it over. Each reads one index in its order, and never counts.
import { sql, type RawBuilder } from 'kysely';
import type { Row } from '../../database/tables.ts';
import type { Slot } from '../kit/sql/together.ts';
import type { Tx } from '../program.ts';
import type { Stage } from './stages.ts';

/** How many rows a list shows at once. */
export const rowsOnAPage = 25;

/** What every row says of its case: who, about whom, and whose it is. */
export interface CaseHead {
  readonly caseId: string;
  readonly reference: string;
  readonly stage: Stage;
  readonly road: Row<'cases'>['road'];
  readonly contactOn: string;
  /** The last day for contact, so the end of the two months (reg 33); null while no letter's date is known. */
  readonly twoMonthsEnd: string | null;
  readonly childFirstNames: string;
  readonly childLastName: string;
  /** The first right-holder; null where nobody holds the right yet. */
  readonly holderFirstNames: string | null;
  readonly holderLastName: string | null;
  /** The holder's name and all else was erased. */
  readonly holderErased: boolean | null;
  readonly holderCapacity: Row<'participations'>['capacity'] | null;
  readonly ownerName: string | null;
  readonly ownerAccountId: string | null;
}

/** A row of what is due: no more than its line says, because a page of them is read many times a day. */
export interface DueRow extends Pick<
  CaseHead,
  | 'reference'
  | 'childFirstNames'
  | 'childLastName'
  | 'holderFirstNames'
  | 'holderLastName'
  | 'holderCapacity'
  | 'ownerName'
  | 'ownerAccountId'
> {
  readonly clockId: string;
  readonly kind: string;
  readonly dueOn: string;
  /** "Said no Tue 17 Nov 2026 + 3 working days". */
  readonly inShort: string;
  readonly citation: string;
  /** The number of the certificate that is prepared and waits for the post; null where this clock waits for none. */
  readonly preparedNumber: string | null;
}

/** Somebody who is thinking it over, and when they are to be asked again. */
export interface ThinkingRow extends CaseHead {
  readonly clockId: string;
  readonly dueOn: string;
}

/** Where a list goes on: the last row that was shown. */
export interface DueCursor {
  readonly dueOn: string;
  readonly id: string;
}

export interface DueWanted {
  readonly serviceId: string;
  /** Only what is assigned to this account. */
  readonly mine?: string;
  /** Only clocks of this kind (the index `due_by_kind`). */
  readonly kind?: string;
  readonly after?: DueCursor;
  readonly limit?: number;
}

/** `DueWanted`, or the places of its values in a statement that is written once. */
export interface DueAsked {
  readonly serviceId: string | Slot;
  readonly mine?: string | Slot | undefined;
  readonly kind?: string | Slot | undefined;
  readonly after?: { readonly dueOn: string | Slot; readonly id: string | Slot } | undefined;
  readonly limit?: number;
}

const headColumns = sql`
  k.id as "caseId", k.reference, k.stage, k.road, k.contact_on as "contactOn", k.two_months_end as "twoMonthsEnd", k.owner_account_id as "ownerAccountId",
  child.first_names as "childFirstNames", child.last_name as "childLastName",
  holder.first_names as "holderFirstNames", holder.last_name as "holderLastName", holder.capacity as "holderCapacity", holder.erased as "holderErased",
  a.name as "ownerName"`;

const headJoins = sql`
  left join children child on child.case_id = k.id
  left join accounts a on a.id = k.owner_account_id
  left join lateral (
    select person.first_names, person.last_name, part.capacity, person.erased_at is not null as erased
    from participations part join people person on person.id = part.person_id
    where part.case_id = k.id and part.right_holder and part.until_at is null
    order by part.from_at, part.id limit 1
  ) holder on true`;

/** Stages of the index `new_contacts`, in its own words: nothing has been explained yet, whatever was said. */
export const awaitsInformation = sql`stage in ('contact-made', 'information-owed')`;

const dueColumns = sql`
  c.id as "clockId", c.kind, c.due_on as "dueOn", c.answer ->> 'inShort' as "inShort", c.answer ->> 'citation' as citation,
  case when c.kind = 'issue-certificate' then (select t.number from certificates t
    where t.case_id = c.case_id and t.participation_id = c.participation_id and t.state = 'prepared' limit 1) end as "preparedNumber",
  k.reference, child.first_names as "childFirstNames", child.last_name as "childLastName",
  holder.first_names as "holderFirstNames", holder.last_name as "holderLastName", holder.capacity as "holderCapacity",
  a.name as "ownerName", k.owner_account_id as "ownerAccountId"`;

async function rows<R>(tx: Tx, query: RawBuilder<R>): Promise<R[]> {
  return (await query.execute(tx)).rows;
}

/** What anybody but the family owes, soonest first (the index `due_list`, or `my_due_list`). */
export function dueList({ serviceId, mine, kind, after, limit = rowsOnAPage }: DueAsked): RawBuilder<DueRow> {
  return sql<DueRow>`
      select ${dueColumns}
      from (
        select id, case_id, participation_id, kind, due_on, answer from clocks
        where service_id = ${serviceId} and state = 'running' and owner <> 'family' and due_on is not null
          ${mine === undefined ? sql`` : sql`and assigned_to = ${mine}`}
          ${kind === undefined ? sql`` : sql`and kind = ${kind}`}
          ${after === undefined ? sql`` : sql`and (due_on, id) > (${after.dueOn}, ${after.id})`}
        order by due_on, id limit ${sql.lit(limit)}
      ) c
      join cases k on k.id = c.case_id ${headJoins}
      order by c.due_on, c.id`;
}

/** Lists people who are thinking it over, whoever is to be asked again soonest first (the index `thinking_it_over`). */
export function listThinking(
  tx: Tx,
  { serviceId, after, limit = rowsOnAPage }: Pick<DueWanted, 'serviceId' | 'after' | 'limit'>,
): Promise<ThinkingRow[]> {
  return rows(
    tx,
    sql<ThinkingRow>`
      select c.id as "clockId", c.due_on as "dueOn", ${headColumns}
      from (
        select id, case_id, due_on from clocks
        where service_id = ${serviceId} and state = 'running' and kind = 'chase-decision' and due_on is not null
          ${after === undefined ? sql`` : sql`and (due_on, id) > (${after.dueOn}, ${after.id})`}
        order by due_on, id limit ${sql.lit(limit)}
      ) c
      join cases k on k.id = c.case_id ${headJoins}
      order by c.due_on, c.id`,
  );
}

/** Where the new contacts go on; `twoMonthsEnd` is null among those without a letter's date, who come last. */
export interface ContactCursor {
  readonly twoMonthsEnd: string | null;
  readonly contactOn: string;
  readonly id: string;
}

/** Lists contacts to whom nothing has been explained yet, whose two months end first (the index `new_contacts`). */
export function listNewContacts(
  tx: Tx,
  {
    serviceId,
    after,
    limit = rowsOnAPage,
  }: {
    readonly serviceId: string;
    readonly after?: ContactCursor;
    readonly limit?: number;
  },
): Promise<CaseHead[]> {
  const order = sql`coalesce(two_months_end, 'infinity'::date), contact_on, id`;
  return rows(
    tx,
    sql<CaseHead>`
      select ${headColumns}
      from (
        select * from cases
        where service_id = ${serviceId} and ${awaitsInformation} and closed_at is null
          ${after === undefined ? sql`` : sql`and (${order}) > (${after.twoMonthsEnd ?? 'infinity'}::date, ${after.contactOn}, ${after.id})`}
        order by ${order} limit ${sql.lit(limit)}
      ) k ${headJoins}
      order by coalesce(k.two_months_end, 'infinity'::date), k.contact_on, k.id`,
  );
}

/** Lists the newest cases of a service (the index `cases_of_service`). */
export function listCases(
  tx: Tx,
  {
    serviceId,
    after,
    limit = rowsOnAPage,
  }: {
    readonly serviceId: string;
    readonly after?: { readonly openedAt: string; readonly id: string };
    readonly limit?: number;
  },
): Promise<(CaseHead & { readonly openedAt: string })[]> {
  return rows(
    tx,
    sql<CaseHead & { readonly openedAt: string }>`
      select k.opened_at as "openedAt", ${headColumns}
      from (
        select * from cases
        where service_id = ${serviceId}
          ${after === undefined ? sql`` : sql`and (opened_at < ${after.openedAt} or (opened_at = ${after.openedAt} and id > ${after.id}))`}
        order by opened_at desc, id limit ${sql.lit(limit)}
      ) k ${headJoins}
      order by k.opened_at desc, k.id`,
  );
}
