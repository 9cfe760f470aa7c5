// A short state, such as "2 days left", as govuk-frontend writes it.
import { listed, type Attributes, type Words } from '../parts.ts';

/** A tag. Its colour is a class (govuk-tag--late, --today, --good, --plain); its words say the same. */
export function Tag({
  children,
  classes,
  attributes,
}: {
  children?: Words;
  classes?: string;
  attributes?: Attributes;
}) {
  return (
    <strong class={listed('govuk-tag', classes)} {...attributes}>
      {children}
    </strong>
  );
}
