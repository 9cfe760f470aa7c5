import { expect, test } from 'vitest';
import { newReference, readReference } from '../kit/reference.ts';
import { fours, newCertificateNumber, readCertificateNumber } from './number.ts';

const numbers = Array.from({ length: 200 }, newCertificateNumber);

test('a number is eight symbols without I, L, O and U, said in fours', () => {
  for (const number of numbers) {
    expect(number).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    expect(fours(number).join(' ')).toMatch(/^.{4} .{4}$/);
  }
});

test('a number is read as people write it', () => {
  const number = numbers.find((each) => /[01]/.test(each)) ?? numbers[0]!;
  const written = fours(number).join('-').toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
  expect(readCertificateNumber(` ${written} `)).toBe(number);
});

test('a number is never a case reference, nor a case reference a number', () => {
  expect(numbers.filter((number) => readReference(number) !== null)).toEqual([]);
  expect(
    Array.from({ length: 200 }, newReference).filter((reference) => readCertificateNumber(reference) !== null),
  ).toEqual([]);
});

test('one wrong symbol, or two neighbours exchanged, is always noticed', () => {
  for (const number of numbers.slice(0, 20)) {
    for (let at = 0; at < 8; at += 1) {
      for (const other of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
        if (other !== number[at])
          expect(readCertificateNumber(number.slice(0, at) + other + number.slice(at + 1))).toBeNull();
      }
      if (at < 7 && number[at] !== number[at + 1])
        expect(
          readCertificateNumber(number.slice(0, at) + number[at + 1]! + number[at]! + number.slice(at + 2)),
        ).toBeNull();
    }
  }
});
