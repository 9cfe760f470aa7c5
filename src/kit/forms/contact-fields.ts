// How to reach somebody: an e-mail address, a telephone number. Kept as typed wherever people will read it back.
import { fieldOf, oneString, type Field } from './fields.ts';

const EMAIL =
  /^[^\s@<>()[\]\\,;:"\p{Cc}]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u;
/** The longest address that can be delivered to (RFC 5321, 4.5.3.1.3, less the brackets). */
const MOST_EMAIL = 254;

/** An e-mail address, its domain in small letters. Whether it works is only known once a message has been answered. */
export function email({ asks }: { asks?: string } = {}): Field<string> {
  return fieldOf((typed, refuse) => {
    const text = oneString(typed, refuse)?.replace(/^mailto:/i, '');
    if (text === undefined) return undefined;
    if (text === '') {
      if (asks) refuse(asks);
      return text;
    }
    const at = text.lastIndexOf('@');
    const address = `${text.slice(0, at)}@${text.slice(at + 1).toLowerCase()}`;
    const local = text.slice(0, at);
    if (
      address.length > MOST_EMAIL ||
      !EMAIL.test(address) ||
      local.startsWith('.') ||
      local.endsWith('.') ||
      local.includes('..')
    ) {
      refuse('Please write the whole e-mail address, like name@example.org.');
    }
    return address;
  });
}

/** A telephone number: as the person writes it, and as a machine dials it (+44…, with ;ext= for an extension). */
export interface Telephone {
  typed: string;
  dials: string;
}

/**
 * A telephone number as it is used in the United Kingdom: with its area code, or with + and a country code.
 * Without `asks` it may be left, and is then undefined.
 */
export function ukPhone(asked: { asks: string }): Field<Telephone>;
export function ukPhone(asked?: { asks?: string }): Field<Telephone | undefined>;
export function ukPhone({ asks }: { asks?: string } = {}): Field<Telephone | undefined> {
  return fieldOf((typed, refuse) => {
    const text = oneString(typed, refuse)?.replace(/\s+/g, ' ');
    if (text === undefined) return undefined;
    if (text === '') {
      if (asks) refuse(asks);
      return undefined;
    }
    const telephone = telephoneIn(text);
    if (!telephone) refuse('Please write the whole telephone number with its area code, like 0151 496 0000.');
    return telephone;
  });
}

/** Reads a telephone number, however it is written; undefined where the text is none. */
export function telephoneIn(text: string): Telephone | undefined {
  const [, main = '', extension] =
    /^([+\d\s().\-–/]+?)(?:\s*(?:ext(?:ension)?\.?|x|#)\s*(\d{1,6}))?$/i.exec(text) ?? [];
  const digits = main
    .replace(/\(0\)/g, '')
    .replace(/[^\d+]/g, '')
    .replace(/^00/, '+');
  const dials = /^0(?:7\d{9}|[1-689]\d{8,9})$/.test(digits) ? `+44${digits.slice(1)}` : digits.replace(/^\+440/, '+44');
  if (!(/^\+44(?:7\d{9}|[1-689]\d{8,9})$/.test(dials) || /^\+(?!44)[1-9]\d{6,14}$/.test(dials))) return undefined;
  return { typed: text, dials: extension ? `${dials};ext=${extension}` : dials };
}
