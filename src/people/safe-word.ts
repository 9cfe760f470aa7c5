// A family's safe word: how it is compared, and the slow hash that is kept in its place. The word itself is kept nowhere.
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const slowly = promisify<string, Buffer, number, { N: number; r: number; p: number }, Buffer>(scrypt);

/** About a twentieth of a second and 16 MB for each guess (scrypt as in RFC 7914). */
const COST = { N: 16_384, r: 8, p: 1 };
const LENGTH = 32;

/** Fewer letters than this are guessed by anybody who knows the family. */
const fewest = 5;
const most = 100;

/** How often on one day what a caller says may be wrong, for each person. */
export const wrongTriesADay = 3;

/** Writes a safe word as it is compared: lower case, letters and digits alone, so that spaces, hyphens and capitals never matter. */
export function normalised(word: string): string {
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

export type SafeWordRefusal = 'safe-word-too-short' | 'safe-word-too-long';

/** Refuses a word that is guessed too easily, or is no word. */
export function refusalOfSafeWord(word: string): SafeWordRefusal | null {
  const { length } = [...normalised(word)];
  if (length < fewest) return 'safe-word-too-short';
  return word.length > most ? 'safe-word-too-long' : null;
}

/** What is kept in place of a safe word, both in base64url. */
export interface KeptWord {
  readonly salt: string;
  readonly hash: string;
}

/** Makes what is kept of a word, with a salt of its own. */
export async function keepWord(word: string): Promise<KeptWord> {
  const salt = randomBytes(16);
  return { salt: salt.toString('base64url'), hash: (await hashed(word, salt)).toString('base64url') };
}

/** Says whether what was said is the word, in a time that tells nothing of how near it came. */
export async function isTheWord(said: string, { salt, hash }: KeptWord): Promise<boolean> {
  const [one, other] = [await hashed(said, Buffer.from(salt, 'base64url')), Buffer.from(hash, 'base64url')];
  return one.length === other.length && timingSafeEqual(one, other);
}

const hashed = (word: string, salt: Buffer): Promise<Buffer> =>
  slowly(normalised(word).slice(0, most), salt, LENGTH, COST);
