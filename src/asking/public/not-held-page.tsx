// A form that came back after the browser let go of its draft: nothing was kept, everything typed is still in this page.
import { Carried, Form } from '../../kit/forms/form.tsx';
import type { Answers } from '../../kit/forms/answers.ts';
import { Button } from '../../kit/html/govuk/button.tsx';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import { QuestionPage } from '../../kit/html/layouts/question-page.tsx';

/** The page. */
export function NotHeldPage({ frame, action, answers }: { frame: Frame; action: string; answers: Answers }) {
  return (
    <QuestionPage frame={frame} title="This page was open for a long while">
      <div class="flow">
        <h1>This page was open for a long while</h1>
        <p>
          <strong>Nothing is lost.</strong> To keep your answers from others who use this device, we closed them. What
          you just typed is still in this page.
        </p>
        <ol class="numbered">
          <li>Open the link from our e-mail in another tab, and give the birth date.</li>
          <li>Come back to this page and press the button.</li>
        </ol>
        <Form action={action} csrf={frame.csrf}>
          <Carried answers={answers} />
          <Button>I have done that: go on</Button>
        </Form>
        <p>Without a link, just ring us. If you sent the first page, we have your contact and its time.</p>
      </div>
    </QuestionPage>
  );
}
