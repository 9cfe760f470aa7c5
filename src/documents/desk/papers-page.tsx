// The papers that came in for a case: the picture and beside it what a computer read, the original to save, and a form to add one.
import { sayMoment } from '../../cases/day.ts';
import { deskPaths } from '../../cases/paths.ts';
import { FileField, Form } from '../../kit/forms/form.tsx';
import { summaryOf, type FormState } from '../../kit/forms/answers.ts';
import { BackLink } from '../../kit/html/govuk/back-link.tsx';
import { Button, ButtonLink } from '../../kit/html/govuk/button.tsx';
import { ErrorSummary } from '../../kit/html/govuk/error-summary.tsx';
import { DeskPage } from '../../kit/html/layouts/desk-page.tsx';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import { inFours } from '../../kit/reference.ts';
import { Suggested } from '../suggestion.tsx';
import type { Paper } from '../store.ts';
import { MOST_FILES, uploadRefusalWords } from '../upload.ts';
import { paperPaths } from './paths.ts';

export interface PapersPageProps {
  frame: Frame;
  reference: string;
  papers: readonly (Paper & { readonly isBeingRead: boolean })[];
  form: FormState;
  /** What was kept of the form that was just sent, where not all of it was. */
  kept: string;
  act: string;
}

/** The page. */
export function PapersPage({ frame, reference, papers, form, kept, act }: PapersPageProps) {
  const isWrong = form.errors.length > 0;
  return (
    <DeskPage frame={frame} title={`Papers that came in, ${inFours(reference)}`} current="cases" invalid={isWrong}>
      <BackLink href={deskPaths.case(reference)}>Back to the case</BackLink>
      {isWrong && <ErrorSummary title="There is a problem" description={kept} errorList={summaryOf(form)} />}
      <div class="page-title">
        <p class="eyebrow">{inFours(reference)}</p>
        <h1>Papers that came in</h1>
      </div>
      <div class="stack">
        {papers.map((paper) => (
          <OnePaper reference={reference} paper={paper} />
        ))}
        {papers.length === 0 && (
          <Card>
            <p>No paper has come in yet.</p>
          </Card>
        )}
        <Card id="add" title="Add a paper" flow>
          <Form action={paperPaths.all(reference)} csrf={frame.csrf} act={act} hasFile>
            <FileField
              form={form}
              name="paper"
              label="A photograph or a PDF"
              hint={`At most ${MOST_FILES} files of 15 MB each`}
              accept="image/jpeg,image/png,image/heic,application/pdf"
              multiple
            />
            <Button preventDoubleClick>Add it to the case</Button>
          </Form>
        </Card>
      </div>
    </DeskPage>
  );
}

function OnePaper({ reference, paper }: { reference: string; paper: PapersPageProps['papers'][number] }) {
  const { id, pages, sentAt, hasPicture, suggestion, isBeingRead, state, refused } = paper;
  const came = `Came in at ${sayMoment(sentAt)}`;
  if (state === 'held')
    return (
      <Card id={id} title={came} flow>
        <p>
          <strong>Held until it can be checked for harmful software.</strong> The scanner does not answer just now.
          Nobody can open the paper before that; it counts as sent at the time above.
        </p>
      </Card>
    );
  if (refused)
    return (
      <Card id={id} title={came} flow>
        <p>
          <strong>Not kept.</strong> What the sender was told: “{uploadRefusalWords[refused]}”
        </p>
      </Card>
    );
  return (
    <Card id={id} title={`${came}, ${pages} ${pages === 1 ? 'page' : 'pages'}`} flow>
      <div class={hasPicture ? 'beside' : 'flow'}>
        {hasPicture && <img class="paper-picture" src={paperPaths.picture(reference, id)} alt="The first page" />}
        {suggestion ? (
          <Suggested reading={suggestion} />
        ) : (
          <p class="muted">
            {isBeingRead ? 'It is being read.' : 'Nothing sure could be read from it. Look at it yourself.'}
          </p>
        )}
        <div class="buttons">
          {suggestion && <ButtonLink href={deskPaths.decision(reference)}>Enter what the letter says</ButtonLink>}
          <ButtonLink href={paperPaths.original(reference, id)} classes="govuk-button--secondary">
            Save the original
          </ButtonLink>
        </div>
      </div>
    </Card>
  );
}
