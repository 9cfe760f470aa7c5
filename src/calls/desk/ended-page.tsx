// What stands on the screen when a call has ended: what was done, what to say before hanging up, and where it goes on.
import { Temporal } from 'temporal-polyfill';
import { clockWords } from '../../cases/words.ts';
import { deskPaths } from '../../cases/paths.ts';
import type { CasePage } from '../../cases/store.ts';
import { fours } from '../../certificates/number.ts';
import { ButtonLink } from '../../kit/html/govuk/button.tsx';
import { SummaryList } from '../../kit/html/govuk/summary-list.tsx';
import { DeskPage } from '../../kit/html/layouts/desk-page.tsx';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import { inFours } from '../../kit/reference.ts';
import { dayInWords } from '../../law/day-words.ts';
import type { Outcome } from '../call.ts';
import { callPaths } from '../paths.ts';
import { outcomeWords } from '../words.ts';

const nextWords: Record<Outcome, string> = {
  'certificate-issued': 'It is on its way by e-mail, with the dates and what to send.',
  'certificate-prepared':
    'Print the pack and post it today: its date is the day it is really posted. Until then, the date below is theirs.',
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

/** The page after a call. `found` is the case it opened, null where it leaves none. */
export function EndedPage({ frame, outcome, found }: { frame: Frame; outcome: Outcome; found: CasePage | null }) {
  return (
    <DeskPage frame={frame} title={`Call ended: ${outcomeWords[outcome]}`} current="calls">
      <div class="stack">
        <div class="page-title">
          <p class="eyebrow">The call has ended</p>
          <h1>{outcomeWords[outcome]}</h1>
        </div>
        <Card id="ended" tone="brand" flow>
          <p>{nextWords[outcome]}</p>
          <div class="buttons">
            {found && <ButtonLink href={deskPaths.case(found.reference)}>Open the case</ButtonLink>}
            <ButtonLink href={callPaths.list} classes="govuk-button--secondary">
              All calls
            </ButtonLink>
          </div>
        </Card>
        {found && (
          <Card id="say" title="Say before you hang up">
            <SummaryList rows={rowsOf(found)} />
          </Card>
        )}
      </div>
    </DeskPage>
  );
}

function rowsOf(found: CasePage): { key: { text: string }; value: { text: string } }[] {
  const [certificate] = found.certificates;
  const running = found.clocks.filter(
    ({ state, deadline, owner }) => state === 'running' && deadline !== null && owner === 'family',
  );
  const rows: [string, string][] = [
    ['Reference', inFours(found.reference)],
    ...(certificate ? [['Certificate', fours(certificate.number).join(' ')] as [string, string]] : []),
    ...running.map(({ kind, deadline }): [string, string] => [
      kind ? (clockWords[kind] ?? kind) : '',
      dayInWords(Temporal.PlainDate.from(deadline ?? '')),
    ]),
  ];
  return rows.map(([key, value]) => ({ key: { text: key }, value: { text: value } }));
}
