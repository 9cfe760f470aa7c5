// The call page: one form of nine steps that follows the conversation, with the road, dates and warnings beside it.
import type { Temporal } from 'temporal-polyfill';
import { summaryOf as errorsOf } from '../../kit/forms/answers.ts';
import { Form } from '../../kit/forms/form.tsx';
import { Button, ButtonLink } from '../../kit/html/govuk/button.tsx';
import { ErrorSummary } from '../../kit/html/govuk/error-summary.tsx';
import { DeskPage } from '../../kit/html/layouts/desk-page.tsx';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import { CallBar, Keys } from '../../kit/html/pieces/call-parts.tsx';
import { isSettled } from '../commands.ts';
import { callPaths } from '../paths.ts';
import { stepNames } from '../words.ts';
import { PutThrough } from './finish.tsx';
import { lasted, toTheMinute, toTheSecond } from './moments.ts';
import { CallPanel } from './panel.tsx';
import { SettledStep, Step } from './steps.tsx';
import type { CallView, Clash } from './view.ts';

const keys = [
  { key: 'F2', does: 'next unanswered' },
  { key: '1', does: 'to 9 choose' },
  { key: 'Space', does: 'tick' },
  { key: 'F4', does: 'panel' },
  { key: 'F8', does: 'finish' },
  { key: 'F1', does: 'all keys' },
];

export interface CallPageProps {
  readonly frame: Frame;
  readonly view: CallView;
  readonly now: Temporal.Instant;
  /** Where the case stands that this call opened, when it has and the call is not at its end. */
  readonly caseHref: string | null;
}

/** The page. A slip is shown at its field at once; the list at the top waits until the end of the call is refused. */
export function CallPage({ frame, view, now, caseHref }: CallPageProps) {
  const { call, form, steps, clash, heard } = view;
  const settled = isSettled(call);
  const open = steps.find(({ state }) => state === 'now');
  return (
    <DeskPage
      frame={frame}
      title={`Call from ${toTheMinute(call.started_at)}${open ? `, step ${open.number} of 9` : ''}`}
      invalid={view.isRefused}
      scripts={['call.js']}
      mainClass="columns call"
      bar={<Bar view={view} now={now} />}
      keys={<Keys keys={keys} changeHref="/desk/account" />}
    >
      <Form action={callPaths.call(call.id)} csrf={frame.csrf} id="call" class="card card--flush" label="The call">
        <input type="hidden" name="_version" id="version" value={call.version} data-live />
        <input type="hidden" name="_window" value={view.window} />
        {clash && <ClashStep clash={clash} href={callPaths.call(call.id)} />}
        {view.isRefused && (
          <div class="step call-errors">
            <ErrorSummary title="Please look at this again" errorList={errorsOf(form)} />
          </div>
        )}
        {steps.map((step) =>
          settled && step.number <= 4 ? <SettledStep step={step} href={caseHref} /> : <Step view={view} step={step} />,
        )}
        {heard.service === 'sendiass' && <PutThrough view={view} />}
      </Form>
      <CallPanel view={view} />
    </DeskPage>
  );
}

function Bar({ view, now }: { view: CallView; now: Temporal.Instant }) {
  const { call, title, steps, clash } = view;
  return (
    <CallBar
      title={title}
      since={
        <>
          <strong id="lasted" data-live>
            {lasted(call.started_at, now)}
          </strong>
          <span class="call-bar__from">, from {toTheMinute(call.started_at)}</span>
        </>
      }
      saved={clash ? 'Not saved' : call.version > 1 ? `✓ Saved ${toTheSecond(call.saved_at)}` : ''}
      aloud={view.appeared}
      saysIn="saved"
      steps={steps.map(({ number, state }) => ({ number, state, name: stepNames[number] }))}
      buttons={
        <>
          <Button classes="govuk-button--secondary" attributes={{ form: 'call' }}>
            Save
          </Button>
          <Button
            classes="govuk-button--secondary"
            attributes={{ form: 'call', formaction: callPaths.ringOff(call.id) }}
          >
            Rang off
          </Button>
          <ButtonLink href={callPaths.list} classes="govuk-button--secondary">
            Leave<span class="govuk-visually-hidden">: everything that is saved is kept</span>
          </ButtonLink>
        </>
      }
    />
  );
}

function ClashStep({ clash, href }: { clash: Clash; href: string }) {
  return (
    <div class="step call-errors" id="clash">
      <div class="card card--glow flow" role="alert">
        <h2>This call was changed in another window at {clash.savedAt}</h2>
        <p>Nothing is lost: what you typed here is still below, and not saved yet.</p>
        <table>
          <thead>
            <tr>
              <th scope="col">Step</th>
              <th scope="col">Saved in the other window</th>
              <th scope="col">Typed here</th>
            </tr>
          </thead>
          <tbody>
            {clash.differing.map(({ step, there, here }) => (
              <tr>
                <th scope="row">
                  {step} {stepNames[step]}
                </th>
                <td>{there || 'nothing'}</td>
                <td>{here || 'nothing'}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <div class="buttons">
          <Button>Keep what I typed here</Button>
          <ButtonLink href={href} classes="govuk-button--secondary">
            Take what is saved
          </ButtonLink>
        </div>
      </div>
    </div>
  );
}
