// One question after the contact, and the read-back of all of them before they are sent.
import { Form } from '../../kit/forms/form.tsx';
import { summaryOf, type FormState } from '../../kit/forms/answers.ts';
import type { Journey, Question } from '../../kit/forms/journey.ts';
import { Button } from '../../kit/html/govuk/button.tsx';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import { QuestionPage } from '../../kit/html/layouts/question-page.tsx';
import { Told } from '../../kit/html/pieces/dates.tsx';
import type { More, ToldSoFar } from '../more.tsx';
import { askingPaths } from '../paths.ts';

const JOURNEY = 'A few questions';

export interface MorePageProps {
  frame: Frame;
  question: Question<More>;
  form: FormState;
  values: Partial<More>;
  progress: ReturnType<Journey<More>['progress']>;
  back: string;
  /** They gave a telephone number. */
  rings: boolean;
}

/** A question. Every one may be left, and the rest of them too. */
export function MorePage({ frame, question, form, values, progress, back, rings }: MorePageProps) {
  return (
    <QuestionPage
      frame={frame}
      title={question.title}
      back={{ href: back }}
      progress={{ journey: JOURNEY, ...progress }}
      errors={summaryOf(form)}
      whyWeAsk={question.whyWeAsk}
    >
      <Form action={askingPaths.question(question.slug)} csrf={frame.csrf} class="question">
        {question.view({ form, values })}
        <div class="buttons">
          <Button>Go on</Button>
        </div>
        <p>
          <a href={askingPaths.check}>{rings ? 'That is enough: just ring me' : 'That is enough for now'}</a>
        </p>
        <p>
          <a href={askingPaths.save}>Send me a link, so that I can go on later</a>
        </p>
      </Form>
    </QuestionPage>
  );
}

export interface CheckPageProps {
  frame: Frame;
  rows: ToldSoFar['rows'];
  /** What the first screen said, which is with us already. */
  first: readonly { readonly what: string; readonly answer: string }[];
  act: string;
  back: string;
  rings: boolean;
  /** Somebody writes for a family. */
  helps: boolean;
}

/** The read-back: what they said, in plain words, with a way to change each. */
export function CheckPage({ frame, rows, first, act, back, rings, helps }: CheckPageProps) {
  const said = rows.filter(({ says }) => says !== undefined && says !== '');
  return (
    <QuestionPage frame={frame} title="Please check what you told us" back={{ href: back }}>
      <div class="flow">
        <h1>Please check what you told us</h1>
        {said.length > 0 ? (
          <>
            <Told
              rows={said.map(({ slug, title, says }) => ({
                what: title,
                answer: says,
                change: { href: askingPaths.question(slug), says: title },
              }))}
            />
            <p>
              Only our advisers read this.{' '}
              {helps
                ? 'We pass nothing of it on unless the parent or young person says so.'
                : 'The council and the school see nothing of it unless you say so.'}{' '}
              An adviser will ask you about anything you left out.
            </p>
          </>
        ) : (
          <p>You have told us nothing more yet, and that is fine. An adviser asks when you talk.</p>
        )}
        <h2>What you said when you contacted us</h2>
        <Told rows={first} />
        <p>We have this already. Is something in it wrong, or has it changed? Ring us, or say so when we talk.</p>
        <Form action={askingPaths.check} csrf={frame.csrf} act={act} class="buttons">
          <Button preventDoubleClick>
            {said.length > 0 ? 'Send these answers' : rings ? 'Just ring me' : 'That is all for now'}
          </Button>
        </Form>
      </div>
    </QuestionPage>
  );
}
