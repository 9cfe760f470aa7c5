// The first link of a page, which skips to its main part, as govuk-frontend writes it.
import { listed, type Attributes, type Words } from '../parts.ts';
import { safeHref } from '../link.tsx';

/** A link that is seen once the keyboard reaches it. */
export function SkipLink({
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
    <a
      href={safeHref(href || '#content')}
      class={listed('govuk-skip-link', classes)}
      {...attributes}
      data-module="govuk-skip-link"
    >
      {children}
    </a>
  );
}
