// Makes the idempotency keys of what the end of a call does, so that a double press or a crash in between never does a thing twice.
import { createHash } from 'node:crypto';

/**
 * Makes an act's id from the call's own key, what is done and with what: the same always gives the same id (UUID version 8, RFC 9562),
 * and a changed answer gives another.
 */
export function actOf(key: string, what: string, input: unknown = null): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([key, what, input]))
    .digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x80, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
