// What may be sent as a paper: a PDF or a photograph, found out from the bytes and never from the name; and why anything else is refused. Pure.
import { listInWords } from '../law/day-words.ts';

/** Bytes of one file, and files at once. A photograph of a telephone is 3 to 6 MB. */
export const MOST_BYTES = 15 * 1024 * 1024;
export const MOST_FILES = 3;
export const MOST_PIXELS = 40_000_000;
export const MOST_PAGES = 60;
/** Pages that are read for a date: it stands on the first one. */
export const PAGES_READ = 6;
export const MOST_SECONDS = 30;

export type PaperType = 'application/pdf' | 'image/jpeg' | 'image/png' | 'image/heic';

export type UploadRefusal =
  | 'empty'
  | 'not-a-paper'
  | 'harmful'
  | 'locked'
  | 'broken'
  | 'too-many-pixels'
  | 'too-many-pages'
  | 'takes-too-long'
  | 'unpacks-too-large';

/** The same, and what a form refuses before it looks inside. */
export type PaperRefusal = UploadRefusal | 'too-large' | 'too-many';

/** What is wrong and what to do instead, for whoever sent it. */
export const uploadRefusalWords: Readonly<Record<PaperRefusal, string>> = {
  empty: 'This file is empty. Choose the photograph or the PDF again.',
  'too-large': 'This file is larger than 15 MB. A photograph of the first page is enough.',
  'too-many': `We take ${MOST_FILES} files at once. Send this one now.`,
  'not-a-paper':
    'This is not a photograph or a PDF. Take a photograph of the letter, or send the PDF the council sent you.',
  harmful: 'This file could harm a computer, so we did not keep it. Take a photograph of the letter instead.',
  locked: 'This PDF is locked with a password, so we cannot open it. Take a photograph of the letter instead.',
  broken: 'We cannot open this file: it is damaged. Take a photograph of the letter instead.',
  'too-many-pixels': 'This picture is too large for us to open. Take a new photograph of the letter.',
  'too-many-pages': `This PDF has more than ${MOST_PAGES} pages. Send only the letter.`,
  'unpacks-too-large':
    'This file unpacks to more than we can open. Take a photograph of the first page of the letter instead.',
  'takes-too-long': 'We could not open this file in time. Take a photograph of the letter instead.',
};

/** Said where more came than a form takes; none of it was kept. */
export const tooLargeWords = `That is too large for us to take, so nothing of it was kept. Send at most ${MOST_FILES} files of 15 MB each: a photograph of the first page is enough.`;

/** Says which files were not kept, each by its name and with what is wrong; of one that was sent alone its name is not needed. */
export function refusedInWords(
  refused: readonly { readonly name: string; readonly why: PaperRefusal }[],
  sent: number,
): readonly string[] {
  return refused.map(({ name, why }) => `${sent > 1 ? `“${name}” is not kept. ` : ''}${uploadRefusalWords[why]}`);
}

/** Says which files were kept, where others were not. Empty where none was. */
export function keptInWords(kept: readonly string[]): string {
  if (kept.length === 0) return '';
  return `${listInWords(kept.map((name) => `“${name}”`))} ${kept.length === 1 ? 'is' : 'are'} kept. You need not send ${kept.length === 1 ? 'it' : 'them'} again.`;
}

const ENDING: Readonly<Record<string, string>> = {
  'application/pdf': '.pdf',
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/heic': '.heic',
};

/**
 * Gives the name under which an original is saved: as the sender called it, with the ending of what its bytes are. A photograph that is also
 * a page or a program in disguise would otherwise be opened as what its name says.
 */
export function savedName(name: string, mediaType: string): string {
  const bare = name.replace(/(?:\.\p{L}[\p{L}\p{N}]{0,7})+$/u, '').trim();
  return `${bare || 'paper'}${ENDING[mediaType] ?? '.bin'}`;
}

/** The file that every virus scanner knows, written in two parts so that this source is not taken for it. */
const EICAR = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!'].join(''));

const starts = (bytes: Uint8Array, ...wanted: readonly number[]) => wanted.every((byte, at) => bytes[at] === byte);
const ascii = (bytes: Uint8Array, from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString('latin1');

/** Tells by its first bytes what a file is; a refusal for everything we do not take. */
export function sniff(bytes: Uint8Array): PaperType | { readonly refused: UploadRefusal } {
  if (bytes.byteLength === 0) return { refused: 'empty' };
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(EICAR)) return { refused: 'harmful' };
  // A PDF begins with its mark; one that begins with something else first is two kinds of file at once.
  if (ascii(bytes, 0, 5) === '%PDF-') return 'application/pdf';
  if (starts(bytes, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (ascii(bytes, 4, 8) === 'ftyp' && /^(heic|heix|heim|heis|hevc|mif1|msf1)$/.test(ascii(bytes, 8, 12)))
    return 'image/heic';
  return { refused: 'not-a-paper' };
}
