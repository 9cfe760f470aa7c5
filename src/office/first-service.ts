// What a new real installation begins with: a service that is still nameless, and the national bodies every family is pointed to.
import type { Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import { newId } from '../kit/ids.ts';

/** The month of the newest page that these were read from. The desk says from then on that they want looking at, and a letter names the day. */
const READ_ON = '2025-03-01';

/** Bodies that are the same all over England, in the order in which people should read them. */
export const nationalSignposts = [
  {
    kind: 'tribunal',
    name: 'First-tier Tribunal (SEND)',
    what: 'decides appeals',
    how: 'E-mail or post',
    contact: 'send@justice.gov.uk',
    address_lines: ['1st Floor, Darlington Magistrates’ Court', 'Parkgate', 'Darlington', 'DL1 1RU'],
  },
  {
    kind: 'tribunal',
    name: 'First-tier Tribunal (SEND)',
    what: 'answers questions about an appeal.',
    how: 'Ring',
    contact: '0300 303 5857',
    address_lines: [],
  },
  {
    kind: 'advice',
    name: 'IPSEA',
    what: 'is a charity that gives free legal advice.',
    how: 'Go to',
    contact: 'ipsea.org.uk',
    address_lines: [],
  },
  {
    kind: 'ombudsman',
    name: 'Local Government and Social Care Ombudsman',
    what: 'looks at complaints about councils.',
    how: 'Go to',
    contact: 'lgo.org.uk',
    address_lines: [],
  },
  {
    kind: 'ombudsman',
    name: 'Parliamentary and Health Service Ombudsman',
    what: 'looks at complaints about the NHS.',
    how: 'Go to',
    contact: 'ombudsman.org.uk',
    address_lines: [],
  },
] as const;

/** Makes the service of a new installation, as the owner. `email` is where answers go until its first manager writes its name, telephone and hours in the settings. */
export async function makeFirstService(owner: Kysely<Tables>, email: string): Promise<void> {
  const serviceId = newId();
  await owner.transaction().execute(async (tx) => {
    await tx
      .insertInto('services')
      .values({
        id: serviceId,
        slug: 'service',
        name: 'SEND mediation and disagreement resolution service',
        short_name: 'SEND mediation',
        line: 'We do not work for the council, a school or the health service.',
        area: '',
        telephone: '',
        email,
        hours: '{}',
      })
      .execute();
    await tx
      .insertInto('signposts')
      .values(
        nationalSignposts.map((signpost, index) => ({
          id: newId(),
          service_id: serviceId,
          position: index + 1,
          checked_on: READ_ON,
          ...signpost,
          address_lines: [...signpost.address_lines],
        })),
      )
      .execute();
  });
}
