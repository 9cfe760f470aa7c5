// One question of "What can I do?", its answers so far carried along in the form.
import { summaryOf, type Answers, type FormState } from '../../kit/forms/answers.ts';
import { Carried, Form } from '../../kit/forms/form.tsx';
import type { Question } from '../../kit/forms/journey.ts';
import { Button } from '../../kit/html/govuk/button.tsx';
import { QuestionPage } from '../../kit/html/layouts/question-page.tsx';
import type { PublicView } from '../view.ts';
import type { RoadAnswers } from './questions.tsx';

export interface RoadQuestionProps {
  view: PublicView;
  question: Question<RoadAnswers>;
  form: FormState;
  answers: Answers;
  values: Partial<RoadAnswers>;
  progress: { part: number; of: number; words: string };
  action: string;
  back: string;
}

/** The page. Its form is read, not sent: the answers go into the next address. */
export function RoadQuestionPage({ view, question, form, answers, values, progress, action, back }: RoadQuestionProps) {
  const own = Object.keys(question.schema.shape).flatMap((key) => [key, `${key}-day`, `${key}-month`, `${key}-year`]);
  return (
    <QuestionPage
      frame={view.frame}
      title={question.title}
      back={{ href: back }}
      progress={{ journey: 'What can I do?', part: progress.part, of: Math.max(progress.of, 2) }}
      errors={summaryOf(form)}
      whyWeAsk={question.whyWeAsk}
    >
      <Form action={action} method="get">
        <Carried answers={answers} except={own} />
        {question.view({ form, values })}
        <div class="buttons after">
          <Button>Continue</Button>
        </div>
      </Form>
    </QuestionPage>
  );
}
