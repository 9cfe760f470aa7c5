// Reads letters off a picture, offline: the recogniser and its English data are files of ours, and it runs in this thread alone.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import sharp from 'sharp';
import { SURE } from './messages.ts';

interface Api {
  Init(path: null, language: string, mode: number): number;
  SetVariable(name: string, value: string): void;
  SetImageFile(exif: number, angle: number): number;
  Recognize(monitor: null): number;
  GetUTF8Text(): string;
  MeanTextConf(): number;
  End(): void;
}
interface Core {
  TessBaseAPI: new () => Api;
  FS: { writeFile(name: string, data: Uint8Array): void };
}

const NEURAL_ONLY = 1;
/** Wide enough for small print on a page; more takes longer and finds no more. On a wide photograph the page is only a part of the width. */
const WIDTH = 1000;
const WIDTH_OF_WIDE = 1800;

// The recogniser's core is a dependency of the package we name, so it is found from there.
const ours = createRequire(import.meta.url);
const fromTesseract = createRequire(ours.resolve('tesseract.js'));

/** Opens the recogniser. */
export async function openRecogniser(): Promise<{
  read(picture: Buffer): Promise<{ text: string; confidence: number }>;
}> {
  const makeCore = fromTesseract('tesseract.js-core/tesseract-core-simd-lstm') as (options: object) => Promise<Core>;
  const core = await makeCore({ print: () => {}, printErr: () => {} });
  const folder = path.dirname(ours.resolve('@tesseract.js-data/eng/package.json'));
  core.FS.writeFile(
    './eng.traineddata',
    gunzipSync(readFileSync(path.join(folder, '4.0.0_best_int/eng.traineddata.gz'))),
  );
  const api = new core.TessBaseAPI();
  if (api.Init(null, 'eng', NEURAL_ONLY) !== 0) throw new Error('The recogniser did not start.');
  return {
    async read(picture) {
      const grey = sharp(picture, { limitInputPixels: false }).greyscale().normalise();
      const { width, height } = await grey.metadata();
      const resized = grey.resize({ width: width > height ? WIDTH_OF_WIDE : WIDTH, fit: 'inside' });
      const png = await resized.png({ compressionLevel: 1 }).toBuffer();
      core.FS.writeFile('/input', png);
      if (api.SetImageFile(1, 0) === 1) return { text: '', confidence: 0 };
      api.Recognize(null);
      return { text: api.GetUTF8Text(), confidence: api.MeanTextConf() };
    },
  };
}

/**
 * Reads a page the right way up: as its lines lie first, then upside down, and across them only when that gives no sure words, since each
 * try costs as much as the right one.
 */
export async function readTurning(picture: Buffer): Promise<{ text: string; confidence: number }> {
  const recogniser = await openRecogniser();
  let best = { text: '', confidence: -1 };
  for (const turn of (await liesOnItsSide(picture)) ? [90, 270, 0, 180] : [0, 180, 90, 270]) {
    const turned = turn === 0 ? picture : await sharp(picture).rotate(turn).toBuffer();
    const read = await recogniser.read(turned);
    if (read.confidence > best.confidence) best = read;
    if (best.confidence >= SURE && best.text.length > 40) break;
  }
  return best;
}

/** In strips this narrow the lines of a page that is held a little askew still lie level. */
const STRIPS = 16;
/** Of 720 pixels: letters are blurred away, and lines of print stand about twice this apart. */
const LETTERS = 2;
const STEP = 5;
/** Of 255. The edge of a page on a table changes more than any print, and counts no more. */
const MOST_CHANGE = 40;

/** Says whether the lines of a page run from top to bottom: ink and paper then take turns from left to right rather than downwards. */
export async function liesOnItsSide(picture: Buffer): Promise<boolean> {
  const { data, info } = await sharp(picture, { limitInputPixels: false })
    .greyscale()
    .resize({ width: 720, height: 720, fit: 'inside' })
    .blur(LETTERS)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const at = (x: number, y: number) => data[(y * width + x) * channels] ?? 0;
  return turns(width, height, at) > turns(height, width, (y, x) => at(x, y));
}

/** Weighs how often, from step to step, the mean of each strip turns from ink to paper and back. */
function turns(steps: number, across: number, at: (step: number, across: number) => number): number {
  const wide = Math.floor(across / STRIPS);
  let sum = 0;
  for (let strip = 0; strip < STRIPS; strip += 1) {
    const means = Array.from({ length: steps }, (_, step) => {
      let ink = 0;
      for (let place = strip * wide; place < (strip + 1) * wide; place += 1) ink += at(step, place);
      return ink / wide;
    });
    for (let step = 2 * STEP; step < steps; step += 1)
      sum += Math.min(MOST_CHANGE, Math.abs(means[step]! - 2 * means[step - STEP]! + means[step - 2 * STEP]!));
  }
  return sum / steps;
}
