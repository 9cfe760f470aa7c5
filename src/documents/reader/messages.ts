// What the reader and its child say to each other. One child takes one paper and ends.
import type { PaperType, UploadRefusal } from '../upload.ts';

export interface Request {
  /** take: open it, and make it safe to show. read: look for the date, the council and the decision. */
  readonly task: 'take' | 'read';
  readonly type: PaperType;
  readonly bytes: Uint8Array;
  /** ISO; a letter is not dated after it. */
  readonly today: string;
}

/** A paper that could be opened. */
export interface Taken {
  readonly pages: number;
  /** A photograph as a new JPEG, upright, without anything but its pixels; null for a PDF, which stays as it is. */
  readonly clean: Uint8Array | null;
  /** A picture of the first page as PNG: of a PDF of text, its words where they stand; null where there is nothing to see. */
  readonly preview: Uint8Array | null;
}

/** What was read, as codes and an ISO day; nothing else leaves the child. */
export interface Reading {
  readonly dated: string | null;
  readonly council: string | null;
  readonly decision: string | null;
  /** 0 to 100; 100 for a text layer. */
  readonly confidence: number;
}

/** A picture read with less confidence than this, of 100, is not relied on. */
export const SURE = 60;

/** Says whether a reading is worth showing to a person as a suggestion: sure enough, and with something found. */
export function isSure({ confidence, dated, council, decision }: Reading): boolean {
  return confidence >= SURE && (dated ?? council ?? decision) !== null;
}

export type Answer = { readonly taken: Taken } | { readonly reading: Reading } | { readonly refused: UploadRefusal };
