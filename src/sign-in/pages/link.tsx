// The pages behind a link: the button that uses it, the code on another device, and kind words for a link that no longer works.
import { Form, TextField } from '../../kit/forms/form.tsx';
import { summaryOf, type FormState } from '../../kit/forms/answers.ts';
import { Button, ButtonLink } from '../../kit/html/govuk/button.tsx';
import { ErrorSummary } from '../../kit/html/govuk/error-summary.tsx';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import { PlainPage } from '../../kit/html/layouts/plain-page.tsx';
import type { LinkState } from '../links.ts';
import { signInPaths } from '../paths.ts';

export interface LinkPageProps {
  frame: Frame;
  token: string;
  form: FormState;
  needsCode: boolean;
}

/** The page with the button. Opening it uses nothing up, because mail programs open links before people do. */
export function LinkPage({ frame, token, form, needsCode }: LinkPageProps) {
  return (
    <PlainPage frame={frame} title="Sign in">
      {form.errors.length > 0 && <ErrorSummary title="There is a problem" errorList={summaryOf(form)} />}
      {needsCode ? (
        <p>
          You asked for this link in another browser. That is fine: we only need the code that the page there shows
          under “Opening it on another device?”.
        </p>
      ) : (
        <p>Press the button to sign in.</p>
      )}
      <Form action={signInPaths.link(token)} csrf={frame.csrf}>
        {needsCode && (
          <TextField
            form={form}
            name="code"
            label="The code on the other screen"
            hint="Six letters and figures. Small or capital letters, with or without a space."
            width={10}
            autocomplete="one-time-code"
            spellcheck={false}
          />
        )}
        <Button preventDoubleClick>Sign in</Button>
      </Form>
      {needsCode && (
        <p>
          That page is gone, or it was not you who asked? <a href={signInPaths.signIn}>Ask for a new link</a> in this
          browser.
        </p>
      )}
    </PlainPage>
  );
}

const refused: Readonly<Record<Exclude<LinkState, 'ready' | 'needs-code'>, { title: string; words: string }>> = {
  used: {
    title: 'This link has been used',
    words: 'Each link works once. If you are signed in already, you can simply go on; otherwise ask for a new one.',
  },
  expired: { title: 'This link has run out', words: 'A link works for 15 minutes. It is quick to get another.' },
  spent: {
    title: 'Too many wrong codes',
    words: 'To be on the safe side this link no longer works on other devices. Ask for a new one in this browser.',
  },
  unknown: {
    title: 'This link does not work',
    words: 'A part of it may be missing: mail programs sometimes cut long links. You can ask for a new one.',
  },
};

/** The page of a link that opens nothing. */
export function NoLinkPage({ frame, state }: { frame: Frame; state: keyof typeof refused }) {
  const { title, words } = refused[state];
  return (
    <PlainPage frame={frame} title={title}>
      <p>{words}</p>
      <ButtonLink href={signInPaths.signIn}>Ask for a new link</ButtonLink>
    </PlainPage>
  );
}

/** Asks a family whether others use the device, right after they signed in. */
export function DevicePage({ frame, to }: { frame: Frame; to: string }) {
  return (
    <PlainPage frame={frame} title="Is this device only yours?">
      <p>If nobody else uses it, you can stay signed in here. You can sign out whenever you like.</p>
      <Form action={signInPaths.device} csrf={frame.csrf} class="buttons">
        <input type="hidden" name="to" value={to} />
        <Button name="device" value="own">
          Yes, only I use it
        </Button>
        <Button name="device" value="shared" classes="govuk-button--secondary">
          No, or I am not sure
        </Button>
      </Form>
      <p>If you say no, you are signed out when you close the browser, or after 20 minutes without using the page.</p>
    </PlainPage>
  );
}
