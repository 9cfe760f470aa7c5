// Decides whether what was said of a person can be kept: names, ways to reach them, and the basis on which somebody acts for another.
import type { NewParticipant, NewPoint, PersonDetails } from './person.ts';

export type PersonRefusal =
  | 'basis-needed'
  | 'email-not-an-address'
  | 'telephone-without-digits'
  | 'post-without-lines'
  | 'text-unwritable'
  | 'text-too-long';

/** Longer than any name there is; a longer text is a slip of the clipboard. */
export const longestName = 500;
/** Longest words kept in one piece. */
export const longestWords = 10_000;

/** Refuses a text that the database cannot hold (a zero character) or that is longer than `most` characters. */
export function refusalOfText(
  text: string | null | undefined,
  most: number,
): 'text-unwritable' | 'text-too-long' | null {
  if (!text) return null;
  if (text.includes('\0')) return 'text-unwritable';
  return text.length > most ? 'text-too-long' : null;
}

/** Refuses a way to reach somebody that reaches nobody. */
export function refusalOfPoint({ kind, value, postalLines = [], quietHours }: NewPoint): PersonRefusal | null {
  const texts = [value, quietHours, ...postalLines];
  for (const text of texts) {
    const refusal = refusalOfText(text, longestName);
    if (refusal) return refusal;
  }
  if (kind === 'email') return /^[^\s@<>,;"]+@[^\s@<>,;"]+$/u.test(value) ? null : 'email-not-an-address';
  if (kind === 'telephone') return /\d{3}/.test(value.replaceAll(/\D/g, '')) ? null : 'telephone-without-digits';
  return [...postalLines, value].some((line) => line.trim() !== '') ? null : 'post-without-lines';
}

/** Refuses details whose texts cannot be kept. */
export function refusalOfDetails(details: Partial<PersonDetails>): PersonRefusal | null {
  const { firstNames, lastName, knownAs, language, dialect, formats = [], needs } = details;
  for (const text of [firstNames, lastName, knownAs, language, dialect, ...formats]) {
    const refusal = refusalOfText(text, longestName);
    if (refusal) return refusal;
  }
  return refusalOfText(needs, longestWords);
}

/** Refuses somebody who cannot take part as said: an alternative person needs the basis on which they act (s.80; regs 64, 65). */
export function refusalOfParticipant(participant: NewParticipant): PersonRefusal | null {
  const { capacity, basis, points = [] } = participant;
  if (capacity === 'alternative-person' && !basis?.trim()) return 'basis-needed';
  const refusal = refusalOfDetails(participant) ?? refusalOfText(basis, longestWords);
  if (refusal) return refusal;
  for (const point of points) {
    const unusable = refusalOfPoint(point);
    if (unusable) return unusable;
  }
  return null;
}
