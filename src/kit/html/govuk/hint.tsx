// The hint under a label, as govuk-frontend writes it.
import { listed, type Attributes, type Words } from '../parts.ts';

export interface HintProps {
  text?: Words;
  id?: string;
  classes?: string;
  attributes?: Attributes;
}

/** A hint that a field names with aria-describedby. */
export function Hint({ text, id, classes, attributes }: HintProps) {
  return (
    <div id={id} class={listed('govuk-hint', classes)} {...attributes}>
      {text}
    </div>
  );
}
