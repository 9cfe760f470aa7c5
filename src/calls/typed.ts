// Everything that was typed in a call, line by line: what an adviser has before them once the call went on in a case that we had.
import { answerOf, type Answers } from '../kit/forms/answers.ts';
import { shortDay } from '../law/day-words.ts';
import { stepNumbers, type Heard } from './call.ts';
import { hear, isTouched, stepOf } from './questions.ts';
import { summaryOf, type Known } from './summaries.ts';
import { agreedWording, helperWords, holderWords, stepNames } from './words.ts';

export interface TypedLine {
  readonly what: string;
  readonly words: string;
}

/** Steps of which the line says what was typed; of the others it says what they are for. */
const saidInALine = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly (typeof stepNumbers)[number][];

/** Gives every answer of a call: each step in its line, what that line leaves out in full, and what could not be understood as it was typed. */
export function typedIn(answers: Answers, known: Known): readonly TypedLine[] {
  const { heard, errors } = hear(answers);
  return [
    ...saidInALine
      .filter((step) => isTouched(step, answers))
      .map((step) => ({ what: stepNames[step], words: summaryOf(step, heard, known) })),
    ...besideTheLines(heard),
    ...errors.map(({ field }) => ({
      what: `${stepNames[stepOf(field)]}: not understood, as it was typed`,
      words: asTyped(answers, field),
    })),
  ].filter(({ words }) => words.trim() !== '');
}

function besideTheLines(heard: Heard): readonly TypedLine[] {
  const { helper, holderIs, health, phase, agreed, wanted, dated, sent } = heard;
  const lines: readonly (readonly [what: string, words: string])[] = [
    ['On what basis they act', heard.basis],
    ['Who is calling for them', helper ? helperWords[helper] : ''],
    ['They are calling for', holderIs ? holderWords[holderIs] : ''],
    ['Postal address', heard.address],
    ['Not at these times', heard.quiet],
    ['What else they need to take part', heard.needs],
    ['The letter was sent', dated && sent ? shortDay(sent) : ''],
    ['Part of it', [health && 'health care', phase && 'moving to another phase'].filter(Boolean).join(', ')],
    ['What they disagree with', heard.issues],
    ['What health care they want in the plan', heard.provision],
    ['What may be sent', agreed ? agreedWording : ''],
    ['Certificate', wanted ? 'They ask for one all the same' : ''],
  ];
  return lines.map(([what, words]) => ({ what, words }));
}

/** A field as it was typed: a day in its three parts. */
function asTyped(answers: Answers, field: string): string {
  return [field, `${field}-day`, `${field}-month`, `${field}-year`]
    .map((name) => answerOf({ answers, errors: [] }, name))
    .filter(Boolean)
    .join(' ');
}
