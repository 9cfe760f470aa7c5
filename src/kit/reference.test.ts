// References: no single slip of the tongue or the finger goes unnoticed, and people may write them as they like.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inFours, newCode, newReference, readCode, readReference } from './reference.ts';

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const reference = fc.constant(null).map(newReference);
const place = (length: number) => fc.nat({ max: length - 1 });
const swapAt = (text: string, at: number) =>
  text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);

describe('a reference', () => {
  test('is eight symbols without I, L, O and U, and reads as itself', () => {
    fc.assert(
      fc.property(reference, (made) => {
        expect(made).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
        expect(readReference(made)).toBe(made);
      }),
    );
  });

  test('with any one symbol wrong is refused', () => {
    const made = newReference();
    for (let at = 0; at < made.length; at += 1) {
      for (const symbol of SYMBOLS.replace(made.charAt(at), '')) {
        expect(
          readReference(made.slice(0, at) + symbol + made.slice(at + 1)),
          `${symbol} at ${at} of ${made}`,
        ).toBeNull();
      }
    }
    fc.assert(
      fc.property(reference, place(8), fc.constantFrom(...SYMBOLS.split('')), (each, at, symbol) => {
        fc.pre(each.charAt(at) !== symbol);
        expect(readReference(each.slice(0, at) + symbol + each.slice(at + 1))).toBeNull();
      }),
    );
  });

  test('with any two neighbours exchanged is refused', () => {
    fc.assert(
      fc.property(reference, place(7), (made, at) => {
        fc.pre(made.charAt(at) !== made.charAt(at + 1));
        expect(readReference(swapAt(made, at))).toBeNull();
      }),
      { numRuns: 1_000 },
    );
  });

  test.each(['', '7', '0000000', '000000000', 'ÀÀÀÀÀÀÀÀ', '0000000U', '!', '0000-000*', 'undefined'])(
    '%j is none',
    (text) => {
      expect(readReference(text)).toBeNull();
    },
  );

  test('is read in lower case, in groups, with look-alikes', () => {
    fc.assert(
      fc.property(reference, (made) => {
        const asHeard = made.replaceAll('1', 'l').replaceAll('0', 'o').toLowerCase();
        expect(readReference(` ${inFours(asHeard)} `)).toBe(made);
        expect(readReference(made.replaceAll('1', 'I').split('').join('-'))).toBe(made);
      }),
    );
    expect(readReference('0000 0000')).toBe('00000000');
  });

  test('any text at all is read or refused, never thrown at', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => readReference(text) === null || readReference(text)?.length === 8,
      ),
    );
  });
});

describe('a code', () => {
  test('has the length asked for, reads as itself, and is another each time', () => {
    const codes = Array.from({ length: 500 }, () => newCode(12));
    expect(new Set(codes).size).toBe(500);
    expect(codes.every((code) => code.length === 12 && readCode(code) === code)).toBe(true);
  });

  test('uses every symbol about equally', () => {
    const counts = new Map<string, number>();
    for (const symbol of newCode(32_000)) counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
    expect([...counts.keys()].sort().join('')).toBe(SYMBOLS);
    // 1,000 expected of each; 200 is more than six standard deviations.
    expect([...counts.values()].every((count) => Math.abs(count - 1_000) < 200)).toBe(true);
  });

  test('with a symbol that is none of ours is refused', () => {
    expect(readCode('ABCU')).toBeNull();
  });
});

test.each([
  ['7K3M2QXA', '7K3M 2QXA'],
  ['ABCDEFGHJKMN', 'ABCD EFGH JKMN'],
  ['ABCDE', 'ABCD E'],
  ['', ''],
])('%j in fours is %j', (symbols, words) => {
  expect(inFours(symbols)).toBe(words);
});
