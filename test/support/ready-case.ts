// Cases ready for a certificate, written straight into the rows; without a test runner, so that a process of its own can use it.
import type { Kysely } from 'kysely';
import type { Row, Tables } from '../../database/tables.ts';
import { coreCodes } from '../../src/advice/script.ts';
import { newId } from '../../src/kit/ids.ts';
import { newReference } from '../../src/kit/reference.ts';
import type { Desk } from './desk.ts';

/** What a test says differs from the usual case: the story's letter of 5 March 2026, contact and decline on 31 March. */
export interface CaseChanges {
  readonly decision?: Partial<Pick<Row<'decisions'>, 'kind' | 'sections' | 'dated' | 'sent' | 'letter_seen'>>;
  readonly child?: Partial<Pick<Row<'children'>, 'first_names' | 'last_name' | 'born'>>;
  readonly person?: Partial<Pick<Row<'people'>, 'first_names' | 'last_name' | 'formats'>>;
  readonly email?: string | null;
  readonly contactOn?: string;
  readonly wish?: Row<'wishes'>['answer'];
}

export interface ReadyCase {
  readonly caseId: string;
  readonly participationId: string;
  readonly personId: string;
  readonly decisionId: string;
}

/** Writes the signposts that a covering letter needs. */
export async function addSignposts(owner: Kysely<Tables>, serviceId: string): Promise<void> {
  const common = { service_id: serviceId, checked_on: '2026-03-01' };
  const address = ['1st Floor, Example Court', 'Example Town', 'ZZ1 1ZZ'];
  await owner
    .insertInto('signposts')
    .values([
      {
        ...common,
        id: newId(),
        kind: 'tribunal',
        name: 'The Tribunal',
        what: 'takes appeals',
        how: 'E-mail',
        contact: 'send@tribunal.example',
        address_lines: address,
        position: 1,
      },
      {
        ...common,
        id: newId(),
        kind: 'tribunal',
        name: 'The Tribunal',
        what: 'answers questions',
        how: 'Ring',
        contact: '01632 960 857',
        address_lines: [],
        position: 2,
      },
      {
        ...common,
        id: newId(),
        kind: 'sendiass',
        name: 'Wirral SENDIASS',
        what: 'can help you fill in the form.',
        how: 'Ring',
        contact: '01632 960 142',
        address_lines: [],
        position: 3,
      },
    ])
    .execute();
}

/** Writes a case whose gates are all open, straight into the rows. */
export async function newCase(
  owner: Kysely<Tables>,
  desk: Pick<Desk, 'serviceId' | 'authorityId' | 'adviser'>,
  changes: CaseChanges = {},
): Promise<ReadyCase> {
  const at = '2026-03-31T09:15:00Z';
  const on = changes.contactOn ?? '2026-03-31';
  const of = { service_id: desk.serviceId };
  const [caseId, personId, participationId, decisionId] = [newId(), newId(), newId(), newId()];
  await owner
    .insertInto('cases')
    .values({
      ...of,
      id: caseId,
      reference: newReference(),
      authority_id: desk.authorityId,
      road: 'mediation',
      stage: 'certificate-due',
      informed: true,
      contact_on: on,
      opened_at: at,
    })
    .execute();
  await owner
    .insertInto('children')
    .values({ ...of, case_id: caseId, first_names: 'Tobi', last_name: 'Okafor', born: '2018-09-14', ...changes.child })
    .execute();
  await owner
    .insertInto('people')
    .values({ ...of, id: personId, first_names: 'Hannah', last_name: 'Okafor', made_at: at, ...changes.person })
    .execute();
  const point = { ...of, person_id: personId, message_safe: true, from_at: at };
  const email = changes.email === undefined ? 'hannah@family.example' : changes.email;
  if (email)
    await owner
      .insertInto('contact_points')
      .values({ ...point, id: newId(), kind: 'email', value: email })
      .execute();
  await owner
    .insertInto('contact_points')
    .values({
      ...point,
      id: newId(),
      kind: 'post',
      value: 'CH41 0ZZ',
      postal_lines: ['14 Example Road', 'Birkenhead', 'CH41 0ZZ'],
    })
    .execute();
  await owner
    .insertInto('participations')
    .values({
      ...of,
      id: participationId,
      case_id: caseId,
      person_id: personId,
      side: 'family',
      capacity: 'parent',
      right_holder: true,
      may_open_the_page: true,
      from_at: at,
    })
    .execute();
  await owner
    .insertInto('decisions')
    .values({
      ...of,
      id: decisionId,
      case_id: caseId,
      kind: 'refuse-to-assess',
      dated: '2026-03-05',
      sent: '2026-03-05',
      letter_seen: true,
      made_at: at,
      ...changes.decision,
    })
    .execute();
  await owner
    .insertInto('contacts')
    .values({
      ...of,
      id: newId(),
      case_id: caseId,
      person_id: personId,
      channel: 'call',
      reached_at: at,
      reached_on: on,
      entered_at: at,
      taken_by: desk.adviser.accountId,
    })
    .execute();
  await owner
    .insertInto('information_given')
    .values({
      ...of,
      id: newId(),
      case_id: caseId,
      participation_id: participationId,
      channel: 'call',
      script_version: '1',
      said: [...coreCodes],
      given_at: at,
      given_on: '2026-03-31',
      adviser_id: desk.adviser.accountId,
    })
    .execute();
  const wish = {
    ...of,
    case_id: caseId,
    participation_id: participationId,
    said_at: at,
    said_on: '2026-03-31',
    channel: 'call',
    taken_by: desk.adviser.accountId,
  };
  await owner
    .insertInto('wishes')
    .values([
      { ...wish, id: newId(), about: 'mediation', answer: changes.wish ?? 'no' },
      { ...wish, id: newId(), about: 'appeal', answer: 'yes' },
    ])
    .execute();
  return { caseId, personId, participationId, decisionId };
}
