// Reads bodies, their contracts, and whom the service points people to. Lists are bounded and in the order people read them.
import type { Row } from '../../database/tables.ts';
import { NotFound } from '../kit/http/problems.ts';
import type { Tx } from '../program.ts';
import type { BodyKind } from './body.ts';

const MOST_BODIES = 500;

/** Lists the bodies of a service by name, all or of one kind, 500 at most; each with its contract of that day, if any. */
export async function listBodies(tx: Tx, serviceId: string, kind: BodyKind | null, today: string) {
  return tx
    .selectFrom('bodies')
    .leftJoin('contracts', (join) =>
      join
        .onRef('contracts.body_id', '=', 'bodies.id')
        .on('contracts.from_on', '<=', today)
        .on((on) => on.or([on('contracts.until_on', 'is', null), on('contracts.until_on', '>=', today)])),
    )
    .selectAll('bodies')
    .select('contracts.from_on as contract_from')
    .where('bodies.service_id', '=', serviceId)
    .$if(kind !== null, (query) => query.where('bodies.kind', '=', kind as BodyKind))
    .orderBy('bodies.name')
    .orderBy('bodies.id')
    .limit(MOST_BODIES)
    .execute();
}

/** Gets a body. Throws NotFound. */
export async function getBody(tx: Tx, id: string): Promise<Row<'bodies'>> {
  const row = await tx.selectFrom('bodies').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new NotFound();
  return row;
}

/** Holds a body's row, so that two people do not add contracts to it at once. Throws NotFound. */
export async function lockBody(tx: Tx, id: string): Promise<Row<'bodies'>> {
  const row = await tx.selectFrom('bodies').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) throw new NotFound();
  return row;
}

/** Lists the contracts of a body, the newest first. */
export async function listContracts(tx: Tx, serviceId: string, bodyId: string): Promise<Row<'contracts'>[]> {
  return tx
    .selectFrom('contracts')
    .selectAll()
    .where('service_id', '=', serviceId)
    .where('body_id', '=', bodyId)
    .orderBy('from_on', 'desc')
    .limit(100)
    .execute();
}

/** Lists whom the service points people to, in the order in which letters name them. */
export async function listSignposts(tx: Tx, serviceId: string): Promise<Row<'signposts'>[]> {
  return tx
    .selectFrom('signposts')
    .selectAll()
    .where('service_id', '=', serviceId)
    .orderBy('position')
    .orderBy('id')
    .limit(100)
    .execute();
}

/** Gets one of them. Throws NotFound. */
export async function getSignpost(tx: Tx, id: string): Promise<Row<'signposts'>> {
  const row = await tx.selectFrom('signposts').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new NotFound();
  return row;
}
