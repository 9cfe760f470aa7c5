// A button, as govuk-frontend writes it. For a link that looks like one, use ButtonLink.
import { listed, type Attributes, type Words } from '../parts.ts';
import { safeHref } from '../link.tsx';

export interface ButtonProps {
  children?: Words;
  href?: string;
  type?: 'submit' | 'button' | 'reset';
  name?: string;
  value?: string;
  id?: string;
  classes?: string;
  attributes?: Attributes;
  disabled?: boolean;
  preventDoubleClick?: boolean;
  isStartButton?: boolean;
}

const StartIcon = () => (
  <svg
    class="govuk-button__start-icon"
    xmlns="http://www.w3.org/2000/svg"
    width="17.5"
    height="19"
    viewBox="0 0 33 40"
    aria-hidden="true"
    focusable="false"
  >
    <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
  </svg>
);

/** A button that sends its form, or (with `href`) a link with the role of a button. */
export function Button({
  children,
  href,
  type = 'submit',
  name,
  value,
  id,
  classes,
  attributes,
  disabled,
  preventDoubleClick,
  isStartButton,
}: ButtonProps) {
  const common = {
    class: listed('govuk-button', classes, isStartButton && 'govuk-button--start'),
    'data-module': 'govuk-button',
    ...attributes,
    id: id || undefined,
  };
  const inside = (
    <>
      {children}
      {isStartButton && <StartIcon />}
    </>
  );
  if (href) {
    return (
      <a href={safeHref(href)} role="button" draggable={false} {...common}>
        {inside}
      </a>
    );
  }
  return (
    <button
      type={type}
      value={value || undefined}
      name={name || undefined}
      disabled={disabled}
      aria-disabled={disabled ? 'true' : undefined}
      data-prevent-double-click={preventDoubleClick === undefined ? undefined : String(preventDoubleClick)}
      {...common}
    >
      {inside}
    </button>
  );
}

/** A link that looks like a button and is still announced as a link, because it goes somewhere. */
export function ButtonLink({
  href,
  classes,
  attributes,
  children,
}: {
  href: string;
  classes?: string;
  attributes?: Attributes;
  children: Words;
}) {
  return (
    <a class={listed('govuk-button', classes)} href={safeHref(href)} {...attributes}>
      {children}
    </a>
  );
}
