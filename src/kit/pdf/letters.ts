// Tells which letters our documents cannot print, so that a form can ask for the spelling before anything is issued.
import { readFileSync } from 'node:fs';
import { fontFilesByFamily } from './fonts.ts';

/** Reads which characters a TrueType file can draw, out of its `cmap` table (formats 4 and 12, the Unicode ones). */
export function lettersOfFont(font: Buffer): Set<number> {
  const letters = new Set<number>();
  const cmap = tableOffset(font, 'cmap');
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
    const start = cmap + font.readUInt32BE(cmap + 4 + i * 8 + 4);
    const format = font.readUInt16BE(start);
    if (format === 4) addFormat4(font, start, letters);
    if (format === 12) addFormat12(font, start, letters);
  }
  return letters;
}

function tableOffset(font: Buffer, name: string): number {
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const record = 12 + i * 16;
    if (font.toString('latin1', record, record + 4) === name) return font.readUInt32BE(record + 8);
  }
  throw new Error(`The font has no ${name} table`);
}

function addFormat4(font: Buffer, start: number, letters: Set<number>): void {
  const double = font.readUInt16BE(start + 6); // bytes of one column: two for each segment
  const [ends, starts, deltas, offsets] = [
    start + 14,
    start + 16 + double,
    start + 16 + 2 * double,
    start + 16 + 3 * double,
  ];
  for (let s = 0; s < double; s += 2) {
    const offset = font.readUInt16BE(offsets + s);
    const first = font.readUInt16BE(starts + s);
    for (let c = first; c <= font.readUInt16BE(ends + s) && c !== 0xffff; c++) {
      const glyph = offset === 0 ? c : font.readUInt16BE(offsets + s + offset + 2 * (c - first));
      if (glyph !== 0 && ((glyph + font.readUInt16BE(deltas + s)) & 0xffff) !== 0) letters.add(c);
    }
  }
}

function addFormat12(font: Buffer, start: number, letters: Set<number>): void {
  for (let g = 0; g < font.readUInt32BE(start + 12); g++) {
    const group = start + 16 + g * 12;
    for (let c = font.readUInt32BE(group); c <= font.readUInt32BE(group + 4); c++) letters.add(c);
  }
}

let families: Set<number>[] | undefined;

/** Reads, once, the letters of each family that every one of its weights has. */
function lettersOfFamilies(): Set<number>[] {
  return (families ??= fontFilesByFamily().map((files) => {
    const [first, ...others] = files.map((file) => lettersOfFont(readFileSync(file)));
    return new Set([...first!].filter((letter) => others.every((other) => other.has(letter))));
  }));
}

/**
 * Writes, as a regular expression for Typst, the letters that the first family has ready-made. Without it Typst would put a letter like
 * "ō" together from two parts of that font, which looks well and is read back as "ōō"; the next family has the letter whole.
 */
export function lettersOfFirstFamily(): string {
  const points = [...lettersOfFamilies()[0]!].sort((a, b) => a - b);
  const ranges: [number, number][] = [];
  for (const point of points) {
    const last = ranges.at(-1);
    if (last && last[1] === point - 1) last[1] = point;
    else ranges.push([point, point]);
  }
  return `[${ranges.map(([from, to]) => `\\u{${from.toString(16)}}-\\u{${to.toString(16)}}`).join('')}]`;
}

const needsNoGlyph = /^[\s\p{Default_Ignorable_Code_Point}]$/u;
// Segments by what a reader sees as one letter, so that a family emoji or a letter with its accent is named whole.
const seen = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Lists the letters of a text that no font of ours can draw, each once, in order, as the reader sees them (an emoji is one letter).
 * Spaces and invisible joiners need no drawing. A letter and its accents must be in the same font.
 */
export function missingLetters(text: string): string[] {
  const fonts = lettersOfFamilies();
  const composed = text.normalize('NFC');
  if (everyPoint(composed, (point) => fonts[0]!.has(point) || point === 0x0a || point === 0x09)) return [];
  const missing = new Set<string>();
  for (const { segment } of seen.segment(composed)) {
    const points = Array.from(segment)
      .filter((letter) => !needsNoGlyph.test(letter))
      .map((letter) => letter.codePointAt(0)!);
    if (!fonts.some((font) => points.every((point) => font.has(point)))) missing.add(segment);
  }
  return [...missing];
}

function everyPoint(text: string, test: (point: number) => boolean): boolean {
  for (const letter of text) if (!test(letter.codePointAt(0)!)) return false;
  return true;
}
