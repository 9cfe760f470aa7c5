// Reads and writes people, the ways to reach them and their part in a case.
import type { OperationNodeSource } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import type { Row } from '../../database/tables.ts';
import type { Inside } from '../cases/inside.ts';
import { NotFound } from '../kit/http/problems.ts';
import { newId } from '../kit/ids.ts';
import type { Tx } from '../program.ts';
import { firstContactDay } from './first-contact.ts';
import { noHold, type Hold } from './held-papers.ts';
import { sideOf, type NewParticipant, type NewPoint } from './person.ts';

/** Somebody about to take part. `personId` names a person we know already, whose details are then left alone. */
export interface Newcomer {
  readonly participationId: string;
  readonly personId: string;
  readonly known: boolean;
  readonly participant: NewParticipant;
  readonly rightHolder: boolean;
  readonly mayOpenThePage: boolean;
}

/** Prepares a newcomer with fresh ids. Each is a person of their own: two people of one name or address are never made one. */
export function newcomer(
  participant: NewParticipant,
  may: { readonly rightHolder: boolean; readonly mayOpenThePage?: boolean; readonly personId?: string },
  now: Inside['now'],
): Newcomer {
  return {
    participationId: newId(now),
    personId: may.personId ?? newId(now),
    known: may.personId !== undefined,
    participant,
    rightHolder: may.rightHolder,
    mayOpenThePage: may.mayOpenThePage ?? may.rightHolder,
  };
}

/** Gives the statements that write newcomers: people, ways to reach them, participations. The case must exist, or be written with them. */
export function newcomerStatements(
  { tx, now }: Inside,
  serviceId: string,
  caseId: string,
  newcomers: readonly Newcomer[],
): OperationNodeSource[] {
  const at = now.toString();
  const people = newcomers
    .filter(({ known }) => !known)
    .map(({ personId, participant }) => ({
      id: personId,
      service_id: serviceId,
      first_names: participant.firstNames,
      last_name: participant.lastName,
      known_as: participant.knownAs ?? null,
      language: participant.language ?? null,
      dialect: participant.dialect ?? null,
      formats: [...(participant.formats ?? [])],
      needs: participant.needs ?? null,
      made_at: at,
    }));
  const points = newcomers.flatMap(({ personId, participant }) =>
    (participant.points ?? []).map((point) => pointRow(serviceId, personId, point, now)),
  );
  const parts = newcomers.map(({ participationId, personId, participant, rightHolder, mayOpenThePage }) => ({
    id: participationId,
    service_id: serviceId,
    case_id: caseId,
    person_id: personId,
    side: sideOf(participant.capacity),
    capacity: participant.capacity,
    right_holder: rightHolder,
    basis: participant.basis ?? null,
    may_open_the_page: mayOpenThePage,
    from_at: at,
  }));
  return [
    ...(people.length > 0 ? [tx.insertInto('people').values(people)] : []),
    ...(points.length > 0 ? [tx.insertInto('contact_points').values(points)] : []),
    tx.insertInto('participations').values(parts),
  ];
}

/** Writes one way to reach somebody, with the hold on papers to it. */
export async function addPoint(
  { tx, now }: Inside,
  serviceId: string,
  personId: string,
  point: NewPoint,
  hold: Hold = noHold,
): Promise<void> {
  await tx
    .insertInto('contact_points')
    .values({ ...pointRow(serviceId, personId, point, now), ...hold })
    .execute();
}

function pointRow(serviceId: string, personId: string, point: NewPoint, now: Inside['now']) {
  return {
    id: newId(now),
    service_id: serviceId,
    person_id: personId,
    kind: point.kind,
    value: point.value,
    postal_lines: [...(point.postalLines ?? [])],
    message_safe: point.messageSafe,
    quiet_hours: point.quietHours ?? null,
    from_at: now.toString(),
  };
}

/** Gets a participation of this case that has not ended. Throws NotFound, also when it is not the reader's to see. */
export async function getParticipation(
  tx: Tx,
  caseId: string,
  participationId: string,
): Promise<Row<'participations'>> {
  const row = await tx
    .selectFrom('participations')
    .selectAll()
    .where('id', '=', participationId)
    .where('case_id', '=', caseId)
    .where('until_at', 'is', null)
    .executeTakeFirst();
  if (!row) throw new NotFound();
  return row;
}

/** Lists the ways to reach a person that hold now, oldest first. */
export async function listPoints(tx: Tx, personId: string): Promise<Row<'contact_points'>[]> {
  return tx
    .selectFrom('contact_points')
    .selectAll()
    .where('person_id', '=', personId)
    .where('until_at', 'is', null)
    .orderBy('from_at')
    .orderBy('id')
    .limit(20)
    .execute();
}

/** Gets a person. Throws NotFound. */
export async function getPerson(tx: Tx, personId: string): Promise<Row<'people'>> {
  const row = await tx.selectFrom('people').selectAll().where('id', '=', personId).executeTakeFirst();
  if (!row) throw new NotFound();
  return row;
}

/** Finds the day on which a right-holder first reached the service; null where nothing was heard from them yet. */
export async function findFirstContact(
  tx: Tx,
  of: Pick<Row<'cases'>, 'id' | 'contact_on' | 'opened_at'>,
  part: Pick<Row<'participations'>, 'id' | 'person_id' | 'capacity' | 'from_at'>,
): Promise<string | null> {
  const { own, informed, said } = await tx
    .selectNoFrom((from) => [
      from
        .selectFrom('contacts')
        .select(({ fn }) => fn.min<string>('reached_on').as('day'))
        .where('case_id', '=', of.id)
        .where('person_id', '=', part.person_id)
        .as('own'),
      from
        .selectFrom('information_given')
        .select(({ fn }) => fn.min<string>('given_on').as('day'))
        .where('participation_id', '=', part.id)
        .as('informed'),
      from
        .selectFrom('wishes')
        .select(({ fn }) => fn.min<string>('said_on').as('day'))
        .where('participation_id', '=', part.id)
        .as('said'),
    ])
    .executeTakeFirstOrThrow();
  return firstContactDay({
    capacity: part.capacity,
    joinedLater: Temporal.Instant.compare(part.from_at, of.opened_at) > 0,
    ownContact: own,
    caseContact: of.contact_on,
    spokeOn: [informed, said].filter((day) => day !== null),
  });
}
