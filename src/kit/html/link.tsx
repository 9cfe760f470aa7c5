// Links that cannot run a script: the renderer escapes text but lets any address through.
import type { ComponentChildren } from 'preact';
import type { Attributes } from './parts.ts';

const ALLOWED = new Set(['http:', 'https:', 'mailto:', 'tel:', 'sms:']);

/** Returns the address when it is a path of ours or uses a scheme that only goes somewhere; `#` otherwise (javascript:, data:, vbscript:, //host). */
export function safeHref(href: string): string {
  // Browsers drop tabs and line ends inside an address, and control characters and spaces before it, so they are dropped before looking.
  // oxlint-disable-next-line no-control-regex -- exactly these are what has to be found
  const plain = href.replace(/[\u0000-\u0020\u007f]/g, '');
  if (plain === '') return '#';
  if (/^[/\\]{2}/.test(plain)) return '#';
  const scheme = /^([a-z][a-z0-9+.-]*:)/i.exec(plain);
  if (scheme && !ALLOWED.has(scheme[1]!.toLowerCase())) return '#';
  return href;
}

/** A telephone link: the number as people read it, the digits as telephones want it. */
export function TelLink({ number, class: name }: { number: string; class?: string }) {
  const digits = number.replace(/\(0\)/g, '').replace(/[^\d+]/g, '');
  const international = digits.startsWith('0') && !digits.startsWith('00') ? `+44${digits.slice(1)}` : digits;
  return (
    <a class={name ?? 'keep'} href={`tel:${international}`}>
      {number}
    </a>
  );
}

/** A link to an address that may have come from data. */
export function SafeLink({
  href,
  children,
  class: name,
  attributes,
}: {
  href: string;
  children: ComponentChildren;
  class?: string;
  attributes?: Attributes;
}) {
  return (
    <a class={name} href={safeHref(href)} {...attributes}>
      {children}
    </a>
  );
}
