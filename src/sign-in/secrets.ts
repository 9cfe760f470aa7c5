// Makes the secrets of sign-in and the hashes that are stored in their place.
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { CODE_SYMBOLS } from './limits.ts';

/** Makes 32 random bytes as text for cookies and addresses. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Tells whether text can be a secret of ours at all. */
export function isSecret(text: string | undefined): text is string {
  return text !== undefined && /^[\w-]{43}$/.test(text);
}

/** Hashes a secret for storing (SHA-256, hex). Enough because what is hashed is random, never chosen by a person. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Hashes something guessable, such as an address or a network, under the installation's key and for one purpose. */
export function keyedHash(key: Uint8Array, purpose: string, value: string): string {
  return createHmac('sha256', key).update(`${purpose}\0${value}`).digest('hex');
}

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Gives the code that the asking browser shows. It follows from that browser's secret, so nothing is stored to show it again. */
export function codeOfBrowser(browserSecret: string): string {
  const digest = createHash('sha256').update(`code for another device\0${browserSecret}`).digest();
  return Array.from(digest.subarray(0, CODE_SYMBOLS), (byte) => SYMBOLS.charAt(byte % SYMBOLS.length)).join('');
}

/** Hashes that code together with the link's own secret, which is stored nowhere: the row alone cannot be searched for the code. */
export function hashOfCode(code: string, linkSecret: string): string {
  return hashOf(`${code}\0${linkSecret}`);
}

/** Compares in a time that tells nothing but the length. */
export function isSameSecret(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
