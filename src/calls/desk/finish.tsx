// The buttons at the end of a call: the one that its answers lead to, and the way out when they lead nowhere yet.
import { Button } from '../../kit/html/govuk/button.tsx';
import { shortDay } from '../../law/day-words.ts';
import { speaksForThemselves, type Heard, type Outcome } from '../call.ts';
import { callPaths } from '../paths.ts';
import type { CallView } from './view.ts';

const buttonWords: Record<Outcome, string> = {
  'certificate-issued': 'Issue certificate and send',
  'certificate-prepared': 'Prepare certificate for the post',
  'authority-told': 'Tell the council',
  chase: 'End, and ring again',
  'no-certificate-needed': 'End: no certificate needed',
  'manager-decides': 'End, and ask a manager',
  'late-not-issued': 'End: no certificate after a late contact',
  'contact-recorded': 'Record the contact',
  linked: 'End',
  transferred: 'Put through, and end',
  'nothing-to-record': 'End',
  'never-finished': 'End',
};

/** The end of a call. What is still missing is said when it is pressed; nothing is greyed out. */
export function FinishButtons({ view }: { view: CallView }) {
  const { end, heard, chase, call } = view;
  const opens = opensWhen(heard);
  const open = opens !== null;
  const finish = { formaction: callPaths.finish(call.id) };
  return (
    <div class="stack" id="finish" data-live>
      <div class="buttons">
        <Button name="how" value="finish" attributes={{ ...finish, 'aria-keyshortcuts': 'F8' }}>
          {open ? 'Finish' : `${buttonWords[end]}${end === 'chase' ? ` by ${shortDay(chase)}` : ''}`}{' '}
          <kbd aria-hidden="true">F8</kbd>
        </Button>
        {end !== 'contact-recorded' || open ? (
          <Button name="how" value="record" classes="govuk-button--secondary" attributes={finish}>
            Record what we have
          </Button>
        ) : null}
        {call.case_id === null && (
          <Button name="how" value="nothing" classes="govuk-button--secondary" attributes={finish}>
            Wrong number, or not for us
          </Button>
        )}
      </div>
      <p class="small muted">{opens ?? 'Each thing is done once, even if this is pressed twice.'}</p>
    </div>
  );
}

/** Says what is still asked before anybody can say what the end of the call does; null once that is known. */
function opensWhen(heard: Heard): string | null {
  if (!speaksForThemselves(heard)) return null;
  if (!heard.mediate) return 'Opens when question 7 is answered. Nothing else holds it back.';
  if (heard.mediate === 'no' && !heard.decision)
    return 'Opens when question 4 says what the letter decided: whether a certificate is needed depends on it.';
  return null;
}

/** The end of a call that was for the other service under the same roof: nothing of it is kept. */
export function PutThrough({ view: { call, sendiass } }: { view: CallView }) {
  return (
    <div class="step step--now">
      <span class="step__n" aria-hidden="true">
        →
      </span>
      <div class="step__body">
        <h2>Put them through to SENDIASS</h2>
        <p class="say">
          “You want {sendiass?.name ?? 'SENDIASS'}. They share this number with us, but they are a service of their own,
          and nothing you tell one is told to the other. I have written nothing down. I put you through now
          {sendiass ? `; their number is ${sendiass.contact}` : ''}.”
        </p>
        <div class="buttons">
          <Button
            name="how"
            value="transfer"
            attributes={{ formaction: callPaths.finish(call.id), 'aria-keyshortcuts': 'F8' }}
          >
            Put through, and end <kbd aria-hidden="true">F8</kbd>
          </Button>
        </div>
      </div>
    </div>
  );
}
