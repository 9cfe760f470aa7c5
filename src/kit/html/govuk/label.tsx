// A form label, as govuk-frontend writes it.
import { isEmpty, listed, type Attributes, type Words } from '../parts.ts';

export interface LabelProps {
  text?: Words;
  for?: string;
  classes?: string;
  isPageHeading?: boolean;
  attributes?: Attributes;
}

/** The label of a field; nothing when it has no words. */
export function Label({ text, for: target, classes, isPageHeading, attributes }: LabelProps) {
  if (isEmpty(text)) return null;
  const label = (
    <label class={listed('govuk-label', classes)} {...attributes} for={target || undefined}>
      {text}
    </label>
  );
  return isPageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label;
}
