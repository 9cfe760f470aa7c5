// The master keys that wrap the key of each file: which is current, and how a file's key is wrapped and unwrapped.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

export interface Keyring {
  /** The id of the key that wraps new files. */
  current: string;
  /** Each master key by its id: 32 bytes in base64. Old ones stay until every file is re-wrapped. */
  keys: Record<string, string>;
}

/** A keyring is not usable. The message names the key id, never the key. */
export class KeyringRefused extends Error {
  override name = 'KeyringRefused';
}

/** The master key with this id is not in the keyring. */
export class MasterKeyMissing extends Error {
  override name = 'MasterKeyMissing';
  constructor(readonly keyId: string) {
    super(`The keyring has no master key ${keyId}`);
  }
}

/** What was encrypted is not what was read: changed, damaged, or of another key. */
export class FileTampered extends Error {
  override name = 'FileTampered';
  constructor(readonly fileId: string) {
    super(`File ${fileId} is not what was stored`);
  }
}

export const algorithm = 'aes-256-gcm';
export const keyBytes = 32;
export const nonceBytes = 12;
export const tagBytes = 16;

/** Checks a keyring when the program starts. @throws {@link KeyringRefused} */
export function checkKeyring(keyring: Keyring): void {
  if (!(keyring.current in keyring.keys))
    throw new KeyringRefused(`The current master key ${keyring.current} is not in the keyring`);
  for (const [id, key] of Object.entries(keyring.keys)) {
    if (Buffer.from(key, 'base64').length !== keyBytes)
      throw new KeyringRefused(`Master key ${id} is not ${keyBytes} bytes in base64`);
  }
}

/** Encrypts bytes as nonce, tag and text in one; `bound` is checked on opening and is not in the result. */
export function lock(key: Uint8Array, bytes: Uint8Array, bound: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(bound));
  const text = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

/** Opens what {@link lock} made. Throws when anything differs by one bit. */
export function unlock(key: Uint8Array, locked: Uint8Array, bound: string): Buffer {
  const nonce = locked.subarray(0, nonceBytes);
  const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(bound));
  decipher.setAuthTag(locked.subarray(nonceBytes, nonceBytes + tagBytes));
  return Buffer.concat([decipher.update(locked.subarray(nonceBytes + tagBytes)), decipher.final()]);
}

/** Wraps a file's key with the current master key, bound to the file and the key id. */
export function wrapKey(keyring: Keyring, fileKey: Uint8Array, fileId: string): { keyId: string; wrappedKey: string } {
  const keyId = keyring.current;
  return { keyId, wrappedKey: lock(masterKey(keyring, keyId), fileKey, `${fileId}:${keyId}`).toString('base64') };
}

/** Unwraps a file's key. @throws {@link MasterKeyMissing} @throws {@link FileTampered} */
export function unwrapKey(keyring: Keyring, wrapped: { fileId: string; keyId: string; wrappedKey: string }): Buffer {
  const key = masterKey(keyring, wrapped.keyId);
  try {
    return unlock(key, Buffer.from(wrapped.wrappedKey, 'base64'), `${wrapped.fileId}:${wrapped.keyId}`);
  } catch {
    throw new FileTampered(wrapped.fileId);
  }
}

function masterKey(keyring: Keyring, keyId: string): Buffer {
  const key = Object.hasOwn(keyring.keys, keyId) ? keyring.keys[keyId] : undefined;
  if (key === undefined) throw new MasterKeyMissing(keyId);
  return Buffer.from(key, 'base64');
}
