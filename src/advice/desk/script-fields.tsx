// The script as the adviser reads it: the spoken core with the right-holder's own dates inserted, a tick beside each line; the rest, which goes in writing.
import { Temporal } from 'temporal-polyfill';
import { errorOf, answersOf, type FormState } from '../../kit/forms/answers.ts';
import { dayInWords } from '../../law/day-words.ts';
import { displayDates } from '../../law/display-dates.ts';
import type { AppealAnswer } from '../../law/tribunal-appeal.ts';
import { timeInWords } from '../../law/appeal-explanation.ts';
import type { CaseView, HolderView } from '../../cases/desk/case-view.ts';
import { currentScript, restCodes, writtenCode, type SaidCode } from '../script.ts';

/** The right-holder's own dates as sentences to read aloud. Only what is certain is said, and never another month as of right. */
export function datesToRead(view: CaseView, { clocks }: HolderView, sendDays: number): string[] {
  const contact = clocks.find(({ kind }) => kind === 'contact-adviser');
  const appeal = clocks.find(({ kind }) => kind === 'appeal')?.answer as AppealAnswer | undefined;
  const lines: string[] = [];
  if (contact?.answer?.deadline && contact.metOn)
    lines.push(
      contact.late
        ? `The two months for contacting us ended on ${dayInWords(contact.answer.deadline)}. Send your appeal now, and ask the Tribunal’s permission.`
        : `You contacted us on ${dayInWords(contact.metOn)}. That was in time: the last day ${Temporal.PlainDate.compare(view.today, contact.answer.deadline) > 0 ? 'was' : 'is'} ${dayInWords(contact.answer.deadline)}.`,
    );
  if (appeal?.standing === 'dated') {
    const shown = displayDates(appeal, view.law, sendDays);
    if (shown?.sendBy.deadline && shown.receivedBy.deadline)
      lines.push(
        `If you appeal: as things stand, send it by ${dayInWords(shown.sendBy.deadline)}. It must be received by ${timeInWords(appeal.cutOff)} on ${dayInWords(shown.receivedBy.deadline)}.`,
      );
  } else if (appeal) lines.push(...appeal.notes);
  if (lines.length === 0)
    lines.push(
      'I do not know the date on your letter yet, so I cannot say your dates. Please tell me when you have it.',
    );
  return lines;
}

/** The ticks. `isShort` leaves the rest out, which goes in writing all the same. */
export function ScriptFields({
  form,
  dates,
  isShort = false,
}: {
  form: FormState;
  dates: readonly string[];
  isShort?: boolean;
}) {
  const error = errorOf(form, 'said');
  const ticked = new Set(answersOf(form, 'said'));
  return (
    <div class={error ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'}>
      <fieldset aria-describedby={error ? 'said-error' : undefined}>
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
          The core, spoken in about ninety seconds: tick each line when it was said
        </legend>
        {error && (
          <p class="govuk-error-message" id="said-error">
            <span class="govuk-visually-hidden">Error:</span> {error.message}
          </p>
        )}
        <ol class="script">
          {currentScript.core.map(({ code, say, inShort, withDates }, index) => (
            <li>
              <Tick
                code={code}
                id={index === 0 ? 'said' : `said-${code}`}
                isTicked={ticked.has(code)}
                label={inShort}
              />
              <p class="script__say">“{say}”</p>
              {withDates && dates.map((line) => <p class="script__say script__say--own">“{line}”</p>)}
            </li>
          ))}
        </ol>
        {!isShort && (
          <details class="govuk-details">
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text">
                The rest: it goes in writing; tick what was said aloud too
              </span>
            </summary>
            <ol class="script">
              {restCodes.map((code) => (
                <li>
                  <Tick code={code} id={`said-${code}`} isTicked={ticked.has(code)} label={currentScript.rest[code]} />
                </li>
              ))}
            </ol>
          </details>
        )}
        {!isShort && (
          <div class="script__or">
            Or, instead of a conversation:{' '}
            <Tick
              code={writtenCode}
              id={`said-${writtenCode}`}
              isTicked={ticked.has(writtenCode)}
              label="all of it was sent in writing, and they said that they have it"
            />
          </div>
        )}
      </fieldset>
    </div>
  );
}

function Tick({ code, id, isTicked, label }: { code: SaidCode; id: string; isTicked: boolean; label: string }) {
  return (
    <div class="govuk-checkboxes__item">
      <input class="govuk-checkboxes__input" type="checkbox" id={id} name="said" value={code} checked={isTicked} />
      <label class="govuk-label govuk-checkboxes__label" for={id}>
        {label}
      </label>
    </div>
  );
}
