// What an answer means, however it was typed, so that two people who typed the same in different ways are not told that they differ.
import { telephoneIn } from './contact-fields.ts';
import { monthNumber } from './day-fields.ts';

/** Gives what a text means: a telephone number as it is dialled, anything else without regard to capitals, spaces and the kind of apostrophe. */
export function meaningOf(typed: string): string {
  const text = typed.normalize('NFKC').replace(/\s+/g, ' ').trim();
  return telephoneIn(text)?.dials ?? text.replaceAll('’', "'").toLowerCase();
}

/** Gives what the three parts of a day mean: "03", "3", "Mar" and "march" are one month. */
export function dayMeaningOf(parts: readonly [day: string, month: string, year: string]): string {
  const [day, month, year] = parts.map(meaningOf) as [string, string, string];
  return [day.replace(/^0+(?=\d)/, ''), monthNumber(month) ?? month, year].join(' ');
}
