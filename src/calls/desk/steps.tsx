// The nine steps of a call as fields: each asks in the words an adviser says, and folds to one line when nothing in it waits.
import { coreCodes, type CoreCode } from '../../advice/script.ts';
import { errorOf, answerOf } from '../../kit/forms/answers.ts';
import {
  CheckField,
  DateField,
  RadioField,
  SelectField,
  TextField,
  TickField,
  WordsField,
  type OptionProps,
} from '../../kit/forms/form.tsx';
import { Button } from '../../kit/html/govuk/button.tsx';
import { Details } from '../../kit/html/govuk/details.tsx';
import { Textarea } from '../../kit/html/govuk/textarea.tsx';
import type { Words } from '../../kit/html/parts.ts';
import { CallStep, Say } from '../../kit/html/pieces/call-parts.tsx';
import { shortDay } from '../../law/day-words.ts';
import { DECISION_KINDS } from '../../law/decisions.ts';
import { holdingCapacities } from '../../people/person.ts';
import { roadOf } from '../../referrals/road.ts';
import { callers, formats, helpers, safeWays, services, speaksForThemselves, type StepNumber } from '../call.ts';
import { askedSections, longestAnswer } from '../questions.ts';
import { decisionOf, isAboutHealth, isCertificateDue, latenessOf } from '../rules.ts';
import { readBackOf } from '../summaries.ts';
import {
  agreedWording,
  callerWords,
  decisionShort,
  formatWords,
  helperWords,
  holderWords,
  safeWayWords,
  saidShort,
  serviceWords,
  stepNames,
} from '../words.ts';
import { FinishButtons } from './finish.tsx';
import type { CallView, StepView } from './view.ts';

/** Answers with the keys that choose them, which count through a step; `after` is how many stand before these. */
function keyed<Value extends string>(
  values: readonly Value[],
  words: Record<Value, Words>,
  reveals: Partial<Record<Value, Words>> = {},
  after = 0,
): OptionProps[] {
  return values.map((value, index) => ({
    value,
    label: (
      <>
        {words[value]} <kbd aria-hidden="true">{after + index + 1}</kbd>
      </>
    ),
    reveals: reveals[value],
  }));
}

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

interface Fields {
  readonly view: CallView;
}

function Service({ view: { form } }: Fields) {
  return (
    <RadioField form={form} name="service" label="Service" isHidden small options={keyed(services, serviceWords)} />
  );
}

function Caller({ view: { form, councils } }: Fields) {
  return (
    <>
      <div class="fields">
        <TextField form={form} name="firstNames" label="Caller’s first names" />
        <TextField form={form} name="lastName" label="Last name" />
      </div>
      <RadioField
        form={form}
        name="who"
        label="Who is calling"
        isHidden
        small
        options={keyed(callers, callerWords, {
          'alternative-person': (
            <TextField
              form={form}
              name="basis"
              label="On what basis, for a young person who cannot decide this?"
              hint="Deputy, attorney, or a parent where there is neither"
            />
          ),
          'for-somebody': <ForSomebody form={form} />,
        })}
      />
      <div class="fields">
        <TextField form={form} name="childFirstNames" label="Child’s first names" />
        <TextField form={form} name="childLastName" label="Child’s last name" />
      </div>
      <div class="row">
        <DateField form={form} name="born" label="Born" />
        <SelectField
          form={form}
          name="authority"
          label="Council on the letter"
          options={[{ value: '', label: 'Choose' }, ...councils.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      </div>
    </>
  );
}

function ForSomebody({ form }: Pick<CallView, 'form'>) {
  return (
    <>
      <p class="small">
        Only the person themselves can be told and can say what they wish. Record the contact now, and ring them.
      </p>
      <RadioField
        form={form}
        name="helper"
        label="Who is calling for them?"
        small
        options={helpers.map((value) => ({ value, label: helperWords[value] }))}
      />
      <RadioField
        form={form}
        name="holderIs"
        label="They are calling for"
        small
        options={holdingCapacities
          .filter((value) => value !== 'alternative-person')
          .map((value) => ({ value, label: holderWords[value] }))}
      />
      <div class="fields">
        <TextField form={form} name="holderFirstNames" label="That person’s first names" />
        <TextField form={form} name="holderLastName" label="That person’s last name" />
      </div>
    </>
  );
}

function RingBack({ view: { form } }: Fields) {
  const error = errorOf(form, 'address');
  return (
    <>
      <div class="fields">
        <TextField form={form} name="phone" label="On this number" type="tel" />
        <TextField form={form} name="email" label="E-mail" type="email" spellcheck={false} />
      </div>
      <CheckField form={form} name="safe" label="Safe" isHidden small options={keyed(safeWays, safeWayWords)} />
      <Details summary="Post, quiet hours, interpreter, format, needs" open={hasMore(form) || error !== undefined}>
        <div class="fields">
          <Textarea
            name="address"
            label={{ text: 'Postal address, the postcode last' }}
            rows={3}
            value={answerOf(form, 'address')}
            errorMessage={error && { text: error.message }}
          />
          <TextField form={form} name="quiet" label="Not at these times" />
        </div>
        <div class="fields">
          <TextField form={form} name="language" label="Interpreter: language" />
          <TextField form={form} name="dialect" label="Dialect" />
        </div>
        <TextField form={form} name="needs" label="What else they need to take part" />
        <CheckField
          form={form}
          name="formats"
          label="Formats"
          isHidden
          small
          options={keyed(formats, formatWords, {}, safeWays.length)}
        />
      </Details>
    </>
  );
}

function hasMore(form: CallView['form']): boolean {
  return ['address', 'quiet', 'language', 'dialect', 'needs', 'formats'].some((name) => answerOf(form, name) !== '');
}

function Letter({ view: { form } }: Fields) {
  return (
    <>
      <div class="row">
        <DateField form={form} name="dated" label="Date printed on the letter" isHidden />
        <SelectField
          form={form}
          name="decision"
          label="Decision"
          options={[
            { value: '', label: 'Choose' },
            ...[...DECISION_KINDS, 'plan-made' as const].map((value) => ({ value, label: decisionShort[value] })),
          ]}
        />
        <CheckField
          form={form}
          name="seen"
          label="Letter"
          isHidden
          small
          options={[
            {
              value: 'yes',
              label: (
                <>
                  I have seen the letter <kbd aria-hidden="true">1</kbd>
                </>
              ),
            },
          ]}
        />
      </div>
      <div class="call-sections">
        <CheckField
          form={form}
          name="sections"
          label="Sections of the plan they disagree with"
          small
          options={askedSections.map((value) => ({ value, label: value }))}
        />
      </div>
      <Details
        summary="Sent on another day, health care, moving to another school"
        open={['sent-day', 'health', 'phase'].some((name) => answerOf(form, name) !== '')}
      >
        <div class="row">
          <DateField form={form} name="sent" label="Sent, where it is another day" />
          <TickField form={form} name="health" label="Health care, or that there is none, is part of it" />
          <TickField form={form} name="phase" label="Moving to another phase of education" />
        </div>
      </Details>
    </>
  );
}

function Information({ view: { form, heard, aloud } }: Fields) {
  if (heard.who && !speaksForThemselves(heard)) return <p>Only the person themselves can be told. Ring them.</p>;
  return (
    <>
      <div class="ticks">
        <CheckField
          form={form}
          name="said"
          label="What you said"
          isHidden
          options={coreCodes.map((value) => ({
            value,
            label:
              value === 'dates' ? (
                <span id="dates-aloud" data-live>
                  {saidShort.dates} <strong>{aloud ?? 'not known without the letter'}</strong>
                </span>
              ) : (
                <span id={`said-${value}`} data-live>
                  {saidTo(value, heard.childFirstNames)}
                </span>
              ),
          }))}
        />
      </div>
      <p class="small muted">
        “I already know, just the certificate”: “You can have it now. By law I first tell you these eight things; it
        takes a minute and a half.”
      </p>
    </>
  );
}

/** A line of the script, with the child's name once it is known. */
function saidTo(code: CoreCode, child: string): string {
  return child ? saidShort[code].replace('The child’s', `${child}’s`) : saidShort[code];
}

function Appeal({ view: { form } }: Fields) {
  const words = { yes: 'Yes', no: 'No', unsure: 'Not sure' };
  return (
    <RadioField
      form={form}
      name="appeal"
      label="Wishes to appeal"
      isHidden
      small
      options={keyed(['yes', 'no', 'unsure'], words)}
    />
  );
}

function Mediation({ view }: Fields) {
  const { form, heard, chase } = view;
  const { road } = roadOf(decisionOf(heard), heard.health);
  const no = (
    <span id="no-means" data-live>
      {road === 'placement-only' ? 'No mediation' : 'No, certificate'}
    </span>
  );
  return (
    <>
      <Say>
        “Would you like to try mediation, or would you rather go without it? Either is fine, and you need not say why.”
      </Say>
      <RadioField
        form={form}
        name="mediate"
        label="Wishes to mediate"
        isHidden
        small
        options={keyed(
          ['yes', 'no', 'thinking'],
          { yes: 'Yes, mediate', no, thinking: 'Thinking it over' },
          {
            thinking: (
              <DateField
                form={form}
                name="chase"
                label="Ring again on"
                hint={
                  <span id="chase-otherwise" data-live>
                    Left empty: {shortDay(chase)}
                  </span>
                }
              />
            ),
          },
        )}
      />
      <p class="small muted" id="what-follows" data-live>
        Yes: the council is told before the call ends. No: {noWords(view)}. Thinking:{' '}
        {`ring again by ${shortDay(chase)}`}.
      </p>
    </>
  );
}

/** What a no leads to, in the words of the line below the question. */
function noWords({ heard, known }: CallView): string {
  if (!isCertificateDue({ ...heard, mediate: 'no' }) && heard.decision) return 'no certificate is needed';
  const late = latenessOf(heard, known);
  if (late === 'manager-decides') return 'a manager decides about the certificate';
  return late ? 'no certificate after a late contact' : 'the certificate goes now';
}

function Issues({ view: { form, heard } }: Fields) {
  return (
    <div class="stack" data-only-when="mediate" data-is="yes">
      <WordsField form={form} name="issues" label="What they disagree with" isHidden most={longestAnswer} rows={2} />
      {isAboutHealth(heard) && (
        <WordsField
          form={form}
          name="provision"
          label="What health care they want in the plan"
          most={longestAnswer}
          rows={2}
        />
      )}
      <TickField form={form} name="agreed" label={agreedWording} />
    </div>
  );
}

function ReadBack({ view }: Fields) {
  const { form, heard, known } = view;
  const { road } = roadOf(decisionOf(heard), heard.health);
  return (
    <>
      <p class="say" id="read-back" data-live>
        “{readBackOf(heard, known) || 'Nothing to read back yet.'}”
      </p>
      <div class="ticks">
        <CheckField
          form={form}
          name="readBack"
          label="What they confirmed"
          isHidden
          options={[
            { value: 'names', label: 'Names and dates are right' },
            { value: 'way', label: 'How they want it, by e-mail or post, and in which print' },
          ]}
        />
      </div>
      {road === 'placement-only' && (
        <TickField
          form={form}
          name="wanted"
          label="They ask for a certificate all the same"
          hint="Section I only: it is not needed, and it does not move the date"
        />
      )}
      <FinishButtons view={view} />
    </>
  );
}
