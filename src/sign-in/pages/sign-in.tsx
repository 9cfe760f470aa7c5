// Asking for a link: the page with the address, and the page that says to look at the e-mail.
import type { FormState } from '../../kit/forms/answers.ts';
import { summaryOf } from '../../kit/forms/answers.ts';
import { Form, TextField } from '../../kit/forms/form.tsx';
import { Button } from '../../kit/html/govuk/button.tsx';
import { ErrorSummary } from '../../kit/html/govuk/error-summary.tsx';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import { PublicPage } from '../../kit/html/layouts/public-page.tsx';
import { inFours } from '../../kit/reference.ts';
import { signInPaths, withTarget } from '../paths.ts';
import { PasskeyForm } from './passkey-form.tsx';

/** The page that asks for an e-mail address, with a passkey as the other way. */
export function SignInPage({ frame, form, to }: { frame: Frame; form: FormState; to: string }) {
  return (
    <PublicPage
      frame={frame}
      title="Sign in"
      invalid={form.errors.length > 0}
      isPrivate
      main="stack"
      scripts={['passkey.js']}
    >
      {form.errors.length > 0 && <ErrorSummary title="There is a problem" errorList={summaryOf(form)} />}
      <section class="card flow">
        <h1>Sign in</h1>
        <p>We send you a link. You need no password.</p>
        <Form action={signInPaths.signIn} csrf={frame.csrf}>
          <input type="hidden" name="to" value={to} />
          <TextField
            form={form}
            name="address"
            label="Your e-mail address"
            hint="The one that you gave us."
            type="email"
            autocomplete="email"
            spellcheck={false}
          />
          <Button preventDoubleClick>Send me a link</Button>
        </Form>
      </section>
      <section class="card flow">
        <h2>With a passkey</h2>
        <p>For staff who have added one: your finger, your face, or the PIN of this device.</p>
        <PasskeyForm
          frame={frame}
          does="use"
          options={signInPaths.passkeyOptions}
          action={withTarget(signInPaths.passkey, to)}
          button="Sign in with a passkey"
        />
      </section>
    </PublicPage>
  );
}

/** The page after asking. It is the same whether or not the address is known to us. */
export function LinkSentPage({ frame, code }: { frame: Frame; code: string | null }) {
  return (
    <PublicPage frame={frame} title="Look at your e-mail" isPrivate main="stack">
      <section class="card flow">
        <h1>Look at your e-mail</h1>
        <p>
          If we know that address, a link is on its way. It works for 15 minutes. Open it here, in this browser, and
          press the button.
        </p>
        {frame.trial && (
          <p>
            In this trial nothing is sent: the letter lies in the <a href="/trial/outbox">outbox</a>.
          </p>
        )}
        {code !== null && (
          <>
            <h2>Opening it on another device?</h2>
            <p>It will ask for this code. Type it there yourself; never read it out to anybody.</p>
            <p class="sign-in-code">
              <strong>{inFours(code)}</strong>
            </p>
          </>
        )}
        <h2>Nothing there after a few minutes?</h2>
        <p>
          Look among the unwanted mail, and check that it is the address you gave us. You can{' '}
          <a href={signInPaths.signIn}>ask again</a>, or ring us.
        </p>
      </section>
    </PublicPage>
  );
}
