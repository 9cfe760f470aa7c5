// What radios and checkboxes share: the frame around the list and the shape of one item.
import { isEmpty, listed, type Attributes, type Words } from '../parts.ts';
import { Fieldset, type FieldsetProps } from './fieldset.tsx';
import { describedBy, FormGroup, HintAndError, type FieldProps } from './form-group.tsx';
import { Hint, type HintProps } from './hint.tsx';
import { Label } from './label.tsx';

export interface ChoiceItem {
  value?: string | number;
  text?: Words;
  id?: string;
  checked?: boolean;
  disabled?: boolean;
  hint?: HintProps;
  label?: { classes?: string; attributes?: Attributes };
  /** Shown only while this item is chosen. */
  conditional?: Words;
  attributes?: Attributes;
  /** Words between two items, such as "or"; such an item has nothing else. */
  divider?: string;
}

export interface ChoicesProps extends Omit<FieldProps, 'label' | 'id' | 'disabled'> {
  idPrefix?: string;
  fieldset?: Omit<FieldsetProps, 'children'>;
}

type Kind = 'radios' | 'checkboxes';

/** The id of the nth item, from 0: the first has the bare prefix, so that an error can link to it. */
export function itemId(item: ChoiceItem, prefix: string, index: number): string {
  return item.id || (index === 0 ? prefix : `${prefix}-${index + 1}`);
}

/** One item with its label, hint and what it reveals. */
export function Choice({
  kind,
  item,
  id,
  name,
  isChecked,
  itemDescribedBy,
  behaviour,
}: {
  kind: Kind;
  item: ChoiceItem;
  id: string;
  name: string;
  isChecked: boolean;
  itemDescribedBy?: string;
  behaviour?: string;
}) {
  if (item.divider) return <div class={`govuk-${kind}__divider`}>{item.divider}</div>;
  const hasHint = !isEmpty(item.hint?.text);
  const reveals = !isEmpty(item.conditional);
  return (
    <>
      <div class={`govuk-${kind}__item`}>
        <input
          class={`govuk-${kind}__input`}
          id={id}
          name={name}
          type={kind === 'radios' ? 'radio' : 'checkbox'}
          value={item.value ?? ''}
          checked={isChecked}
          disabled={item.disabled}
          data-aria-controls={reveals ? `conditional-${id}` : undefined}
          data-behaviour={behaviour}
          aria-describedby={listed(itemDescribedBy, hasHint && `${id}-item-hint`)}
          {...item.attributes}
        />
        <Label
          text={item.text}
          for={id}
          classes={listed(`govuk-${kind}__label`, item.label?.classes)}
          attributes={item.label?.attributes}
        />
        {hasHint && (
          <Hint {...item.hint} id={`${id}-item-hint`} classes={listed(`govuk-${kind}__hint`, item.hint?.classes)} />
        )}
      </div>
      {reveals && (
        <div
          class={listed(`govuk-${kind}__conditional`, !isChecked && `govuk-${kind}__conditional--hidden`)}
          id={`conditional-${id}`}
        >
          {item.conditional}
        </div>
      )}
    </>
  );
}

/** The group, fieldset, hint and error around a list of choices. */
export function ChoicesFrame({ kind, props, children }: { kind: Kind; props: ChoicesProps; children: Words }) {
  const { fieldset, formGroup, hint, errorMessage } = props;
  const prefix = props.idPrefix || props.name;
  const inside = (
    <>
      <HintAndError id={prefix} hint={hint} errorMessage={errorMessage} />
      <div class={listed(`govuk-${kind}`, props.classes)} {...props.attributes} data-module={`govuk-${kind}`}>
        {formGroup?.before}
        {children}
        {formGroup?.after}
      </div>
    </>
  );
  return (
    <FormGroup isWrong={Boolean(errorMessage)} formGroup={formGroup}>
      {fieldset ? (
        <Fieldset
          {...fieldset}
          describedBy={describedBy(prefix, fieldset.describedBy || props.describedBy, hint, errorMessage)}
        >
          {inside}
        </Fieldset>
      ) : (
        inside
      )}
    </FormGroup>
  );
}
