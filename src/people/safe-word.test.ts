// How a safe word is compared, what is refused, and what is kept of it.
import { expect, test } from 'vitest';
import { isTheWord, keepWord, normalised, refusalOfSafeWord } from './safe-word.ts';

test.each([
  ['Blue Teapot 7', 'blueteapot7'],
  [' blue-teapot, 7! ', 'blueteapot7'],
  ['BLUE TEAPOT ７', 'blueteapot7'],
  ['Žofie', 'žofie'.normalize('NFKD').replaceAll(/\p{M}/gu, '')],
  ['…!', ''],
])('%j is compared as %j', (said, compared) => {
  expect(normalised(said)).toBe(compared);
});

test.each([
  ['blue teapot', null],
  ['a-b-c-d', 'safe-word-too-short'],
  ['…………', 'safe-word-too-short'],
  ['x'.repeat(101), 'safe-word-too-long'],
])('%j: %s', (word, refused) => {
  expect(refusalOfSafeWord(word)).toBe(refused);
});

test('what is kept holds nothing of the word, differs each time, and still knows it', async () => {
  const [one, other] = [await keepWord('Blue teapot'), await keepWord('Blue teapot')];
  expect(one.hash).not.toBe(other.hash);
  expect(JSON.stringify(one).toLowerCase()).not.toContain('teapot');
  expect(await isTheWord('blue TEAPOT.', one)).toBe(true);
  expect(await isTheWord('blue kettle', one)).toBe(false);
  expect(await isTheWord('', one)).toBe(false);
});
