// The page on which a contact by e-mail, letter or voicemail is entered. It may be thin: a moment, and a name or one way to reach somebody.
import type { FormState } from '../../kit/forms/answers.ts';
import { Form, RadioField, TextField, TickField, WordsField, DateField } from '../../kit/forms/form.tsx';
import { BackLink } from '../../kit/html/govuk/back-link.tsx';
import { Button } from '../../kit/html/govuk/button.tsx';
import { Details } from '../../kit/html/govuk/details.tsx';
import { DeskPage } from '../../kit/html/layouts/desk-page.tsx';
import type { Frame } from '../../kit/html/layouts/document.tsx';
import { Card } from '../../kit/html/pieces/card.tsx';
import { FieldRow, FormPart, WhatIsWrong } from '../../cases/desk/form-page.tsx';
import { deskPaths } from '../../cases/paths.ts';
import { capacityAsked, channelWords } from '../../cases/words.ts';
import { holdingCapacities } from '../../people/person.ts';
import type { Authority } from '../store-authorities.ts';
import { callerCapacities, channels } from './contact-form.ts';
import { AuthorityField, ChildFields, DecisionFields } from './field-views.tsx';

const initial = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
const capacity = (code: string): string => initial(capacityAsked[code] ?? code);

const safety = [
  { value: 'yes', label: 'Safe' },
  { value: 'no', label: 'Not safe' },
];

export interface ContactPageProps {
  readonly frame: Frame;
  readonly form: FormState;
  readonly act: string;
  readonly authorities: readonly Authority[];
}

/** The page. */
export function ContactPage({ frame, form, act, authorities }: ContactPageProps) {
  return (
    <DeskPage
      frame={frame}
      title="Record a contact"
      current="today"
      {...(form.errors.length > 0 ? { invalid: true } : {})}
    >
      <BackLink href={deskPaths.today}>Back to today</BackLink>
      <WhatIsWrong form={form} />
      <div class="page-title">
        <h1>Record a contact</h1>
        <p class="muted">
          For an e-mail, a letter, a voicemail or a visit. On the telephone, use <a href="/desk/calls/new">New call</a>.
          Save what you know: the rest can wait.
        </p>
      </div>
      <div class="columns case">
        <Card>
          <Form action={deskPaths.newContact} csrf={frame.csrf} act={act}>
            <Reached form={form} />
            <Holder form={form} />
            <Caller form={form} />
            <FormPart
              title="The child or young person"
              hint="Names exactly as on the letter: they stand on the certificate."
            >
              <ChildFields form={form} />
            </FormPart>
            <FormPart title="The council and its letter">
              <AuthorityField form={form} authorities={authorities} />
              <DecisionFields form={form} />
              <TickField
                form={form}
                name="health"
                label="Health care, or its absence from the plan, is part of the worry"
              />
            </FormPart>
            <EarlyWishes form={form} />
            <div class="buttons">
              <Button preventDoubleClick>Save the contact</Button>
              <a href={deskPaths.today}>Cancel</a>
            </div>
          </Form>
        </Card>
        <Beside />
      </div>
    </DeskPage>
  );
}

function Reached({ form }: { form: FormState }) {
  return (
    <FormPart
      title="When it reached us"
      hint="The legal contact date is the day it reached the service, whatever day somebody reads it. Regulation 33."
    >
      <RadioField
        form={form}
        name="channel"
        label="How did it reach us?"
        small
        options={channels.map((value) => ({ value, label: initial(channelWords[value] ?? value) }))}
      />
      <FieldRow>
        <DateField form={form} name="reached" label="The day it reached us" />
        <TextField form={form} name="reachedTime" label="The time" width={4} hint="Like 9:14pm or 21:14" />
      </FieldRow>
      <WordsField
        form={form}
        name="evidence"
        label="How we know"
        hint="The voicemail’s time stamp, the e-mail’s header, the postmark."
        most={1000}
        rows={2}
      />
    </FormPart>
  );
}

function Holder({ form }: { form: FormState }) {
  return (
    <FormPart
      title="Who holds the right"
      hint="Each parent holds a right of their own. A second one is added on the case page."
    >
      <RadioField
        form={form}
        name="capacity"
        label="Who are they to the child?"
        small
        options={holdingCapacities.map((value) => ({ value, label: capacity(value) }))}
      />
      <TextField
        form={form}
        name="basis"
        label="Only for an alternative person: on what basis they act"
        hint="Deputy, attorney, or parent of a young person who lacks capacity for this decision."
      />
      <FieldRow>
        <TextField form={form} name="firstNames" label="First names, as on the letter" />
        <TextField form={form} name="lastName" label="Last name, as on the letter" />
      </FieldRow>
      <FieldRow>
        <TextField form={form} name="telephone" label="Telephone" width={20} inputmode="tel" />
        <RadioField form={form} name="telephoneSafe" label="Is a voicemail or text safe?" small options={safety} />
        <TextField form={form} name="quietHours" label="When not to ring" hint="For example: after 3pm" />
      </FieldRow>
      <FieldRow>
        <TextField form={form} name="email" label="E-mail" inputmode="email" spellcheck={false} />
        <RadioField form={form} name="emailSafe" label="Is e-mail safe?" small options={safety} />
      </FieldRow>
      <FieldRow>
        <WordsField form={form} name="address" label="Postal address, a line each" most={500} rows={3} />
        <RadioField form={form} name="addressSafe" label="Is post safe?" small options={safety} />
      </FieldRow>
    </FormPart>
  );
}

function Caller({ form }: { form: FormState }) {
  const isOpen = ['callerCapacity', 'callerFirst', 'callerLast', 'callerTelephone', 'callerEmail'].some(
    (name) => form.answers[name] || form.errors.some(({ field }) => field === name),
  );
  return (
    <section class="form-part">
      <Details summary="Somebody else made the contact for them" open={isOpen}>
        <RadioField
          form={form}
          name="callerCapacity"
          label="Who made it?"
          small
          options={callerCapacities.map((value) => ({ value, label: capacity(value) }))}
        />
        <FieldRow>
          <TextField form={form} name="callerFirst" label="Their first names" />
          <TextField form={form} name="callerLast" label="Their last name" />
        </FieldRow>
        <FieldRow>
          <TextField form={form} name="callerTelephone" label="Their telephone" width={20} inputmode="tel" />
          <TextField form={form} name="callerEmail" label="Their e-mail" inputmode="email" spellcheck={false} />
        </FieldRow>
      </Details>
    </section>
  );
}

function EarlyWishes({ form }: { form: FormState }) {
  return (
    <FormPart title="What they already said" hint="As said, before anything was explained. The adviser asks again.">
      <FieldRow>
        <RadioField
          form={form}
          name="appeal"
          label="Wish to appeal?"
          small
          options={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
            { value: 'unsure', label: 'Not sure' },
          ]}
        />
        <RadioField
          form={form}
          name="mediation"
          label="Wish to mediate?"
          small
          options={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
          ]}
        />
      </FieldRow>
    </FormPart>
  );
}

function Beside() {
  return (
    <div class="stack">
      <Card id="enough" title="What is enough" tone="soft" flow>
        <p>How and when it reached us, who they are to the child, and a name or one way to reach them.</p>
        <p>The road and every date appear on the case page as soon as you save, each with its reason.</p>
      </Card>
      <Card id="safe" title="Ask about safety" tone="glow" flow>
        <p>
          Where it was not said that a message, an e-mail or a letter is safe, none is sent there. Leave the answer open
          rather than guess.
        </p>
      </Card>
    </div>
  );
}
