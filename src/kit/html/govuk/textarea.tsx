// A field for several lines of words, as govuk-frontend writes it.
import { listed, type Attributes } from '../parts.ts';
import { describedBy, LabelledField, type FieldProps } from './form-group.tsx';

export interface TextareaProps extends FieldProps {
  value?: string;
  rows?: number | string;
  autocomplete?: string;
  spellcheck?: boolean;
}

/** A labelled field of several lines. */
export function Textarea(props: TextareaProps) {
  const id = props.id || props.name;
  const written: Attributes = {
    spellcheck: props.spellcheck === undefined ? undefined : String(props.spellcheck),
    autocomplete: props.autocomplete || undefined,
  };
  return (
    <LabelledField field={props}>
      {props.formGroup?.before}
      <textarea
        class={listed('govuk-textarea', props.errorMessage && 'govuk-textarea--error', props.classes)}
        id={id}
        name={props.name}
        rows={Number(props.rows || 5)}
        disabled={props.disabled}
        aria-describedby={describedBy(id, props.describedBy, props.hint, props.errorMessage)}
        {...written}
        {...props.attributes}
      >
        {/* A browser drops one line end after the opening tag; a second keeps an answer that begins with one. */}
        {props.value?.startsWith('\n') ? `\n${props.value}` : props.value}
      </textarea>
      {props.formGroup?.after}
    </LabelledField>
  );
}
