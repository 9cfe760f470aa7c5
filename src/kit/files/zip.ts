// Packs files into one ZIP archive that every system opens: deflated, names in UTF-8. In memory, for archives a person saves from a page.
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  /** With `/` between folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

const MOST_ENTRIES = 0xffff;
const MOST_BYTES = 0xffffffff;
const UTF8_NAMES = 0x0800;
const DEFLATED = 8;
const VERSION = 20;
/** 1 January 1980, the first day the format knows: when something was copied stands in it, not on it. */
const NO_DATE = 0x0021;

/** Packs the entries in their order (PKWARE APPNOTE 6.3, without ZIP64). @throws RangeError for more than 65,535 files or 4 GB. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  if (entries.length > MOST_ENTRIES) throw new RangeError('too many files for one archive');
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const packed = deflateRawSync(bytes);
    const called = Buffer.from(name);
    const common = commonPart(crc32(bytes), packed.length, bytes.byteLength, called.length);
    const local = Buffer.concat([number(0x04034b50, 4), common, number(0, 2), called]);
    const inDirectory = [number(0x02014b50, 4), number(VERSION, 2), common, number(0, 2), number(0, 8), number(0, 2)];
    directory.push(Buffer.concat([...inDirectory, number(offset, 4), called]));
    bodies.push(local, packed);
    offset += local.length + packed.length;
    if (offset > MOST_BYTES) throw new RangeError('too many bytes for one archive');
  }
  const listed = Buffer.concat(directory);
  const end = [number(0x06054b50, 4), number(0, 4), number(entries.length, 2), number(entries.length, 2)];
  return Buffer.concat([...bodies, listed, ...end, number(listed.length, 4), number(offset, 4), number(0, 2)]);
}

/** What stands alike before the file and in the directory: version, flags, method, date, sums and lengths. */
function commonPart(sum: number, packed: number, size: number, nameLength: number): Buffer {
  return Buffer.concat([
    number(VERSION, 2),
    number(UTF8_NAMES, 2),
    number(DEFLATED, 2),
    number(0, 2),
    number(NO_DATE, 2),
    number(sum, 4),
    number(packed, 4),
    number(size, 4),
    number(nameLength, 2),
  ]);
}

/** A number, or zeros, as little-endian bytes. */
function number(value: number, bytes: 2 | 4 | 8): Buffer {
  const buffer = Buffer.alloc(bytes);
  if (bytes === 2) buffer.writeUInt16LE(value);
  else buffer.writeUInt32LE(value);
  return buffer;
}
