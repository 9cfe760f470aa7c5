// The process that opens what strangers send. It is forked for one paper with an empty environment, may write no file, start no process and
// reach no network, and is killed when it takes too long. It uses only syntax that Node strips by itself.
import './no-network.ts';
import convertHeic from 'heic-convert';
import sharp, { type Sharp } from 'sharp';
import { Temporal } from 'temporal-polyfill';
import { extractImages, extractText, getDocumentProxy } from 'unpdf';
import { readDecisionLetter } from '../decision-letter.ts';
import { MOST_PAGES, MOST_PIXELS, PAGES_READ, type UploadRefusal } from '../upload.ts';
import type { Answer, Reading, Request, Taken } from './messages.ts';
import { readTurning } from './ocr.ts';
import { drawWords } from './words-picture.ts';

class Refused extends Error {
  readonly refusal: UploadRefusal;
  constructor(refusal: UploadRefusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

/** The longest side of what is kept, and of the picture that is shown. */
const KEPT = 2400;
const SHOWN = 1000;
/** Fewer letters than this is no text layer but a stamp or a page number. */
const LEAST_TEXT = 80;

/** Opens a photograph upright. Nothing of the file but its pixels goes any further, so neither does the place where it was taken. */
async function pixelsOf({ type, bytes }: Request): Promise<Sharp> {
  if (type === 'image/heic') {
    if (pixelsSaidBy(bytes) > MOST_PIXELS) throw new Refused('too-many-pixels');
    return sharp(await convertHeic({ buffer: bytes, format: 'JPEG', quality: 0.92 }), {
      limitInputPixels: MOST_PIXELS,
    });
  }
  const { width, height, format } = await sharp(bytes, { limitInputPixels: false }).metadata();
  if (format !== 'jpeg' && format !== 'png') throw new Refused('not-a-paper');
  if (width * height > MOST_PIXELS) throw new Refused('too-many-pixels');
  return sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'truncated' })
    .autoOrient()
    .flatten({ background: '#fff' });
}

/** The most pixels that a HEIC file says one of its pictures has (its `ispe` boxes), before any of them is made. */
function pixelsSaidBy(bytes: Uint8Array): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let most = 0;
  for (let at = file.indexOf('ispe'); at >= 0 && at + 16 <= file.length; at = file.indexOf('ispe', at + 4))
    most = Math.max(most, file.readUInt32BE(at + 8) * file.readUInt32BE(at + 12));
  return most;
}

const inside = (side: number) => ({ width: side, height: side, fit: 'inside', withoutEnlargement: true }) as const;

async function takePicture(request: Request): Promise<Taken> {
  const clean = await (await pixelsOf(request)).resize(inside(KEPT)).jpeg({ quality: 82 }).toBuffer();
  return { pages: 1, clean, preview: await sharp(clean).resize(inside(SHOWN)).png().toBuffer() };
}

async function openPdf(bytes: Uint8Array) {
  try {
    // A copy, because pdf.js takes the buffer over.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), {
      isEvalSupported: false,
      enableXfa: false,
      useSystemFonts: false,
      maxImageSize: MOST_PIXELS,
      verbosity: 0,
    });
    if (pdf.numPages > MOST_PAGES) throw new Refused('too-many-pages');
    return pdf;
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw new Refused('locked');
    throw error;
  }
}
type Pdf = Awaited<ReturnType<typeof openPdf>>;

/** The picture that fills a scanned page: its largest; null for a page of text. */
async function scanOf(pdf: Pdf, page: number): Promise<Buffer | null> {
  const images = await extractImages(pdf, page);
  const [largest] = images.toSorted((a, b) => b.width * b.height - a.width * a.height);
  if (!largest || largest.width * largest.height < 300_000) return null;
  const { width, height, channels, data } = largest;
  if (width * height > MOST_PIXELS) throw new Refused('too-many-pixels');
  return sharp(Buffer.from(data.buffer, data.byteOffset, data.byteLength), { raw: { width, height, channels } })
    .resize(inside(KEPT))
    .png()
    .toBuffer();
}

async function takePdf({ bytes }: Request): Promise<Taken> {
  const pdf = await openPdf(bytes);
  const scan = await scanOf(pdf, 1);
  return {
    pages: pdf.numPages,
    clean: null,
    preview: scan
      ? await sharp(scan).resize(inside(SHOWN)).png().toBuffer()
      : await drawWords(await pdf.getPage(1), SHOWN),
  };
}

async function textOf(request: Request): Promise<{ text: string; confidence: number }> {
  if (request.type !== 'application/pdf') return readTurning(await (await pixelsOf(request)).png().toBuffer());
  const pdf = await openPdf(request.bytes);
  const { text: pages } = await extractText(pdf);
  const text = pages.slice(0, PAGES_READ).join('\n');
  if (text.replaceAll(/\s/g, '').length >= LEAST_TEXT) return { text, confidence: 100 };
  const scan = await scanOf(pdf, 1);
  return scan ? readTurning(scan) : { text: '', confidence: 0 };
}

async function read(request: Request): Promise<Reading> {
  const { text, confidence } = await textOf(request);
  const { dated, council, decision } = readDecisionLetter(text, Temporal.PlainDate.from(request.today));
  return { dated: dated?.toString() ?? null, council, decision, confidence };
}

async function answer(request: Request): Promise<Answer> {
  try {
    if (request.task === 'read') return { reading: await read(request) };
    return { taken: await (request.type === 'application/pdf' ? takePdf(request) : takePicture(request)) };
  } catch (error) {
    return { refused: error instanceof Refused ? error.refusal : 'broken' };
  }
}

process.once(
  'message',
  (request: Request) => void answer(request).then((told) => process.send!(told, () => process.disconnect())),
);
process.once('disconnect', () => process.exit(0));
