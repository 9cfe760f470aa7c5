// A person's own settings: passkeys and codes of the staff, where somebody is signed in, and confirming that it is you.
import type { Temporal } from 'temporal-polyfill';
import { summaryOf, type FormState } from '../../kit/forms/answers.ts';
import { Form, TextField } from '../../kit/forms/form.tsx';
import { LONDON } from '../../kit/clock.ts';
import { Button, ButtonLink } from '../../kit/html/govuk/button.tsx';
import { ErrorSummary } from '../../kit/html/govuk/error-summary.tsx';
import { WarningText } from '../../kit/html/govuk/warning-text.tsx';
import { DeskPage } from '../../kit/html/layouts/desk-page.tsx';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import { FamilyPage } from '../../kit/html/layouts/family-page.tsx';
import { PlainPage } from '../../kit/html/layouts/plain-page.tsx';
import { inFours } from '../../kit/reference.ts';
import type { OwnPasskey } from '../passkeys.ts';
import { signInPaths, withTarget } from '../paths.ts';
import type { OwnSession } from '../session.ts';
import { PasskeyForm } from './passkey-form.tsx';

/** Says a moment as people do: "Monday 23 November 2026 at 14:05". */
function moment(at: Temporal.Instant): string {
  const london = at.toZonedDateTimeISO(LONDON);
  const day = london.toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  return `${day.replace(',', '')} at ${london.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}

export interface AccountPageProps {
  frame: Frame;
  form: FormState;
  passkeys: readonly OwnPasskey[];
  codesLeft: number;
  sessions: readonly OwnSession[];
}

/** The settings of somebody on the staff. */
export function AccountPage({ frame, form, passkeys, codesLeft, sessions }: AccountPageProps) {
  return (
    <DeskPage
      frame={frame}
      title="Your settings"
      invalid={form.errors.length > 0}
      scripts={['passkey.js']}
      mainClass="stack"
    >
      {form.errors.length > 0 && <ErrorSummary title="There is a problem" errorList={summaryOf(form)} />}
      <h1>Your settings</h1>
      <section class="card flow">
        <h2>Passkeys</h2>
        {passkeys.length === 0 ? (
          <p>
            You have none yet. A passkey signs you in with your finger, your face or the PIN of your device, and you
            need one to correct or withdraw a certificate, to change contact details and to export a case.
          </p>
        ) : (
          <ul role="list" class="flow">
            {passkeys.map((key) => (
              <li>
                <strong>{key.name}</strong>, added {moment(key.madeAt)}
                {key.lastUsedAt && `, last used ${moment(key.lastUsedAt)}`}
                <Form action={signInPaths.removePasskey(key.id)} csrf={frame.csrf}>
                  <Button classes="govuk-button--secondary">Remove {key.name}</Button>
                </Form>
              </li>
            ))}
          </ul>
        )}
        <PasskeyForm
          frame={frame}
          does="make"
          options={signInPaths.newPasskeyOptions}
          action={signInPaths.newPasskey}
          button="Add a passkey"
        >
          <TextField form={form} name="name" label="What to call it" hint="Such as “work laptop”." width={20} />
        </PasskeyForm>
      </section>
      <section class="card flow">
        <h2>Recovery codes</h2>
        <p>For the day when your passkey is not to hand. You have {codesLeft} left. New codes replace all old ones.</p>
        <Form action={signInPaths.recoveryCodes} csrf={frame.csrf}>
          <Button classes="govuk-button--secondary">Make ten new codes</Button>
        </Form>
      </section>
      <Sessions frame={frame} sessions={sessions} />
    </DeskPage>
  );
}

/** Where somebody is signed in, each with its own way out, and one way out of all. */
export function Sessions({ frame, sessions }: { frame: Frame; sessions: readonly OwnSession[] }) {
  return (
    <section class="card flow">
      <h2>Where you are signed in</h2>
      <ul role="list" class="flow">
        {sessions.map((session) => (
          <li>
            <strong>{session.browser}</strong>
            {session.isThisOne ? ', this one' : `, last used ${moment(session.lastSeenAt)}`}
            {!session.isThisOne && (
              <Form action={signInPaths.endSession(session.id)} csrf={frame.csrf}>
                <Button classes="govuk-button--secondary">Sign out there</Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      <Form action={signInPaths.signOutEverywhere} csrf={frame.csrf}>
        <Button classes="govuk-button--warning">Sign out everywhere</Button>
      </Form>
    </section>
  );
}

/** The same list for a family, on a page of its own. */
export function SessionsPage({ frame, sessions }: { frame: Frame; sessions: readonly OwnSession[] }) {
  return (
    <FamilyPage frame={frame} title="Your devices" current="devices">
      <h1>Your devices</h1>
      <Sessions frame={frame} sessions={sessions} />
    </FamilyPage>
  );
}

/** The codes, shown this once. */
export function RecoveryCodesPage({ frame, codes }: { frame: Frame; codes: readonly string[] }) {
  return (
    <DeskPage frame={frame} title="Your recovery codes" mainClass="stack">
      <h1>Your recovery codes</h1>
      <section class="card flow">
        <WarningText>
          We show these once. Print this page, or write them down, and keep them where you keep keys.
        </WarningText>
        <p>Each works once, in place of a passkey.</p>
        <ol class="govuk-list govuk-list--number">
          {codes.map((code) => (
            <li>
              <code>{inFours(code)}</code>
            </li>
          ))}
        </ol>
        <ButtonLink href={signInPaths.account}>I have kept them</ButtonLink>
      </section>
    </DeskPage>
  );
}

export interface StepUpPageProps {
  frame: Frame;
  form: FormState;
  to: string;
  hasPasskey: boolean;
}

/** Asks for a passkey or a recovery code, once a shift. A trial has a button instead. */
export function StepUpPage({ frame, form, to, hasPasskey }: StepUpPageProps) {
  return (
    <PlainPage frame={frame} title="Confirm that it is you" scripts={['passkey.js']}>
      {form.errors.length > 0 && <ErrorSummary title="There is a problem" errorList={summaryOf(form)} />}
      <p>We ask once a shift, and before anything that could harm a family if it were not you.</p>
      {frame.trial && (
        <Form action={withTarget(signInPaths.trialStepUp, to)} csrf={frame.csrf}>
          <Button>Confirm without a passkey (trial only)</Button>
        </Form>
      )}
      {hasPasskey ? (
        <PasskeyForm
          frame={frame}
          does="use"
          options={signInPaths.stepUpOptions}
          action={withTarget(signInPaths.stepUp, to)}
          button="Use your passkey"
        />
      ) : (
        <p>
          You have no passkey yet. <a href={signInPaths.account}>Add one in your settings</a>; that confirms it too.
        </p>
      )}
      <h2>No passkey to hand?</h2>
      <Form action={withTarget(signInPaths.stepUpByCode, to)} csrf={frame.csrf}>
        <TextField
          form={form}
          name="code"
          label="One of your recovery codes"
          hint="16 letters and figures. Each works once."
          width={20}
          spellcheck={false}
        />
        <Button classes="govuk-button--secondary">Use this code</Button>
      </Form>
    </PlainPage>
  );
}
