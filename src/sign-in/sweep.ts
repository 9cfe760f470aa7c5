// Throws away what sign-in no longer needs. Run it once a night; running it twice does nothing the second time.
import { sql } from 'kysely';
import { inSeat } from '../kit/sql/seat.ts';
import type { Program, Tx } from '../program.ts';
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
    await blankSecrets(tx, serviceId, now.subtract({ seconds: LINK_SECONDS }).toString());
    await tx
      .deleteFrom('sessions')
      .where('service_id', '=', serviceId)
      .where((eb) => eb.or([eb('ended_at', '<', longAgo), eb('ends_at', '<', longAgo)]))
      .execute();
  });
}

/** What stands in a kept letter where the secret of its link stood. */
const BLANKED = 'this-link-is-over';

/** Takes the secrets out of the kept words of sign-in letters that were written before a moment: the letter stays, its link is over. */
async function blankSecrets(tx: Tx, serviceId: string, before: string): Promise<void> {
  const link = signInPaths.link('');
  const blanked = (column: 'body_text' | 'body_html') =>
    sql<string>`regexp_replace(${sql.ref(column)}, ${`${link}[A-Za-z0-9_-]+`}, ${link + BLANKED}, 'g')`;
  await tx
    .updateTable('letters')
    .set({ body_text: blanked('body_text'), body_html: blanked('body_html') })
    .where('service_id', '=', serviceId)
    .where('template', '=', 'sign-in-link')
    .where('queued_at', '<', before)
    .where('body_text', 'not like', `%${link}${BLANKED}%`)
    .execute();
}
