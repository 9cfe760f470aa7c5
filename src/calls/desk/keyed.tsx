// Answers of a call that a key chooses.
import type { OptionProps } from '../../kit/forms/form.tsx';
import type { Words } from '../../kit/html/parts.ts';

/** Answers with the keys that choose them, which count through a step; `after` is how many stand before these. */
export function keyed<Value extends string>(
  values: readonly Value[],
  words: Record<Value, Words>,
  reveals: Partial<Record<Value, Words>> = {},
  after = 0,
): OptionProps[] {
  return values.map((value, index) => ({
    value,
    label: (
      <>
        {words[value]} <kbd aria-hidden="true">{after + index + 1}</kbd>
      </>
    ),
    reveals: reveals[value],
  }));
}
