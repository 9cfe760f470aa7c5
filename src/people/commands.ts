// Brings people into a case, lets them leave it, and changes what is known of them.
import { throughTheDoor, type Done, type Refused } from '../cases/one-door.ts';
import { writeTogether } from '../kit/sql/together.ts';
import type { Program } from '../program.ts';
import type { Staff } from '../sign-in/who.ts';
import { canHoldTheRight, sideOf, type Capacity, type NewParticipant, type PersonDetails } from './person.ts';
import { refusalOfDetails, refusalOfParticipant, refusalOfText, longestWords, type PersonRefusal } from './rules.ts';
import { getParticipation, getPerson, newcomer, newcomerStatements } from './store.ts';

export interface Joining {
  readonly actId: string;
  readonly caseId: string;
  readonly participant: NewParticipant;
  /** Two people with parental responsibility each hold their own right, and neither reads the other's words. */
  readonly rightHolder: boolean;
  readonly mayOpenThePage: boolean;
  /** A person we know from another case of theirs. Never found by name or address: a person at the desk chooses. */
  readonly personId?: string;
}

export type JoinRefusal = PersonRefusal | 'cannot-hold-the-right';

/** Adds somebody to a case. Throws NotFound. */
export async function joinCase(program: Program, who: Staff, joining: Joining): Promise<Done | Refused<JoinRefusal>> {
  const { actId, caseId, participant, rightHolder, mayOpenThePage, personId } = joining;
  return throughTheDoor<JoinRefusal>(program, { actId, command: 'joinCase', who, caseId }, async (inside) => {
    if (rightHolder && !canHoldTheRight(participant.capacity)) return { refused: 'cannot-hold-the-right' };
    const refused = refusalOfParticipant(participant);
    if (refused) return { refused };
    if (personId) await getPerson(inside.tx, personId);
    const joined = newcomer(participant, { rightHolder, mayOpenThePage, personId }, inside.now);
    await writeTogether(inside.tx, newcomerStatements(inside, who.serviceId, caseId, [joined]));
    const data = { participation: joined.participationId, capacity: participant.capacity };
    return { facts: [{ code: 'person-joined', data, readers: [joined.participationId] }] };
  });
}

export interface Leaving {
  readonly actId: string;
  readonly caseId: string;
  readonly participationId: string;
}

export type LeaveRefusal = 'only-right-holder';

/** Ends somebody's part in a case: from then on they read nothing of it. A case always keeps somebody who holds the right. Throws NotFound. */
export async function leaveCase(program: Program, who: Staff, leaving: Leaving): Promise<Done | Refused<LeaveRefusal>> {
  const { actId, caseId, participationId } = leaving;
  return throughTheDoor<LeaveRefusal>(program, { actId, command: 'leaveCase', who, caseId }, async ({ tx, now }) => {
    const leaver = await getParticipation(tx, caseId, participationId);
    if (leaver.right_holder) {
      const others = await tx
        .selectFrom('participations')
        .select('id')
        .where('case_id', '=', caseId)
        .where('right_holder', '=', true)
        .where('until_at', 'is', null)
        .where('id', '<>', participationId)
        .limit(1)
        .execute();
      if (others.length === 0) return { refused: 'only-right-holder' };
    }
    await tx
      .updateTable('participations')
      .set({ until_at: now.toString(), may_open_the_page: false })
      .where('id', '=', participationId)
      .execute();
    return { facts: [{ code: 'person-left', data: { participation: participationId }, readers: [] }] };
  });
}

/** What is to change; a field that is absent stays as it is. */
export interface ChangedDetails extends Partial<PersonDetails> {
  readonly actId: string;
  readonly caseId: string;
  /** The version of the case that was shown; one that is older is refused, so that no colleague's words are written over. */
  readonly seenVersion?: number;
  readonly participationId: string;
  readonly capacity?: Capacity;
  readonly basis?: string | null;
  readonly rightHolder?: boolean;
}

/** Changes somebody's names, formats, language, needs or capacity. Quiet when nothing differs. Throws NotFound and ChangedMeanwhile. */
export async function changeDetails(
  program: Program,
  who: Staff,
  change: ChangedDetails,
): Promise<Done | Refused<JoinRefusal>> {
  const { actId, caseId, seenVersion, participationId } = change;
  const passage = { actId, command: 'changeDetails', who, caseId, seenVersion };
  return throughTheDoor<JoinRefusal>(program, passage, async ({ tx }) => {
    const part = await getParticipation(tx, caseId, participationId);
    const person = await getPerson(tx, part.person_id);
    const capacity = change.capacity ?? part.capacity;
    const basis = change.basis === undefined ? part.basis : change.basis;
    const rightHolder = change.rightHolder ?? part.right_holder;
    if (capacity === 'alternative-person' && !basis?.trim()) return { refused: 'basis-needed' };
    if (rightHolder && !canHoldTheRight(capacity)) return { refused: 'cannot-hold-the-right' };
    const refused = refusalOfDetails(change) ?? refusalOfText(basis, longestWords);
    if (refused) return { refused };

    const details = differing(person, {
      first_names: change.firstNames,
      last_name: change.lastName,
      known_as: change.knownAs,
      language: change.language,
      dialect: change.dialect,
      formats: change.formats && [...change.formats],
      needs: change.needs,
    });
    const taking = differing(part, { capacity, basis, right_holder: rightHolder });
    const fields = [...Object.keys(details), ...Object.keys(taking)].map((field) => field.replaceAll('_', '-'));
    if (fields.length === 0) return { facts: [] };
    if (Object.keys(details).length > 0) {
      await tx
        .updateTable('people')
        .set((set) => ({ ...details, version: set('version', '+', 1) }))
        .where('id', '=', person.id)
        .execute();
    }
    if (Object.keys(taking).length > 0) {
      await tx
        .updateTable('participations')
        .set({ ...taking, side: sideOf(capacity) })
        .where('id', '=', part.id)
        .execute();
    }
    const data = { participation: participationId, fields };
    return { facts: [{ code: 'details-changed', data, readers: [participationId] }] };
  });
}

/** Keeps the wanted fields that differ from the row; an undefined one is not wanted. */
export function differing<R extends object, W extends Partial<R>>(row: R, wanted: W): Partial<W> {
  const entries = Object.entries(wanted).filter(
    ([field, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(row[field as keyof R]),
  );
  return Object.fromEntries(entries) as Partial<W>;
}
