// The cards beside a call: road, dates, what to watch, what each answer does, and recognising a caller whose case we have.
import { deskPaths } from '../../cases/paths.ts';
import { Button } from '../../kit/html/govuk/button.tsx';
import { Input } from '../../kit/html/govuk/input.tsx';
import { Radios } from '../../kit/html/govuk/radios.tsx';
import { Icon } from '../../kit/html/icons.tsx';
import { SafeLink } from '../../kit/html/link.tsx';
import { PanelDates } from '../../kit/html/pieces/call-parts.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import { errorOf } from '../../kit/forms/answers.ts';
import { bodyPaths } from '../../organisations/paths.ts';
import { inFours } from '../../kit/reference.ts';
import type { ForkLine, Panel, PanelDate, Watch } from '../panel.ts';
import { callPaths } from '../paths.ts';
import { identityWays, identityWords } from '../words.ts';
import type { CallView } from './view.ts';

/** The panel. It is drawn again after every save, so it holds no answer of the call. */
export function CallPanel({ view }: { view: CallView }) {
  const { panel } = view;
  return (
    <aside
      class="stack panel"
      id="panel"
      aria-label="Road, dates and warnings, as you type"
      aria-keyshortcuts="F4"
      tabIndex={0}
      data-panel
    >
      <div class="stack" id="beside" data-live>
        {view.heard.service !== 'sendiass' && <RoadCard road={panel.road} />}
        {panel.dates.length > 0 && <DatesCard dates={panel.dates} />}
        <WatchCard view={view} />
        {panel.forks && <ForksCard forks={panel.forks} />}
      </div>
      <div id="recognise" data-live>
        {view.maybeKnown.length > 0 && <IdentityCard view={view} />}
      </div>
      <details class="govuk-details" id="all-keys">
        <summary class="govuk-details__summary" aria-keyshortcuts="F1">
          <span class="govuk-details__summary-text">All keys</span>
        </summary>
        <AllKeys />
      </details>
    </aside>
  );
}

function RoadCard({ road }: Pick<Panel, 'road'>) {
  if (!road) {
    return (
      <Card id="road" eyebrow="Road" title="Not known yet">
        <p class="small muted">It stands here once you enter the date on the letter and what it decided.</p>
      </Card>
    );
  }
  return (
    <Card id="road" tone="brand" eyebrow="Road" title={road.title}>
      <p class="small">{road.why}</p>
    </Card>
  );
}

function DatesCard({ dates }: { dates: readonly PanelDate[] }) {
  return (
    <Card>
      <h2 class="govuk-visually-hidden">Dates</h2>
      <PanelDates
        dates={dates.map(({ what, inTime, day, tag, why }) => ({
          what: (
            <>
              {what} {inTime === true && <span class="good">✓ this call is in time</span>}
              {inTime === false && <strong>this call is late</strong>}
            </>
          ),
          date: day,
          tag,
          why,
        }))}
      />
    </Card>
  );
}

function WatchCard({ view }: { view: CallView }) {
  const items: readonly Watch[] = [
    ...(view.maybeKnown.length > 0 ? [maybeKnown(view)] : []),
    ...(view.heard.service === 'unsure' ? [notForUs] : []),
    ...view.panel.watch,
    ...(view.otherCalls.length > 0
      ? [
          {
            kind: 'note' as const,
            strong: '',
            says: view.otherCalls.length === 1 ? 'Another call is open:' : 'Other calls are open:',
            links: view.otherCalls.map(({ id, title }) => ({ href: callPaths.call(id), words: title })),
          },
        ]
      : []),
  ];
  if (items.length === 0) return null;
  return (
    <Card id="watch" title="Watch">
      <ul class="warnings" role="list">
        {items.map(({ kind, strong, says, links = [] }) => (
          <li>
            <Icon name={kind} />
            <span>
              {strong && (
                <>
                  <strong>{strong}</strong>{' '}
                </>
              )}
              {says}
              {links.map(({ href, words }, index) => (
                <>
                  {index > 0 ? ', ' : ' '}
                  <SafeLink href={href}>{words}</SafeLink>
                </>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Somebody who does not know whom to ring may have rung the wrong service, and should not go away with nothing. */
const notForUs: Watch = {
  kind: 'note',
  strong: 'It may not be for us:',
  says: 'a complaint about a school, private or not, admissions, discrimination, another council’s area. Tell them',
  links: [{ href: bodyPaths.signposts, words: 'who helps' }],
};

function maybeKnown({ maybeKnown: known }: CallView): Watch {
  const references = [...new Set(known.map(({ reference }) => reference))];
  const isChild = known.some(({ because }) => because === 'same-child');
  return {
    kind: 'warning',
    strong: isChild ? 'Same name and birth date.' : 'Same telephone number.',
    says: 'Do not say so. Ring the number on file before reading anything back:',
    links: references.map((reference) => ({ href: deskPaths.case(reference), words: inFours(reference) })),
  };
}

function ForksCard({ forks }: { forks: NonNullable<Panel['forks']> }) {
  // What is done now, and by when; below it, what becomes of the appeal.
  const rows = [
    [forks.yes.slice(0, 2), forks.no.slice(0, 2)],
    [forks.yes.slice(2), forks.no.slice(2)],
  ];
  return (
    <Card>
      <h2 class="govuk-visually-hidden">What each answer to question 7 does</h2>
      <table class="forks">
        <caption class="govuk-visually-hidden">Dates for each answer to question 7</caption>
        <thead>
          <tr>
            <th scope="col">
              <span class="nowrap">
                Yes, mediate <kbd>1</kbd>
              </span>
            </th>
            <th scope="col">
              <span class="nowrap">
                {forks.noMeans} <kbd>2</kbd>
              </span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows
            .filter((cells) => cells.some((lines) => lines.length > 0))
            .map((cells) => (
              <tr>
                {cells.map((lines) => (
                  <td>
                    {lines.map((line) => (
                      <p>
                        <Line line={line} />
                      </p>
                    ))}
                  </td>
                ))}
              </tr>
            ))}
        </tbody>
      </table>
    </Card>
  );
}

function Line({ line }: { line: ForkLine }) {
  const { before, day, after = '' } = line;
  const gap = after === '' || after.startsWith(',') ? '' : ' ';
  return (
    <>
      {before} {day && <strong class="nowrap">{day}</strong>}
      {gap}
      {after}
    </>
  );
}

const allKeys: readonly (readonly [key: string, does: string])[] = [
  ['F2 or Enter', 'goes to the next step in which something waits'],
  ['1 to 9', 'choose or tick in the step you are in'],
  ['Space', 'ticks the box you are on'],
  ['F4', 'goes to the road, the dates and the warnings'],
  ['F8', 'goes on to the end of the call'],
  ['F9', 'begins another call; this one stays open'],
  ['F1', 'opens and closes this list'],
];

function AllKeys() {
  return (
    <ul class="small" role="list">
      {allKeys.map(([key, does]) => (
        <li>
          <kbd>{key}</kbd> {does}
        </li>
      ))}
      <li>
        <a href={callPaths.new} aria-keyshortcuts="F9">
          New call
        </a>
      </li>
    </ul>
  );
}

/** Its fields belong to the form of the call, so that pressing its button loses nothing that was typed there. */
function IdentityCard({ view }: { view: CallView }) {
  const ofTheCall = { form: 'call' };
  const problem = (name: string) => {
    const error = errorOf(view.form, name);
    return error && { text: error.message };
  };
  return (
    <Card id="known" tone="glow" title="If it is about that case">
      <Radios
        name="holder"
        fieldset={{ legend: { text: 'Who is calling?' } }}
        errorMessage={problem('holder')}
        items={view.maybeKnown.map(({ participationId, name, reference }) => ({
          value: participationId,
          text: `${name || 'No name'}, ${inFours(reference)}`,
          attributes: ofTheCall,
        }))}
      />
      <Radios
        name="identity"
        fieldset={{ legend: { text: 'How do you know? A reference and a birth date are not enough.' } }}
        errorMessage={problem('identity')}
        items={identityWays.map((value) => ({ value, text: identityWords[value], attributes: ofTheCall }))}
      />
      <Input
        name="safeWord"
        label={{ text: 'What they say as the safe word' }}
        hint={{ text: 'You learn yes or no. It is not kept. Three wrong tries a day.' }}
        errorMessage={problem('safeWord')}
        autocomplete="off"
        spellcheck={false}
        attributes={ofTheCall}
      />
      <Button
        classes="govuk-button--secondary"
        attributes={{ ...ofTheCall, formaction: callPaths.identity(view.call.id) }}
      >
        Go on in that case
      </Button>
      <p class="small muted">
        This call then ends here. What was typed in it stands beside that case, to be written down there.
      </p>
      <p class="small muted">
        Not on the list? Whoever else has parental responsibility has a right of their own: go on with this call as with
        any other, and say nothing of that case.
      </p>
    </Card>
  );
}
