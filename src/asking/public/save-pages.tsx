// Save and return: where the link should go, that it was sent, and the birth date it asks for.
import { DateField, Form, TextField } from '../../kit/forms/form.tsx';
import { summaryOf, type FormState } from '../../kit/forms/answers.ts';
import { Button, ButtonLink } from '../../kit/html/govuk/button.tsx';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import { QuestionPage } from '../../kit/html/layouts/question-page.tsx';
import type { Words } from '../../kit/html/parts.ts';
import type { LastDay } from '../dates.ts';
import { askingPaths } from '../paths.ts';
import { NotContactedYet } from './not-contacted.tsx';

export interface DraftStanding {
  /** Whether the first screen was sent. */
  contacted: boolean;
  lastDay: LastDay;
}

const notYet = ({ contacted, lastDay }: DraftStanding): Words =>
  contacted ? null : <NotContactedYet lastDay={lastDay} elsewhere />;

/** Asks for an e-mail address, and for the birth date where it is not known yet. */
export function SavePage(props: {
  frame: Frame;
  form: FormState;
  act: string;
  asksBorn: boolean;
  young: boolean;
  standing: DraftStanding;
}) {
  const { frame, form, act, asksBorn, young, standing } = props;
  return (
    <QuestionPage
      frame={frame}
      title="Go on later"
      back={{ href: standing.contacted ? askingPaths.more : askingPaths.ask }}
      errors={summaryOf(form)}
    >
      <Form action={askingPaths.save} csrf={frame.csrf} act={act} class="question">
        <div class="flow">
          <h1>Go on later</h1>
          {notYet(standing)}
          <p>We send you a link. Your answers are kept for 14 days and then deleted.</p>
        </div>
        <TextField
          form={form}
          name="mail"
          label="Your e-mail address"
          hint="Best one that only you, or people you trust, can read"
          type="email"
          autocomplete="email"
          spellcheck={false}
        />
        {asksBorn && (
          <DateField
            form={form}
            name="born"
            label={young ? 'When were you born?' : 'When was the child or young person born?'}
            hint="The link asks for it, so that only you can open your answers"
            isBirthday={young}
          />
        )}
        <div class="buttons">
          <Button preventDoubleClick>Send me the link</Button>
        </div>
      </Form>
    </QuestionPage>
  );
}

/** Says that the link is on its way. */
export function SavedPage({ frame, standing, until }: { frame: Frame; standing: DraftStanding; until: string }) {
  return (
    <QuestionPage frame={frame} title="Your link is on its way">
      <div class="flow">
        <h1>Your link is on its way</h1>
        {notYet(standing)}
        <p>Look in your e-mail. The link works until {until}, and asks for the birth date.</p>
        <div class="buttons">
          <ButtonLink href={standing.contacted ? askingPaths.more : askingPaths.ask}>
            {standing.contacted ? 'Go on now after all' : 'Contact us now after all'}
          </ButtonLink>
        </div>
        <Form action={askingPaths.another} csrf={frame.csrf} class="flow">
          <p>Is this not your own telephone or computer?</p>
          <Button classes="govuk-button--secondary">Forget this on this device</Button>
        </Form>
      </div>
    </QuestionPage>
  );
}

/** Asks for the birth date behind a link. The same page for a link that is right, wrong or too old. */
export function BackPage({ frame, form, action }: { frame: Frame; form: FormState; action: string }) {
  return (
    <QuestionPage frame={frame} title="Go on with your answers" errors={summaryOf(form)}>
      <Form action={action} csrf={frame.csrf} class="question">
        <div class="flow">
          <h1>Go on with your answers</h1>
          <p>So that nobody else opens them, please give the birth date that you gave before.</p>
        </div>
        <DateField
          form={form}
          name="born"
          label="The birth date of the child or young person"
          hint="For example 27 3 2016"
        />
        <div class="buttons">
          <Button>Open my answers</Button>
        </div>
      </Form>
    </QuestionPage>
  );
}

/** Says that a link opens nothing, whatever the reason. */
export function ClosedPage({ frame }: { frame: Frame }) {
  return (
    <QuestionPage frame={frame} title="This link opens nothing any more">
      <div class="flow">
        <h1>This link opens nothing any more</h1>
        <p>
          It may be older than 14 days, a newer one may have been sent, or the birth date was wrong three times. If you
          contacted us, we have that, with its time. Ring us, or start again: it takes two minutes.
        </p>
        <div class="buttons">
          <ButtonLink href={askingPaths.ask}>Start again</ButtonLink>
        </div>
      </div>
    </QuestionPage>
  );
}
