// The fields of the last five steps of a call: what they are told, what they wish, and what is read back.
import { coreCodes, type CoreCode } from '../../advice/script.ts';
import { CheckField, DateField, RadioField, TickField, WordsField } from '../../kit/forms/form.tsx';
import { Say } from '../../kit/html/pieces/call-parts.tsx';
import { shortDay } from '../../law/day-words.ts';
import { roadOf } from '../../referrals/road.ts';
import { speaksForThemselves, type Heard } from '../call.ts';
import { longestAnswer } from '../questions.ts';
import { decisionOf, isAboutHealth, isCertificateDue, latenessOf } from '../rules.ts';
import { readBackOf } from '../summaries.ts';
import { agreedWording, saidShort } from '../words.ts';
import { FinishButtons } from './finish.tsx';
import { keyed } from './keyed.tsx';
import type { CallView } from './view.ts';

interface Fields {
  readonly view: CallView;
}

/** The eight points of the script, with a tick for each that was said. */
export function Information({ view: { form, heard, aloud } }: Fields) {
  if (heard.who && !speaksForThemselves(heard)) return <p>Only the person themselves can be told. Ring them.</p>;
  return (
    <>
      <div class="ticks">
        <CheckField
          form={form}
          name="said"
          label="What you said"
          isHidden
          options={coreCodes.map((value) => ({
            value,
            label:
              value === 'dates' ? (
                <span id="dates-aloud" data-live>
                  {saidShort.dates} <strong>{aloud ?? 'not known without the letter'}</strong>
                </span>
              ) : (
                <span id={`said-${value}`} data-live>
                  {saidTo(value, heard)}
                </span>
              ),
          }))}
        />
      </div>
      <p class="small muted">
        “I already know, just the certificate”: “You can have it now. By law I first tell you these eight things; it
        takes a minute and a half.”
      </p>
    </>
  );
}

/** A line of the script, with the child's name once it is known; a young person hears that the views are theirs. */
function saidTo(code: CoreCode, { who, childFirstNames: child }: Heard): string {
  const whose = who === 'young-person' ? 'Your' : child ? `${child}’s` : 'The child’s';
  return saidShort[code].replace('The child’s', whose);
}

/** Whether they wish to appeal. */
export function Appeal({ view: { form } }: Fields) {
  const words = { yes: 'Yes', no: 'No', unsure: 'Not sure' };
  return (
    <RadioField
      form={form}
      name="appeal"
      label="Wishes to appeal"
      isHidden
      small
      options={keyed(['yes', 'no', 'unsure'], words)}
    />
  );
}

/** Whether they wish to mediate, and what each answer leads to. */
export function Mediation({ view }: Fields) {
  const { form, heard, chase } = view;
  const { road } = roadOf(decisionOf(heard), heard.health);
  const no = (
    <span id="no-means" data-live>
      {road === 'placement-only' ? 'No mediation' : 'No, certificate'}
    </span>
  );
  return (
    <>
      <Say>
        “Would you like to try mediation, or would you rather go without it? Either is fine, and you need not say why.”
      </Say>
      <RadioField
        form={form}
        name="mediate"
        label="Wishes to mediate"
        isHidden
        small
        options={keyed(
          ['yes', 'no', 'thinking'],
          { yes: 'Yes, mediate', no, thinking: 'Thinking it over' },
          {
            thinking: (
              <DateField
                form={form}
                name="chase"
                label="Ring again on"
                hint={
                  <span id="chase-otherwise" data-live>
                    Left empty: {shortDay(chase)}
                  </span>
                }
              />
            ),
          },
        )}
      />
      <p class="small muted" id="what-follows" data-live>
        Yes: the council is told before the call ends. No: {noWords(view)}. Thinking:{' '}
        {`ring again by ${shortDay(chase)}`}.
      </p>
    </>
  );
}

/** What a no leads to, in the words of the line below the question. */
function noWords({ heard, known }: CallView): string {
  if (!isCertificateDue({ ...heard, mediate: 'no' }) && heard.decision) return 'no certificate is needed';
  const late = latenessOf(heard, known);
  if (late === 'manager-decides') return 'a manager decides about the certificate';
  return late ? 'no certificate after a late contact' : 'the certificate goes now';
}

/** What they disagree with, for the council, where they mediate. */
export function Issues({ view: { form, heard } }: Fields) {
  return (
    <div class="stack" data-only-when="mediate" data-is="yes">
      <WordsField form={form} name="issues" label="What they disagree with" isHidden most={longestAnswer} rows={2} />
      {isAboutHealth(heard) && (
        <WordsField
          form={form}
          name="provision"
          label="What health care they want in the plan"
          most={longestAnswer}
          rows={2}
        />
      )}
      <TickField form={form} name="agreed" label={agreedWording} />
    </div>
  );
}

/** What is read back before the end, and the end. */
export function ReadBack({ view }: Fields) {
  const { form, heard, known } = view;
  const { road } = roadOf(decisionOf(heard), heard.health);
  return (
    <>
      <p class="say" id="read-back" data-live>
        “{readBackOf(heard, known) || 'Nothing to read back yet.'}”
      </p>
      <div class="ticks">
        <CheckField
          form={form}
          name="readBack"
          label="What they confirmed"
          isHidden
          options={[
            { value: 'names', label: 'Names and dates are right' },
            { value: 'way', label: 'How they want it, by e-mail or post, and in which print' },
          ]}
        />
      </div>
      {road === 'placement-only' && (
        <TickField
          form={form}
          name="wanted"
          label="They ask for a certificate all the same"
          hint="Section I only: it is not needed, and it does not move the date"
        />
      )}
      <FinishButtons view={view} />
    </>
  );
}
