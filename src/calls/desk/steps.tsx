// The nine steps of a call: each asks in the words an adviser says, and folds to one line when nothing in it waits.
import { coreCodes } from '../../advice/script.ts';
import { Button } from '../../kit/html/govuk/button.tsx';
import type { Words } from '../../kit/html/parts.ts';
import { CallStep } from '../../kit/html/pieces/call-parts.tsx';
import type { StepNumber } from '../call.ts';
import { stepNames } from '../words.ts';
import { Caller, Letter, RingBack, Service } from './steps-caller.tsx';
import { Appeal, Information, Issues, Mediation, ReadBack } from './steps-conversation.tsx';
import type { CallView, StepView } from './view.ts';

/** One step with its question, its state and its fields. Without script each open step has its own button to go on. */
export function Step({ view, step }: { view: CallView; step: StepView }) {
  const { number, state, answer } = step;
  const { asks, note } = questionOf(number, view);
  return (
    <CallStep number={number} state={state} name={stepNames[number]} answer={answer} asks={asks} note={note}>
      {fieldsOf(number, view)}
      {number < 9 && (
        <noscript>
          <Button classes="govuk-button--secondary">Save and go on</Button>
        </noscript>
      )}
    </CallStep>
  );
}

/** A step that is recorded in the case: it can be read here, and changed there. */
export function SettledStep({ step, href }: { step: StepView; href: string | null }) {
  const { number, answer } = step;
  return (
    <div class="step step--done" id={`step-${number}`} data-step data-done>
      <span class="step__n" aria-hidden="true">
        ✓
      </span>
      <p>
        <span class="muted">
          {number} {stepNames[number]}:
        </span>{' '}
        <strong>{answer}</strong> {href && <a href={href}>Recorded: change it in the case</a>}
      </p>
    </div>
  );
}

function questionOf(step: StepNumber, { heard }: CallView): { asks: string; note?: string } {
  const spoken = heard.said.length;
  const questions: Record<StepNumber, { asks: string; note?: string }> = {
    1: { asks: 'Which service did you ring for?' },
    2: { asks: 'Who is calling, and about whom?', note: 'names exactly as on the letter' },
    3: { asks: 'If we are cut off, is it safe to ring you back?', note: 'tick only what they say is safe' },
    4: {
      asks: 'What is the date on the council’s letter, and what did it decide?',
      note: heard.seen ? undefined : 'letter not seen',
    },
    5: { asks: 'Say, in your own words', note: `${spoken} of ${coreCodes.length} said` },
    6: { asks: 'Do you wish to appeal?' },
    7: { asks: 'Do you wish to try mediation?', note: 'ask it like this' },
    8: { asks: 'In your words, what do you disagree with?', note: 'one or two sentences, only if they mediate' },
    9: { asks: 'Read back, letter by letter where it matters' },
  };
  return questions[step];
}

function fieldsOf(step: StepNumber, view: CallView): Words {
  switch (step) {
    case 1:
      return <Service view={view} />;
    case 2:
      return <Caller view={view} />;
    case 3:
      return <RingBack view={view} />;
    case 4:
      return <Letter view={view} />;
    case 5:
      return <Information view={view} />;
    case 6:
      return <Appeal view={view} />;
    case 7:
      return <Mediation view={view} />;
    case 8:
      return <Issues view={view} />;
    case 9:
      return <ReadBack view={view} />;
  }
}
