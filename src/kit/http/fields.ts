// Decodes form bodies and query strings strictly: text that is not what it claims to be is refused, not repaired.
import { RequestProblem } from './problems.ts';

/** Names to values as sent. A name sent twice has an array, in order; a name never sent is undefined. No prototype. */
export type Fields = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A form of ours has at most a few dozen fields; this is far above any and far below a denial of service. */
const MOST_FIELDS = 1000;

/** Decodes a form body. Throws `bad-request` for a broken percent code, bytes that are not UTF-8, U+0000 (PostgreSQL has no room for it) or too many fields. */
export function decodeForm(text: string): Fields {
  // The bytes were read as UTF-8 before; a browser percent-codes everything beyond ASCII, so this mark is a broken byte.
  if (text.includes('\uFFFD')) throw new RequestProblem('bad-request');
  return decode(text, () => {
    throw new RequestProblem('bad-request');
  });
}

/** Decodes a query string, leaving out what cannot be decoded: an address mangled by a mail program still opens its page. */
export function decodeQuery(text: string): Fields {
  return decode(text, () => undefined);
}

function decode(text: string, refuse: () => undefined): Fields {
  const fields = emptyFields();
  if (text === '') return fields;
  const pairs = text.split('&', MOST_FIELDS + 1);
  if (pairs.length > MOST_FIELDS) refuse();
  for (const pair of pairs.slice(0, MOST_FIELDS)) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const name = decodePart(equals < 0 ? pair : pair.slice(0, equals));
    const value = decodePart(equals < 0 ? '' : pair.slice(equals + 1));
    if (name === undefined || value === undefined) refuse();
    else addField(fields, name, value);
  }
  return fields;
}

function decodePart(part: string): string | undefined {
  try {
    const decoded = decodeURIComponent(part.replaceAll('+', ' '));
    return decoded.includes('\0') ? undefined : decoded;
  } catch {
    return undefined;
  }
}

/** Makes an object without a prototype, so that a field called `__proto__` is only a field. */
export function emptyFields(): Record<string, string | string[]> {
  return Object.create(null) as Record<string, string | string[]>;
}

/** Adds one value, keeping those already sent under the name. */
export function addField(fields: Record<string, string | string[]>, name: string, value: string): void {
  const before = fields[name];
  if (before === undefined) fields[name] = value;
  else if (typeof before === 'string') fields[name] = [before, value];
  else before.push(value);
}

/** Reads the first value of a field. */
export function firstOf(fields: Fields, name: string): string | undefined {
  const value = fields[name];
  return typeof value === 'string' ? value : value?.[0];
}
