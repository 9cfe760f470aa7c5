// Words set apart from the text around them, as govuk-frontend writes it.
import { listed, type Attributes, type Words } from '../parts.ts';

/** A block with a line at its side. */
export function InsetText({
  children,
  id,
  classes,
  attributes,
}: {
  children?: Words;
  id?: string;
  classes?: string;
  attributes?: Attributes;
}) {
  return (
    <div id={id || undefined} class={listed('govuk-inset-text', classes)} {...attributes}>
      {children}
    </div>
  );
}
