// Which letters may not go yet because the address they go to was changed: asked of the database in the very statement that takes a
// letter, so that no page, worker or late retry can send one past a hold.
import { sql, type RawBuilder } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Row } from '../../database/tables.ts';
import type { Inside } from '../cases/inside.ts';
import { asRole } from '../kit/sql/seat.ts';
import type { Slot } from '../kit/sql/together.ts';
import type { Tx } from '../program.ts';

const momentOf = (now: Temporal.Instant | Slot) => ('epochMilliseconds' in now ? now.toString() : now);

/** The note that an address was changed: it goes to the address before, at once, and nothing holds it. */
export const changeNote = 'contact-changed';

/**
 * The ways to reach a person that hold up the row `letters` at a moment. Only papers are held: a notice goes. By e-mail the address
 * itself is held; by post whatever is packed for that person, because its lines are printed in more ways than one.
 */
const holdsAt = (now: Temporal.Instant | Slot) => sql`
  from contact_points hold where hold.person_id = letters.person_id and hold.kind = letters.channel and hold.until_at is null
    and hold.papers_held_until > ${momentOf(now)} and hold.agreed_at is null
    and letters.template <> ${changeNote} and (hold.kind = 'post' or lower(hold.value) = lower(letters.to_address))
    and exists (select from letter_papers carried where carried.letter_id = letters.id)`;

/** SQL over a row of `letters`: nothing holds it at a moment. */
export function isNotHeld(now: Temporal.Instant): RawBuilder<boolean> {
  return sql<boolean>`not exists (select ${holdsAt(now)})`;
}

/** SQL over a row of `letters`: until when it is held, and null where it may go. */
export function heldUntilOf(now: Temporal.Instant | Slot): RawBuilder<string | null> {
  return sql<string | null>`(select max(hold.papers_held_until) ${holdsAt(now)})`;
}

/**
 * SQL over a row of `letters`: it waits for the post under other lines than the person's postal address of today, which was changed
 * since or is not safe any more. Above the address lines of a letter the name may stand. The note of a change is meant for the one before.
 */
export const isForEarlierAddress: RawBuilder<boolean> = sql<boolean>`(
  letters.channel = 'post' and letters.person_id is not null and letters.template <> ${changeNote} and letters.state in ('waiting-for-papers', 'to-post')
  and coalesce((
    select letters.to_lines[cardinality(letters.to_lines) - cardinality(now.lines) + 1:] <> now.lines
    from (select case when cardinality(postal_lines) > 0 then postal_lines else array[value] end as lines
      from contact_points where person_id = letters.person_id and kind = 'post' and message_safe and until_at is null
      order by from_at, id limit 1) now), true))`;

/** SQL over a row of `letters`: when the address that holds it was changed, and null where it may go. */
export function heldSinceOf(now: Temporal.Instant): RawBuilder<string | null> {
  return sql<string | null>`(select max(hold.from_at) ${holdsAt(now)})`;
}

export interface LetterHold {
  readonly until: string;
  /** When the address was changed. */
  readonly since: string;
}

/** Finds what holds a letter at a moment; null where it may go. */
export async function findHold(tx: Tx, letterId: string, now: Temporal.Instant): Promise<LetterHold | null> {
  const { rows } = await sql<{ until: string | null; since: string | null }>`
    select h.until, h.since from letters,
      lateral (select max(hold.papers_held_until) as until, max(hold.from_at) as since ${holdsAt(now)}) h
    where letters.id = ${letterId}`.execute(tx);
  const [found] = rows;
  return found?.until && found.since ? { until: found.until, since: found.since } : null;
}

/**
 * Gives back to a person the e-mails with papers that wait for an address which is replaced before anybody agreed to it, so that
 * they neither go there nor are forgotten. Gives them. The caller replaces the address afterwards.
 */
export async function giveBackHeld(
  { tx, now }: Pick<Inside, 'tx' | 'now'>,
  personId: string,
  address: string,
): Promise<Pick<Row<'letters'>, 'id' | 'template'>[]> {
  return asRole(tx, 'door', () =>
    tx
      .updateTable('letters')
      .set({ state: 'failed', failure: 'address-changed', lease_until: null })
      .where('person_id', '=', personId)
      .where('channel', '=', 'email')
      .where('state', 'in', ['waiting-for-papers', 'queued'])
      .where(({ fn }) => fn<string>('lower', ['to_address']), '=', address.toLowerCase())
      .where(sql<boolean>`not ${isNotHeld(now)}`)
      .returning(['id', 'template'])
      .execute(),
  );
}
