// Buttons that only make sense with script; without it they are not there.
import { Icon } from '../icons.tsx';
import type { Words } from '../parts.ts';

/** Prints the page. */
export function PrintButton({ children = 'Print this page' }: { children?: Words }) {
  return (
    <button class="govuk-button govuk-button--secondary" type="button" data-print hidden>
      <Icon name="print" />
      {children}
    </button>
  );
}

/** Copies words; says "Copied" for a moment. */
export function CopyButton({ text, children }: { text: string; children: Words }) {
  return (
    <button class="govuk-button govuk-button--secondary" type="button" data-copy={text} hidden>
      {children}
    </button>
  );
}
