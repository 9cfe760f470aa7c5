// The letter: add it, wait while it is read, and confirm what a computer thinks it says.
import { DateField, FileField, Form, RadioField } from '../../kit/forms/form.tsx';
import { summaryOf, type FormState } from '../../kit/forms/answers.ts';
import { Button, ButtonLink } from '../../kit/html/govuk/button.tsx';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import { QuestionPage } from '../../kit/html/layouts/question-page.tsx';
import { Suggested } from '../../documents/suggestion.tsx';
import type { Paper } from '../../documents/store.ts';
import { MOST_FILES, uploadRefusalWords } from '../../documents/upload.ts';
import { askingPaths } from '../paths.ts';

export interface LetterPageProps {
  frame: Frame;
  form: FormState;
  /** What was kept of the form that was just sent, where not all of it was. */
  kept: string;
  act: string;
  papers: readonly Paper[];
  /** A paper is being read: the page looks again by itself. */
  isReading: boolean;
}

/** The page. */
export function LetterPage({ frame, form, kept, act, papers, isReading }: LetterPageProps) {
  const [newest] = papers;
  const here = papers.filter(({ refused }) => refused === null);
  const isHeld = newest?.state === 'held';
  return (
    <QuestionPage
      frame={frame}
      title="Your letter"
      back={{ href: askingPaths.question('letter') }}
      errors={summaryOf(form)}
      whyWeAsk="We read the date, the council and the decision from it, and nothing else. Advisers can open it; the council cannot. The place where a photograph was taken is removed."
    >
      <div class="flow">
        <h1>Your letter</h1>
        {kept && <p role="status">{kept}</p>}
        {newest?.refused && (
          <p role="status">
            <strong>We could not keep what you sent.</strong> {uploadRefusalWords[newest.refused]}
          </p>
        )}
        {here.length > 0 && (
          <p role="status">
            <strong>We have your letter.</strong> {here.length > 1 && `${here.length} files came.`}{' '}
            {isReading && 'We are reading it. That takes a few seconds, and this page looks again by itself.'}
            {isHeld &&
              'We have to check it for harmful software before we open it. That takes longer just now. You need not wait for it.'}
          </p>
        )}
        {newest && !isReading && !isHeld && !newest.refused && <Confirm frame={frame} form={form} paper={newest} />}
        <Form action={askingPaths.letter} csrf={frame.csrf} act={act} hasFile class="question after">
          {here.length > 0 && <h2>Add another page</h2>}
          <FileField
            form={form}
            name="letter"
            label="A photograph or a PDF"
            hint={`The first page is enough. At most ${MOST_FILES} files of 15 MB each`}
            accept="image/jpeg,image/png,image/heic,application/pdf"
            multiple
          />
          <div class="buttons">
            <Button preventDoubleClick classes={here.length > 0 ? 'govuk-button--secondary' : undefined}>
              {here.length > 0 ? 'Send this page too' : 'Send the letter'}
            </Button>
            {(here.length === 0 || isReading || isHeld) && (
              <ButtonLink href={askingPaths.more} classes="govuk-button--secondary">
                {here.length > 0 ? 'Go on meanwhile' : 'Go on without it'}
              </ButtonLink>
            )}
          </div>
        </Form>
      </div>
    </QuestionPage>
  );
}

function Confirm({ frame, form, paper }: { frame: Frame; form: FormState; paper: Paper }) {
  const { suggestion } = paper;
  return (
    <div class={paper.hasPicture ? 'beside' : 'flow'}>
      {paper.hasPicture && (
        <figure class="letter">
          <img class="paper-picture" src={askingPaths.picture(paper.id)} alt="The first page of your letter" />
          <figcaption>
            <a href={askingPaths.picture(paper.id)}>Look at it larger</a>
          </figcaption>
        </figure>
      )}
      {suggestion ? (
        <Suggested reading={suggestion} />
      ) : (
        <p>We could not read it well enough. Please look at the letter, and type its date.</p>
      )}
      <Form action={askingPaths.letterSays} csrf={frame.csrf} class="question">
        <input type="hidden" name="paper" value={paper.id} />
        {suggestion && (
          <RadioField
            form={form}
            name="right"
            label="Is that right?"
            options={[
              { value: 'yes', label: 'Yes, that is what it says' },
              { value: 'no', label: 'No, something is different' },
            ]}
          />
        )}
        <DateField
          form={form}
          name="printed"
          label={suggestion ? 'If the date is different, what is it?' : 'What date is printed on the letter?'}
        />
        <div class="buttons">
          <Button>Go on</Button>
        </div>
      </Form>
    </div>
  );
}
