// The list of calls: those that are open at the desk, and one's own of today.
import type { Temporal } from 'temporal-polyfill';
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
  /** Who took it; null where it is one's own. */
  readonly adviser: string | null;
}

export interface EndedCall {
  readonly id: string;
  readonly child: string;
  readonly endedAt: string;
  readonly outcome: Outcome;
  readonly reference: string | null;
}

/** The list. Of a colleague's call it says only that it is open and with whom. */
export function CallsPage({
  frame,
  now,
  open,
  ended,
}: {
  frame: Frame;
  now: Temporal.Instant;
  open: readonly OpenCall[];
  ended: readonly EndedCall[];
}) {
  return (
    <DeskPage frame={frame} title="Calls" current="calls">
      <div class="stack">
        <h1>Calls</h1>
        <StartCall csrf={frame.csrf} />
        <Card id="open" title="Open calls">
          {open.length === 0 ? (
            <p>No call is open.</p>
          ) : (
            <SideList items={open.map((call) => ({ says: <OpenLine call={call} now={now} /> }))} />
          )}
        </Card>
        <Card id="ended" title="Your calls of today">
          {ended.length === 0 ? (
            <p>None has ended today.</p>
          ) : (
            <SideList items={ended.map((call) => ({ says: <EndedLine call={call} /> }))} />
          )}
        </Card>
      </div>
    </DeskPage>
  );
}

function OpenLine({ call, now }: { call: OpenCall; now: Temporal.Instant }) {
  const since = `${lasted(call.startedAt, now)}, from ${toTheMinute(call.startedAt)}`;
  if (call.adviser !== null) {
    return (
      <p>
        <strong>With {call.adviser}</strong> <span class="muted">{since}</span>
      </p>
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

function EndedLine({ call }: { call: EndedCall }) {
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
      <span class="muted">{toTheMinute(call.endedAt)}</span>
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
      <Card>
        <h1>New call</h1>
        <p>The moment you press is the moment of contact.</p>
        <StartCall csrf={frame.csrf} focused />
      </Card>
    </DeskPage>
  );
}
