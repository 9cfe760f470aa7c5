// Row ids: UUID version 7, made in the program, so that they sort by the time they were made; and ids made of another, for what is to be done once.
import { createHash, randomBytes, randomInt } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { systemClock } from './clock.ts';

/** How many ids there were, from a random start, so that what was made in one millisecond sorts in the order it was made. */
let made = randomInt(2 ** 25);

/**
 * Makes a UUIDv7 (RFC 9562, 5.7 and 6.2 method 1): 48 bits of milliseconds, a count of 26 bits, then 48 random bits. It tells when
 * it was made, so it never stands in an address that a stranger may see: use a random reference there.
 */
export function newId(at: Temporal.Instant = systemClock.now()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at.epochMilliseconds, 0, 6);
  made = (made + 1) % 2 ** 26;
  bytes.writeUInt16BE(0x7000 | (made >>> 14), 6);
  bytes.writeUInt16BE(0x8000 | (made & 0x3fff), 8);
  return asUuid(bytes.toString('hex'));
}

/**
 * Makes an act's id from a key, what is done and with what: the same always gives the same id (UUID version 8, RFC 9562), so that a double
 * press or a crash in between never does a thing twice, and a changed answer gives another.
 */
export function derivedId(key: string, what: string, input: unknown = null): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([key, what, input]))
    .digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x80, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  return asUuid(hash.toString('hex', 0, 16));
}

function asUuid(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Is it a UUID as PostgreSQL writes one, of any version? */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
