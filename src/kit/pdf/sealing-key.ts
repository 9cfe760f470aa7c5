// The key and certificates with which documents are sealed: read from a trusted PEM or P12, or made by itself for a trial.
import * as asn1js from 'asn1js';
import { X509Certificate, createPrivateKey, type KeyObject } from 'node:crypto';
import * as pkijs from 'pkijs';

export interface SealingKey {
  key: CryptoKey;
  /** The seal's own certificate first, then those that lead to its root. */
  certificates: pkijs.Certificate[];
  /** Of all certificates together, in DER. */
  certificatesBytes: number;
  /** DER of the seal's own certificate. */
  certificateDer: Uint8Array<ArrayBuffer>;
  /** True where the key was made by the program: a reader shows its seals as of unknown validity. */
  trial: boolean;
  /** Epoch seconds. */
  validFrom: number;
  validUntil: number;
}

/** The sealing key cannot be used. The message says why in words for the person who set it, and never holds the key. */
export class SealingKeyRefused extends Error {
  override name = 'SealingKeyRefused';
}

/** The cryptography behind pkijs: Node's own. */
export const engine = new pkijs.CryptoEngine({ name: 'node', crypto });

/**
 * Reads a sealing key from PEM text: the private key, and the certificates with the seal's own first.
 * @throws {@link SealingKeyRefused} when they cannot be read, do not belong together or are of an unknown kind.
 */
export async function sealingKeyFromPem(pem: {
  key: string;
  certificates: string;
  passphrase?: string;
}): Promise<SealingKey> {
  const key = refusing('The private key cannot be read', () =>
    createPrivateKey({ key: pem.key, format: 'pem', passphrase: pem.passphrase }),
  );
  const blocks = pem.certificates.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return sealingKey(
    key,
    refusing('A certificate cannot be read', () => blocks.map((block) => new X509Certificate(block))),
    false,
  );
}

/**
 * Reads a sealing key from a P12 (PFX) file protected in the present way (PBES2 with AES, as OpenSSL 3 writes).
 * @throws {@link SealingKeyRefused} when the passphrase is wrong or the file is of another kind.
 */
export async function sealingKeyFromP12(p12: { bytes: Uint8Array; passphrase: string }): Promise<SealingKey> {
  const password = exact(new TextEncoder().encode(p12.passphrase)).buffer;
  const keys: KeyObject[] = [];
  const certificates: X509Certificate[] = [];
  try {
    const pfx = pkijs.PFX.fromBER(exact(p12.bytes));
    await pfx.parseInternalValues({ password, checkIntegrity: true }, engine);
    const safe = pfx.parsedValue!.authenticatedSafe!;
    await safe.parseInternalValues({ safeContents: safe.safeContents.map(() => ({ password })) }, engine);
    for (const { value } of safe.parsedValue.safeContents as { value: pkijs.SafeContents }[]) {
      for (const bag of value.safeBags) {
        const content: unknown = bag.bagValue;
        if (content instanceof pkijs.PKCS8ShroudedKeyBag || content instanceof pkijs.PrivateKeyInfo) {
          const der = Buffer.from(content.toSchema().toBER());
          keys.push(createPrivateKey({ key: der, format: 'der', type: 'pkcs8', passphrase: p12.passphrase }));
        }
        if (content instanceof pkijs.CertBag && content.parsedValue instanceof pkijs.Certificate) {
          certificates.push(new X509Certificate(Buffer.from(content.parsedValue.toSchema(true).toBER())));
        }
      }
    }
  } catch (cause) {
    throw new SealingKeyRefused(
      'The P12 file cannot be opened: the passphrase is wrong, or it is protected in an old way (export it again with OpenSSL 3)',
      { cause },
    );
  }
  const [key] = keys;
  if (!key) throw new SealingKeyRefused('The P12 file holds no private key');
  return sealingKey(key, certificates, false);
}

/** Makes a key and a certificate for a trial, whose subject says that they prove nothing. `now` is epoch seconds; it is valid for ten years. */
export async function trialSealingKey(now: number): Promise<SealingKey> {
  const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const certificate = new pkijs.Certificate({ version: 2, serialNumber: new asn1js.Integer({ value: now }) });
  for (const name of [certificate.subject, certificate.issuer]) {
    const words = new asn1js.Utf8String({ value: 'SPECIMEN seal, for trial only: proves nothing' });
    name.typesAndValues.push(new pkijs.AttributeTypeAndValue({ type: oid.commonName, value: words }));
  }
  certificate.notBefore.value = new Date((now - day) * 1000);
  certificate.notAfter.value = new Date((now + 3653 * day) * 1000);
  const digitalSignature = new asn1js.BitString({ valueHex: Uint8Array.of(0x80).buffer, unusedBits: 7 });
  certificate.extensions = [
    new pkijs.Extension({ extnID: oid.keyUsage, critical: true, extnValue: digitalSignature.toBER() }),
  ];
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey, engine);
  await certificate.sign(keys.privateKey, 'SHA-256', engine);
  const pkcs8 = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey));
  const own = new X509Certificate(Buffer.from(certificate.toSchema().toBER()));
  return sealingKey(createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }), [own], true);
}

const oid = { commonName: '2.5.4.3', keyUsage: '2.5.29.15' };
const day = 86_400;

async function sealingKey(privateKey: KeyObject, certificates: X509Certificate[], trial: boolean): Promise<SealingKey> {
  const own = certificates.find((certificate) => certificate.checkPrivateKey(privateKey));
  if (!own) throw new SealingKeyRefused('None of the certificates belongs to the private key');
  const pkcs8 = exact(privateKey.export({ format: 'der', type: 'pkcs8' }));
  return {
    key: await crypto.subtle.importKey('pkcs8', pkcs8, algorithmOf(privateKey), false, ['sign']),
    certificates: [own, ...certificates.filter((certificate) => certificate !== own)].map((certificate) =>
      pkijs.Certificate.fromBER(exact(certificate.raw)),
    ),
    certificatesBytes: certificates.reduce((sum, certificate) => sum + certificate.raw.length, 0),
    certificateDer: exact(own.raw),
    trial,
    validFrom: own.validFromDate.getTime() / 1000,
    validUntil: own.validToDate.getTime() / 1000,
  };
}

function algorithmOf(key: KeyObject): { name: string; hash: string } | { name: string; namedCurve: string } {
  if (key.asymmetricKeyType === 'rsa') return { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const curve = { prime256v1: 'P-256', secp384r1: 'P-384', secp521r1: 'P-521' }[
    key.asymmetricKeyDetails?.namedCurve ?? ''
  ];
  if (key.asymmetricKeyType === 'ec' && curve) return { name: 'ECDSA', namedCurve: curve };
  throw new SealingKeyRefused('The private key is neither RSA nor on a curve P-256, P-384 or P-521');
}

/** Copies bytes into a buffer of exactly their length, because the ASN.1 readers read to the end of the buffer. */
function exact(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(bytes);
}

function refusing<T>(why: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw new SealingKeyRefused(why, { cause });
  }
}
