// The answers that came through the form and wait beside a case, each accepted or set aside with one press.
import { Form } from '../../kit/forms/form.tsx';
import { BackLink } from '../../kit/html/govuk/back-link.tsx';
import { Button } from '../../kit/html/govuk/button.tsx';
import { ErrorSummary } from '../../kit/html/govuk/error-summary.tsx';
import { DeskPage } from '../../kit/html/layouts/desk-page.tsx';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import { deskPaths } from '../../cases/paths.ts';
import { paperPaths } from '../../documents/desk/paths.ts';
import { inFours } from '../../kit/reference.ts';
import type { StoredOffer } from '../offer-store.ts';
import { offerPaths } from './paths.ts';
import { aboutWords, linesOf } from './words.ts';

export interface OffersPageProps {
  frame: Frame;
  reference: string;
  /** The newest paper with a picture, which stands beside the decision; null without one. */
  letter: string | null;
  offers: readonly { offer: StoredOffer; act: string }[];
  wrong?: { offerId: string; says: string };
}

/** The page. */
export function OffersPage({ frame, reference, letter, offers, wrong }: OffersPageProps) {
  return (
    <DeskPage
      frame={frame}
      title={`Answers from the form, ${inFours(reference)}`}
      current="cases"
      {...(wrong ? { invalid: true } : {})}
    >
      <BackLink href={deskPaths.case(reference)}>Back to the case</BackLink>
      {wrong && (
        <ErrorSummary title="There is a problem" errorList={[{ text: wrong.says, href: `#${wrong.offerId}` }]} />
      )}
      <div class="page-title">
        <p class="eyebrow">{inFours(reference)}</p>
        <h1>Answers from the form</h1>
      </div>
      <div class="stack">
        {offers.length === 0 && (
          <Card>
            <p>Nothing waits here. What was accepted stands in the case.</p>
          </Card>
        )}
        {offers.map(({ offer, act }) => (
          <OneOffer frame={frame} reference={reference} letter={letter} offer={offer} act={act} />
        ))}
      </div>
    </DeskPage>
  );
}

type OneOfferProps = Pick<OffersPageProps, 'frame' | 'reference' | 'letter'> & OffersPageProps['offers'][number];

function OneOffer({ frame, reference, letter, offer, act }: OneOfferProps) {
  const { title, accept } = aboutWords[offer.about];
  const beside = offer.about === 'decision' ? letter : null;
  return (
    <Card id={offer.id} title={title} flow>
      {beside && (
        <p>
          <a href={paperPaths.all(reference)}>
            <img
              class="paper-picture"
              src={paperPaths.picture(reference, beside)}
              alt="The first page of the letter. Opens all papers."
            />
          </a>
        </p>
      )}
      {linesOf(offer).map((line) => (
        <p class="as-typed" dir="auto">
          {line}
        </p>
      ))}
      <Form action={offerPaths.one(reference, offer.id)} csrf={frame.csrf} act={act} class="buttons">
        {beside && (
          <Button name="take" value="letter" preventDoubleClick>
            The letter says so: put it in the case
          </Button>
        )}
        <Button name="take" value="yes" preventDoubleClick classes={beside ? 'govuk-button--secondary' : undefined}>
          {beside ? 'I cannot tell: put it in the case' : accept}
        </Button>
        <Button name="take" value="no" classes="govuk-button--secondary">
          Set it aside
        </Button>
      </Form>
    </Card>
  );
}
