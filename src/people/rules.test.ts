// Which ways to reach somebody can be kept.
import { expect, test } from 'vitest';
import type { NewPoint } from './person.ts';
import { refusalOfPoint } from './rules.ts';

test.each([
  ['email', 'a.b+c@service.example.org', null],
  ['email', 'žofia@příklad.example', null],
  ['email', 'a@b@c.example.org', 'email-not-an-address'],
  ['email', 'Name <a@b.example.org>', 'email-not-an-address'],
  ['email', 'a@b.example.org, c@d.example.org', 'email-not-an-address'],
  ['email', 'a@b.example.org\nBcc: c@d.example.org', 'email-not-an-address'],
  ['telephone', '0151 496 0999 ext. 3', null],
  ['telephone', '+44 (0)7700-900123', null],
  ['telephone', 'ring the school', 'telephone-without-digits'],
  ['post', 'CH41 1AA', null],
  ['post', ' ', 'post-without-lines'],
  ['post', 'a\0b', 'text-unwritable'],
  ['post', 'x'.repeat(501), 'text-too-long'],
] as const)('%s %j: %s', (kind, value, refused) => {
  expect(refusalOfPoint({ kind, value, messageSafe: true } satisfies NewPoint)).toBe(refused);
});
