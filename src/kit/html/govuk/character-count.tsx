// A field of several lines that says how much room is left, as govuk-frontend writes it.
import { listed } from '../parts.ts';
import { Hint } from './hint.tsx';
import { Textarea, type TextareaProps } from './textarea.tsx';

export interface CharacterCountProps extends TextareaProps {
  maxlength?: number;
  maxwords?: number;
  countType?: 'characters' | 'words' | 'length';
  /** Percent of the limit after which the count is shown. */
  threshold?: number;
  /** `%{count}` stands for the limit. */
  textareaDescriptionText?: string;
  countMessage?: { classes?: string };
}

/** A text area with its limit in words below it; the script counts while typing. */
export function CharacterCount(props: CharacterCountProps) {
  const { maxlength, maxwords, threshold, countMessage, textareaDescriptionText, countType, ...rest } = props;
  const id = props.id || props.name;
  const limit = maxwords || maxlength;
  const countsBy = countType || (maxwords ? 'words' : undefined);
  const described =
    textareaDescriptionText ?? `You can enter up to %{count} ${countsBy === 'words' ? 'words' : 'characters'}`;
  return (
    <Textarea
      {...rest}
      id={id}
      describedBy={`${id}-info`}
      classes={listed('govuk-js-character-count', props.classes)}
      formGroup={{
        classes: listed('govuk-character-count', props.formGroup?.classes),
        attributes: {
          'data-module': 'govuk-character-count',
          'data-maxlength': maxlength,
          'data-maxwords': maxwords,
          'data-threshold': threshold,
          'data-count-type': countsBy,
          'data-i18n.textarea-description.other': limit ? undefined : textareaDescriptionText,
          ...props.formGroup?.attributes,
        },
        before: props.formGroup?.before,
        after: (
          <>
            <Hint
              id={`${id}-info`}
              classes={listed('govuk-character-count__message', countMessage?.classes)}
              text={limit ? described.replace('%{count}', String(limit)) : undefined}
            />
            {props.formGroup?.after}
          </>
        ),
      }}
    />
  );
}
