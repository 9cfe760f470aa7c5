// Reads the page of today in one turn: what is due, how much each day holds, and the short lists beside it.
// Every count stops at a bound, so that a service with a million cases waits no longer than one with a hundred.
import { sql, type RawBuilder } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Row } from '../../database/tables.ts';
import { heldUntilOf } from '../correspondence/held.ts';
import { certificatesFirst } from '../correspondence/to-post.ts';
import { readTogether, type Slot, type Slots } from '../kit/sql/together.ts';
import type { Tx } from '../program.ts';
import { awaitsInformation, dueList, rowsOnAPage, type DueAsked, type DueRow, type DueWanted } from './store-lists.ts';

/** A day's figure stops here; a page then says "40+". */
export const mostCounted = 40;
/** How many lines a side list shows, and the group of packs; one more is read, to know whether there are more. */
export const linesBeside = 5;

/** How much is due on a day; `day` null is everything overdue. At most `mostCounted` + 1. */
export interface DayLoad {
  readonly day: string | null;
  readonly due: number;
}

/** How much anybody but the family owes on each of these days, and before the first of them. */
function loadOf({ serviceId, mine }: DueAsked, today: Slot, days: Slot): RawBuilder<DayLoad> {
  const open = sql`from clocks where service_id = ${serviceId} and state = 'running' and owner <> 'family'
    ${mine === undefined ? sql`` : sql`and assigned_to = ${mine}`}`;
  const counted = sql`${mostCounted + 1}`;
  return sql<DayLoad>`
    select null::date as day, (select count(*)::int from (select ${open} and due_on < ${today} limit ${counted}) late) as due
    union all
    select d.day, (select count(*)::int from (select ${open} and due_on = d.day limit ${counted}) load) as due
    from unnest(${days}::date[]) as d(day)`;
}

/** How much of a list is this person's, and everybody's; at most `mostCounted` + 1 each. */
export interface Shares {
  readonly mine: number;
  readonly everybody: number;
}

/** What is due for the two tabs of the list: one person's, and everybody's; of one kind where one is chosen. */
function sharesOf({ serviceId, kind }: DueAsked, accountId: Slot): RawBuilder<Shares> {
  const open = sql`from clocks where service_id = ${serviceId} and state = 'running' and owner <> 'family' and due_on is not null
    ${kind === undefined ? sql`` : sql`and kind = ${kind}`}`;
  return sql<Shares>`select
    (select count(*)::int from (select ${open} and assigned_to = ${accountId} limit ${mostCounted + 1}) own) as mine,
    (select count(*)::int from (select ${open} limit ${mostCounted + 1}) whole) as everybody`;
}

/** Counts the cases opened since a moment, at most `mostCounted` + 1 (the index `cases_of_service`). */
export async function countOpenedSince(tx: Tx, serviceId: string, since: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ opened: number }>`select count(*)::int as opened from (
    select from cases where service_id = ${serviceId} and opened_at > ${since.toString()} limit ${mostCounted + 1}) fresh`.execute(
    tx,
  );
  return rows[0]?.opened ?? 0;
}

/** Somebody who made contact and to whom nothing has been explained yet. */
export interface NewContactLine {
  readonly reference: string;
  readonly name: string;
  readonly channel: string | null;
  readonly reachedAt: string | null;
  /** The last day for contact, so the end of the two months; null while no letter date is known. */
  readonly twoMonthsEnd: string | null;
}

export interface ThinkingLine {
  readonly reference: string;
  readonly holderFirstNames: string;
  readonly holderLastName: string;
  readonly holderCapacity: Row<'participations'>['capacity'] | null;
  readonly childFirstNames: string;
  readonly childLastName: string;
  readonly chaseOn: string;
  readonly twoMonthsEnd: string | null;
}

/** A letter that a person must post or put right. */
export interface LetterToSeeTo {
  readonly id: string;
  readonly reference: string | null;
  readonly template: string;
  readonly format: string;
  readonly toAddress: string;
  readonly queuedAt: string;
  readonly failure: string | null;
  /** The date of the prepared certificate inside, of a letter to post. */
  readonly dated: string | null;
  /** Until when a letter to post waits because its address was changed; null where it may go. */
  readonly heldUntil: string | null;
}

/** Somebody whose papers wait because an address of theirs was changed within the last day. */
export interface HeldLine {
  readonly reference: string;
  readonly participationId: string;
  readonly name: string;
  readonly kind: 'email' | 'post';
  readonly until: string;
  /** How many letters wait. */
  readonly letters: number;
}

/** A paper that could not be made, so that the letter that carries it does not go. */
export interface PaperLine {
  readonly id: string;
  readonly reference: string;
  readonly kind: string;
  readonly wantedAt: string;
}

/** Somebody who asked to be rung, and has not been told anything yet. */
export interface RingBackLine {
  readonly reference: string;
  readonly name: string;
  readonly since: string;
  /** How often they were rung without an answer, and when last. */
  readonly tries: number;
  readonly triedAt: string | null;
}

export interface Beside {
  readonly ringBack: readonly RingBackLine[];
  readonly notMade: readonly PaperLine[];
  readonly held: readonly HeldLine[];
  readonly newContacts: readonly NewContactLine[];
  readonly thinking: readonly ThinkingLine[];
  readonly toPost: readonly LetterToSeeTo[];
  readonly goneWrong: readonly LetterToSeeTo[];
}

const holderName = sql`(select trim(p.first_names || ' ' || p.last_name)
  from participations part join people p on p.id = part.person_id
  where part.case_id = k.id and part.right_holder and part.until_at is null order by part.from_at, part.id limit 1)`;

/** Who made contact: the right-holder, or somebody beside them whose name alone is known yet. */
const spokeName = sql`coalesce(nullif(${holderName}, ''), (select trim(p.first_names || ' ' || p.last_name)
  from participations part join people p on p.id = part.person_id
  where part.case_id = k.id and part.until_at is null order by part.from_at, part.id desc limit 1), '')`;
/** A paper is tried this often by itself, within a few minutes, before a person hears of it. */
const triesAlone = 3;

const preparedDate = sql`(select t.dated from letter_papers lp join papers p on p.id = lp.paper_id
  join certificate_versions v on v.id = p.certificate_version_id join certificates t on t.id = v.certificate_id
  where lp.letter_id = letters.id and t.state = 'prepared' limit 1)`;

/** The short lists beside what is due; each has one line more than it shows when there are more. */
function besideOf(serviceId: Slot, now: Slot) {
  const lines = linesBeside + 1;
  const letters = (
    state: RawBuilder<unknown>,
    dated: RawBuilder<unknown>,
    held: RawBuilder<unknown>,
    order = sql`letters.queued_at, letters.id`,
  ) =>
    sql<LetterToSeeTo>`
      select letters.id, k.reference, letters.template, letters.format, letters.to_address as "toAddress",
        letters.queued_at as "queuedAt", letters.failure, ${dated} as dated, ${held} as "heldUntil"
      from letters left join cases k on k.id = letters.case_id
      where letters.service_id = ${serviceId} and ${state}
      order by ${order} limit ${lines}`;
  return {
    newContacts: sql<NewContactLine>`
      select k.reference, ${spokeName} as name, t.channel, t.reached_at as "reachedAt", k.two_months_end as "twoMonthsEnd"
      from (select id, reference, contact_on, two_months_end from cases
        where service_id = ${serviceId} and ${awaitsInformation} and closed_at is null
        order by coalesce(two_months_end, 'infinity'::date), contact_on, id limit ${lines}) k
      left join lateral (select channel, reached_at from contacts where case_id = k.id order by reached_at limit 1) t on true
      order by coalesce(k.two_months_end, 'infinity'::date), k.contact_on, k.id`,
    thinking: sql<ThinkingLine>`
      select k.reference, c.due_on as "chaseOn", k.two_months_end as "twoMonthsEnd", holder.capacity as "holderCapacity",
        coalesce(holder.first_names, '') as "holderFirstNames", coalesce(holder.last_name, '') as "holderLastName",
        coalesce(child.first_names, '') as "childFirstNames", coalesce(child.last_name, '') as "childLastName"
      from (select id, case_id, due_on from clocks
        where service_id = ${serviceId} and state = 'running' and kind = 'chase-decision' and due_on is not null
        order by due_on, id limit ${lines}) c
      join cases k on k.id = c.case_id left join children child on child.case_id = k.id
      left join lateral (select p.first_names, p.last_name, part.capacity
        from participations part join people p on p.id = part.person_id
        where part.case_id = k.id and part.right_holder and part.until_at is null order by part.from_at, part.id limit 1) holder on true
      order by c.due_on, c.id`,
    held: sql<HeldLine>`
      select k.reference, part.id as "participationId", trim(p.first_names || ' ' || p.last_name) as name, c.kind, c.papers_held_until as until,
        (select count(*)::int from letters l where l.case_id = k.id and l.person_id = p.id and l.channel = c.kind
          and l.state in ('waiting-for-papers', 'queued', 'sending', 'to-post')
          and exists (select from letter_papers lp where lp.letter_id = l.id)) as letters
      from (select id, person_id, kind, papers_held_until from contact_points
        where service_id = ${serviceId} and papers_held_until > ${now} and agreed_at is null and until_at is null
        order by papers_held_until, id limit ${lines}) c
      join people p on p.id = c.person_id
      join lateral (select id, case_id from participations where person_id = p.id and until_at is null order by from_at desc, id limit 1) part on true
      join cases k on k.id = part.case_id
      order by c.papers_held_until, c.id`,
    ringBack: sql<RingBackLine>`
      select k.reference, ${spokeName} as name, k.ring_back_since as since,
        k.ring_back_tries as tries, k.ring_back_tried_at as "triedAt" from cases k
      where k.service_id = ${serviceId} and k.ring_back_since is not null
      order by k.ring_back_since, k.id limit ${lines}`,
    notMade: sql<PaperLine>`
      select p.id, k.reference, p.kind, p.wanted_at as "wantedAt" from papers p join cases k on k.id = p.case_id
      where p.service_id = ${serviceId} and p.failure is not null and p.made_at is null and p.replaced_at is null
        and (p.next_try_at = 'infinity' or p.tries >= ${triesAlone})
      order by p.wanted_at, p.id limit ${lines}`,
    toPost: letters(
      sql`letters.state = 'to-post'`,
      preparedDate,
      heldUntilOf(now),
      sql`${certificatesFirst}, letters.queued_at, letters.id`,
    ),
    goneWrong: letters(sql`letters.state in ('failed', 'bounced')`, sql`null::date`, sql`null::timestamptz`),
  };
}

export interface TodayWanted extends Omit<DueWanted, 'limit'> {
  readonly accountId: string;
  readonly now: Temporal.Instant;
  /** The days whose load is counted, from today. */
  readonly days: readonly string[];
}

export interface Today {
  readonly due: readonly DueRow[];
  readonly load: readonly DayLoad[];
  readonly shares: Shares;
  readonly beside: Beside;
}

/** The values in the statement of today, as PostgreSQL takes them. */
interface TodayValues {
  readonly serviceId: string;
  readonly accountId: string;
  readonly now: string;
  readonly today: string;
  readonly days: readonly string[];
  readonly mine: string | undefined;
  readonly kind: string | undefined;
  readonly afterDueOn: string | undefined;
  readonly afterId: string | undefined;
}

function listsOf({ accountId, now, today, days, afterDueOn, afterId, ...filters }: Slots<TodayValues>) {
  const after = afterDueOn && afterId && { dueOn: afterDueOn, id: afterId };
  const asked = { ...filters, after, limit: rowsOnAPage + 1 };
  return {
    due: dueList(asked),
    load: loadOf(asked, today, days),
    shares: sharesOf(asked, accountId),
    ...besideOf(asked.serviceId, now),
  };
}

const readLists = readTogether<TodayValues, ReturnType<typeof listsOf>>(listsOf);

/** Reads all that the page of today shows, in one statement; one row more is due than a page shows when there are more. */
export async function readToday(
  tx: Tx,
  { accountId, serviceId, now, days, mine, kind, after }: TodayWanted,
): Promise<Today> {
  const { due, load, shares, ...beside } = await readLists(tx, {
    accountId,
    serviceId,
    now: now.toString(),
    today: days[0] ?? '',
    days,
    mine,
    kind,
    afterDueOn: after?.dueOn,
    afterId: after?.id,
  });
  return { due, load, shares: shares[0] ?? { mine: 0, everybody: 0 }, beside };
}
