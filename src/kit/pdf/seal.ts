// Seals a PDF: an invisible signature (PAdES baseline B) that shows one changed byte, and leaves tags and PDF/UA metadata as they were.
import { pdflibAddPlaceholder } from '@signpdf/placeholder-pdf-lib';
import { SignPdf } from '@signpdf/signpdf';
import { SUBFILTER_ETSI_CADES_DETACHED, Signer } from '@signpdf/utils';
import * as asn1js from 'asn1js';
import { ParseSpeeds, PDFDocument, PDFName } from 'pdf-lib';
import * as pkijs from 'pkijs';
import { engine, SealingKeyRefused, type SealingKey } from './sealing-key.ts';

export interface SealWords {
  reason: string;
  /** Whose seal it is: the service, never a person. */
  name: string;
  location: string;
  contact: string;
}

export interface SealOptions extends SealWords {
  key: SealingKey;
  /** Epoch seconds; the seal's certificate must be valid then. */
  signedAt: number;
}

/** Bytes that a signature takes beside its certificates: an RSA signature of 8,192 bits, hashes and names. */
const bytesBesideCertificates = 3000;

/**
 * Seals a PDF once. Signatures differ each time, so the sealed bytes do too: keep them, and keep the hash of both.
 * @throws {@link SealingKeyRefused} when the certificate is not valid at `signedAt`.
 */
export async function seal(pdf: Uint8Array, options: SealOptions): Promise<Uint8Array> {
  const { key, signedAt } = options;
  if (signedAt < key.validFrom || signedAt > key.validUntil)
    throw new SealingKeyRefused('The seal’s certificate is not valid on this day');
  const document = await PDFDocument.load(pdf, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
  // PDF/UA: with an annotation on the page, the tab order follows the structure.
  for (const page of document.getPages()) page.node.set(PDFName.of('Tabs'), PDFName.of('S'));
  pdflibAddPlaceholder({
    pdfDoc: document,
    reason: pdfString(options.reason),
    name: pdfString(options.name),
    location: pdfString(options.location),
    contactInfo: pdfString(options.contact),
    signingTime: new Date(signedAt * 1000),
    subFilter: SUBFILTER_ETSI_CADES_DETACHED,
    signatureLength: 2 * (key.certificatesBytes + bytesBesideCertificates), // in hexadecimal digits
    // Off the page: nothing is drawn, and PDF/UA asks for no tag.
    widgetRect: [-1, -1, -1, -1],
  });
  const prepared = await document.save({
    useObjectStreams: false,
    updateFieldAppearances: false,
    addDefaultPage: false,
    objectsPerTick: Infinity,
  });
  return new SignPdf().sign(prepared, new PadesSigner(key));
}

/** Writes text so that it survives inside a PDF literal string: plain ASCII escaped, anything else as UTF-16 in octal escapes. */
function pdfString(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text.replace(/[\\()]/g, '\\$&');
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  return [...bytes].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
}

const oid = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
};

/** Makes the CMS signature of PAdES baseline B (ETSI EN 319 142-1): the certificate's hash is signed too, the time is not (it is in `/M`). */
class PadesSigner extends Signer {
  readonly #key: SealingKey;

  constructor(key: SealingKey) {
    super();
    this.#key = key;
  }

  override async sign(bytes: Buffer): Promise<Buffer> {
    const { key, certificates, certificateDer } = this.#key;
    const [own] = certificates;
    const content = Uint8Array.from(bytes);
    const digest = await crypto.subtle.digest('SHA-256', content);
    const signed = new pkijs.SignedData({
      version: 1,
      encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: oid.data }),
      signerInfos: [
        new pkijs.SignerInfo({
          version: 1,
          sid: new pkijs.IssuerAndSerialNumber({ issuer: own!.issuer, serialNumber: own!.serialNumber }),
          signedAttrs: new pkijs.SignedAndUnsignedAttributes({
            type: 0,
            attributes: [
              new pkijs.Attribute({
                type: oid.contentType,
                values: [new asn1js.ObjectIdentifier({ value: oid.data })],
              }),
              new pkijs.Attribute({ type: oid.messageDigest, values: [new asn1js.OctetString({ valueHex: digest })] }),
              new pkijs.Attribute({ type: oid.signingCertificateV2, values: [await certificateHash(certificateDer)] }),
            ],
          }),
        }),
      ],
      certificates,
    });
    await signed.sign(key, 0, 'SHA-256', content.buffer, engine);
    const envelope = new pkijs.ContentInfo({ contentType: oid.signedData, content: signed.toSchema(true) });
    return Buffer.from(envelope.toSchema().toBER());
  }
}

/** Builds SigningCertificateV2 (RFC 5035): a sequence of one ESSCertIDv2 with the default hash, SHA-256. */
async function certificateHash(der: Uint8Array<ArrayBuffer>): Promise<asn1js.Sequence> {
  const hash = new asn1js.OctetString({ valueHex: await crypto.subtle.digest('SHA-256', der) });
  const certificateId = new asn1js.Sequence({ value: [hash] });
  return new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [certificateId] })] });
}
