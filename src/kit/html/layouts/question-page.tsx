// One question a page: the way back, how far along, what is wrong, then the question in a card.
import { BackLink } from '../govuk/back-link.tsx';
import { ErrorSummary } from '../govuk/error-summary.tsx';
import { TelLink } from '../link.tsx';
import type { Words } from '../parts.ts';
import type { Frame } from './document.tsx';
import { PublicPage, type PublicNav } from './public-page.tsx';
import { FamilyPage, type FamilyNav } from './family-page.tsx';

export interface Progress {
  /** "Ask for mediation". */
  journey: string;
  /** This part, from 1, and how many there are likely to be. */
  part: number;
  of: number;
  /** "your letter". */
  words?: string;
}

/** Blocks in a row, and the same in words. */
export function ProgressBar({ progress }: { progress: Progress }) {
  const { part, of } = progress;
  return (
    <div class="progress">
      <p class="quiet">
        {progress.journey}
        {progress.journey.endsWith('?') ? ' Part' : ': part'} {part} of {of}
        {progress.words && (
          <>
            , <strong>{progress.words}</strong>
          </>
        )}
      </p>
      <ol aria-hidden="true">
        {Array.from({ length: of }, (_, index) => (
          <li class={index + 1 < part ? 'is-done' : index + 1 === part ? 'is-now' : undefined} />
        ))}
      </ol>
    </div>
  );
}

export interface QuestionPageProps {
  frame: Frame;
  title: string;
  back?: { href: string; words?: string };
  progress?: Progress;
  /** What is wrong, each linked to its field; from `FormState.errors` by `summaryOf`. */
  errors?: readonly { text: string; href: string }[];
  /** The form, which stands in the card. */
  children: Words;
  whyWeAsk?: Words;
  current?: PublicNav;
  /** A signed-in family keeps its own header. */
  signedIn?: FamilyNav;
}

/** A question. Its heading is the legend or label of the field, so it is not repeated here. */
export function QuestionPage(props: QuestionPageProps) {
  const { frame, back, progress, errors = [], whyWeAsk } = props;
  const { service } = frame;
  const inside = (
    <>
      {back && <BackLink href={back.href}>{back.words}</BackLink>}
      {errors.length > 0 && <ErrorSummary title="There is a problem" errorList={errors} />}
      {progress && <ProgressBar progress={progress} />}
      <div class="card">{props.children}</div>
      <div class="after-card">
        {whyWeAsk && (
          <details>
            <summary>Why we ask</summary>
            <p>{whyWeAsk}</p>
          </details>
        )}
        <p>
          Would you rather talk? Ring <TelLink number={service.telephone} />.{' '}
          <span class="keep">{service.openNow}.</span>
        </p>
      </div>
    </>
  );
  const page = { frame, title: props.title, invalid: errors.length > 0 };
  return props.signedIn ? (
    <FamilyPage {...page} current={props.signedIn} main="plain">
      {inside}
    </FamilyPage>
  ) : (
    <PublicPage {...page} current={props.current} isPrivate>
      {inside}
    </PublicPage>
  );
}
