// An address from data can take somebody somewhere, and do nothing else.
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { safeHref, SafeLink, TelLink } from './link.tsx';

describe('an address', () => {
  it.each([
    '/my-case',
    '/a?b=c:d',
    '#field',
    '?q=x',
    'https://example.org/a',
    'http://localhost:3000',
    'mailto:a@example.org',
    'tel:+441514960123',
    'sms:+447700900142',
    'my-dates',
  ])('may be %s', (href) => {
    expect(safeHref(href)).toBe(href);
  });

  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>1</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:x',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '',
    '  ',
  ])('is never %j', (href) => {
    expect(safeHref(href)).toBe('#');
    expect(render(<SafeLink href={href}>x</SafeLink>)).toBe('<a href="#">x</a>');
  });
});

describe('a telephone link', () => {
  it.each([
    ['0151 496 0123', 'tel:+441514960123'],
    ['+44 (0)151 496 0123', 'tel:+441514960123'],
    ['0044 151 496 0123', 'tel:00441514960123'],
  ])('dials %s as %s', (number, href) => {
    expect(render(<TelLink number={number} />)).toBe(`<a class="keep" href="${href}">${number}</a>`);
  });
});
