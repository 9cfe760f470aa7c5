// Opens papers as strangers send them: letters are read, photographs lose their place, and what pretends is refused.
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { eicar, heicPhotograph, lockedPdf, pdfOf, photographOf, pixelBomb, scanOf } from '../fixtures/papers.ts';
import { isSure } from './messages.ts';
import { makeReader } from './reader.ts';

const reader = makeReader();
const TODAY = '2026-11-23';
const found = { dated: '2026-06-10', council: 'Northshore Council', decision: 'refuse-to-assess' };

describe('a letter is read', () => {
  test('from a PDF with a text layer', async () => {
    const pdf = await pdfOf();
    const taken = await reader.take(pdf);
    expect(taken).toMatchObject({ type: 'application/pdf', pages: 1, clean: null });
    // Drawn from its words, so that the suggestion stands beside something to look at.
    const picture = Buffer.from(('preview' in taken && taken.preview) || []);
    expect(await reader.read(picture, TODAY)).toMatchObject(found);
    expect(await reader.read(pdf, TODAY)).toEqual({ ...found, confidence: 100 });
  }, 40_000);

  test('from a photograph', async () => {
    expect(await reader.read(await photographOf(), TODAY)).toMatchObject(found);
  }, 40_000);

  test.each([90, 180, 270])(
    'from a photograph turned by %i degrees',
    async (turn) => {
      expect(await reader.read(await photographOf({ turn }), TODAY)).toMatchObject(found);
    },
    40_000,
  );

  test('from a wide photograph in which the page is small', async () => {
    const page = sharp(await photographOf()).resize({ height: 1600 });
    const wide = page.extend({ left: 700, right: 700, background: '#654' }).jpeg();
    expect(await reader.read(await wide.toBuffer(), TODAY)).toMatchObject(found);
  }, 40_000);

  test('from a photograph in the format of a telephone', async () => {
    expect(await reader.read(heicPhotograph(), TODAY)).toMatchObject({ ...found, council: 'Wirral Council' });
  }, 40_000);

  test('from a scan in a PDF, with a picture of its first page', async () => {
    const scan = await scanOf(await photographOf());
    const taken = await reader.take(scan);
    expect('preview' in taken && taken.preview).toBeTruthy();
    expect(await reader.read(scan, TODAY)).toMatchObject(found);
  }, 40_000);

  test('but from a picture out of focus nothing is suggested', async () => {
    expect(isSure(await reader.read(await photographOf({ blur: 14 }), TODAY))).toBe(false);
  }, 40_000);
});

test.each([
  ['JPEG', photographOf, 'image/jpeg'],
  ['HEIC', async () => heicPhotograph(), 'image/heic'],
  [
    'PNG',
    async () =>
      sharp(await photographOf())
        .keepExif()
        .png()
        .toBuffer(),
    'image/png',
  ],
])('a photograph (%s) is made anew, upright, and says no longer where it was taken', async (_, make, type) => {
  const photograph = await make();
  expect(photograph.toString('latin1')).toMatch(/exif/i);
  const taken = await reader.take(photograph);
  expect(taken).toMatchObject({ type });
  if (!('clean' in taken) || !taken.clean) throw new Error('refused');
  const { exif, format, icc, xmp } = await sharp(taken.clean).metadata();
  expect({ exif, format, icc, xmp }).toEqual({ exif: undefined, format: 'jpeg', icc: undefined, xmp: undefined });
  expect((await sharp(taken.preview!).metadata()).format).toBe('png');
});

describe('what is no paper is refused', () => {
  test.each<[string, () => Promise<Buffer> | Buffer, string]>([
    ['nothing', () => Buffer.alloc(0), 'empty'],
    ['HTML called a picture', () => Buffer.from('<html><script>alert(1)</script>'), 'not-a-paper'],
    ['a program called a picture', () => Buffer.from('MZ\x90\0\x03\0\0\0'), 'not-a-paper'],
    ['the file every scanner knows', () => eicar, 'harmful'],
    ['the same inside a PDF', () => Buffer.concat([Buffer.from('%PDF-1.7\n'), eicar]), 'harmful'],
    ['an archive', () => Buffer.from('PK\x03\x04 and more'), 'not-a-paper'],
    ['half a photograph', async () => (await photographOf()).subarray(0, 4000), 'broken'],
    ['a PDF that is only its first line', () => Buffer.from('%PDF-1.7\nnothing'), 'broken'],
    ['a locked PDF', () => lockedPdf, 'locked'],
    ['a picture of 144 million pixels', pixelBomb, 'too-many-pixels'],
    ['a PDF of 61 pages', () => pdfOf(['x'], 61), 'too-many-pages'],
    ['a HEIC that is only its head', () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 'broken'],
  ])('%s', async (_, make, refused) => {
    expect(await reader.take(await make())).toEqual({ refused });
  });

  test('a paper that takes too long ends with its process', async () => {
    expect(await makeReader({ seconds: 0.01 }).take(await photographOf())).toEqual({ refused: 'takes-too-long' });
  });

  test('a paper that unpacks to more than there is room for ends with its process', async () => {
    expect(await makeReader({ memoryMb: 20 }).take(await photographOf())).toEqual({ refused: 'unpacks-too-large' });
  });
});

test('who sends a paper does not wait until another one is read', async () => {
  const reading = reader.read(await photographOf(), TODAY).then(() => 'read');
  const taking = reader.take(await pdfOf()).then(() => 'taken');
  expect(await Promise.race([reading, taking])).toBe('taken');
  await reading;
}, 40_000);
