// Log lines: two shapes, and no way in for anything but plain values.
import { expect, test } from 'vitest';
import { createLog, describeError, type LogFields } from './log.ts';

function linesOf(shape: 'json' | 'line', event: string, fields?: LogFields): string {
  let lines = '';
  createLog({ shape, time: () => '2026-11-02T09:05:07Z', write: (line) => (lines += line) }).warn(event, fields);
  return lines;
}

test('JSON for machines, one object a line', () => {
  expect(linesOf('json', 'mail-refused', { reply: 550, retried: false, left: undefined })).toBe(
    '{"time":"2026-11-02T09:05:07Z","level":"warn","event":"mail-refused","reply":550,"retried":false}\n',
  );
});

test('one readable line for a person', () => {
  expect(linesOf('line', 'mail-refused', { reply: 550, route: '/desk/cases/:ref', words: 'two words' })).toBe(
    '09:05:07 WARN mail-refused reply=550 route=/desk/cases/:ref words="two words"\n',
  );
});

test.each(['json', 'line'] as const)('a value cannot break out of its %s line', (shape) => {
  expect(linesOf(shape, 'x', { a: 'one\n09:00:00 forged=1' }).trimEnd()).not.toContain('\n');
});

test.each([{ name: 'Ann' }, ['Ann'], new Error('Ann'), () => 'Ann', Symbol('Ann'), 5n])('refuses %s', (value) => {
  const line = linesOf('json', 'x', { value } as unknown as LogFields);
  expect(line).toContain('(refused: ');
  expect(line).not.toContain('Ann');
});

test('cuts what is too long to be a code', () => {
  expect(linesOf('json', 'x', { a: 'y'.repeat(5000) }).length).toBeLessThan(700);
});

test('an error is described without its message or what the database quotes', () => {
  const error = Object.assign(new TypeError('Key (email)=(ann@example.org)\n    at ann@example.org exists'), {
    code: '23505',
    constraint: 'accounts_email_key',
    detail: 'ann@example.org',
    table: { name: 'ann' },
  });
  const described = describeError(error);
  expect(described).toMatchObject({
    error: 'TypeError',
    code: '23505',
    constraint: 'accounts_email_key',
    at: expect.stringContaining('log.test.ts') as string,
  });
  expect(JSON.stringify(described)).not.toMatch(/ann/);
  expect(describeError('ann@example.org')).toEqual({ error: 'string' });
});
