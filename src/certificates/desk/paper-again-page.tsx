// The page of a paper that could not be made: what it is, what waits for it, and trying again.
import { shortMoment } from '../../cases/desk/words.ts';
import { deskPaths } from '../../cases/paths.ts';
import { Form } from '../../kit/forms/form.tsx';
import { BackLink } from '../../kit/html/govuk/back-link.tsx';
import { Button } from '../../kit/html/govuk/button.tsx';
import { ErrorSummary } from '../../kit/html/govuk/error-summary.tsx';
import { DeskPage } from '../../kit/html/layouts/desk-page.tsx';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import { inFours } from '../../kit/reference.ts';
import type { PaperNotMade } from '../store.ts';
import { certificatePaths } from './paths.ts';

const kindWords: Record<PaperNotMade['kind'], string> = {
  certificate: 'Certificate',
  'covering-letter': 'Covering letter',
  'address-sheet': 'Address sheet',
  letter: 'Letter',
};

/** Says why, as far as somebody at the desk can do something about it. */
function whyNot({ failure, isTriedByItself }: PaperNotMade): string {
  if (failure === 'LetterNotInFonts')
    return 'A name or an address in it holds a letter that our typefaces do not have.';
  if (isTriedByItself) return 'The maker of papers did not answer. It is also tried again by itself, later and later.';
  return 'Its template does not work with what it was given. Nobody here can mend that: tell whoever looks after the program.';
}

/** The page. */
export function PaperAgainPage({
  frame,
  paper,
  act,
  failedAgain = false,
}: {
  frame: Frame;
  paper: PaperNotMade;
  act: string;
  failedAgain?: boolean;
}) {
  return (
    <DeskPage
      frame={frame}
      title={`A paper that could not be made, ${inFours(paper.reference)}`}
      current="today"
      invalid={failedAgain}
    >
      <BackLink href={deskPaths.case(paper.reference)}>Back to the case</BackLink>
      {failedAgain && (
        <ErrorSummary
          title="It could not be made again"
          errorList={[{ text: 'Read below why, and what can be done.', href: '#paper' }]}
        />
      )}
      <div class="page-title">
        <h1>A paper that could not be made</h1>
      </div>
      <Card id="paper" flow>
        <p>
          <strong>
            {kindWords[paper.kind]}
            {paper.format === 'large-print' && ', large print'}
          </strong>
          , wanted {shortMoment(paper.wantedAt)}.
        </p>
        <p>{whyNot(paper)}</p>
        <p>Until it is made, the letter that carries it does not go.</p>
        <Form action={certificatePaths.paperAgain(paper.id)} csrf={frame.csrf} act={act}>
          <div class="buttons">
            <Button preventDoubleClick>Try again now</Button>
            <a href={deskPaths.case(paper.reference)}>Open the case</a>
          </div>
        </Form>
      </Card>
    </DeskPage>
  );
}
