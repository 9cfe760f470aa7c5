// A choice of any number among several, as govuk-frontend writes it.
import { Choice, ChoicesFrame, itemId, type ChoiceItem, type ChoicesProps } from './choices.tsx';
import { describedBy } from './form-group.tsx';

export interface CheckboxItem extends ChoiceItem {
  name?: string;
  /** "exclusive": choosing this one clears the others. */
  behaviour?: 'exclusive';
}

export interface CheckboxesProps extends ChoicesProps {
  /** An absent item is left out, so that one may stand behind a condition. */
  items: readonly (CheckboxItem | false | null | undefined)[];
  values?: readonly (string | number)[];
}

/** Tick boxes. Without a fieldset each box names the hint and error itself. */
export function Checkboxes(props: CheckboxesProps) {
  const prefix = props.idPrefix || props.name;
  const groupDescribedBy = props.fieldset
    ? undefined
    : describedBy(prefix, props.describedBy, props.hint, props.errorMessage);
  return (
    <ChoicesFrame kind="checkboxes" props={props}>
      {props.items.map(
        (item, index) =>
          item && (
            <Choice
              kind="checkboxes"
              item={item}
              id={itemId(item, prefix, index)}
              name={item.name || props.name}
              isChecked={
                item.checked ||
                (item.checked !== false && item.value !== undefined && (props.values ?? []).includes(item.value))
              }
              itemDescribedBy={groupDescribedBy}
              behaviour={item.behaviour}
            />
          ),
      )}
    </ChoicesFrame>
  );
}
