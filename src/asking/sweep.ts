// Deletes drafts nobody has written to for two weeks, and takes the secrets of links that open none out of the kept letters. Run it once a night; running it twice does nothing the second time.
import { sql } from 'kysely';
import { blankLinks } from '../correspondence/blank-links.ts';
import { inSeat } from '../kit/sql/seat.ts';
import type { Program } from '../program.ts';
import { seatOf } from '../sign-in/who.ts';
import { askingPaths } from './paths.ts';
import { draftsGoBefore } from './rules.ts';

/** Deletes them for a service and gives how many. What was sent lives on in its case. A link opens nothing once its draft is gone, or a later link took its place. */
export async function sweepDrafts(program: Program, serviceId: string): Promise<number> {
  const before = draftsGoBefore(program.clock.today()).toString();
  return inSeat(program.database, seatOf({ kind: 'system', serviceId }, false), async (tx) => {
    const gone = await tx
      .deleteFrom('asking_drafts')
      .where('service_id', '=', serviceId)
      .where('saved_at', '<', before)
      .executeTakeFirst();
    const path = askingPaths.back('');
    const secret = sql`substring(letters.body_text from ${`${path}([A-Za-z0-9_-]+)`})`;
    await blankLinks(tx, {
      serviceId,
      template: 'asking-link',
      path,
      isOver: sql<boolean>`not exists (select from asking_drafts draft
        where draft.service_id = letters.service_id and draft.link_hash = encode(sha256(convert_to(${secret}, 'UTF8')), 'hex'))`,
    });
    return Number(gone.numDeletedRows);
  });
}
