// Changes the way to reach somebody: whoever opened the page with the old one must open it again, and the old address is told.
import type { Inside } from '../cases/inside.ts';
import { throughTheDoor, type Done, type Refused } from '../cases/one-door.ts';
import { getLetterService } from '../correspondence/house-letter.tsx';
import type { NewLetter } from '../correspondence/queue.ts';
import { newId } from '../kit/ids.ts';
import type { Program } from '../program.ts';
import type { Staff } from '../sign-in/who.ts';
import { contactChangedLetter } from './letters/contact-changed.ts';
import type { NewPoint } from './person.ts';
import { refusalOfPoint, type PersonRefusal } from './rules.ts';
import { addPoint, getParticipation, listPoints } from './store.ts';

export interface ChangedPoint {
  readonly actId: string;
  readonly caseId: string;
  readonly participationId: string;
  readonly point: NewPoint;
}

/** Ends every session of a person, inside the same transaction. */
export type EndSessions = (inside: Inside, personId: string) => Promise<void>;

/**
 * Replaces the e-mail address, telephone number or postal address of somebody in a case. The old one is ended, not overwritten.
 * The person's sessions end, and an old e-mail address that was safe for messages is told, without saying what the new one is.
 * Quiet when nothing differs. Throws NotFound.
 */
export async function changeContactPoint(
  program: Program,
  who: Staff,
  change: ChangedPoint,
  endSessions: EndSessions,
): Promise<Done | Refused<PersonRefusal>> {
  const { actId, caseId, participationId, point } = change;
  return throughTheDoor<PersonRefusal>(
    program,
    { actId, command: 'changeContactPoint', who, caseId },
    async (inside) => {
      const refused = refusalOfPoint(point);
      if (refused) return { refused };
      const { tx, now } = inside;
      const part = await getParticipation(tx, caseId, participationId);
      const before = (await listPoints(tx, part.person_id)).filter(({ kind }) => kind === point.kind);
      if (before.length === 1 && before.every((old) => sameAs(old, point))) return { facts: [] };

      const ids = before.map(({ id }) => id);
      if (ids.length > 0)
        await tx.updateTable('contact_points').set({ until_at: now.toString() }).where('id', 'in', ids).execute();
      await addPoint(inside, who.serviceId, part.person_id, point);
      await endSessions(inside, part.person_id);

      const moved = before.filter((old) => old.value !== point.value);
      const letters: NewLetter[] = [];
      if (point.kind === 'email' && moved.some((old) => old.message_safe)) {
        const service = await getLetterService(tx, who.serviceId);
        for (const old of moved.filter(({ message_safe: safe }) => safe)) {
          letters.push({
            id: newId(now),
            personId: part.person_id,
            toAddress: old.value,
            papers: [],
            ...contactChangedLetter(service),
          });
        }
      }
      const data = { participation: participationId, kind: point.kind };
      return { facts: [{ code: 'contact-point-changed', data, readers: [participationId] }], letters };
    },
  );
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
