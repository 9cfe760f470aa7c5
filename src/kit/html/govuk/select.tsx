// A drop-down list, as govuk-frontend writes it.
import { listed, type Attributes } from '../parts.ts';
import { describedBy, LabelledField, type FieldProps } from './form-group.tsx';

export interface SelectItem {
  text?: string;
  /** Defaults to the text. */
  value?: string | number;
  selected?: boolean;
  disabled?: boolean;
  attributes?: Attributes;
}

export interface SelectProps extends FieldProps {
  items: readonly SelectItem[];
  value?: string | number;
}

/** A labelled drop-down list. */
export function Select(props: SelectProps) {
  const id = props.id || props.name;
  const isSelected = (item: SelectItem) =>
    item.selected || (Boolean(props.value) && (item.value ?? item.text) === props.value && item.selected !== false);
  return (
    <LabelledField field={props}>
      {props.formGroup?.before}
      <select
        class={listed('govuk-select', props.classes, props.errorMessage && 'govuk-select--error')}
        id={id}
        name={props.name}
        disabled={props.disabled}
        aria-describedby={describedBy(id, props.describedBy, props.hint, props.errorMessage)}
        {...props.attributes}
      >
        {props.items.map((item) => (
          <option value={item.value} selected={isSelected(item)} disabled={item.disabled} {...item.attributes}>
            {item.text}
          </option>
        ))}
      </select>
      {props.formGroup?.after}
    </LabelledField>
  );
}
