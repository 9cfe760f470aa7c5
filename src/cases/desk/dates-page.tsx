// Why each date of a case is that date: the whole working of every clock, and why the case is on its road.
import { Temporal } from 'temporal-polyfill';
import { WhyAnswer } from '../../dates/why-this-date.tsx';
import { BackLink } from '../../kit/html/govuk/back-link.tsx';
import { DeskPage } from '../../kit/html/layouts/desk-page.tsx';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import { inFours } from '../../kit/reference.ts';
import { dayInWords } from '../../law/day-words.ts';
import type { Clock } from '../../law/clock.ts';
import { findRoute } from '../../law/route.ts';
import type { Section } from '../../law/decisions.ts';
import { deskPaths } from '../paths.ts';
import { clockWords, decisionWords, roadWords } from '../words.ts';
import type { CaseView, HolderView } from './case-view.ts';

/** The page. Each date has an anchor of its own, which the lists link to. */
export function DatesPage({ frame, view }: { frame: Frame; view: CaseView }) {
  const { page, holders } = view;
  const { reference } = page;
  return (
    <DeskPage frame={frame} title={`${inFours(reference)}: why these dates`} current="cases">
      <BackLink href={deskPaths.case(reference)}>Back to the case</BackLink>
      <div class="page-title">
        <p class="eyebrow">{inFours(reference)}</p>
        <h1>Why these dates</h1>
      </div>
      <div class="stack">
        <Road view={view} />
        {holders.map((holder) => (
          <Holder holder={holder} isOnly={holders.length === 1} />
        ))}
      </div>
    </DeskPage>
  );
}

function Road({ view: { page, decision } }: { view: CaseView }) {
  const sent = decision?.sent ?? decision?.dated;
  const route =
    decision && decision.kind !== 'unknown'
      ? findRoute({
          about: 'decision',
          decision: decision.kind === 'plan-made' ? null : decision.kind,
          sections: decision.sections as Section[],
          health: page.health_scope !== 'none',
          decisionSentOn: sent ? Temporal.PlainDate.from(sent) : null,
        })
      : null;
  return (
    <Card id="road" title={`Road: ${roadWords[page.road]}`} flow>
      <p>
        The decision is: {decisionWords[decision?.kind ?? 'unknown']}
        {decision?.sections.length
          ? `, section${decision.sections.length > 1 ? 's' : ''} ${decision.sections.join(', ')}`
          : ''}
        .
      </p>
      {route ? (
        <>
          <p>
            {route.why} <span class="muted">{route.citation}.</span>
          </p>
          <p>
            {route.certificate.why} <span class="muted">{route.certificate.citation}.</span>
          </p>
          {route.alsoKnow.length > 0 && (
            <ul>
              {route.alsoKnow.map((words) => (
                <li>{words}</li>
              ))}
            </ul>
          )}
        </>
      ) : (
        <p>The road is found as soon as the decision in the letter is known.</p>
      )}
    </Card>
  );
}

function Holder({ holder, isOnly }: { holder: HolderView; isOnly: boolean }) {
  return (
    <>
      {!isOnly && <h2>Dates of {holder.called}</h2>}
      {holder.clocks.map((clock) => (
        <ClockWhy clock={clock} id={isOnly ? clock.kind : `${clock.kind}-${holder.participationId}`} />
      ))}
    </>
  );
}

const stateWords: Record<Clock['state'], string> = {
  'not-started': 'Not yet started.',
  running: 'Running.',
  met: 'Done.',
  void: 'No longer counts.',
};

function ClockWhy({ clock, id }: { clock: Clock; id: string }) {
  const { answer } = clock;
  return (
    <Card id={id} title={clockWords[clock.kind] ?? clock.kind.replaceAll('-', ' ')} flow>
      <p>
        {answer?.deadline && <strong>{dayInWords(answer.deadline)}. </strong>}
        {stateWords[clock.state]} {clock.why}
        {clock.metOn && ` It was done on ${dayInWords(clock.metOn)}.`}
        {clock.late && ' Late.'}
      </p>
      {answer?.safeBy && answer.deadline && !answer.safeBy.equals(answer.deadline) && (
        <p>Safe on every reading, and a working day: {dayInWords(answer.safeBy)}.</p>
      )}
      {answer && <WhyAnswer answer={answer} open />}
    </Card>
  );
}
