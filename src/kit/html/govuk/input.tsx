// A one-line text field, as govuk-frontend writes it.
import { isEmpty, listed, type Attributes, type Words } from '../parts.ts';
import { describedBy, LabelledField, type FieldProps } from './form-group.tsx';

export interface AffixProps {
  text?: Words;
  classes?: string;
  attributes?: Attributes;
}

export interface InputProps extends FieldProps {
  value?: string | number;
  type?: 'text' | 'email' | 'tel' | 'password' | 'search' | 'url' | 'number';
  inputmode?: string;
  autocomplete?: string;
  autocapitalize?: string;
  pattern?: string;
  spellcheck?: boolean;
  prefix?: AffixProps;
  suffix?: AffixProps;
  inputWrapper?: { classes?: string; attributes?: Attributes };
}

const Affix = ({ affix, kind }: { affix: AffixProps; kind: 'prefix' | 'suffix' }) => (
  <div class={listed(`govuk-input__${kind}`, affix.classes)} aria-hidden="true" {...affix.attributes}>
    {affix.text}
  </div>
);

/** A labelled text field. */
export function Input(props: InputProps) {
  const { prefix, suffix, formGroup, inputWrapper } = props;
  const id = props.id || props.name;
  const written: Attributes = {
    type: props.type || 'text',
    spellcheck: props.spellcheck === undefined ? undefined : String(props.spellcheck),
    autocomplete: props.autocomplete,
    autocapitalize: props.autocapitalize,
    inputmode: props.inputmode,
    pattern: props.pattern,
  };
  const input = (
    <input
      class={listed('govuk-input', props.classes, props.errorMessage && 'govuk-input--error')}
      id={id}
      name={props.name}
      value={props.value}
      disabled={props.disabled}
      aria-describedby={describedBy(id, props.describedBy, props.hint, props.errorMessage)}
      {...written}
      {...props.attributes}
    />
  );
  const isWrapped = [prefix?.text, suffix?.text, formGroup?.before, formGroup?.after].some((words) => !isEmpty(words));
  return (
    <LabelledField field={props}>
      {isWrapped ? (
        <div class={listed('govuk-input__wrapper', inputWrapper?.classes)} {...inputWrapper?.attributes}>
          {formGroup?.before}
          {prefix && !isEmpty(prefix.text) && <Affix affix={prefix} kind="prefix" />}
          {input}
          {suffix && !isEmpty(suffix.text) && <Affix affix={suffix} kind="suffix" />}
          {formGroup?.after}
        </div>
      ) : (
        input
      )}
    </LabelledField>
  );
}
