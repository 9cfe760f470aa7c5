// The seat of somebody without an account who writes at the front door. In the database its role adds the rows of a new case and reads
// none of them; of drafts it sees the one whose secret it holds.
import { createHash } from 'node:crypto';
import type { Seat } from '../kit/sql/seat.ts';

/** Hashes a secret of the front door for storing (SHA-256, hex); enough, because what is hashed is random. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Gives the seat. `secret` is the browser's or the link's, and opens one draft; without it none is seen. */
export function frontSeat(serviceId: string, secret: string | null): Seat {
  return {
    role: 'front',
    settings: { 'cg.account': '', 'cg.service': serviceId, 'cg.draft': secret === null ? '' : hashOfSecret(secret) },
    readOnly: false,
  };
}
