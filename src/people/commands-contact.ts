// Changes the way to reach somebody: whoever opened the page with the old one must open it again, the addresses we had are told, and
// papers to the new one wait for a day unless a second person agrees.
import type { Row } from '../../database/tables.ts';
import type { Fact } from '../cases/fact.ts';
import type { Inside } from '../cases/inside.ts';
import { throughTheDoor, type Done, type Refused } from '../cases/one-door.ts';
import { giveBackHeld } from '../correspondence/held.ts';
import { getLetterService } from '../correspondence/house-letter.tsx';
import type { NewLetter } from '../correspondence/queue.ts';
import type { Facts } from '../journal.ts';
import { newId } from '../kit/ids.ts';
import type { Program } from '../program.ts';
import type { Staff } from '../sign-in/who.ts';
import { heldUntil, holdOf } from './held-papers.ts';
import { contactChangedLetter, type ContactChange } from './letters/contact-changed.ts';
import type { NewPoint } from './person.ts';
import { refusalOfPoint, type PersonRefusal } from './rules.ts';
import { addPoint, getParticipation, listPoints } from './store.ts';

type Point = Row<'contact_points'>;

export interface ChangedPoint {
  readonly actId: string;
  readonly caseId: string;
  /** The version of the case that was shown; one that is older is refused, so that no colleague's change is written over. */
  readonly seenVersion?: number;
  readonly participationId: string;
  readonly point: NewPoint;
}

/** Ends every session of a person, inside the same transaction. */
export type EndSessions = (inside: Inside, personId: string) => Promise<void>;

/**
 * Replaces the e-mail address, telephone number or postal address of somebody in a case. The old one is ended, not overwritten.
 * The person's sessions end, and their e-mail addresses that were safe for messages are told, without saying what the new one is.
 * Papers to a changed address wait (see `holdOf`); those that waited for one that is replaced are given back to a person.
 * Quiet when nothing differs. Throws NotFound and ChangedMeanwhile.
 */
export async function changeContactPoint(
  program: Program,
  who: Staff,
  change: ChangedPoint,
  endSessions: EndSessions,
): Promise<Done | Refused<PersonRefusal>> {
  const { actId, caseId, seenVersion, participationId, point } = change;
  return throughTheDoor<PersonRefusal>(
    program,
    { actId, command: 'changeContactPoint', who, caseId, seenVersion },
    async (inside) => {
      const refused = refusalOfPoint(point);
      if (refused) return { refused };
      const { tx, now } = inside;
      const part = await getParticipation(tx, caseId, participationId);
      const known = await listPoints(tx, part.person_id);
      const before = known.filter(({ kind }) => kind === point.kind);
      if (before.length === 1 && before.every((old) => sameAs(old, point))) return { facts: [] };

      const moved = before.filter((old) => old.value !== point.value);
      const givenBack = await giveBack(inside, moved);
      const ids = before.map(({ id }) => id);
      if (ids.length > 0)
        await tx.updateTable('contact_points').set({ until_at: now.toString() }).where('id', 'in', ids).execute();
      const hold = holdOf(point, known, { now, accountId: who.accountId });
      await addPoint(inside, who.serviceId, part.person_id, point, hold);
      await endSessions(inside, part.person_id);

      const until = heldUntil(hold, now)?.toString() ?? null;
      const data = { participation: participationId, kind: point.kind, heldUntil: until };
      return {
        facts: [{ code: 'contact-point-changed', data, readers: [participationId] }, ...givenBack],
        letters: await notices(inside, who, { known, moved, point }),
      };
    },
  );
}

/** Takes the papers that wait for an address which nobody agreed to yet out of the post, for a person to send another way. */
async function giveBack(inside: Inside, moved: readonly Point[]): Promise<Fact<Facts>[]> {
  const facts: Fact<Facts>[] = [];
  for (const { kind, value, person_id: personId } of moved) {
    if (kind !== 'email') continue;
    for (const { id, template } of await giveBackHeld(inside, personId, value))
      facts.push({ code: 'letter-failed', data: { letter: id, template, why: 'address-changed' }, readers: [] });
  }
  return facts;
}

/** Writes to the safe e-mail addresses that we had: to one that ended always, to one that stays when another address is new. */
async function notices(
  { tx, now }: Inside,
  who: Staff,
  { known, moved, point }: { known: readonly Point[]; moved: readonly Point[]; point: NewPoint },
): Promise<NewLetter[]> {
  if (point.kind === 'telephone') return [];
  const isNew = !known.some(({ kind, value }) => kind === point.kind && value === point.value);
  const told = known.filter(
    (old) => old.kind === 'email' && old.message_safe && (moved.includes(old) || (isNew && point.kind === 'post')),
  );
  if (told.length === 0) return [];
  const service = await getLetterService(tx, who.serviceId);
  const change: ContactChange = point.kind === 'email' ? 'ended' : 'post';
  return told.map((old) => ({
    id: newId(now),
    personId: old.person_id,
    toAddress: old.value,
    papers: [],
    ...contactChangedLetter(service, change),
  }));
}

function sameAs(
  old: { value: string; postal_lines: string[]; message_safe: boolean; quiet_hours: string | null },
  point: NewPoint,
): boolean {
  return (
    old.value === point.value &&
    old.message_safe === point.messageSafe &&
    old.quiet_hours === (point.quietHours ?? null) &&
    JSON.stringify(old.postal_lines) === JSON.stringify(point.postalLines ?? [])
  );
}
