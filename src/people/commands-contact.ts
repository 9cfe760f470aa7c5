// Changes the way to reach somebody: whoever opened the page with the old one must open it again, the addresses we had are told where
// that is safe, and papers to the new one wait for a day unless a second person agrees.
import type { Row } from '../../database/tables.ts';
import type { Fact } from '../cases/fact.ts';
import type { Inside } from '../cases/inside.ts';
import { throughTheDoor, type Done, type Refused } from '../cases/one-door.ts';
import { packLetter } from '../correspondence/by-post.ts';
import { changeNote, giveBackHeld } from '../correspondence/held.ts';
import { getLetterService, type LetterService } from '../correspondence/house-letter.tsx';
import type { NewLetter } from '../correspondence/queue.ts';
import type { Facts } from '../journal.ts';
import { newId } from '../kit/ids.ts';
import type { Program } from '../program.ts';
import type { Staff } from '../sign-in/who.ts';
import { heldUntil, holdOf, isSameAddress } from './held-papers.ts';
import { contactChangedLetter, contactChangedSaid, contactChangedVersion } from './letters/contact-changed.ts';
import { fullName, type NewPoint } from './person.ts';
import { refusalOfPoint, type PersonRefusal } from './rules.ts';
import { addPoint, getParticipation, getPerson, listPoints } from './store.ts';

type Point = Row<'contact_points'>;

export interface ChangedPoint {
  readonly actId: string;
  readonly caseId: string;
  /** The version of the case that was shown; one that is older is refused, so that no colleague's change is written over. */
  readonly seenVersion?: number;
  readonly participationId: string;
  readonly point: NewPoint;
  /** Whoever changes it knows that a note by post to the address we held is safe. Never taken for granted: somebody may have fled it. */
  readonly mayPostNote?: boolean;
}

/** Ends every session of a person, inside the same transaction. */
export type EndSessions = (inside: Inside, personId: string) => Promise<void>;

/**
 * Replaces the e-mail address, telephone number or postal address of somebody in a case. The old one is ended, not overwritten.
 * The person's sessions end, and their e-mail addresses that were safe for messages are told, without saying what the new one is;
 * by post the address that we held is told only where it was safe for letters and `mayPostNote` says that it still is.
 * Papers to a changed address wait (see `holdOf`); those that waited for one that is replaced are given back to a person.
 * Quiet when nothing differs. Throws NotFound and ChangedMeanwhile.
 */
export async function changeContactPoint(
  program: Program,
  who: Staff,
  change: ChangedPoint,
  endSessions: EndSessions,
): Promise<Done | Refused<PersonRefusal>> {
  const { actId, caseId, seenVersion, participationId, point, mayPostNote = false } = change;
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

      const moved = before.filter((old) => !isSameAddress(old, point));
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
        letters: await notices(inside, who, { known, moved, point, mayPostNote }),
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

interface Change {
  readonly known: readonly Point[];
  readonly moved: readonly Point[];
  readonly point: NewPoint;
}

/**
 * Writes to the safe addresses that we had. By e-mail: to one that ended always, to one that stays when the postal address is new.
 * By post: only where it may be, and then whichever address is new.
 */
async function notices(
  inside: Inside,
  who: Staff,
  { mayPostNote, ...change }: Change & { readonly mayPostNote: boolean },
): Promise<NewLetter[]> {
  const { known, moved, point } = change;
  if (point.kind === 'telephone') return [];
  const isNew = !known.some((old) => isSameAddress(old, point));
  const safe = known.filter(({ message_safe: isSafe }) => isSafe);
  const emailed = safe.filter(
    (old) => old.kind === 'email' && (moved.includes(old) || (isNew && point.kind === 'post')),
  );
  const posted = mayPostNote && isNew ? safe.filter(({ kind }) => kind === 'post') : [];
  if (emailed.length + posted.length === 0) return [];
  const service = await getLetterService(inside.tx, who.serviceId);
  const notes = emailed.map((old) => ({
    id: newId(inside.now),
    personId: old.person_id,
    toAddress: old.value,
    papers: [],
    ...contactChangedLetter(service, point.kind === 'email' ? 'ended' : 'post'),
  }));
  return [...notes, ...(await Promise.all(posted.map((old) => postedNote(inside, service, old, point.kind))))];
}

/** Packs the note for the address that we held. It names no case: whoever lives there now may open it. */
async function postedNote(
  inside: Inside,
  service: LetterService,
  old: Point,
  changed: NewPoint['kind'],
): Promise<NewLetter> {
  const person = await getPerson(inside.tx, old.person_id);
  const posting = {
    serviceId: person.service_id,
    personId: person.id,
    name: fullName({ firstNames: person.first_names, lastName: person.last_name }),
    addressLines: old.postal_lines.length > 0 ? old.postal_lines : [old.value],
    format: person.formats.includes('large-print') ? 'large-print' : 'standard',
    letter: contactChangedSaid(service, changed === 'post' ? 'post-ended' : 'email'),
    namesTheCase: false,
  } as const;
  return {
    id: newId(inside.now),
    template: changeNote,
    templateVersion: contactChangedVersion,
    ...(await packLetter(inside, posting)),
  };
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
