// A warning that must not be missed, as govuk-frontend writes it.
import { listed, type Attributes, type Words } from '../parts.ts';

/** A warning; `iconFallbackText` is read aloud in place of the mark. */
export function WarningText({
  children,
  iconFallbackText,
  classes,
  attributes,
}: {
  children?: Words;
  iconFallbackText?: string;
  classes?: string;
  attributes?: Attributes;
}) {
  return (
    <div class={listed('govuk-warning-text', classes)} {...attributes}>
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{iconFallbackText || 'Warning'}</span> {children}
      </strong>
    </div>
  );
}
