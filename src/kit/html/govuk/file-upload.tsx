// A field for a file, as govuk-frontend writes it without script.
import { listed } from '../parts.ts';
import { describedBy, LabelledField, type FieldProps } from './form-group.tsx';

export interface FileUploadProps extends FieldProps {
  multiple?: boolean;
}

/** A labelled field for one file or several. A browser never shows a chosen file again, so there is no value. */
export function FileUpload(props: FileUploadProps) {
  const id = props.id || props.name;
  return (
    <LabelledField field={props}>
      {props.formGroup?.before}
      <input
        class={listed('govuk-file-upload', props.classes, props.errorMessage && 'govuk-file-upload--error')}
        id={id}
        name={props.name}
        type="file"
        disabled={props.disabled}
        multiple={props.multiple}
        aria-describedby={describedBy(id, props.describedBy, props.hint, props.errorMessage)}
        {...props.attributes}
      />
      {props.formGroup?.after}
    </LabelledField>
  );
}
