// Draws the words of a PDF's page where they stand, as a picture to look at beside what was read. Nothing of the PDF itself is run or drawn:
// neither its pictures nor its fonts.
import { createRequire } from 'node:module';
import sharp from 'sharp';
import type { getDocumentProxy } from 'unpdf';

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;

/** A run of words on one line, in pixels of the picture; `y` is the line they stand on. */
interface Run {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** A letter has about fifty lines; a page of small print three times as many. */
const MOST_RUNS = 300;
const MOST_PIECES = 5_000;
const MOST_LETTERS = 200;
const SMALLEST = 5;
const LARGEST = 60;
const MARGIN = 40;
const NOTE = 'Drawn from the words in the PDF. Its pictures and signatures are left out.';
const FONT = createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf');

/** Draws a page whose longest side is `side` pixels, as PNG; null when it has no words that can be drawn. */
export async function drawWords(page: Page, side: number): Promise<Buffer | null> {
  const { width, height } = page.getViewport({ scale: 1 });
  const view = page.getViewport({ scale: side / Math.max(width, height) });
  const { items } = await page.getTextContent();
  const found: Run[] = [];
  for (const item of items.slice(0, MOST_PIECES)) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const [a, b, c, d, left, base] = item.transform as readonly number[];
    // A stamp across the page is no line of the letter.
    if (Math.abs(b ?? 0) > Math.abs(a ?? 0) / 10) continue;
    const [x, y] = view.convertToViewportPoint(left ?? 0, base ?? 0) as [number, number];
    const size = Math.hypot(c ?? 0, d ?? 0) * view.scale;
    found.push({ text: item.str, x, y, width: item.width * view.scale, size });
  }
  const runs = joined(found).filter(
    ({ x, y, size }) => x >= 0 && x < view.width && y > 0 && y <= view.height && size > 0,
  );
  const drawn = await Promise.all(runs.slice(0, MOST_RUNS).map((run) => draw(run, view)));
  const words = drawn.filter((one) => one !== null);
  if (words.length === 0) return null;
  const note = await draw(
    { text: NOTE, x: MARGIN, y: view.height + MARGIN / 2, width: 0, size: 14 },
    { width: view.width, height: view.height + MARGIN },
  );
  const paper = {
    width: Math.ceil(view.width),
    height: Math.ceil(view.height) + MARGIN,
    channels: 3,
    background: '#fff',
  } as const;
  return sharp({ create: paper })
    .composite(note ? [...words, note] : words)
    .png()
    .toBuffer();
}

/** Joins runs that follow each other on one line, as a line is often given word by word. */
export function joined(runs: readonly Run[]): Run[] {
  const lines: Run[] = [];
  for (const run of runs) {
    const before = lines.at(-1);
    const gap = before ? run.x - (before.x + before.width) : Number.POSITIVE_INFINITY;
    if (before && Math.abs(before.y - run.y) < 1 && gap > -1 && gap < run.size) {
      const space = gap > run.size / 8 && !before.text.endsWith(' ') ? ' ' : '';
      lines[lines.length - 1] = {
        ...before,
        text: before.text + space + run.text,
        width: run.x + run.width - before.x,
      };
    } else lines.push(run);
  }
  return lines;
}

async function draw(run: Run, room: { readonly width: number; readonly height: number }) {
  const size = Math.min(LARGEST, Math.max(SMALLEST, run.size));
  const text = run.text.slice(0, MOST_LETTERS).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const left = Math.round(run.x);
  const top = Math.max(0, Math.round(run.y - size));
  try {
    const words = sharp({ text: { text, font: `Noto Sans ${size.toFixed(1)}`, fontfile: FONT, dpi: 72, rgba: true } });
    const { data, info } = await words.png().toBuffer({ resolveWithObject: true });
    const width = Math.min(run.width >= 1 ? Math.round(run.width) : info.width, Math.floor(room.width) - left);
    const height = Math.min(info.height, Math.floor(room.height) - top);
    if (width < 1 || height < 1) return null;
    return { input: await sharp(data).resize({ width, height, fit: 'fill' }).toBuffer(), left, top };
  } catch {
    return null; // letters that cannot be drawn are left out; the original still has them
  }
}
