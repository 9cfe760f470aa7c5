// The message beside a field whose answer cannot be taken, as govuk-frontend writes it.
import { listed, type Attributes, type Words } from '../parts.ts';

export interface ErrorMessageProps {
  text?: Words;
  id?: string;
  classes?: string;
  attributes?: Attributes;
  /** Read aloud before the message; an empty string leaves it out. */
  visuallyHiddenText?: string;
}

/** An error message that a field names with aria-describedby. */
export function ErrorMessage({ text, id, classes, attributes, visuallyHiddenText = 'Error' }: ErrorMessageProps) {
  return (
    <p id={id} class={listed('govuk-error-message', classes)} {...attributes}>
      {visuallyHiddenText ? (
        <>
          <span class="govuk-visually-hidden">{visuallyHiddenText}:</span> {text}
        </>
      ) : (
        text
      )}
    </p>
  );
}
