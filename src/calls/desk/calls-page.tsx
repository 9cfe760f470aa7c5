// The list of calls: those that are open at the desk, one's own that were never finished, and one's own of today.
import { Temporal } from 'temporal-polyfill';
import { shortMoment } from '../../cases/desk/words.ts';
import { deskPaths } from '../../cases/paths.ts';
import { Button } from '../../kit/html/govuk/button.tsx';
import { DeskPage } from '../../kit/html/layouts/desk-page.tsx';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import { SideList } from '../../kit/html/pieces/side-list.tsx';
import { Form } from '../../kit/forms/form.tsx';
import { inFours } from '../../kit/reference.ts';
import type { Outcome } from '../call.ts';
import { callPaths } from '../paths.ts';
import { outcomeWords } from '../words.ts';
import { lasted, toTheMinute } from './moments.ts';

export interface OpenCall {
  readonly id: string;
  readonly title: string;
  readonly startedAt: string;
  readonly rangOffAt: string | null;
  /** When it is let go if nobody goes on with it; null for one of which a contact was made. */
  readonly letGoAt: string | null;
  /** Who took it; null where it is one's own. */
  readonly adviser: string | null;
}

export interface EndedCall {
  readonly id: string;
  readonly child: string;
  readonly endedAt: string;
  readonly outcome: Outcome;
  readonly reference: string | null;
  /** What was typed in it stands here alone: an earlier day's call is listed for that. */
  readonly hasWords: boolean;
}

/** The list. Of a colleague's call it says only that it is open and with whom. */
export function CallsPage({
  frame,
  now,
  midnight,
  isManager,
  newAct,
  open,
  ended,
}: {
  frame: Frame;
  now: Temporal.Instant;
  /** When today began: one's own calls from before are unfinished. */
  midnight: Temporal.Instant;
  isManager: boolean;
  newAct: () => string;
  open: readonly OpenCall[];
  ended: readonly EndedCall[];
}) {
  const isUnfinished = ({ adviser, startedAt }: OpenCall): boolean =>
    adviser === null && Temporal.Instant.compare(Temporal.Instant.from(startedAt), midnight) < 0;
  const unfinished = open.filter(isUnfinished);
  const current = open.filter((call) => !isUnfinished(call));
  const isEarlier = ({ endedAt }: EndedCall): boolean =>
    Temporal.Instant.compare(Temporal.Instant.from(endedAt), midnight) < 0;
  const takeOver = isManager ? { csrf: frame.csrf, newAct } : null;
  return (
    <DeskPage frame={frame} title="Calls" current="calls">
      <div class="stack">
        <h1>Calls</h1>
        <StartCall csrf={frame.csrf} />
        <Card id="open" title="Open calls" flow>
          {current.length === 0 ? (
            <p class="small muted">No call is open. One that you leave before its end waits here.</p>
          ) : (
            <SideList
              items={current.map((call) => ({ says: <OpenLine call={call} now={now} takeOver={takeOver} /> }))}
            />
          )}
        </Card>
        {unfinished.length > 0 && (
          <Card id="unfinished" title={`Your unfinished calls: ${unfinished.length}`} tone="glow" flow>
            <p>
              Nobody finished these. Finish each, or ring back: whoever rang has made contact, and it counts from the
              moment they rang.
            </p>
            <SideList items={unfinished.map((call) => ({ says: <UnfinishedLine call={call} /> }))} />
          </Card>
        )}
        <Card
          id="ended"
          title={ended.some(isEarlier) ? 'Your calls of today, and earlier ones to write down' : 'Your calls of today'}
          flow
        >
          {ended.length === 0 ? (
            <p class="small muted">None has ended today. What came of each call stands here until the day is over.</p>
          ) : (
            <SideList items={ended.map((call) => ({ says: <EndedLine call={call} isEarlier={isEarlier(call)} /> }))} />
          )}
        </Card>
      </div>
    </DeskPage>
  );
}

function UnfinishedLine({ call }: { call: OpenCall }) {
  return (
    <p>
      <a href={callPaths.call(call.id)}>
        <strong>{call.title}</strong>
      </a>{' '}
      <span class="muted">
        {shortMoment(call.startedAt)}.{' '}
        {call.letGoAt
          ? `What was typed is let go on ${shortMoment(call.letGoAt)}`
          : 'Its contact is recorded: bring it to its end'}
      </span>
    </p>
  );
}

function OpenLine({
  call,
  now,
  takeOver,
}: {
  call: OpenCall;
  now: Temporal.Instant;
  takeOver: { csrf: string; newAct: () => string } | null;
}) {
  const since = `${lasted(call.startedAt, now)}, from ${toTheMinute(call.startedAt)}`;
  if (call.adviser !== null) {
    return (
      <>
        <p>
          <strong>With {call.adviser}</strong> <span class="muted">{since}</span>
        </p>
        {takeOver && (
          <Form
            action={callPaths.takingOver(call.id)}
            csrf={takeOver.csrf}
            act={takeOver.newAct()}
            id={`take-over-${call.id}`}
            label={`Take over the call with ${call.adviser}`}
          >
            <Button classes="govuk-button--secondary" preventDoubleClick>
              Take over<span class="govuk-visually-hidden"> the call with {call.adviser}</span>
            </Button>
          </Form>
        )}
      </>
    );
  }
  return (
    <p>
      <a href={callPaths.call(call.id)}>
        <strong>{call.title}</strong>
      </a>{' '}
      <span class="muted">
        {since}. {call.rangOffAt ? `Rang off at ${toTheMinute(call.rangOffAt)}: ring back` : 'Not recorded yet'}
      </span>
    </p>
  );
}

function EndedLine({ call, isEarlier }: { call: EndedCall; isEarlier: boolean }) {
  return (
    <p>
      {call.reference === null ? (
        <strong>{outcomeWords[call.outcome]}</strong>
      ) : (
        <>
          <a href={deskPaths.case(call.reference)}>
            <strong>{call.child || inFours(call.reference)}</strong>
          </a>
          : {outcomeWords[call.outcome]}
        </>
      )}{' '}
      <span class="muted">{isEarlier ? shortMoment(call.endedAt) : toTheMinute(call.endedAt)}</span>
      {call.hasWords && (
        <>
          <br />
          <a href={callPaths.call(call.id)}>
            What was typed<span class="govuk-visually-hidden"> in the call about {call.child || 'them'}</span>
          </a>
          : write down in the case what counts
        </>
      )}
    </p>
  );
}

/** The button that takes a call. It changes something, so it is a form. */
function StartCall({ csrf, focused }: { csrf: string; focused?: boolean }) {
  return (
    <Form action={callPaths.list} csrf={csrf} label="A new call">
      <Button attributes={{ autofocus: focused }}>Start the call</Button>
    </Form>
  );
}

/** What F9 opens from anywhere: one press more and the call has begun, with the time it began. */
export function NewCallPage({ frame }: { frame: Frame }) {
  return (
    <DeskPage frame={frame} title="New call" current="calls">
      <Card flow>
        <h1>New call</h1>
        <p>The moment you press is the moment of contact.</p>
        <StartCall csrf={frame.csrf} focused />
      </Card>
    </DeskPage>
  );
}
