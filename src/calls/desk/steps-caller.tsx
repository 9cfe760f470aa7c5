// The fields of the first four steps of a call: which service, who is calling, how to reach them, and the letter. Once recorded they are changed in the case.
import { answerOf, errorOf } from '../../kit/forms/answers.ts';
import { CheckField, DateField, RadioField, SelectField, TextField, TickField } from '../../kit/forms/form.tsx';
import { Details } from '../../kit/html/govuk/details.tsx';
import { Textarea } from '../../kit/html/govuk/textarea.tsx';
import { DECISION_KINDS } from '../../law/decisions.ts';
import { holdingCapacities } from '../../people/person.ts';
import { callers, formats, helpers, safeWays, services } from '../call.ts';
import { askedSections } from '../questions.ts';
import {
  callerWords,
  decisionShort,
  formatWords,
  helperWords,
  holderWords,
  safeWayWords,
  serviceWords,
} from '../words.ts';
import { keyed } from './keyed.tsx';
import type { CallView } from './view.ts';

interface Fields {
  readonly view: CallView;
}

/** Which service they rang for. */
export function Service({ view: { form } }: Fields) {
  return (
    <RadioField form={form} name="service" label="Service" isHidden small options={keyed(services, serviceWords)} />
  );
}

/** Who is calling, and about whom. */
export function Caller({ view: { form, councils } }: Fields) {
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
      <div class="fields call-child">
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

/** How to reach them, and what is safe. */
export function RingBack({ view: { form } }: Fields) {
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

/** What the council’s letter says. */
export function Letter({ view: { form } }: Fields) {
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
