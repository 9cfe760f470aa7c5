// The lists of letters that wait for a person: packs to post, and letters gone wrong.
import type { ComponentChildren } from 'preact';
import { shortIso, shortMoment } from '../../cases/desk/words.ts';
import { deskPaths } from '../../cases/paths.ts';
import type { LetterLine } from '../../certificates/store.ts';
import { BackLink } from '../../kit/html/govuk/back-link.tsx';
import { ButtonLink } from '../../kit/html/govuk/button.tsx';
import { NotificationBanner } from '../../kit/html/govuk/notification-banner.tsx';
import { DeskPage } from '../../kit/html/layouts/desk-page.tsx';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import { inFours } from '../../kit/reference.ts';
import { called, sayFailure } from '../words.ts';
import { packPaths } from './paths.ts';

interface ListProps {
  readonly frame: Frame;
  readonly lines: readonly LetterLine[];
  readonly done?: string | undefined;
}

/** The packs that wait for the post. */
export function PacksPage({ frame, lines, done, today }: ListProps & { readonly today: string }) {
  return (
    <LettersPage
      {...{ frame, lines, done }}
      title="Packs to post"
      intro="A certificate in a pack is issued on the day it is really posted, which must be the day it bears."
      empty="Nothing waits for the post."
      third={{
        title: 'Dated',
        of: ({ certificate, heldUntil, isForEarlierAddress }) =>
          isForEarlierAddress
            ? 'made for an earlier address'
            : heldUntil
              ? `waits until ${shortMoment(heldUntil)}`
              : certificate && certificate.state === 'prepared'
                ? certificate.dated === today
                  ? 'today'
                  : `${shortIso(certificate.dated)}${(certificate.dated ?? '') < today ? ': date it again' : ''}`
                : 'any day',
      }}
      button={{ words: 'Open', href: packPaths.pack }}
    />
  );
}

/** The letters that could not be delivered. */
export function GoneWrongPage({ frame, lines, done }: ListProps) {
  return (
    <LettersPage
      {...{ frame, lines, done }}
      title="Letters gone wrong"
      intro="Each stays here until it went again, or somebody saw to it in another way."
      empty="No letter went wrong."
      third={{ title: 'What happened', of: ({ failure }) => sayFailure(failure) }}
      button={{ words: 'Put it right', href: packPaths.wrong }}
    />
  );
}

function LettersPage({
  frame,
  lines,
  done,
  title,
  intro,
  empty,
  third,
  button,
}: ListProps & {
  readonly title: string;
  readonly intro: string;
  readonly empty: string;
  readonly third: { readonly title: string; readonly of: (line: LetterLine) => ComponentChildren };
  readonly button: { readonly words: string; readonly href: (id: string) => string };
}) {
  return (
    <DeskPage frame={frame} title={title} current="today">
      <BackLink href={deskPaths.today}>Back to today</BackLink>
      {done && <NotificationBanner type="success" text={done} />}
      <div class="page-title">
        <h1>{title}</h1>
        <p class="muted">{intro}</p>
      </div>
      <Card flush>
        {lines.length === 0 ? (
          <p class="pad">{empty}</p>
        ) : (
          <table class="table table--rows">
            <caption class="govuk-visually-hidden">{title}, the oldest first</caption>
            <thead>
              <tr>
                <th scope="col">Letter</th>
                <th scope="col">To</th>
                <th scope="col">{third.title}</th>
                <th scope="col">Case</th>
                <th scope="col">
                  <span class="govuk-visually-hidden">Next</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr>
                  <th scope="row">
                    {called(line.template)}
                    {line.format === 'large-print' && ', large print'}
                    <br />
                    <span class="muted small">{shortMoment(line.queuedAt)}</span>
                  </th>
                  <td>{line.toAddress}</td>
                  <td>{third.of(line)}</td>
                  <td class="nowrap">
                    {line.caseReference && (
                      <a href={deskPaths.case(line.caseReference)}>{inFours(line.caseReference)}</a>
                    )}
                  </td>
                  <td>
                    <ButtonLink href={button.href(line.id)} classes="govuk-button--secondary">
                      {button.words}
                      <span class="govuk-visually-hidden">
                        : {called(line.template)} to {line.toAddress}
                      </span>
                    </ButtonLink>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Card>
    </DeskPage>
  );
}
