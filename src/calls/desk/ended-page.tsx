// What stands on the screen when a call has ended: what was done, what to say before hanging up, and where it goes on.
import { Temporal } from 'temporal-polyfill';
import { shortMoment } from '../../cases/desk/words.ts';
import { clockWords } from '../../cases/words.ts';
import { deskPaths } from '../../cases/paths.ts';
import type { CasePage } from '../../cases/store.ts';
import { fours } from '../../certificates/number.ts';
import { packPaths } from '../../correspondence/desk/paths.ts';
import { ButtonLink } from '../../kit/html/govuk/button.tsx';
import { SummaryList } from '../../kit/html/govuk/summary-list.tsx';
import { DeskPage } from '../../kit/html/layouts/desk-page.tsx';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import { inFours } from '../../kit/reference.ts';
import { timeInWords } from '../../law/appeal-explanation.ts';
import { dayInWords } from '../../law/day-words.ts';
import { subtractWorkingDays } from '../../law/periods.ts';
import { rulesFor, type Law } from '../../law/versions.ts';
import type { Outcome } from '../call.ts';
import { callPaths } from '../paths.ts';
import type { TypedLine } from '../typed.ts';
import { outcomeWords } from '../words.ts';
import { TypedLines } from './words-of-calls.tsx';

const nextWords: Record<Outcome, string> = {
  'certificate-issued': 'It is on its way by e-mail, with the dates and what to send.',
  'certificate-prepared':
    'Print the pack and post it on the day that it bears: it is issued by being posted. Until then, the date below is theirs.',
  'authority-told': 'The council has 30 days from today.',
  chase: 'The case comes up on the day to ring again.',
  'no-certificate-needed': 'The contact is recorded. The appeal date does not move.',
  'manager-decides':
    'A manager decides about the certificate. They send the appeal now and ask the Tribunal’s permission.',
  'late-not-issued': 'They send the appeal now and ask the Tribunal’s permission.',
  'contact-recorded': 'The contact counts from the moment they rang. What is still open stands in the case.',
  linked: 'Everything goes on in that case.',
  transferred: 'Nothing of it was kept.',
  'nothing-to-record': 'Nothing of it was kept.',
  'never-finished': 'Nobody finished it, so nothing of it was kept.',
};

export interface EndedPageProps {
  readonly frame: Frame;
  readonly outcome: Outcome;
  /** The case it opened, null where it leaves none. */
  readonly found: CasePage | null;
  /** What was typed and stands nowhere else; empty where the case has it, or it was let go. */
  readonly typed: readonly TypedLine[];
  /** When it is let go. */
  readonly letGoAt: string | null;
  readonly today: Temporal.PlainDate;
  readonly law: Law;
  /** How many working days before the last day the service asks families to send an appeal. */
  readonly workingDaysInHand: number;
}

/** The page after a call. */
export function EndedPage(page: EndedPageProps) {
  const { frame, outcome, found } = page;
  return (
    <DeskPage frame={frame} title={`Call ended: ${outcomeWords[outcome]}`} current="calls">
      <div class="stack">
        <div class="page-title">
          <p class="eyebrow">The call has ended</p>
          <h1>{outcomeWords[outcome]}</h1>
        </div>
        <Card id="ended" tone="brand" flow>
          <p>{nextWords[outcome]}</p>
          {(outcome === 'late-not-issued' || outcome === 'manager-decides') && <p>{inWriting(found)}</p>}
          <div class="buttons">
            {outcome === 'certificate-prepared' && <ButtonLink href={packPaths.packs}>Print the pack</ButtonLink>}
            {found && (
              <ButtonLink
                href={deskPaths.case(found.reference)}
                {...(outcome === 'certificate-prepared' ? { classes: 'govuk-button--secondary' } : {})}
              >
                Open the case
              </ButtonLink>
            )}
            <ButtonLink href={callPaths.list} classes="govuk-button--secondary">
              All calls
            </ButtonLink>
          </div>
        </Card>
        <Typed {...page} />
        {found && (
          <Card id="say" title="Say before you hang up">
            <SummaryList rows={rowsOf(found, page)} />
          </Card>
        )}
      </div>
    </DeskPage>
  );
}

/** Whether somebody whose contact was late has it in writing that the appeal goes now. */
function inWriting(found: CasePage | null): string {
  const isWritten = found?.letters.some(
    ({ template }) => template === 'late-contact' || template === 'mediation-information',
  );
  return isWritten
    ? 'We tell them so in writing too, today.'
    : 'There is no safe way to write to them: say it before you hang up.';
}

/** Nothing typed is lost where the case was there already: it stands here, as it was typed, to be written down there. */
function Typed({ typed, letGoAt }: Pick<EndedPageProps, 'typed' | 'letGoAt'>) {
  if (typed.length === 0) return null;
  return (
    <Card id="typed" title="Typed in this call" flow>
      {letGoAt && (
        <p>
          <strong>None of this is in the case yet:</strong> write down there what counts. Whoever works the case sees it
          there too, until it is let go on {shortMoment(letGoAt)}.
        </p>
      )}
      <TypedLines lines={typed} />
    </Card>
  );
}

type Said = readonly [what: string, words: string];

function rowsOf(found: CasePage, page: EndedPageProps): { key: { text: string }; value: { text: string } }[] {
  const [certificate] = found.certificates;
  const rows: readonly Said[] = [
    ['Reference', inFours(found.reference)],
    ...(certificate ? [['Certificate', fours(certificate.number).join(' ')] as const] : []),
    ...found.clocks.flatMap((clock) => datesOf(clock, page)),
  ];
  return rows.map(([key, value]) => ({ key: { text: key }, value: { text: value } }));
}

/** The dates of the family's own: for an appeal two, the day to send it by before the last moment. */
function datesOf(
  clock: CasePage['clocks'][number],
  { today, law, workingDaysInHand }: EndedPageProps,
): readonly Said[] {
  const { kind, owner, state, deadline, started_on: startedOn } = clock;
  if (state !== 'running' || deadline === null || owner !== 'family' || !kind) return [];
  const day = Temporal.PlainDate.from(deadline);
  const what = clockWords[kind] ?? kind;
  if (kind !== 'appeal' || !startedOn) return [[what, dayInWords(day)]];
  const sendBy = subtractWorkingDays(day, workingDaysInHand, law.holidays);
  const { cutOff } = rulesFor(law.rules, Temporal.PlainDate.from(startedOn)).appeal;
  const isAhead = Temporal.PlainDate.compare(today, sendBy) < 0;
  return [
    ['Send the appeal', isAhead ? `by ${dayInWords(sendBy)}` : 'today'],
    [what, `${timeInWords(cutOff)} on ${dayInWords(day)}`],
  ];
}
