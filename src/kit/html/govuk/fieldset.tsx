// A group of fields with a legend, as govuk-frontend writes it.
import { isEmpty, listed, type Attributes, type Words } from '../parts.ts';

export interface LegendProps {
  text?: Words;
  classes?: string;
  isPageHeading?: boolean;
}

export interface FieldsetProps {
  legend?: LegendProps;
  describedBy?: string;
  role?: 'group';
  classes?: string;
  attributes?: Attributes;
  children?: Words;
}

/** A fieldset; its legend may be the heading of the page. */
export function Fieldset({ legend, describedBy, role, classes, attributes, children }: FieldsetProps) {
  return (
    <fieldset
      class={listed('govuk-fieldset', classes)}
      role={role || undefined}
      aria-describedby={describedBy || undefined}
      {...attributes}
    >
      {legend && !isEmpty(legend.text) && (
        <legend class={listed('govuk-fieldset__legend', legend.classes)}>
          {legend.isPageHeading ? <h1 class="govuk-fieldset__heading">{legend.text}</h1> : legend.text}
        </legend>
      )}
      {children}
    </fieldset>
  );
}
