// The page on which it is recorded who the party is once the right has passed to the young person; before that day, on which the young
// person's own contact and wishes are taken.
import type { Temporal } from 'temporal-polyfill';
import { CaseFormPage, FieldRow, FormPart, type FormShown } from '../../cases/desk/form-page.tsx';
import { nameAtDesk } from '../../cases/desk/words.ts';
import type { FormContext } from '../../cases/desk/case-form.ts';
import { deskPaths } from '../../cases/paths.ts';
import type { PersonOnPage } from '../../cases/store.ts';
import type { FormState } from '../../kit/forms/answers.ts';
import { CheckField, RadioField, TextField, WordsField } from '../../kit/forms/form.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import { dayInWords } from '../../law/day-words.ts';
import { permissions } from './fields.ts';
import { formerField } from './party-fields.ts';

/** What the page reads besides the case. */
export interface PartyMore {
  /** From when the right is the young person's own. */
  readonly from: Temporal.PlainDate;
  readonly hasPassed: boolean;
  readonly parents: readonly PersonOnPage[];
  /** What the young person is called. */
  readonly called: string;
  /** What they said before the day, in words; empty where nobody asked. */
  readonly heard: readonly string[];
}

type Shown = FormShown & FormContext<PartyMore>;

/** The page. */
export function PartyPage(shown: Shown) {
  const { view, more, form } = shown;
  const { called, from, hasPassed, parents } = more;
  return (
    <CaseFormPage
      {...shown}
      title={
        hasPassed
          ? `Who is the party now? The right is ${called}’s own`
          : `From ${dayInWords(from)}: ${called}’s own right`
      }
      tab={hasPassed ? 'Who is the party' : 'The right passes'}
      action={deskPaths.party(view.page.reference)}
      submit={hasPassed ? 'Record who the party is' : `Save what ${called} said`}
      isFinal={hasPassed}
      beside={<Beside more={more} />}
    >
      {hasPassed && (
        <FormPart
          title="Who is the party?"
          hint="Somebody who is 16 can decide, unless there is a reason to think that they cannot decide this, now, even with help."
        >
          <RadioField
            form={form}
            name="party"
            label="Who is the party?"
            isHidden
            options={[
              { value: 'young-person', label: `${called}, in their own right` },
              {
                value: 'alternative-person',
                label: `Somebody else acts for ${called}: a deputy or an attorney`,
                reveals: (
                  <FieldRow>
                    <TextField form={form} name="firstNames" label="Their first names" />
                    <TextField form={form} name="lastName" label="Their last name" />
                  </FieldRow>
                ),
              },
              {
                value: 'parent-for-them',
                label: `A parent acts for ${called}, who cannot decide this, and there is no deputy or attorney`,
                reveals: (
                  <RadioField
                    form={form}
                    name="acting"
                    label="Which parent?"
                    small
                    options={parents.map((parent) => ({ value: parent.participation_id, label: nameAtDesk(parent) }))}
                  />
                ),
              },
            ]}
          />
          <TextField
            form={form}
            name="basis"
            label={`Where somebody acts for ${called}: on what basis`}
            hint="The order or the power, and its date; or why they cannot decide this, who judged it, and when."
          />
        </FormPart>
      )}
      <ReachPart form={form} called={hasPassed ? 'them' : called} />
      {hasPassed ? (
        <FormPart title="And the parent?" hint={`It is ${called}’s choice, or that of whoever acts for ${called}.`}>
          {parents.map((parent) => (
            <RadioField
              form={form}
              name={formerField(parent.participation_id)}
              label={nameAtDesk(parent)}
              small
              options={[
                { value: 'supporter', label: 'Stays as a supporter, and we may speak with them' },
                { value: 'steps-back', label: 'Steps back' },
              ]}
            />
          ))}
        </FormPart>
      ) : (
        <FormPart
          title={`What does ${called} wish, so far?`}
          hint="It opens nothing yet, and is asked again on the day."
        >
          <Wish form={form} name="appeal" label="To appeal?" />
          <Wish form={form} name="mediation" label="To mediate?" />
        </FormPart>
      )}
      <RadioField
        form={form}
        name="channel"
        label="How did they say it?"
        small
        options={[
          { value: 'call', label: 'By telephone' },
          { value: 'video', label: 'By video' },
          { value: 'in-person', label: 'In person' },
          { value: 'email', label: 'By e-mail' },
          { value: 'post', label: 'By letter' },
          { value: 'text', label: 'By text' },
        ]}
      />
    </CaseFormPage>
  );
}

function Wish({ form, name, label }: { form: FormState; name: string; label: string }) {
  return (
    <RadioField
      form={form}
      name={name}
      label={label}
      small
      options={[
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
        { value: 'unsure', label: 'Not sure' },
      ]}
    />
  );
}

function ReachPart({ form, called }: { form: FormState; called: string }) {
  return (
    <FormPart
      title={`How to reach ${called}`}
      hint="Their own, not the parent’s. What is left empty can be asked later."
    >
      <FieldRow>
        <TextField form={form} name="telephone" label="Telephone" inputmode="tel" />
        <TextField form={form} name="email" label="E-mail" inputmode="email" />
      </FieldRow>
      <WordsField form={form} name="address" label="Postal address, a line each" most={500} rows={3} />
      <CheckField
        form={form}
        name="safe"
        label="Where is a message safe? Ask; never guess"
        small
        options={[
          { value: 'message', label: 'Voicemail' },
          { value: 'email', label: 'E-mail' },
          { value: 'post', label: 'Post' },
        ]}
      />
      <TextField form={form} name="quiet" label="When not to ring" />
    </FormPart>
  );
}

function Beside({ more: { called, from, hasPassed, heard, parents } }: { more: PartyMore }) {
  return (
    <>
      <Card id="why" title="Why" tone="glow" flow>
        <p>
          {hasPassed ? `Since ${dayInWords(from)}` : `From ${dayInWords(from)}`} the right to appeal is {called}’s, and
          not a parent’s: the day after the last Friday in June of the school year in which somebody turns 16. Children
          and Families Act 2014 s.83(2); Education Act 1996 s.8.
        </p>
        <p>
          Where somebody cannot decide this, even with help: a deputy or an attorney; else the parent. Section 80;
          regulations 63 to 65.
        </p>
      </Card>
      <Card id="then" title="What follows" flow>
        <p>
          {called} is told about mediation and asked what they wish, as anybody who holds the right. A certificate bears
          their name.
        </p>
        <p>
          {parents.length > 1 ? 'The parents go' : 'The parent goes'} on reading what they could read until now, and
          nothing new. {called} reads nothing of what a parent told us.
        </p>
        {hasPassed && (
          <>
            <p class="small">
              For a supporter, read aloud to {called}: “{permissions['speak-to-parent'].wording}”
            </p>
            <p class="small">
              To whoever acts for {called}, with the name of the supporter: “{permissions['speak-to-supporter'].wording}
              ”
            </p>
          </>
        )}
      </Card>
      {heard.length > 0 && (
        <Card id="heard" title={`What ${called} said before the day`} tone="soft" flow>
          {heard.map((line) => (
            <p>{line}</p>
          ))}
        </Card>
      )}
    </>
  );
}
