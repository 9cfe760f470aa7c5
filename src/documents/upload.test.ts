// The name under which an original is saved: it ends as its bytes are, whatever the sender called it.
import { expect, test } from 'vitest';
import { savedName } from './upload.ts';

test.each([
  ['letter.pdf', 'application/pdf', 'letter.pdf'],
  ['IMG_2041.HEIC', 'image/heic', 'IMG_2041.heic'],
  ['letter.html', 'image/jpeg', 'letter.jpg'],
  ['letter.jpg.exe', 'image/png', 'letter.png'],
  ['Our letter of 10.6.2026', 'application/pdf', 'Our letter of 10.6.2026.pdf'],
  ['letter', 'application/pdf', 'letter.pdf'],
  ['.htaccess', 'image/jpeg', 'paper.jpg'],
  ['', 'image/jpeg', 'paper.jpg'],
])('%j as %s is saved as %j', (name, type, saved) => {
  expect(savedName(name, type)).toBe(saved);
});
