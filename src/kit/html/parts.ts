// The small words every component shares: what may stand inside an element, extra attributes, class and id lists.
import type { ComponentChildren } from 'preact';

/** What may stand inside an element: text (always escaped) or other elements. */
export type Words = ComponentChildren;

/** Further attributes of an element, as they are written in HTML. Never build a name or a handler from what a person typed. */
export type Attributes = Record<string, string | number | boolean | undefined>;

/** Joins class names (or ids), leaving out what is absent; undefined when nothing is left, so that no empty attribute is written. */
export function listed(...names: (string | false | null | undefined)[]): string | undefined {
  const kept = names.filter(Boolean);
  return kept.length > 0 ? kept.join(' ') : undefined;
}

/** Tells whether there is anything to show. */
export function isEmpty(words: Words): boolean {
  return words === undefined || words === null || words === '' || words === false;
}
