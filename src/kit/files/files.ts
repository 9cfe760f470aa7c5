// Files encrypted at rest: a key of its own for each, wrapped by a master key with an id. It knows no tables: the caller keeps the record.
import { createHash, randomBytes } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import type { ByteStore } from './folder.ts';
import { checkKeyring, FileTampered, keyBytes, lock, unlock, unwrapKey, wrapKey, type Keyring } from './keyring.ts';

/** What the caller keeps of a file, and gives back to read it. Without it the bytes cannot be read; it tells nothing of them but their size. */
export interface FileRecord {
  /** Random, 32 hexadecimal digits. */
  fileId: string;
  /** Of the bytes as they were given, in hexadecimal. */
  sha256: string;
  /** In bytes, as they were given. */
  size: number;
  /** Which master key wraps the file's key. */
  keyId: string;
  /** The file's key, wrapped, in base64. */
  wrappedKey: string;
}

export interface Files {
  /** Encrypts and keeps bytes; resolves when they would survive a power cut. @throws {@link StoreFull} when the disk is full: no half file is left. */
  putFile(bytes: Uint8Array): Promise<FileRecord>;
  /** Reads bytes back. @throws {@link FileMissing} @throws {@link FileTampered} @throws {@link MasterKeyMissing} */
  getFile(record: FileRecord): Promise<Uint8Array>;
  /** Removes the bytes for good; quiet when they are gone. With the record's row gone too, a backup of the store cannot be read either. */
  eraseFile(record: Pick<FileRecord, 'fileId'>): Promise<void>;
  /** Says whether the bytes are there, without reading them. */
  hasFile(record: Pick<FileRecord, 'fileId'>): Promise<boolean>;
  /** Gives the ids of files kept before a moment, a bounded list at a time; what writing that never ended left behind before it is removed on the way. */
  listBefore(moment: Temporal.Instant): AsyncIterable<readonly string[]>;
  /** Gives the record wrapped by the current master key, or null when it is already. The bytes stay as they are. @throws {@link MasterKeyMissing} @throws {@link FileTampered} */
  rewrapped(record: FileRecord): FileRecord | null;
  /** The id of the master key that wraps new files. */
  readonly currentKey: string;
}

/** Opens files over a store with the master keys. @throws {@link KeyringRefused} */
export function openFiles(store: ByteStore, keyring: Keyring): Files {
  checkKeyring(keyring);
  return {
    async putFile(bytes) {
      const fileId = randomBytes(16).toString('hex');
      const fileKey = randomBytes(keyBytes);
      await store.put(fileId, lock(fileKey, bytes, fileId));
      return { fileId, sha256: hashOf(bytes), size: bytes.byteLength, ...wrapKey(keyring, fileKey, fileId) };
    },
    async getFile(record) {
      const { fileId } = record;
      const fileKey = unwrapKey(keyring, record);
      const locked = await store.get(fileId);
      const bytes = opened(fileKey, locked, fileId);
      if (hashOf(bytes) !== record.sha256) throw new FileTampered(fileId);
      return bytes;
    },
    eraseFile: ({ fileId }) => store.erase(fileId),
    hasFile: ({ fileId }) => store.has(fileId),
    listBefore: (moment) => store.listBefore(moment),
    rewrapped: (record) => (record.keyId === keyring.current ? null : rewrap(record, keyring)),
    currentKey: keyring.current,
  };
}

/**
 * Wraps a file's key anew with the current master key of a keyring that still has the old one; the stored bytes stay as they are.
 * Returns the same record when it is wrapped with the current key already.
 */
export function rewrap(record: FileRecord, keyring: Keyring): FileRecord {
  if (record.keyId === keyring.current) return record;
  return { ...record, ...wrapKey(keyring, unwrapKey(keyring, record), record.fileId) };
}

function opened(fileKey: Uint8Array, locked: Uint8Array, fileId: string): Buffer {
  try {
    return unlock(fileKey, locked, fileId);
  } catch {
    throw new FileTampered(fileId);
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
