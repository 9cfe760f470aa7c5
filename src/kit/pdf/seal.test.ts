import { generateKeyPairSync } from 'node:crypto';
import { PDFDocument, PDFName } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { certificate } from '../../certificates/documents/fixtures/papers.ts';
import { checkSyntax, infoOf, metadataOf, signaturesOf, tagsOf, textOf } from './fixtures/poppler.ts';
import { certificatePem, encryptedKeyPem, p12, passphrase } from './fixtures/throwaway-key.ts';
import { startPdf, type Pdf } from './pdf.ts';
import { seal } from './seal.ts';
import {
  sealingKeyFromP12,
  sealingKeyFromPem,
  SealingKeyRefused,
  trialSealingKey,
  type SealingKey,
} from './sealing-key.ts';

const signedAt = Date.UTC(2026, 10, 24, 10, 42) / 1000;
const words = {
  reason: 'Issued by the service',
  name: 'Gwasanaeth Cyfryngu Tŷ Gŵydd (Conwy',
  location: 'England',
  contact: 'seal@harbour.example',
};
const fromP12 = () => sealingKeyFromP12({ bytes: Buffer.from(p12, 'base64'), passphrase });

let pdf: Pdf;
let unsealed: Uint8Array;
beforeAll(async () => {
  pdf = await startPdf({ templatesDir: new URL('../../certificates/documents', import.meta.url).pathname });
  unsealed = await pdf.render({
    template: 'certificate',
    data: { ...certificate, format: 'large-print' },
    createdAt: signedAt,
  });
});
afterAll(() => pdf.close());

const keys: [string, () => Promise<SealingKey>][] = [
  ['made for a trial', () => trialSealingKey(signedAt)],
  ['of a P12 file', fromP12],
  ['of PEM text, RSA', () => sealingKeyFromPem({ key: encryptedKeyPem, certificates: certificatePem, passphrase })],
];

describe.each(keys)('a document sealed with a key %s', (_what, key) => {
  let sealed: Uint8Array;
  beforeAll(async () => {
    sealed = await seal(unsealed, { ...words, key: await key(), signedAt });
  });

  test('has one valid signature over all of it', () => {
    const said = signaturesOf(sealed);
    expect(said).toContain('Signature is Valid');
    expect(said).toContain('Total document signed');
    expect(said).toContain('ETSI.CAdES.detached');
    expect(said).toContain('SHA-256');
    expect(said).not.toContain('Signature #2');
    checkSyntax(sealed);
  });

  test('shows one changed byte', () => {
    for (const place of [0.05, 0.5, 0.99]) {
      const changed = Uint8Array.from(sealed);
      const at = changedPlace(sealed, place);
      changed[at] = changed[at]! ^ 1;
      expect(verdict(changed), `byte ${at}`).not.toContain('Signature is Valid');
    }
  });

  test('keeps tags, text and PDF/UA', async () => {
    expect(infoOf(sealed)).toMatchObject({
      Tagged: 'yes',
      Title: infoOf(unsealed).Title,
      Pages: infoOf(unsealed).Pages,
    });
    expect(metadataOf(sealed)).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
    expect(tagsOf(sealed)).toBe(tagsOf(unsealed));
    expect(textOf(sealed)).toBe(textOf(unsealed));
    for (const page of (await PDFDocument.load(sealed)).getPages())
      expect(String(page.node.get(PDFName.of('Tabs')))).toBe('/S');
  });
});

/** Finds a byte inside what a stream holds, near a part of the file, and outside the signature. */
function changedPlace(bytes: Uint8Array, part: number): number {
  const [, , from, length] = /\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]/
    .exec(Buffer.from(bytes).toString('latin1'))!
    .slice(1)
    .map(Number) as [number, number, number, number];
  return part > 0.9 ? from + Math.floor(length * 0.3) : Math.floor(from * part * 0.7) + 100;
}

/** A change may also make the file unreadable, which is as good. */
function verdict(bytes: Uint8Array): string {
  try {
    return signaturesOf(bytes);
  } catch {
    return 'unreadable';
  }
}

test('the words of the seal survive brackets and Welsh letters', async () => {
  const sealed = await seal(unsealed, { ...words, key: await fromP12(), signedAt });
  const source = Buffer.from(sealed).toString('latin1');
  const octal = /\/Name \((?<octal>(?:\\\d{3})+)\)/.exec(source)!.groups!.octal!;
  const utf16 = Buffer.from(
    octal
      .slice(1)
      .split('\\')
      .map((byte) => parseInt(byte, 8)),
  );
  expect(utf16.swap16().toString('utf16le')).toBe(`\ufeff${words.name}`);
  expect(source).toContain('/Reason (Issued by the service)');
  expect(source).toContain('/M (D:20261124104200Z)');
});

test('a trial key says so, and the others do not', async () => {
  const trial = await trialSealingKey(signedAt);
  expect(trial.trial).toBe(true);
  expect(signaturesOf(await seal(unsealed, { ...words, key: trial, signedAt }))).toContain(
    'SPECIMEN seal, for trial only',
  );
  expect((await fromP12()).trial).toBe(false);
});

test.each([
  ['a wrong passphrase', () => sealingKeyFromP12({ bytes: Buffer.from(p12, 'base64'), passphrase: 'wrong' })],
  ['no P12 at all', () => sealingKeyFromP12({ bytes: Buffer.from('hello'), passphrase })],
  [
    'a wrong passphrase of a PEM key',
    () => sealingKeyFromPem({ key: encryptedKeyPem, certificates: certificatePem, passphrase: 'wrong' }),
  ],
  ['a certificate of another key', () => sealingKeyFromPem({ key: otherKey(), certificates: certificatePem })],
  ['no certificate', () => sealingKeyFromPem({ key: otherKey(), certificates: '' })],
  [
    'a broken certificate',
    () => sealingKeyFromPem({ key: otherKey(), certificates: certificatePem.replace('MII', 'AAA') }),
  ],
])('refuses %s', async (_what, read) => {
  const error = await read().then(
    () => null,
    (refused: unknown) => refused,
  );
  expect(error).toBeInstanceOf(SealingKeyRefused);
  expect(String(error)).not.toContain('BEGIN');
});

test.each([
  ['before its certificate begins', 2020],
  ['after it ends', 2300],
])('refuses to seal %s', async (_what, year) => {
  await expect(
    seal(unsealed, { ...words, key: await fromP12(), signedAt: Date.UTC(year) / 1000 }),
  ).rejects.toBeInstanceOf(SealingKeyRefused);
});

function otherKey(): string {
  const { privateKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { format: 'pem', type: 'pkcs8' },
    publicKeyEncoding: { format: 'pem', type: 'spki' },
  });
  return privateKey;
}
