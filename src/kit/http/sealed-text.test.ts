// Words in an address: readable by whoever holds the key, and by nobody else.
import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { openText, sealText } from './sealed-text.ts';

const key = randomBytes(32);
const older = randomBytes(32);

test('what was sealed comes back, also with a key that was since replaced', () => {
  expect(openText([key], sealText(key, 'Wójcik-Śliwińska'))).toBe('Wójcik-Śliwińska');
  expect(openText([key, older], sealText(older, 'O’Brien'))).toBe('O’Brien');
});

test('the same words never look the same twice, and never stand in the clear', () => {
  const sealed = sealText(key, 'Okafor');
  expect(sealed).not.toBe(sealText(key, 'Okafor'));
  expect(sealed).toMatch(/^[\w-]+$/);
  expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('Okafor');
});

test.each([
  '',
  'x',
  'AAAA',
  sealText(older, 'Okafor'),
  sealText(key, 'Okafor').slice(0, -2),
  `${sealText(key, 'Okafor')}AA`,
])('%s opens nothing', (sealed) => {
  expect(openText([key], sealed)).toBeNull();
});
