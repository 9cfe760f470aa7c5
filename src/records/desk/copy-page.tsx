// The page on which a manager makes a copy of what is held about somebody, or of the whole case.
import { capacityWords } from '../../cases/words.ts';
import { deskPaths } from '../../cases/paths.ts';
import type { PersonOnPage } from '../../cases/store.ts';
import { summaryOf, type FormState } from '../../kit/forms/answers.ts';
import { Form, RadioField } from '../../kit/forms/form.tsx';
import { BackLink } from '../../kit/html/govuk/back-link.tsx';
import { Button } from '../../kit/html/govuk/button.tsx';
import { ErrorSummary } from '../../kit/html/govuk/error-summary.tsx';
import { DeskPage } from '../../kit/html/layouts/desk-page.tsx';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import { inFours } from '../../kit/reference.ts';
import { fullName } from '../../people/person.ts';
import { copyPath } from './paths.ts';

/** What is chosen for everybody in the case at once. */
export const WHOLE_CASE = 'case';

export interface CopyPageProps {
  readonly frame: Frame;
  readonly reference: string;
  readonly people: readonly Pick<PersonOnPage, 'participation_id' | 'capacity' | 'first_names' | 'last_name'>[];
  readonly form: FormState;
  readonly act: string;
}

/** The page. */
export function CopyPage({ frame, reference, people, form, act }: CopyPageProps) {
  const isWrong = form.errors.length > 0;
  return (
    <DeskPage frame={frame} title={`Copy what we hold, ${inFours(reference)}`} current="cases" invalid={isWrong}>
      <BackLink href={deskPaths.case(reference)}>Back to the case</BackLink>
      {isWrong && <ErrorSummary title="There is a problem" errorList={summaryOf(form)} />}
      <div class="page-title">
        <p class="eyebrow">{inFours(reference)}</p>
        <h1>Copy what we hold</h1>
      </div>
      <Card id="copy" flow>
        <p>
          Somebody may ask for everything we hold about them, and has it within a month. The copy holds their own words,
          papers and history, and nothing that other people told us.
        </p>
        <Form action={copyPath(reference)} csrf={frame.csrf} act={act}>
          <RadioField
            form={form}
            name="whose"
            label="Whose copy is it?"
            options={[
              ...people.map((person) => ({
                value: person.participation_id,
                label: `${fullName({ firstNames: person.first_names, lastName: person.last_name }) || 'No name'}, ${capacityWords[person.capacity] ?? person.capacity}`,
              })),
              {
                value: WHOLE_CASE,
                label: 'The whole case',
                hint: 'Everybody’s confidential words are in it: for a court or the next service, never for a family.',
              },
            ]}
          />
          <Button>Make the copy</Button>
        </Form>
        <p class="muted">
          It is noted who made it. Notes about the case as a whole are not in a person’s copy: read them first, and add
          what may be shared.
        </p>
      </Card>
    </DeskPage>
  );
}
