// What stands around every field: the group, its label, hint and error, and the ids that tie them together.
import { listed, type Attributes, type Words } from '../parts.ts';
import { ErrorMessage, type ErrorMessageProps } from './error-message.tsx';
import { Hint, type HintProps } from './hint.tsx';
import { Label, type LabelProps } from './label.tsx';

export interface FormGroupProps {
  classes?: string;
  attributes?: Attributes;
  /** Stands just before, and just after, the field itself. */
  before?: Words;
  after?: Words;
}

export interface FieldProps {
  name: string;
  /** Defaults to the name. */
  id?: string;
  label?: LabelProps;
  hint?: HintProps;
  errorMessage?: ErrorMessageProps;
  describedBy?: string;
  formGroup?: FormGroupProps;
  classes?: string;
  attributes?: Attributes;
  disabled?: boolean;
}

/** The ids a field is described by: what the caller named, then its hint, then its error. */
export function describedBy(
  id: string,
  given: string | undefined,
  hint?: HintProps,
  error?: ErrorMessageProps,
): string | undefined {
  return listed(given, hint && `${id}-hint`, error && `${id}-error`);
}

/** The hint and the error of a field, with the ids that `describedBy` names. */
export function HintAndError({
  id,
  hint,
  errorMessage,
}: {
  id: string;
  hint?: HintProps;
  errorMessage?: ErrorMessageProps;
}) {
  return (
    <>
      {hint && <Hint {...hint} id={`${id}-hint`} />}
      {errorMessage && <ErrorMessage {...errorMessage} id={`${id}-error`} />}
    </>
  );
}

/** The box around a field or a set of fields. */
export function FormGroup({
  isWrong,
  formGroup,
  children,
}: {
  isWrong: boolean;
  formGroup?: FormGroupProps;
  children: Words;
}) {
  return (
    <div
      class={listed('govuk-form-group', isWrong && 'govuk-form-group--error', formGroup?.classes)}
      {...formGroup?.attributes}
    >
      {children}
    </div>
  );
}

/** One labelled field: group, label, hint, error, then the control. */
export function LabelledField({ field, children }: { field: FieldProps; children: Words }) {
  const id = field.id || field.name;
  return (
    <FormGroup isWrong={Boolean(field.errorMessage)} formGroup={field.formGroup}>
      <Label {...field.label} for={id} />
      <HintAndError id={id} hint={field.hint} errorMessage={field.errorMessage} />
      {children}
    </FormGroup>
  );
}
