// How the questions about a person are shown.
import { FieldRow, FormPart } from '../../cases/desk/form-page.tsx';
import { capacityAsked } from '../../cases/words.ts';
import type { FormState } from '../../kit/forms/answers.ts';
import { CheckField, RadioField, TextField, TickField, WordsField } from '../../kit/forms/form.tsx';
import { capacities, formatWords, pointKinds, pointWords } from './fields.ts';

const initial = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Names, capacity, language, formats and needs. */
export function DetailFields({ form }: { form: FormState }) {
  return (
    <>
      <FormPart
        title="Who they are"
        hint="Names exactly as they spell them; a right-holder’s stands on the certificate."
      >
        <FieldRow>
          <TextField form={form} name="firstNames" label="First names" />
          <TextField form={form} name="lastName" label="Last name" />
          <TextField form={form} name="knownAs" label="Called, if different" />
        </FieldRow>
        <RadioField
          form={form}
          name="capacity"
          label="Who are they in this case?"
          small
          options={capacities.map((value) => ({ value, label: initial(capacityAsked[value] ?? value) }))}
        />
        <TextField
          form={form}
          name="basis"
          label="Only for an alternative person: on what basis they act"
          hint="Deputy, attorney, or parent of a young person who lacks capacity for this decision."
        />
        <TickField
          form={form}
          name="rightHolder"
          label="They hold a right to appeal of their own"
          hint="Two parents each do. Neither ever reads the other’s words."
        />
      </FormPart>
      <FormPart title="How they take part" hint="Asked once, met everywhere.">
        <FieldRow>
          <TextField form={form} name="language" label="Language, if not English" />
          <TextField form={form} name="dialect" label="Dialect" />
        </FieldRow>
        <CheckField
          form={form}
          name="formats"
          label="Formats they need"
          small
          options={Object.entries(formatWords).map(([value, label]) => ({ value, label }))}
        />
        <WordsField form={form} name="needs" label="What helps them, in their words" most={2000} rows={2} />
      </FormPart>
    </>
  );
}

/** One way to reach somebody. `mayAskOfPost`: we hold a postal address that a note of the change could go to. */
export function PointFields({ form, mayAskOfPost }: { form: FormState; mayAskOfPost: boolean }) {
  return (
    <>
      <RadioField
        form={form}
        name="kind"
        label="What is it?"
        small
        options={pointKinds.map((value) => ({ value, label: pointWords[value] }))}
      />
      <WordsField
        form={form}
        name="value"
        label="The number or the address"
        hint="A postal address has a line each."
        most={500}
        rows={3}
      />
      <RadioField
        form={form}
        name="messageSafe"
        label="Is a message or a letter safe there?"
        small
        options={[
          { value: 'yes', label: 'Safe' },
          { value: 'no', label: 'Not safe: only speak to them' },
        ]}
      />
      <TextField form={form} name="quietHours" label="When not to ring" hint="For example: after 3pm" />
      {mayAskOfPost && (
        <TickField
          form={form}
          name="mayPostNote"
          label="It is safe to post a note of this change to the postal address that we hold now"
          hint="Tick it only if you asked. In a home that somebody fled, a letter is dangerous. The note names neither the new address nor the case."
        />
      )}
    </>
  );
}
