// The order of the packs that wait for the post: a certificate must go on the day that it bears, and anything else on any day.
import { sql, type RawBuilder } from 'kysely';

/** SQL over a row of `letters`: 0 where a certificate is inside, else 1. The index of the packs has it word for word. */
export const certificatesFirst: RawBuilder<number> = sql<number>`(case when letters.template in ('certificate', 'certificate-corrected') then 0 else 1 end)`;
