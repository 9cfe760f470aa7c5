// A family's page about its own case: where it stands, the one next step, the dates with their reasons, the papers, what has happened.
import type { Frame } from '../../kit/html/layouts/document.tsx';
import { FamilyPage } from '../../kit/html/layouts/family-page.tsx';
import { ButtonLink } from '../../kit/html/govuk/button.tsx';
import { NotificationBanner } from '../../kit/html/govuk/notification-banner.tsx';
import { TelLink } from '../../kit/html/link.tsx';
import { PrintButton } from '../../kit/html/pieces/buttons.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import { PaperList } from '../../kit/html/pieces/papers.tsx';
import { Steps, Timeline } from '../../kit/html/pieces/progress.tsx';
import { inFours } from '../../kit/reference.ts';
import { fullName } from '../../people/person.ts';
import type { TimelineEntry } from '../store.ts';
import { MyDatesCard } from './dates-card.tsx';
import { MindCard } from './mind-card.tsx';
import { NextStepCard } from './next-step-card.tsx';
import { nextStepOf } from './next-step.ts';
import { familyPaths } from './paths.ts';
import { papersOf } from './papers.ts';
import type { MyCase } from './read-my-case.ts';
import { stepsOf } from './steps.ts';
import { headingOf, momentInWords } from './words.ts';

/** What was just done on another page, to be said once at the top of this one. */
export const doneWords = {
  'no-mediation': 'We have written down that you do not want mediation. This page shows what happens next.',
  'safe-word': 'Your safe word is set. We ask for it when you ring us. Nobody here can read it.',
  mediation: 'We have written down that you would like mediation. We will ring you to agree what we tell the council.',
} as const;
export type DoneCode = keyof typeof doneWords;

export interface CasePageProps {
  readonly frame: Frame;
  readonly mine: MyCase;
  readonly timeline: readonly TimelineEntry[];
  readonly done?: DoneCode | undefined;
}

/** How much of the timeline stands open; what is earlier opens on request. */
const OPEN_LINES = 8;

/** The page. Its title names nobody, because it stands in the history of a browser that others may use. */
export function CasePage({ frame, mine, timeline, done }: CasePageProps) {
  const next = nextStepOf(mine);
  return (
    <FamilyPage frame={frame} title="My case" current="case">
      {done && <NotificationBanner type="success" text={doneWords[done]} />}
      <div class="page-title">
        <h1>{headingOf(mine)}</h1>
        <p class="quiet">
          Your reference is <span class="keep">{inFours(mine.reference)}</span>
        </p>
      </div>
      <Card id="now" title="Where you are now" flow>
        <Steps steps={stepsOf(mine)} />
      </Card>
      <div class="pair two-thirds">
        <div class="stack">
          <NextStepCard step={next} service={frame.service} />
          <MyDatesCard mine={mine} inTheTeal={next.dates !== undefined} />
          <MindCard mine={mine} />
          <Happened entries={timeline} />
        </div>
        <div class="stack">
          <Documents mine={mine} />
          <Involved mine={mine} service={frame.service.name} />
          <NeedAHand service={frame.service} />
        </div>
      </div>
    </FamilyPage>
  );
}

function Happened({ entries }: { entries: readonly TimelineEntry[] }) {
  const lines = entries.map(({ sentence, at }) => ({ what: sentence, when: momentInWords(at) }));
  const earlier = lines.slice(OPEN_LINES);
  return (
    <Card id="happened" title="What has happened so far" flow>
      {lines.length === 0 ? <p>Nothing yet.</p> : <Timeline entries={lines.slice(0, OPEN_LINES)} />}
      {earlier.length > 0 && (
        <details>
          <summary>What happened before that</summary>
          <Timeline entries={earlier} />
        </details>
      )}
    </Card>
  );
}

function Documents({ mine }: { mine: MyCase }) {
  const papers = papersOf(mine);
  return (
    <Card id="papers" title="Documents" flow>
      {papers.length === 0 ? (
        <p>There are no documents yet. You find them here as soon as there are.</p>
      ) : (
        <PaperList papers={papers} />
      )}
    </Card>
  );
}

function Involved({ mine, service }: { mine: MyCase; service: string }) {
  const isYoungPerson = mine.capacity === 'young-person';
  const isParent =
    mine.right_holder && (mine.capacity === 'parent' || mine.capacity === 'other-parental-responsibility');
  const people = [
    ['You', fullName({ firstNames: mine.first_names, lastName: mine.last_name })],
    ...(mine.child && !isYoungPerson
      ? [[isParent ? 'Your child' : 'The child or young person', mine.child.known_as || mine.child.first_names]]
      : []),
    ['Council', mine.authority],
    ['School or college', mine.child?.school],
    ['Mediation service', service],
  ].filter((one): one is [string, string] => !!one[1]?.trim());
  return (
    <Card id="people" title="Who is involved" flow>
      <dl class="people-list">
        {people.map(([who, name]) => (
          <div>
            <dt>{who}</dt>
            <dd>{name}</dd>
          </div>
        ))}
      </dl>
      <p class="quiet">This page is yours alone. Everybody who takes part sees only what is theirs.</p>
      <p>
        <a href={familyPaths.details}>What we hold about you</a>
      </p>
      {mine.right_holder && (
        <p>
          <a href={familyPaths.safeWord(mine.reference)}>Set a safe word for when you ring us</a>
        </p>
      )}
    </Card>
  );
}

function NeedAHand({ service }: { service: Frame['service'] }) {
  return (
    <Card id="hand" title="Need a hand?" tone="soft" flow>
      <p>
        Call us on <TelLink number={service.telephone} />. {service.hours}. {service.openNow}.
      </p>
      <p>You can ask for large print, Easy Read, an interpreter, or somebody to fill in forms with you.</p>
      <div class="buttons">
        <PrintButton />
      </div>
    </Card>
  );
}

/** The list for somebody who takes part in several cases, or in none. */
export function CaseListPage({
  frame,
  cases,
}: {
  frame: Frame;
  cases: readonly { readonly reference: string; readonly heading: string; readonly isClosed: boolean }[];
}) {
  return (
    <FamilyPage frame={frame} title="My cases" current="case">
      <div class="page-title">
        <h1>{cases.length === 0 ? 'You have no open page' : 'My cases'}</h1>
      </div>
      {cases.length === 0 && (
        <Card>
          <p>
            There is no case that you can open now. If you think that is wrong, ring us on{' '}
            <TelLink number={frame.service.telephone} />.
          </p>
        </Card>
      )}
      {cases.map(({ reference, heading, isClosed }) => (
        <Card title={heading} flow>
          <p class="quiet">
            Reference {inFours(reference)}
            {isClosed && '. Closed'}
          </p>
          <div class="buttons">
            <ButtonLink href={familyPaths.case(reference)}>
              Open{' '}
              <span class="govuk-visually-hidden">
                {heading}, reference {inFours(reference)}
              </span>
            </ButtonLink>
          </div>
        </Card>
      ))}
    </FamilyPage>
  );
}
