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
/** Wide enough for small print on a page; more takes longer and finds no more. */
const WIDTH = 1000;

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
      const upright = sharp(picture, { limitInputPixels: false }).greyscale().normalise();
      const png = await upright.resize({ width: WIDTH, fit: 'inside' }).png({ compressionLevel: 1 }).toBuffer();
      core.FS.writeFile('/input', png);
      if (api.SetImageFile(1, 0) === 1) return { text: '', confidence: 0 };
      api.Recognize(null);
      return { text: api.GetUTF8Text(), confidence: api.MeanTextConf() };
    },
  };
}

/** Reads a page the right way up: as it is, and turned when that gives no sure words. */
export async function readTurning(picture: Buffer): Promise<{ text: string; confidence: number }> {
  const recogniser = await openRecogniser();
  let best = { text: '', confidence: -1 };
  for (const turn of [0, 90, 270, 180]) {
    const turned = turn === 0 ? picture : await sharp(picture).rotate(turn).toBuffer();
    const read = await recogniser.read(turned);
    if (read.confidence > best.confidence) best = read;
    if (best.confidence >= SURE && best.text.length > 40) break;
  }
  return best;
}
