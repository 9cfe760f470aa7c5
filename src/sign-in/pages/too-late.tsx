// The page for a form that came too late: nothing was done, and what was typed is still here.
import { Carried, Form } from '../../kit/forms/form.tsx';
import type { Answers } from '../../kit/forms/answers.ts';
import { Button } from '../../kit/html/govuk/button.tsx';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import { PlainPage } from '../../kit/html/layouts/plain-page.tsx';
import { signInPaths } from '../paths.ts';

/** Why it was too late. `send-again`: the person is signed in now, and only has to press once more. */
export type TooLate = 'idle' | 'signed-out' | 'step-up' | 'send-again' | 'somebody-else';

const titles: Readonly<Record<TooLate, string>> = {
  idle: 'You were signed out because nothing happened for a while',
  'signed-out': 'Please sign in first',
  'step-up': 'Please confirm that it is you',
  'send-again': 'Please press once more',
  'somebody-else': 'Somebody else typed this',
};

export interface TooLateProps {
  frame: Frame;
  why: TooLate;
  /** Where the form was going. */
  action: string;
  answers: Answers;
  typedBy: string;
  hadFiles: boolean;
}

/** The page. */
export function TooLatePage({ frame, why, action, answers, typedBy, hadFiles }: TooLateProps) {
  return (
    <PlainPage frame={frame} title={titles[why]}>
      {why === 'somebody-else' ? (
        <p>Nothing was sent. This form was filled in under another name, so we have thrown the answers away.</p>
      ) : (
        <>
          <p>
            <strong>Nothing has been sent yet, and nothing is lost.</strong> What you typed is kept in this page.
          </p>
          <Steps why={why} />
          {hadFiles && <p>Files cannot be kept: you will be asked to add them again.</p>}
          <Form action={action} csrf={frame.csrf}>
            <Carried answers={answers} />
            <input type="hidden" name="_typed_by" value={typedBy} />
            <Button preventDoubleClick>{why === 'send-again' ? 'Send it now' : 'I have done that: go on'}</Button>
          </Form>
          <WhatYouTyped answers={answers} />
        </>
      )}
    </PlainPage>
  );
}

function Steps({ why }: { why: TooLate }) {
  if (why === 'send-again')
    return (
      <p>The page had been open for a long while, or since before you signed in, so we ask you to press once more.</p>
    );
  const [href, words] =
    why === 'step-up' ? [signInPaths.stepUp, 'Confirm that it is you'] : [signInPaths.signIn, 'Sign in again'];
  return (
    <ol class="govuk-list govuk-list--number">
      <li>
        <a href={href} target="_blank" rel="noopener">
          {words} (opens in a new tab)
        </a>
        .
      </li>
      <li>Come back to this page and press the button below.</li>
    </ol>
  );
}

/** Text of more than a word, to copy if all else fails. Choices and dates are quicker made again. */
function WhatYouTyped({ answers }: { answers: Answers }) {
  const texts = Object.values(answers)
    .flat()
    .filter((text) => text.trim().includes(' '));
  if (texts.length === 0) return null;
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">See what you typed</span>
      </summary>
      <div class="govuk-details__text">
        {texts.map((text) => (
          <p dir="auto">{text}</p>
        ))}
      </div>
    </details>
  );
}
