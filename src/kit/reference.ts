// References and codes that people read aloud: random, without look-alike letters, and a slip in a reference is always noticed.
import { randomInt } from 'node:crypto';

/** Crockford's base 32: digits and letters without I, L, O and U. */
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Random symbols before the check symbol: 32^7, about 34 thousand million references. */
const LENGTH = 7;

/** Makes `length` symbols, each equally likely, from the operating system's randomness; 12 symbols are 60 bits. */
export function newCode(length: number): string {
  return Array.from({ length }, () => SYMBOLS.charAt(randomInt(SYMBOLS.length))).join('');
}

/** Makes a reference: 7 random symbols and a check symbol. Nothing can be read from it, not even its age. */
export function newReference(): string {
  const body = newCode(LENGTH);
  return body + checkSymbol(body);
}

/**
 * Reads a reference as people write it: lower case, spaces and hyphens anywhere, I and L for 1, O for 0.
 * Gives the 8 symbols, or null when it is not a reference or a symbol is wrong.
 */
export function readReference(text: string): string | null {
  const symbols = readCode(text);
  if (symbols?.length !== LENGTH + 1) return null;
  return checkSymbol(symbols.slice(0, LENGTH)) === symbols.at(LENGTH) ? symbols : null;
}

/** Reads a code with the same forgiveness, of any length and without a check; null when a symbol is none of ours. */
export function readCode(text: string): string | null {
  const symbols = text
    .toUpperCase()
    .replaceAll(/[\s\u2010-\u2015-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return symbols.split('').every((symbol) => SYMBOLS.includes(symbol)) ? symbols : null;
}

/** Writes symbols in groups of four, for the eye and the ear: `7K3M 2QXA`. */
export function inFours(symbols: string): string {
  return symbols.match(/.{1,4}/g)?.join(' ') ?? '';
}

/**
 * The check symbol: the sum of (symbol i) x 2^i in the field of 32 elements. Every power differs, so one wrong symbol
 * and two neighbours exchanged always change it; a sum modulo 32 would miss some.
 */
function checkSymbol(body: string): string {
  const sum = body.split('').reduce((total, symbol) => doubled(total) ^ SYMBOLS.indexOf(symbol), 0);
  return SYMBOLS.charAt(doubled(sum));
}

/** Doubles in GF(32), with the polynomial x^5 + x^2 + 1. */
function doubled(element: number): number {
  const twice = element << 1;
  return twice & 0b100000 ? twice ^ 0b100101 : twice;
}
