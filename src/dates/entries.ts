// Answers a list of date questions {id, kind, inputs}: one {id, result} each with its explanation, or {id, error} in plain words. Stores nothing.
import { HolidaysNotLoaded } from '../law/calendar.ts';
import type { Law } from '../law/versions.ts';
import { answerers, type Result } from './answerers.ts';
import { ENTRY_KINDS, ImpossibleEntry, readInputs, unusedInputs, type EntryKind } from './shapes.ts';

export type EntryId = string | number | null;

export type EntryAnswer =
  { readonly id: EntryId; readonly result: Result } | { readonly id: EntryId; readonly error: string };

/** Answers every entry of a list on its own, so that one impossible entry spoils no other. */
export function answerEntries(entries: readonly unknown[], law: Law): readonly EntryAnswer[] {
  return entries.map((entry) => answerEntry(entry, law));
}

/** Answers one entry. Faults of the entry and years without bank holidays become `error`; anything else is a defect and throws. */
export function answerEntry(entry: unknown, law: Law): EntryAnswer {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
    return { id: null, error: 'Each entry has to be an object with id, kind and inputs.' };
  }
  const { id: givenId, kind, inputs }: { id?: unknown; kind?: unknown; inputs?: unknown } = entry;
  const id = typeof givenId === 'string' || typeof givenId === 'number' ? givenId : null;
  if (!isEntryKind(kind)) {
    const named = typeof kind === 'string' && kind.length <= 40 ? ` called ${kind}` : ' like that';
    return { id, error: `There is no kind of date${named}. The kinds are ${ENTRY_KINDS.join(', ')}.` };
  }
  try {
    return { id, result: answerKind(kind, inputs, law) };
  } catch (error) {
    // A name that was not understood is often why another one is missing.
    if (error instanceof ImpossibleEntry) return { id, error: [error.message, ...notUsed(kind, inputs)].join(' ') };
    if (error instanceof HolidaysNotLoaded || error instanceof RangeError) {
      return { id, error: error.message };
    }
    throw error;
  }
}

function answerKind<K extends EntryKind>(kind: K, inputs: unknown, law: Law): Result {
  const read = readInputs(kind, inputs);
  return answerers[kind](read, law, notUsed(kind, inputs));
}

function notUsed(kind: EntryKind, inputs: unknown): readonly string[] {
  if (typeof inputs !== 'object' || inputs === null || Array.isArray(inputs)) return [];
  const unused = unusedInputs(kind, inputs);
  return unused.length > 0 ? [`Not used, because no rule reads it: ${unused.join(', ')}.`] : [];
}

function isEntryKind(kind: unknown): kind is EntryKind {
  return typeof kind === 'string' && (ENTRY_KINDS as readonly string[]).includes(kind);
}
