// The number of a certificate: eight symbols said in fours, the last a check, and never the same as any case reference.
import { newReference, readCode, readReference } from '../kit/reference.ts';

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * What is added to the check symbol (in the field of 32 elements) to make a certificate's number of a reference. A number is thus
 * never a valid case reference, so one cannot be taken for the other, and every slip that the check notices is still noticed.
 */
const APART = 21;

/** Symbols of a verification code: 12 are 60 bits. */
export const codeLength = 12;

/** Makes a number: 7 random symbols and a check symbol, about 34 thousand million in all. */
export function newCertificateNumber(): string {
  return apart(newReference());
}

/** Reads a number as people write and say it: any case, spaces and hyphens, I and L for 1, O for 0. Null when it is none. */
export function readCertificateNumber(text: string): string | null {
  const symbols = readCode(text);
  return symbols?.length === 8 && readReference(apart(symbols)) !== null ? symbols : null;
}

/** Splits symbols into the groups of four in which they are printed and said. */
export function fours(symbols: string): string[] {
  return symbols.match(/.{1,4}/g) ?? [];
}

function apart(symbols: string): string {
  return symbols.slice(0, 7) + SYMBOLS.charAt(SYMBOLS.indexOf(symbols.charAt(7)) ^ APART);
}
