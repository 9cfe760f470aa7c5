// How far apart words are.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slipsBetween, slipsForgiven } from './near.ts';

test.each([
  ['okafor', 'okafor', 0],
  ['okafor', 'okafro', 1],
  ['okafor', 'okfor', 1],
  ['okafor', 'okaffor', 1],
  ['okafor', 'ukaphor', 3],
  ['sian', 'shan', 1],
  ['', 'ab', 2],
  ['żółw', 'żółt', 1],
])('%s and %s are %i slips apart', (one, other, slips) => {
  expect(slipsBetween(one, other, 3)).toBe(slips);
});

test('three letters must be right, four or five may have one slip, longer words two', () => {
  expect(['ann', 'anne', 'annie', 'hannah'].map(slipsForgiven)).toEqual([0, 1, 1, 2]);
});

test('it is the same both ways, and never more than the most that was asked about, and one', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 3 }), (one, other, most) => {
      const slips = slipsBetween(one, other, most);
      expect(slips).toBe(slipsBetween(other, one, most));
      expect(slips).toBeLessThanOrEqual(most + 1);
      expect(slips === 0).toBe(one === other);
    }),
  );
});
