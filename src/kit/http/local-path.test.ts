// Which addresses stay on this site.
import { expect, test } from 'vitest';
import { isLocalPath } from './local-path.ts';

test.each([
  '/',
  '/desk',
  '/desk/cases/7H3K-9QPX',
  '/dates?sent=2026-09-01#reason',
  '/a%20b',
  "/a?q=O'Brien",
  '/a?next=/b//c',
])('%s is ours', (value) => {
  expect(isLocalPath(value)).toBe(true);
});

test.each([
  '',
  'desk',
  './desk',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/a\\..\\b',
  'https://evil.example',
  'https:/evil.example',
  'javascript:alert(1)',
  '/../desk',
  '/a/../../desk',
  '/%2e%2e/desk',
  '/.//evil.example',
  '/a\r\nset-cookie: x',
  '/a\tb',
  '/a b',
  '/ŵ',
  ' /desk',
  `/${'a'.repeat(2000)}`,
])('%j is not', (value) => {
  expect(isLocalPath(value)).toBe(false);
});
