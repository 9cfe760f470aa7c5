// Records who the party is once the right has passed to the young person in mid-case, and takes the young person's own contact before.
import { Temporal } from 'temporal-polyfill';
import type { Fact } from '../cases/fact.ts';
import type { Inside } from '../cases/inside.ts';
import { throughTheDoor, type Done, type Refused } from '../cases/one-door.ts';
import type { Facts } from '../journal.ts';
import { newId } from '../kit/ids.ts';
import { writeTogether } from '../kit/sql/together.ts';
import type { Program } from '../program.ts';
import type { Staff } from '../sign-in/who.ts';
import { addPermission } from './commands-permission.ts';
import { asParents, refusalOfParty, type FormerPart, type Party, type PartyRefusal } from './party.ts';
import type { JoinRefusal } from './commands.ts';
import { sideOf, type NewParticipant } from './person.ts';
import { refusalOfParticipant } from './rules.ts';
import { addPoint, newcomer, newcomerStatements } from './store.ts';

/** Under which permission a parent who stays is spoken with: the young person's own, or that of whoever acts for them. */
export const spokenOf = (party: Pick<Party, 'is'>): 'speak-to-parent' | 'speak-to-supporter' =>
  party.is === 'young-person' ? 'speak-to-parent' : 'speak-to-supporter';

export interface RecordedParty {
  readonly actId: string;
  readonly caseId: string;
  readonly party: Party;
  /** What becomes of each parent who held the right, by their participation. */
  readonly former: Readonly<Record<string, FormerPart>>;
  /** The words in which the party said that we may speak with a parent; kept where one becomes their supporter. */
  readonly wording: string;
  readonly channel: string;
}

/**
 * Records who the party is, on or after the day on which the right passed. The young person, or whoever acts for them, holds the right
 * from now: their wishes are asked anew, and every clock is counted for them. A parent reads what was readable until now, and nothing
 * new; whoever joins reads nothing of what was said before. What the council was told stays told. Quiet where nobody holds the right
 * as a parent any more. Throws NotFound.
 */
export async function recordParty(
  program: Program,
  who: Staff,
  { actId, caseId, party, former, wording, channel }: RecordedParty,
): Promise<Done | Refused<PartyRefusal>> {
  const passage = { actId, command: 'recordParty', who, caseId };
  return throughTheDoor<PartyRefusal>(program, passage, async (inside) => {
    const { born, people } = await loadParty(inside, caseId);
    const parents = asParents(people);
    if (parents.length === 0) return { facts: [] };
    const refused = refusalOfParty(party, former, { today: inside.today, born, parents });
    if (refused) return { refused };
    const participation = await takeTheRight(inside, who, caseId, party, people);
    const facts: Fact<Facts>[] = [
      {
        code: 'party-recorded',
        data: {
          participation,
          party: party.is === 'young-person' ? 'young-person' : 'alternative-person',
          fresh: party.is !== 'parent-for-them',
        },
        readers: [participation],
      },
    ];
    for (const { id } of parents.filter((parent) => parent.id !== participation)) {
      const becomes = former[id] ?? 'steps-back';
      await endReading(inside, id, becomes);
      facts.push({ code: 'right-passed-on', data: { participation: id, becomes }, readers: [id] });
      if (becomes === 'supporter' && wording.trim() !== '') {
        const what = spokenOf(party);
        const permission = { what, given: true, wording, forWhom: id, channel } as const;
        const given = await addPermission(inside, who, caseId, participation, permission);
        facts.push({ code: 'permission-given', data: { participation, permission: given }, readers: [participation] });
      }
    }
    await carryMilestones(inside, caseId, parents, participation);
    return { facts };
  });
}

export interface HeardEarly {
  readonly actId: string;
  readonly caseId: string;
  /** The young person, with their own ways to be reached. */
  readonly participant: NewParticipant;
  readonly wishes: { readonly appeal?: 'yes' | 'no' | 'unsure'; readonly mediation?: 'yes' | 'no' | 'unsure' };
  readonly channel: string;
}

/**
 * Takes the young person's own contact, and what they wish so far, before the right is theirs. They hold no right yet: it opens no gate,
 * moves no stage and is asked anew on the day. Whoever is in the case already is heard again, and new ways to reach them are added.
 * Throws NotFound.
 */
export async function hearYoungPerson(
  program: Program,
  who: Staff,
  { actId, caseId, participant, wishes, channel }: HeardEarly,
): Promise<Done | Refused<JoinRefusal>> {
  const passage = { actId, command: 'hearYoungPerson', who, caseId };
  return throughTheDoor<JoinRefusal>(program, passage, async (inside) => {
    if (participant.capacity !== 'young-person') return { refused: 'cannot-hold-the-right' };
    const refused = refusalOfParticipant(participant);
    if (refused) return { refused };
    const { tx, now, today } = inside;
    const { people } = await loadParty(inside, caseId);
    const known = people.find(({ capacity }) => capacity === 'young-person');
    const joined = newcomer(participant, { rightHolder: false }, now);
    if (!known) await writeTogether(tx, newcomerStatements(inside, who.serviceId, caseId, [joined]));
    else for (const point of participant.points ?? []) await addPoint(inside, who.serviceId, known.person_id, point);
    const participation = known?.id ?? joined.participationId;
    const said = Object.entries(wishes).flatMap(([about, answer]) =>
      answer ? [{ about: about as 'appeal' | 'mediation', answer }] : [],
    );
    if (said.length > 0) {
      const common = { service_id: who.serviceId, case_id: caseId, participation_id: participation, channel };
      const when = { said_at: now.toString(), said_on: today.toString(), taken_by: who.accountId };
      await tx
        .insertInto('wishes')
        .values(said.map((wish) => ({ id: newId(now), ...common, ...wish, ...when })))
        .execute();
    }
    const readers = [participation];
    const { appeal = null, mediation = null } = wishes;
    return {
      facts: [
        ...(known
          ? []
          : [{ code: 'person-joined', data: { participation, capacity: 'young-person' }, readers } as const]),
        { code: 'young-person-heard', data: { participation, appeal, mediation }, readers },
      ],
    };
  });
}

async function loadParty({ tx }: Inside, caseId: string) {
  const child = await tx.selectFrom('children').select('born').where('case_id', '=', caseId).executeTakeFirst();
  const people = await tx
    .selectFrom('participations')
    .select(['id', 'person_id', 'capacity', 'right_holder'])
    .where('case_id', '=', caseId)
    .where('until_at', 'is', null)
    .orderBy('from_at')
    .execute();
  return { born: child?.born ? Temporal.PlainDate.from(child.born) : null, people };
}

type InTheCase = Awaited<ReturnType<typeof loadParty>>['people'];

/** Gives the right to the party, and the id of the participation that holds it. */
async function takeTheRight(
  inside: Inside,
  who: Staff,
  caseId: string,
  party: Party,
  people: InTheCase,
): Promise<string> {
  const { tx, now } = inside;
  if (party.is === 'parent-for-them') {
    await tx
      .updateTable('participations')
      .set({ capacity: 'alternative-person', basis: party.basis })
      .where('id', '=', party.participationId)
      .execute();
    return party.participationId;
  }
  // Somebody who was here before the day takes the right in a part of its own, so that only what they say from now on counts.
  const early = people.find(({ capacity, right_holder: holds }) => capacity === party.is && !holds);
  if (early) {
    await tx
      .updateTable('participations')
      .set({ until_at: now.toString(), may_open_the_page: false })
      .where('id', '=', early.id)
      .execute();
  }
  const joined = newcomer(
    party.participant,
    { rightHolder: true, ...(early ? { personId: early.person_id } : {}) },
    now,
  );
  await writeTogether(tx, newcomerStatements(inside, who.serviceId, caseId, [joined]));
  return joined.participationId;
}

/** From now on a former party reads nothing new. */
async function endReading({ tx, now }: Inside, participationId: string, becomes: FormerPart): Promise<void> {
  await tx
    .updateTable('participations')
    .set({
      right_holder: false,
      reads_until: now.toString(),
      ...(becomes === 'supporter' ? { capacity: 'supporter' as const, side: sideOf('supporter') } : {}),
    })
    .where('id', '=', participationId)
    .execute();
}

/** What the council was told, and when, is a day of the case: it holds for whoever is the party now. */
async function carryMilestones(
  { tx, now }: Inside,
  caseId: string,
  parents: readonly { readonly id: string }[],
  participation: string,
): Promise<void> {
  const from = parents.map(({ id }) => id).filter((id) => id !== participation);
  if (from.length === 0) return;
  const rows = await tx
    .selectFrom('milestones')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('participation_id', 'in', from)
    .where('void_at', 'is', null)
    .orderBy('at')
    .execute();
  const first = [...Map.groupBy(rows, ({ kind }) => kind).values()].flatMap(([row]) => (row ? [row] : []));
  if (first.length === 0) return;
  await tx
    .insertInto('milestones')
    .values(first.map((row) => ({ ...row, id: newId(now), participation_id: participation })))
    .execute();
}
