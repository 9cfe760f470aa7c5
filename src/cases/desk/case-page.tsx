// The page of a case: how people may safely be reached, the clocks, what may lawfully be done next and what may not, people, papers, letters, what has happened.
import { WordsOfCallsCard } from '../../calls/desk/words-of-calls.tsx';
import type { WordsOfCall } from '../../calls/kept-words.ts';
import { DeskPage } from '../../kit/html/layouts/desk-page.tsx';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import { ButtonLink } from '../../kit/html/govuk/button.tsx';
import { NotificationBanner } from '../../kit/html/govuk/notification-banner.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import { Acts, CaseHead } from '../../kit/html/pieces/case-parts.tsx';
import { Timeline } from '../../kit/html/pieces/progress.tsx';
import { inFours } from '../../kit/reference.ts';
import { rulesFor } from '../../law/versions.ts';
import { Temporal } from 'temporal-polyfill';
import { fullName } from '../../people/person.ts';
import { deskPaths } from '../paths.ts';
import type { TimelineEntry } from '../store.ts';
import { capacityWords, decisionWords, roadWords, stageWords } from '../words.ts';
import { actsOf } from './acts.ts';
import type { CaseView } from './case-view.ts';
import { ClocksCard } from './clocks.tsx';
import { HeldNotice } from './held-notice.tsx';
import { LettersCard, PapersCard, WordsCard } from './papers.tsx';
import { PeopleCard, SafeContactOf } from './people.tsx';
import { ageOn, nameAtDesk, shortMoment } from './words.ts';

export interface CasePageProps {
  readonly frame: Frame;
  readonly view: CaseView;
  /** The newest lines; one more than is shown means that there are more. */
  readonly timeline: readonly TimelineEntry[];
  /** What was said in calls that went on in this case, and stands nowhere in it. */
  readonly calls: readonly WordsOfCall[];
  /** What was just done on another page. */
  readonly done?: string | undefined;
  /** What the adviser should know and check; nothing here ever stops anything. */
  readonly warnings: readonly string[];
}

/** How many lines of the timeline stand on the page. */
export const LINES = 12;

/** The page. Its title is the reference, because it stands in the history of a browser that others may use. */
export function CasePage({ frame, view, timeline, calls, done, warnings }: CasePageProps) {
  const { page, holders, decision } = view;
  const { reference } = page;
  const sentOn = Temporal.PlainDate.from(decision?.sent ?? decision?.dated ?? page.contact_on);
  return (
    <DeskPage frame={frame} title={inFours(reference)} current="cases">
      {done && <NotificationBanner type="success" text={done} />}
      <CaseHead
        reference={inFours(reference)}
        title={titleOf(view)}
        buttons={
          <>
            <ButtonLink href={deskPaths.decision(reference)} classes="govuk-button--secondary">
              Change the decision
            </ButtonLink>
            <ButtonLink href={deskPaths.child(reference)} classes="govuk-button--secondary">
              Change the child’s details
            </ButtonLink>
          </>
        }
        facts={factsOf(view)}
      />
      <div class="stack">
        {holders.map((holder) => (
          <SafeContactOf view={view} holder={holder} />
        ))}
        {page.people.map((person) => (
          <HeldNotice view={view} person={person} />
        ))}
        {holders.map((holder) => (
          <ClocksCard view={view} holder={holder} isOnly={holders.length === 1} />
        ))}
        <div class="columns case">
          <div class="stack">
            <Card
              id="next"
              flush
              title="What may lawfully be done next"
              beside={
                <a href={deskPaths.dates(reference)}>The rules used, {rulesFor(view.law.rules, sentOn).version}</a>
              }
            >
              <Acts {...actsOf(view)} />
            </Card>
            <WordsOfCallsCard calls={calls} />
            <PeopleCard view={view} />
            <PapersCard view={view} />
            <LettersCard view={view} />
            <WordsCard view={view} />
          </div>
          <div class="stack">
            {warnings.length > 0 && (
              <Card id="check" tone="glow" title="Please check" flow>
                <ul class="plain-list">
                  {warnings.map((warning) => (
                    <li>{warning}</li>
                  ))}
                </ul>
              </Card>
            )}
            <Happened view={view} timeline={timeline} />
          </div>
        </div>
      </div>
    </DeskPage>
  );
}

function titleOf({ page, today, holders }: CaseView): string {
  const { child } = page;
  const name = child && fullName({ firstNames: child.first_names, lastName: child.last_name });
  if (!name) return holders.some(({ person }) => person.erased_at !== null) ? 'Erased' : 'No name yet';
  return child.born ? `${name}, ${ageOn(child.born, today)}` : name;
}

function factsOf({ page, holders, decision, who }: CaseView) {
  const { reference } = page;
  const sections = decision?.sections.length
    ? `, section${decision.sections.length > 1 ? 's' : ''} ${decision.sections.join(', ')}`
    : '';
  return [
    {
      what: holders.length > 1 ? 'Right-holders, each on their own' : 'Right-holder',
      is: holders.length
        ? holders
            .map(({ person }) => `${nameAtDesk(person)}, ${capacityWords[person.capacity] ?? person.capacity}`)
            .join('; ')
        : 'Nobody yet',
    },
    { what: 'Decision', is: `${decisionWords[decision?.kind ?? 'unknown'] ?? ''}${sections}` },
    {
      what: 'Road',
      is: (
        <>
          {roadWords[page.road]}{' '}
          <a class="muted small" href={`${deskPaths.dates(reference)}#road`}>
            Why?
          </a>
        </>
      ),
    },
    { what: 'Stage', is: stageWords[page.stage] ?? page.stage },
    {
      what: 'Council',
      is: (
        <>
          {page.authority_name ?? 'Not named yet'}{' '}
          <a class="muted small" href={deskPaths.authority(reference)}>
            Change<span class="govuk-visually-hidden"> the council</span>
          </a>
        </>
      ),
    },
    {
      what: 'Owner',
      is: (
        <>
          {page.owner_account_id === who.accountId ? 'You' : (page.owner_name ?? 'Nobody')}{' '}
          <a class="muted small" href={deskPaths.owner(reference)}>
            Change<span class="govuk-visually-hidden"> the owner</span>
          </a>
        </>
      ),
    },
  ];
}

/** What has happened, as the desk reads it; the same letter to several addresses of one person is one line that counts them. */
export function linesOf(timeline: readonly TimelineEntry[], { page, holders, who }: CaseView) {
  const { people, certificates, letters } = page;
  const whose = (about: string | null) => {
    const part = certificates.find(({ id }) => id === about)?.participation_id ?? about;
    const personId = letters.find(({ id }) => id === about)?.person_id;
    return people.find((one) => one.participation_id === part || one.person_id === personId);
  };
  const lines = timeline.map((entry) => {
    const { at, by, seat, about } = entry;
    const person = holders.length > 1 && about !== null ? whose(about) : undefined;
    const actor = by === null ? unnamed[seat] : by === who.name ? 'you' : by;
    const when = [shortMoment(at), person && `about ${nameAtDesk(person)}`, actor].filter(Boolean).join(' · ');
    return { isLetter: entry.code.startsWith('letter-'), what: entry.sentence, when };
  });
  return inOneLine(lines).map(({ what, when, times }) => ({
    what: times > 1 ? `${what} ${times} letters.` : what,
    when,
  }));
}

interface Line {
  readonly isLetter: boolean;
  readonly what: string;
  readonly when: string;
}

/** Puts what says the same of a letter, of and by the same person and in the same minute, in one line, with how many they are. */
function inOneLine(lines: readonly Line[]): (Line & { times: number })[] {
  const counted: (Line & { times: number })[] = [];
  for (const line of lines) {
    const same = counted.findLast((one) => one.isLetter && one.what === line.what && one.when === line.when);
    if (same && line.isLetter) same.times += 1;
    else counted.push({ ...line, times: 1 });
  }
  return counted;
}

/** How a line names whoever did it without a name at the desk. */
const unnamed: Readonly<Record<TimelineEntry['seat'], string>> = {
  staff: 'a colleague',
  family: 'on their own page',
  visitor: 'on the public form',
  system: 'by itself',
};

function Happened({ view, timeline }: { view: CaseView; timeline: readonly TimelineEntry[] }) {
  const all = deskPaths.history(view.page.reference);
  return (
    <Card
      id="happened"
      title="What has happened"
      flow
      beside={timeline.length > LINES ? <a href={all}>All</a> : undefined}
    >
      <Timeline entries={linesOf(timeline, view).slice(0, LINES)} />
    </Card>
  );
}
