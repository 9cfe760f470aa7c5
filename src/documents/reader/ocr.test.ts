// Tells how the lines of a photographed page run, however it is turned, tilted or out of focus: only then is the right way up tried first.
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { photographOf } from '../fixtures/papers.ts';
import { liesOnItsSide } from './ocr.ts';

test.each([
  ['held straight', {}],
  ['tilted', { tilt: 4 }],
  ['tilted the other way', { tilt: -6 }],
  ['out of focus', { blur: 3 }],
])('a page %s', async (_, how) => {
  const upright = await photographOf(how);
  const turned = [0, 90, 180, 270].map((turn) => sharp(upright).rotate(turn).toBuffer().then(liesOnItsSide));
  expect(await Promise.all(turned)).toEqual([false, true, false, true]);
});
