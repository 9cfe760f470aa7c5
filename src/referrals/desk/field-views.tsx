// How the questions about a letter and a child are shown.
import { CheckField, DateField, RadioField, SelectField, TextField } from '../../kit/forms/form.tsx';
import type { FormState } from '../../kit/forms/answers.ts';
import { decisionWords } from '../../cases/words.ts';
import { FieldRow } from '../../cases/desk/form-page.tsx';
import type { Authority } from '../store-authorities.ts';
import { decisionKinds, disputable, sectionWords } from './fields.ts';

/** The decision and the dates of its letter. */
export function DecisionFields({ form }: { form: FormState }) {
  return (
    <>
      <RadioField
        form={form}
        name="kind"
        label="What did the council decide?"
        small
        options={decisionKinds.map((value) => ({ value, label: decisionWords[value] }))}
      />
      <CheckField
        form={form}
        name="sections"
        label="Which sections of the plan are wrong?"
        hint="Only where there is a plan. B and F may decide which placement is right, so ask about them too."
        small
        options={disputable.map((value) => ({ value, label: sectionWords[value] }))}
      />
      <FieldRow>
        <DateField form={form} name="dated" label="Date printed on the letter" />
        <DateField form={form} name="sent" label="Date sent, if different" hint="The postmark, or the e-mail." />
        <DateField form={form} name="received" label="Date received" />
      </FieldRow>
      <RadioField
        form={form}
        name="letterSeen"
        label="Have we seen the letter?"
        small
        options={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No, the caller gave its date' },
        ]}
      />
    </>
  );
}

/** The child or young person. */
export function ChildFields({ form }: { form: FormState }) {
  return (
    <>
      <FieldRow>
        <TextField form={form} name="childFirst" label="First names, exactly as on the letter" />
        <TextField form={form} name="childLast" label="Last name, exactly as on the letter" />
        <TextField form={form} name="childKnownAs" label="Called, if different" width={20} />
      </FieldRow>
      <FieldRow>
        <DateField form={form} name="born" label="Date of birth" />
        <TextField form={form} name="school" label="School or college" />
        <TextField form={form} name="authorityReference" label="The council’s reference" width={20} />
      </FieldRow>
    </>
  );
}

/** Which council; those we hold a contract with come first. */
export function AuthorityField({ form, authorities }: { form: FormState; authorities: readonly Authority[] }) {
  return (
    <SelectField
      form={form}
      name="authority"
      label="The council on the letter"
      hint="Not the one where the school is."
      options={[
        { value: '', label: 'Not known yet' },
        ...authorities.map(({ id, name, isOurs }) => ({
          value: id,
          label: isOurs ? name : `${name} (no contract with us)`,
        })),
      ]}
    />
  );
}
