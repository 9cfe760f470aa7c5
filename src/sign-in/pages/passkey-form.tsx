// A form that a passkey fills in. It needs script, because only script can speak to the device; without it the words say so.
import { Form } from '../../kit/forms/form.tsx';
import { Button } from '../../kit/html/govuk/button.tsx';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import type { Words } from '../../kit/html/parts.ts';

export interface PasskeyFormProps {
  frame: Frame;
  does: 'use' | 'make';
  /** The address that gives what the device is asked for. */
  options: string;
  action: string;
  button: string;
  children?: Words;
}

/** The form; the page must load `passkey.js`. */
export function PasskeyForm({ frame, does, options, action, button, children }: PasskeyFormProps) {
  return (
    <div data-passkey={does} data-options={options}>
      <Form action={action} csrf={frame.csrf}>
        <input type="hidden" name="response" value="" />
        {children}
        <Button classes="govuk-button--secondary">{button}</Button>
      </Form>
      <p role="alert" data-passkey-says hidden>
        The device did not answer. You can try again, or use another way.
      </p>
      <noscript>
        <p>A passkey needs JavaScript. Without it, please use another way.</p>
      </noscript>
    </div>
  );
}
