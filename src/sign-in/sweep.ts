// Throws away what sign-in no longer needs. Run it once a night; running it twice does nothing the second time.
import { sql } from 'kysely';
import { blankLinks } from '../correspondence/blank-links.ts';
import { inSeat } from '../kit/sql/seat.ts';
import type { Program } from '../program.ts';
import { LINK_SECONDS } from './limits.ts';
import { signInPaths } from './paths.ts';
import { seatOf, type System } from './who.ts';

/** How long a session that is over can still be looked up, after a complaint or a stolen phone. */
const KEEP_SESSIONS_HOURS = 90 * 24;
/** Requests are counted within an hour, and a link lives for less. */
const KEEP_REQUESTS_HOURS = 24;

/** Removes old requests, links and challenges of a service, sessions that ended 90 days ago, and the secrets in letters whose links are over. */
export async function sweepSignIn(program: Program, serviceId: string): Promise<void> {
  const who: System = { kind: 'system', serviceId };
  const now = program.clock.now();
  const dayAgo = now.subtract({ hours: KEEP_REQUESTS_HOURS }).toString();
  const longAgo = now.subtract({ hours: KEEP_SESSIONS_HOURS }).toString();
  await inSeat(program.database, seatOf(who, false), async (tx) => {
    await tx.deleteFrom('sign_in_requests').where('service_id', '=', serviceId).where('at', '<', dayAgo).execute();
    await tx.deleteFrom('sign_in_links').where('service_id', '=', serviceId).where('expires_at', '<', dayAgo).execute();
    await tx
      .deleteFrom('passkey_challenges')
      .where('service_id', '=', serviceId)
      .where('expires_at', '<', now.toString())
      .execute();
    const linksGoBefore = now.subtract({ seconds: LINK_SECONDS }).toString();
    await blankLinks(tx, {
      serviceId,
      template: 'sign-in-link',
      path: signInPaths.link(''),
      isOver: sql<boolean>`queued_at < ${linksGoBefore}`,
    });
    await tx
      .deleteFrom('sessions')
      .where('service_id', '=', serviceId)
      .where((eb) => eb.or([eb('ended_at', '<', longAgo), eb('ends_at', '<', longAgo)]))
      .execute();
  });
}
