// Everything that the call page shows, worked out before it is drawn.
import type { Row } from '../../../database/tables.ts';
import type { Answers, FormError, FormState } from '../../kit/forms/answers.ts';
import type { StepState } from '../../kit/html/pieces/call-parts.tsx';
import type { CallRow, Heard, StepNumber } from '../call.ts';
import { stepNumbers } from '../call.ts';
import { datesAloud, panelFor, type Panel } from '../panel.ts';
import { isTouched, stepOf } from '../questions.ts';
import { chaseOf, endOf, isAnswered, listen, nextStep } from '../rules.ts';
import type { MaybeKnown } from '../store.ts';
import { summaryOf, titleOf, type Known } from '../summaries.ts';
import { stepNames } from '../words.ts';

export interface StepView {
  readonly number: StepNumber;
  readonly state: StepState;
  readonly answer: string;
}

/** Another window saved meanwhile: what it saved stands beside what was typed here, field by field. */
export interface Clash {
  readonly savedAt: string;
  readonly differing: readonly { readonly step: StepNumber; readonly there: string; readonly here: string }[];
}

export interface CallView {
  readonly call: CallRow;
  readonly window: string;
  readonly form: FormState;
  readonly heard: Heard;
  readonly known: Known;
  readonly title: string;
  readonly steps: readonly StepView[];
  readonly panel: Panel;
  readonly aloud: string | null;
  /** What appeared on the page away from the field somebody types in, in the order in which it matters; for a screen reader. */
  readonly appeared: string;
  readonly end: ReturnType<typeof endOf>;
  readonly chase: ReturnType<typeof chaseOf>;
  readonly councils: readonly Pick<Row<'bodies'>, 'id' | 'name'>[];
  readonly maybeKnown: readonly MaybeKnown[];
  readonly otherCalls: readonly { readonly id: string; readonly title: string }[];
  readonly sendiass: { readonly name: string; readonly contact: string } | null;
  readonly clash: Clash | null;
  /** The end of the call was asked for, and something stands in the way. */
  readonly isRefused: boolean;
}

/** What is looked up around the answers. */
export type Looked = Pick<CallView, 'call' | 'window' | 'councils' | 'maybeKnown' | 'otherCalls' | 'sendiass'> & {
  readonly known: Omit<Known, 'councilName'>;
};

/** Works out the page for these answers. `errors` are what the end of the call was refused for, besides what cannot be understood. */
export function viewOf(
  looked: Looked,
  answers: Answers,
  {
    errors: refused = [],
    clash = null,
  }: { readonly errors?: readonly FormError[]; readonly clash?: Clash | null } = {},
): CallView {
  const { heard, errors: misheard } = listen(answers, looked.known);
  const councilName = looked.councils.find(({ id }) => id === heard.authority)?.name ?? '';
  const known: Known = { ...looked.known, councilName };
  const errors = [...misheard, ...refused.filter(({ field }) => !misheard.some((one) => one.field === field))];
  const panel = panelFor(heard, known);
  return {
    ...looked,
    known,
    heard,
    form: { answers, errors },
    title: titleOf(heard),
    steps: stepsOf(heard, answers, errors, known),
    panel,
    aloud: datesAloud(heard, known),
    appeared: appearedOf(errors, looked.maybeKnown.length > 0, panel),
    end: endOf(heard, known),
    chase: chaseOf(heard, known),
    clash,
    isRefused: refused.length > 0,
  };
}

function appearedOf(errors: readonly FormError[], isMaybeKnown: boolean, { road, dates }: Panel): string {
  return [
    ...errors.map(({ field, message }) => `Step ${stepOf(field)}, ${stepNames[stepOf(field)]}: ${message}.`),
    ...(isMaybeKnown ? ['We may know this caller: recognise them in the panel, F4.'] : []),
    ...(road ? [`Road: ${road.title}.`] : []),
    ...dates.map(({ what, inTime, day, tag }) =>
      [`${what} ${day}`, tag, inTime === undefined ? null : inTime ? 'this call is in time' : 'this call is late']
        .filter(Boolean)
        .join(', ')
        .concat('.'),
    ),
  ]
    .join(' ')
    .replaceAll('..', '.');
}

function stepsOf(heard: Heard, answers: Answers, errors: readonly FormError[], known: Known): readonly StepView[] {
  const wrong = new Set(errors.map(({ field }) => stepOf(field)));
  const now = nextStep(heard, wrong);
  const asked = heard.service === 'sendiass' ? ([1] as const) : stepNumbers;
  return asked.map((number) => ({
    number,
    state:
      number === now
        ? 'now'
        : !wrong.has(number) && isAnswered(number, heard)
          ? 'done'
          : isTouched(number, answers)
            ? 'part'
            : 'to-come',
    answer: summaryOf(number, heard, known),
  }));
}

/** Compares what this window typed with what another saved, step by step, in the words of the folded lines. */
export function clashOf(savedAt: string, here: Answers, there: Answers, known: Known): Clash {
  const mine = listen(here, known).heard;
  const theirs = listen(there, known).heard;
  const lines = stepNumbers.map((step) => ({
    step,
    there: summaryOf(step, theirs, known),
    here: summaryOf(step, mine, known),
  }));
  return { savedAt, differing: lines.filter((line) => line.there !== line.here) };
}
