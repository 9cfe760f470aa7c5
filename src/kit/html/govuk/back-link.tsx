// The way back to the page before, as govuk-frontend writes it.
import { isEmpty, listed, type Attributes, type Words } from '../parts.ts';
import { safeHref } from '../link.tsx';

/** A link back; "Back" when it has no words of its own. */
export function BackLink({
  href,
  children,
  classes,
  attributes,
}: {
  href?: string;
  children?: Words;
  classes?: string;
  attributes?: Attributes;
}) {
  return (
    <a href={safeHref(href || '#')} class={listed('govuk-back-link', classes)} {...attributes}>
      {isEmpty(children) ? 'Back' : children}
    </a>
  );
}
