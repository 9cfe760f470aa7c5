// The trial's service: the first service's own published facts, and an invented desk of four with invented councils' addresses.
import type { Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import { newId } from '../kit/ids.ts';
import { nationalSignposts } from '../office/first-service.ts';

/** The people at the trial's desk. All are invented. */
export const desk = [
  { key: 'leah', name: 'Leah Brennan', roles: ['adviser'] },
  { key: 'dana', name: 'Dana Whitfield', roles: ['adviser'] },
  { key: 'tom', name: 'Tom Hale', roles: ['administrator'] },
  { key: 'maeve', name: 'Maeve Donnelly', roles: ['manager', 'adviser'] },
] as const;
export type DeskKey = (typeof desk)[number]['key'];

export interface Office {
  readonly serviceId: string;
  readonly accounts: Readonly<Record<DeskKey, string>>;
  readonly authority: string;
  readonly neighbour: string;
}

const weekdays = { from: '09:00', to: '16:30' };

/** Makes the service, its desk, the bodies it works with and whom it signposts to. `checkedOn` is the day its signposts were looked at. */
export async function makeOffice(owner: Kysely<Tables>, now: string, checkedOn: string): Promise<Office> {
  const serviceId = newId();
  await owner
    .insertInto('services')
    .values({
      id: serviceId,
      slug: 'wirral',
      name: 'Wirral Disagreement Resolution and Mediation Service',
      short_name: 'SEND mediation in Wirral',
      line: 'Run by the charity WIRED. We do not work for the council, a school or the health service.',
      area: 'Wirral',
      telephone: '0151 522 7990',
      email: 'mediationadmin@wired.me.uk',
      hours: JSON.stringify({ 1: weekdays, 2: weekdays, 3: weekdays, 4: weekdays, 5: weekdays }),
    })
    .execute();
  const accounts: Partial<Record<DeskKey, string>> = {};
  for (const { key, name, roles } of desk) {
    const id = newId();
    accounts[key] = id;
    await owner
      .insertInto('accounts')
      .values({ id, service_id: serviceId, kind: 'staff', name, email: `${key}@desk.example.org`, made_at: now })
      .execute();
    await owner
      .insertInto('staff')
      .values({
        account_id: id,
        service_id: serviceId,
        roles: [...roles],
        employer: 'WIRED',
        independent: true,
        from_on: '2020-01-01',
      })
      .execute();
  }
  const body = async (
    kind: 'authority' | 'icb' | 'sendiass' | 'school',
    name: string,
    code: string | null,
    emails: string[],
  ): Promise<string> => {
    const id = newId();
    await owner
      .insertInto('bodies')
      .values({ id, service_id: serviceId, kind, national_code: code, name, emails, telephone: '01632 960118' })
      .execute();
    return id;
  };
  const authority = await body('authority', 'Wirral Council', 'E08000015', [
    'send-team@wirral-council.example.org',
    'mediation@wirral-council.example.org',
  ]);
  const neighbour = await body('authority', 'Northshore Council', null, ['send@northshore.example.org']);
  await body('icb', 'NHS Cheshire and Merseyside ICB', null, ['send@icb.example.org']);
  await body('school', 'Hoylake Bridge Primary', null, ['office@hoylake-bridge.example.org']);
  await owner
    .insertInto('contracts')
    .values({ id: newId(), service_id: serviceId, body_id: authority, from_on: '2024-04-01' })
    .execute();
  await makeSignposts(owner, serviceId, checkedOn);
  return { serviceId, accounts: accounts as Record<DeskKey, string>, authority, neighbour };
}

async function makeSignposts(owner: Kysely<Tables>, serviceId: string, checkedOn: string): Promise<void> {
  const [writing, ringing, ...others] = nationalSignposts;
  const signposts = [
    writing,
    ringing,
    {
      kind: 'sendiass',
      name: 'Wirral SEND Partnership (SENDIASS)',
      what: 'gives free, impartial help, also with an appeal.',
      how: 'Ring',
      contact: '0151 522 7990',
      address_lines: [],
    },
    ...others,
  ] as const;
  await owner
    .insertInto('signposts')
    .values(
      signposts.map((signpost, index) => ({
        id: newId(),
        service_id: serviceId,
        position: index + 1,
        checked_on: checkedOn,
        ...signpost,
        address_lines: [...signpost.address_lines],
      })),
    )
    .execute();
}
