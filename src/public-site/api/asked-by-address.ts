// Reads a question from an address, so that its answer can be kept by caches. A birth date never travels in an address.
import { INPUTS, ENTRY_KINDS, type EntryKind } from '../../dates/shapes.ts';
import type { Fields } from '../../kit/http/fields.ts';

/** The kinds that may be asked by address: all but the one about a person. */
export const KINDS_BY_ADDRESS = ENTRY_KINDS.filter((kind) => !('dob' in INPUTS[kind].shape));

/** Turns the query of an address into inputs: `true` and `false` become what they say, and a list may hold one value. */
export function inputsOfQuery(kind: EntryKind, query: Fields): Record<string, unknown> {
  const shape: Record<string, { safeParse(value: unknown): { success: boolean } }> = INPUTS[kind].shape;
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => {
      if (value === 'true' || value === 'false') return [name, value === 'true'];
      return [name, typeof value === 'string' && shape[name]?.safeParse([]).success ? [value] : value];
    }),
  );
}
