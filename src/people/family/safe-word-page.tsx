// The page on which somebody sets their own safe word.
import { familyPaths } from '../../cases/family/paths.ts';
import { summaryOf, type FormState } from '../../kit/forms/answers.ts';
import { Form, TextField } from '../../kit/forms/form.tsx';
import { BackLink } from '../../kit/html/govuk/back-link.tsx';
import { Button } from '../../kit/html/govuk/button.tsx';
import { ErrorSummary } from '../../kit/html/govuk/error-summary.tsx';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import { FamilyPage } from '../../kit/html/layouts/family-page.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';

export interface SafeWordPageProps {
  readonly frame: Frame;
  readonly reference: string;
  readonly form: FormState;
  /** The id of the act that a press would be. */
  readonly act: string;
}

/** The page. What was typed is never shown again. */
export function SafeWordPage({ frame, reference, form, act }: SafeWordPageProps) {
  return (
    <FamilyPage frame={frame} title="A safe word" current="case" {...(form.errors.length > 0 ? { invalid: true } : {})}>
      <div class="page-title">
        <BackLink href={familyPaths.case(reference)}>Back to my case</BackLink>
        {form.errors.length > 0 && <ErrorSummary title="There is a problem" errorList={summaryOf(form)} />}
        <h1>A safe word for when you ring us</h1>
        <p>You do not need one. With it, we know quickly that it is you, and nobody else can ring us in your name.</p>
      </div>
      <Card>
        <Form action={familyPaths.safeWord(reference)} csrf={frame.csrf} act={act} label="Set a safe word">
          <TextField
            form={{ ...form, answers: {} }}
            name="word"
            label="Your safe word"
            hint="A word or two that nobody who knows your family would guess. Capitals and spaces do not matter."
            spellcheck={false}
          />
          <div class="buttons">
            <Button preventDoubleClick>Set my safe word</Button>
          </div>
        </Form>
      </Card>
      <Card id="how" title="How we use it" tone="soft" flow>
        <p>
          We ask for it before we talk with you about your case on the telephone. We can compare it and cannot read it.
          If you forget it, set a new one here.
        </p>
      </Card>
    </FamilyPage>
  );
}
