// What a service adds to a letter in its own words. They stand below what the program says and never in place of it.
import { z } from 'zod';

/** The letters that carry them. One that opens a sign-in, or goes to an address that may be wrong, carries nothing it need not. */
export const lettersWithOwnWords = [
  'asking-received',
  'mediation-information',
  'authority-request',
  'certificate',
  'certificate-withdrawn',
] as const;
export type LetterWithOwnWords = (typeof lettersWithOwnWords)[number];

/** A letter that is said in plain words takes as many of the service's own, in characters. */
export const mostOwnWords = 600;

const letterWordsSchema = z.partialRecord(z.enum(lettersWithOwnWords), z.string());
export type LetterWords = Readonly<z.infer<typeof letterWordsSchema>>;

/** Reads what is stored; a letter without words of the service's own has no entry. */
export function readLetterWords(stored: unknown): LetterWords {
  return letterWordsSchema.parse(stored ?? {});
}

/** The words for one letter, a block for each paragraph; none where the service added nothing. */
export function ownWords(
  { letterWords = {} }: { readonly letterWords?: LetterWords },
  letter: LetterWithOwnWords,
): readonly { readonly kind: 'words'; readonly words: string }[] {
  return (letterWords[letter] ?? '')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((words) => ({ kind: 'words', words }));
}
