// Words that open on request, as govuk-frontend writes it.
import { listed, type Attributes, type Words } from '../parts.ts';

export interface DetailsProps {
  summary: Words;
  children?: Words;
  id?: string;
  open?: boolean;
  classes?: string;
  attributes?: Attributes;
}

/** A summary that opens to more words. */
export function Details({ summary, children, id, open, classes, attributes }: DetailsProps) {
  return (
    <details id={id || undefined} class={listed('govuk-details', classes)} {...attributes} open={open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  );
}
