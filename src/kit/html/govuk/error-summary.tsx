// The list of what is wrong, at the top of a page, as govuk-frontend writes it.
import { listed, isEmpty, type Attributes, type Words } from '../parts.ts';
import { safeHref } from '../link.tsx';

export interface ErrorSummaryItem {
  text?: Words;
  href?: string;
  attributes?: Attributes;
}

export interface ErrorSummaryProps {
  title?: Words;
  description?: Words;
  errorList?: readonly ErrorSummaryItem[];
  disableAutoFocus?: boolean;
  classes?: string;
  attributes?: Attributes;
}

/** The summary; each item links to its field. */
export function ErrorSummary({
  title,
  description,
  errorList,
  disableAutoFocus,
  classes,
  attributes,
}: ErrorSummaryProps) {
  return (
    <div
      class={listed('govuk-error-summary', classes)}
      data-disable-auto-focus={disableAutoFocus === undefined ? undefined : String(disableAutoFocus)}
      {...attributes}
      data-module="govuk-error-summary"
    >
      <div role="alert">
        <h2 class="govuk-error-summary__title">{title}</h2>
        <div class="govuk-error-summary__body">
          {!isEmpty(description) && <p>{description}</p>}
          {errorList && errorList.length > 0 && (
            <ul class="govuk-list govuk-error-summary__list">
              {errorList.map((item) => (
                <li>
                  {item.href ? (
                    <a href={safeHref(item.href)} {...item.attributes}>
                      {item.text}
                    </a>
                  ) : (
                    item.text
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  );
}
