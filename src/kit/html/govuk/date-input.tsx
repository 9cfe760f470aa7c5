// Day, month and year as three short fields, as govuk-frontend writes it.
import { listed, type Attributes } from '../parts.ts';
import { Fieldset, type FieldsetProps } from './fieldset.tsx';
import { describedBy, FormGroup, HintAndError, type FieldProps } from './form-group.tsx';
import { Input } from './input.tsx';

export interface DateInputItem {
  name: string;
  id?: string;
  label?: string;
  value?: string | number;
  classes?: string;
  inputmode?: string;
  pattern?: string;
  autocomplete?: string;
  attributes?: Attributes;
  /** Marks this part as wrong; when no part is marked, an error marks all of them. */
  error?: boolean;
}

export interface DateInputProps extends Omit<FieldProps, 'name' | 'label' | 'id' | 'describedBy' | 'disabled'> {
  id: string;
  /** Names become prefix-day, prefix-month, prefix-year. */
  namePrefix?: string;
  items?: readonly DateInputItem[];
  /** By full name, with the prefix. */
  values?: Readonly<Record<string, string | number | undefined>>;
  fieldset?: Omit<FieldsetProps, 'children'>;
}

const DAY_MONTH_YEAR: readonly DateInputItem[] = [{ name: 'day' }, { name: 'month' }, { name: 'year' }];
const isMarked = (item: DateInputItem) => Boolean(item.error || item.classes?.includes('govuk-input--error'));

function Part({ item, props, anyMarked }: { item: DateInputItem; props: DateInputProps; anyMarked: boolean }) {
  const name = props.namePrefix ? `${props.namePrefix}-${item.name}` : item.name;
  const isWrong = isMarked(item) || (item.error !== false && props.errorMessage !== undefined && !anyMarked);
  const has = (part: string) => item.classes?.includes(part) ?? false;
  const isYear = /(^|-)year$/.test(item.name);
  return (
    <div class="govuk-date-input__item">
      <Input
        label={{
          text: item.label || item.name.charAt(0).toUpperCase() + item.name.slice(1).toLowerCase(),
          classes: 'govuk-date-input__label',
        }}
        id={item.id || `${props.id}-${item.name}`}
        name={name}
        classes={listed(
          'govuk-date-input__input',
          isWrong && !has('govuk-input--error') && 'govuk-input--error',
          !has('govuk-input--width-') && `govuk-input--width-${isYear ? 4 : 2}`,
          item.classes,
        )}
        value={item.value ?? props.values?.[name]}
        inputmode={item.inputmode || 'numeric'}
        autocomplete={item.autocomplete}
        pattern={item.pattern}
        attributes={item.attributes}
      />
    </div>
  );
}

/** Three fields for a date, in a fieldset that names it. */
export function DateInput(props: DateInputProps) {
  const { id, fieldset, formGroup, hint, errorMessage } = props;
  const items = props.items && props.items.length > 0 ? props.items : DAY_MONTH_YEAR;
  const anyMarked = items.some(isMarked);
  const inside = (
    <>
      <HintAndError id={id} hint={hint} errorMessage={errorMessage} />
      <div class={listed('govuk-date-input', props.classes)} {...props.attributes} id={id || undefined}>
        {formGroup?.before}
        {items.map((item) => (
          <Part item={item} props={props} anyMarked={anyMarked} />
        ))}
        {formGroup?.after}
      </div>
    </>
  );
  return (
    <FormGroup isWrong={Boolean(errorMessage)} formGroup={formGroup}>
      {fieldset ? (
        // The role makes one screen reader announce the description of a fieldset of text fields.
        <Fieldset {...fieldset} role="group" describedBy={describedBy(id, fieldset.describedBy, hint, errorMessage)}>
          {inside}
        </Fieldset>
      ) : (
        inside
      )}
    </FormGroup>
  );
}
