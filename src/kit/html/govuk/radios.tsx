// A choice of one among several, as govuk-frontend writes it.
import { Choice, ChoicesFrame, itemId, type ChoiceItem, type ChoicesProps } from './choices.tsx';

export interface RadiosProps extends Omit<ChoicesProps, 'describedBy'> {
  /** An absent item is left out, so that one may stand behind a condition. */
  items: readonly (ChoiceItem | false | null | undefined)[];
  value?: string | number;
}

/** Radio buttons; none is chosen unless `value` or an item says so. */
export function Radios(props: RadiosProps) {
  const prefix = props.idPrefix || props.name;
  return (
    <ChoicesFrame kind="radios" props={props}>
      {props.items.map(
        (item, index) =>
          item && (
            <Choice
              kind="radios"
              item={item}
              id={itemId(item, prefix, index)}
              name={props.name}
              isChecked={item.checked || (Boolean(props.value) && item.value === props.value && item.checked !== false)}
            />
          ),
      )}
    </ChoicesFrame>
  );
}
