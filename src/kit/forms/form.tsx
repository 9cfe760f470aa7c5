// Forms, and fields that show what was typed and what is wrong with it.
import { CharacterCount } from '../html/govuk/character-count.tsx';
import { Checkboxes } from '../html/govuk/checkboxes.tsx';
import { DateInput } from '../html/govuk/date-input.tsx';
import { FileUpload } from '../html/govuk/file-upload.tsx';
import { Input, type InputProps } from '../html/govuk/input.tsx';
import { Radios } from '../html/govuk/radios.tsx';
import { Select } from '../html/govuk/select.tsx';
import { safeHref } from '../html/link.tsx';
import type { Words } from '../html/parts.ts';
import { answerOf, answersOf, errorOf, recordedOf, type FormState } from './answers.ts';
import { partsInWords } from './day-fields.ts';

export interface FormProps {
  action: string;
  /** The token of the page's frame; a form that changes something must have it. */
  csrf?: string;
  /** The act's id, so that a second press does nothing new. */
  act?: string;
  /** "get" for a search or a journey whose answers stand in the address. */
  method?: 'post' | 'get';
  /** For a form with a file. */
  hasFile?: boolean;
  /** The address that keeps a draft while somebody types, and the id of the element that says so. */
  autosave?: { to: string; saysIn: string };
  id?: string;
  label?: string;
  class?: string;
  children: Words;
}

/** A form. The browser's own checks are off: ours are kinder and the same for everybody. */
export function Form({
  action,
  csrf,
  act,
  method = 'post',
  hasFile,
  autosave,
  id,
  label,
  class: name,
  children,
}: FormProps) {
  return (
    <form
      id={id}
      class={name}
      action={safeHref(action)}
      method={method}
      encType={hasFile ? 'multipart/form-data' : undefined}
      noValidate
      aria-label={label}
      data-autosave={autosave?.to}
      data-saves={autosave?.saysIn}
    >
      {method === 'post' && csrf !== undefined && <input type="hidden" name="_csrf" value={csrf} />}
      {method === 'post' && act !== undefined && <input type="hidden" name="_act" value={act} />}
      {children}
    </form>
  );
}

/** An answer given on another page, carried along in a form that stores nothing. */
export function Carried({ answers, except = [] }: { answers: FormState['answers']; except?: readonly string[] }) {
  return (
    <>
      {Object.entries(answers)
        .filter(([name]) => !except.includes(name))
        .flatMap(([name, typed]) =>
          (typeof typed === 'string' ? [typed] : typed).map((value) => (
            <input type="hidden" name={name} value={value} />
          )),
        )}
    </>
  );
}

export interface BoundField {
  form: FormState;
  name: string;
  label: Words;
  hint?: Words;
  /** The label or legend is the heading of the page. */
  isHeading?: boolean;
  /** The label or legend is only read aloud, because a heading beside it asks the same. */
  isHidden?: boolean;
}

const hintOf = (words: Words) => (words === undefined ? undefined : { text: words });

/** The hint of a field, and what somebody else recorded in it meanwhile. `words` are those of its options. */
function hintAt(
  { form, name, hint }: BoundField,
  {
    words = [],
    say = (value) => value,
    none = 'nothing',
    areBoxes = false,
  }: {
    words?: readonly (Pick<OptionProps, 'value' | 'label'> | false)[];
    say?: (value: string) => string;
    none?: string;
    areBoxes?: boolean;
  } = {},
): { text: Words } | undefined {
  const recorded = recordedOf(form, name, areBoxes);
  if (recorded === null) return hintOf(hint);
  const options = words.filter((one) => one !== false);
  const labelled = recorded.map((value): Words => options.find((one) => one.value === value)?.label ?? say(value));
  return {
    text: (
      <>
        {hint}
        {hint !== undefined && <br />}
        <span class="recorded-now">
          Recorded meanwhile:{' '}
          <strong>{labelled.length === 0 ? none : labelled.map((one, index) => [index > 0 && ', ', one])}</strong>
        </span>
      </>
    ),
  };
}

const messageOf = ({ form, name }: BoundField) => {
  const error = errorOf(form, name);
  return error && { text: error.message };
};
const classOf = ({ isHeading, isHidden }: BoundField, usual?: string) =>
  isHidden ? 'govuk-visually-hidden' : isHeading ? undefined : usual;
const labelOf = (field: BoundField) => ({ text: field.label, isPageHeading: field.isHeading, classes: classOf(field) });
const legendOf = (field: BoundField) => ({
  text: field.label,
  isPageHeading: field.isHeading,
  classes: classOf(field, 'govuk-fieldset__legend--m'),
});
const wrong = (field: BoundField) => (errorOf(field.form, field.name) ? { 'aria-invalid': 'true' } : {});

export interface TextFieldProps
  extends BoundField, Pick<InputProps, 'type' | 'inputmode' | 'autocomplete' | 'spellcheck' | 'prefix' | 'suffix'> {
  /** Characters of room: the field is only as wide as its answer. */
  width?: 2 | 4 | 10 | 20;
  maxlength?: number;
}

/** A field for one line. */
export function TextField(props: TextFieldProps) {
  return (
    <Input
      name={props.name}
      label={labelOf(props)}
      hint={hintAt(props)}
      errorMessage={messageOf(props)}
      value={answerOf(props.form, props.name)}
      type={props.type}
      inputmode={props.inputmode}
      autocomplete={props.autocomplete ?? 'off'}
      spellcheck={props.spellcheck}
      prefix={props.prefix}
      suffix={props.suffix}
      classes={props.width && `govuk-input--width-${props.width}`}
      attributes={{ ...wrong(props), maxlength: props.maxlength }}
    />
  );
}

/** A field for several lines, which says how much room there is. */
export function WordsField(props: BoundField & { most: number; rows?: number }) {
  return (
    <CharacterCount
      name={props.name}
      label={labelOf(props)}
      hint={hintAt(props)}
      errorMessage={messageOf(props)}
      value={answerOf(props.form, props.name)}
      maxlength={props.most}
      rows={props.rows}
      spellcheck
      attributes={{ ...wrong(props), dir: 'auto' }}
    />
  );
}

/** Day, month and year; only the part that is wrong is marked. */
export function DateField(props: BoundField & { isBirthday?: boolean }) {
  const error = errorOf(props.form, props.name);
  return (
    <DateInput
      id={props.name}
      namePrefix={props.name}
      fieldset={{ legend: legendOf(props) }}
      hint={hintAt(props, { say: partsInWords })}
      errorMessage={messageOf(props)}
      items={(['day', 'month', 'year'] as const).map((part) => ({
        name: part,
        value: answerOf(props.form, `${props.name}-${part}`),
        // The month may be written as a word, so only the others ask for a keyboard of figures.
        inputmode: part === 'month' ? 'text' : 'numeric',
        autocomplete: props.isBirthday ? `bday-${part}` : 'off',
        classes: part === 'month' ? 'govuk-input--width-4' : undefined,
        error: error?.part === part ? true : undefined,
        attributes: error && (error.part ?? part) === part ? { 'aria-invalid': 'true' } : undefined,
      }))}
    />
  );
}

export interface OptionProps {
  value: string;
  label: Words;
  hint?: Words;
  /** Further fields, shown only while this answer is chosen. */
  reveals?: Words;
}

/** One answer among several. `small` sets them in a row, as at the desk. */
export function RadioField(props: BoundField & { options: readonly (OptionProps | false)[]; small?: boolean }) {
  return (
    <Radios
      name={props.name}
      fieldset={{ legend: legendOf(props) }}
      hint={hintAt(props, { words: props.options })}
      errorMessage={messageOf(props)}
      value={answerOf(props.form, props.name)}
      classes={props.small ? 'govuk-radios--small' : undefined}
      items={props.options.map(
        (option) =>
          option && { value: option.value, text: option.label, hint: hintOf(option.hint), conditional: option.reveals },
      )}
    />
  );
}

/** Any number of answers among several. */
export function CheckField(props: BoundField & { options: readonly (OptionProps | false)[]; small?: boolean }) {
  return (
    <Checkboxes
      name={props.name}
      fieldset={{ legend: legendOf(props) }}
      hint={hintAt(props, { words: props.options, areBoxes: true })}
      errorMessage={messageOf(props)}
      values={answersOf(props.form, props.name)}
      classes={props.small ? 'govuk-checkboxes--small' : undefined}
      items={props.options.map(
        (option) =>
          option && { value: option.value, text: option.label, hint: hintOf(option.hint), conditional: option.reveals },
      )}
    />
  );
}

const ticked = { words: [{ value: 'yes', label: 'ticked' }], none: 'not ticked', areBoxes: true };

/** One box to tick. */
export function TickField(props: Omit<BoundField, 'isHeading' | 'isHidden'>) {
  return (
    <Checkboxes
      name={props.name}
      errorMessage={messageOf(props)}
      values={answersOf(props.form, props.name)}
      items={[{ value: 'yes', text: props.label, hint: hintAt(props, ticked) }]}
    />
  );
}

/** A drop-down list, for the desk; families are given radios. */
export function SelectField(props: BoundField & { options: readonly { value: string; label: string }[] }) {
  return (
    <Select
      name={props.name}
      label={labelOf(props)}
      hint={hintAt(props, { words: props.options })}
      errorMessage={messageOf(props)}
      value={answerOf(props.form, props.name)}
      items={props.options.map(({ value, label }) => ({ value, text: label }))}
      attributes={wrong(props)}
    />
  );
}

/** A file. `accept` only helps the person choose; what arrived is checked by whoever takes it. */
/** A field for files. Of several that were sent each may have something wrong, so it says everything that is. */
export function FileField(props: BoundField & { accept?: string; multiple?: boolean }) {
  const messages = props.form.errors.filter(({ field }) => field === props.name).map(({ message }) => message);
  return (
    <FileUpload
      name={props.name}
      label={labelOf(props)}
      hint={hintOf(props.hint)}
      errorMessage={messages.length > 0 ? { text: messages.join(' ') } : undefined}
      multiple={props.multiple}
      attributes={{ ...wrong(props), accept: props.accept }}
    />
  );
}
