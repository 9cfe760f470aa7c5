// A person's name, in any script, spelt as they spell it.
import { fieldOf, lengthOf, oneString, type Field } from './fields.ts';

const MOST = 200;
/**
 * Besides letters and their marks: joiners (Persian and Indian names need them), and what stands between the parts of a name, the
 * Hebrew hyphen (maqaf) and the marks that make a Hebrew letter foreign or a word an abbreviation (geresh, gershayim) included.
 */
const LETTERS = /^(?:[\p{L}\p{M} '’ʻʼ‘`´.,()/·・\-‐‑–]|[\u05be\u05f3\u05f4]|\u200c|\u200d)+$/u;

/**
 * A name of at most 200 characters, in composed form with single spaces. Every letter of every script, marks, apostrophes, hyphens,
 * full stops and brackets are taken; emoji, figures and characters that turn the direction of writing are refused.
 * Invisible direction marks that come with copied text are dropped.
 */
export function personName(asked: { asks?: string } = {}): Field<string> {
  return fieldOf((typed, refuse) => {
    const typedName = oneString(typed, refuse);
    if (typedName === undefined) return undefined;
    const name = typedName
      .replace(/[\u200e\u200f\ufeff]/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    if (name === '') {
      if (asked.asks) refuse(asked.asks);
    } else if (lengthOf(name) > MOST) refuse(`This name is longer than ${MOST} characters. Please shorten it.`);
    else if (!LETTERS.test(name) || !/\p{L}/u.test(name)) refuse('Please use the spelling on the letter.');
    return name;
  });
}
