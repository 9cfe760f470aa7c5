// An archive is read back by the format's own rules: from its end, through the directory, to each file.
import { crc32, inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { zip } from './zip.ts';

function unzip(archive: Buffer): Map<string, string> {
  const end = archive.length - 22;
  expect(archive.readUInt32LE(end)).toBe(0x06054b50);
  const found = new Map<string, string>();
  let at = archive.readUInt32LE(end + 16);
  expect(at + archive.readUInt32LE(end + 12)).toBe(end);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    expect(archive.readUInt32LE(at)).toBe(0x02014b50);
    const [sum, packed, size] = [
      archive.readUInt32LE(at + 16),
      archive.readUInt32LE(at + 20),
      archive.readUInt32LE(at + 24),
    ];
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    const local = archive.readUInt32LE(at + 42);
    expect(archive.readUInt32LE(local)).toBe(0x04034b50);
    const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const bytes = inflateRawSync(archive.subarray(from, from + packed));
    expect([bytes.length, crc32(bytes)]).toEqual([size, sum]);
    found.set(name, bytes.toString());
    at += 46 + nameLength;
  }
  return found;
}

test('what goes in comes out, by its name', () => {
  const files = { 'README.txt': 'Read me.', 'papers/001-Wójcik.pdf': '%PDF-'.repeat(1000), empty: '' };
  const entries = Object.entries(files).map(([name, text]) => ({ name, bytes: Buffer.from(text) }));
  expect(Object.fromEntries(unzip(zip(entries)))).toEqual(files);
});

test('an empty archive is one too', () => {
  expect(unzip(zip([])).size).toBe(0);
});

test('more files than the format counts are refused', () => {
  const many = Array.from({ length: 65_536 }, () => ({ name: 'x', bytes: new Uint8Array() }));
  expect(() => zip(many)).toThrow(RangeError);
});
