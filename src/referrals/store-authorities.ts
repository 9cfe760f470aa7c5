// Reads the councils that a contact can be about.
import { sql } from 'kysely';
import type { Tx } from '../program.ts';

export interface Authority {
  readonly id: string;
  readonly name: string;
  /** We hold a contract with it on the day. */
  readonly isOurs: boolean;
}

/** Lists the councils of a service, those under contract on a day (ISO) first. At most 400: there are about 150 in England. */
export async function listAuthorities(tx: Tx, serviceId: string, on: string): Promise<Authority[]> {
  const { rows } = await sql<Authority>`
    select b.id, b.name, exists (select from contracts c where c.service_id = b.service_id and c.body_id = b.id
      and c.from_on <= ${on} and (c.until_on is null or c.until_on >= ${on})) as "isOurs"
    from bodies b where b.service_id = ${serviceId} and b.kind = 'authority'
    order by "isOurs" desc, b.name limit 400`.execute(tx);
  return rows;
}
