// The fields of the call page, step by step, and how what was typed is understood. Nothing is demanded here: a call is never complete.
import { z } from 'zod';
import { coreCodes } from '../advice/script.ts';
import type { Answers, FormError } from '../kit/forms/answers.ts';
import { email, ukPhone } from '../kit/forms/contact-fields.ts';
import { dayFields } from '../kit/forms/day-fields.ts';
import { choice, choices, tick, words } from '../kit/forms/fields.ts';
import { personName } from '../kit/forms/person-name.ts';
import { readForm, type FormSchema } from '../kit/forms/read-form.ts';
import { DECISION_KINDS, type Section } from '../law/decisions.ts';
import { holdingCapacities } from '../people/person.ts';
import {
  callers,
  formats,
  helpers,
  readBackParts,
  safeWays,
  services,
  stepNumbers,
  type Heard,
  type StepNumber,
} from './call.ts';

/** The sections that a caller can disagree with, those the Tribunal decides first. */
export const askedSections = ['B', 'F', 'I', 'C', 'D', 'G', 'H1', 'H2'] as const satisfies readonly Section[];

/** The longest words in one field: a few sentences, as they are read back. A whole report belongs to the papers. */
export const longestAnswer = 2000;

const schemas: Readonly<Record<StepNumber, FormSchema>> = {
  1: z.object({ service: choice(services) }),
  2: z.object({
    firstNames: personName(),
    lastName: personName(),
    who: choice(callers),
    basis: words(longestAnswer),
    helper: choice(helpers),
    holderIs: choice(holdingCapacities),
    holderFirstNames: personName(),
    holderLastName: personName(),
    childFirstNames: personName(),
    childLastName: personName(),
    born: dayFields(),
    authority: words(36),
  }),
  3: z.object({
    phone: ukPhone(),
    email: email(),
    address: words(500),
    safe: choices(safeWays),
    quiet: words(200),
    language: words(100),
    dialect: words(100),
    formats: choices(formats),
    needs: words(longestAnswer),
  }),
  4: z.object({
    dated: dayFields(),
    sent: dayFields(),
    decision: choice([...DECISION_KINDS, 'plan-made']),
    sections: choices(askedSections),
    seen: tick(),
    health: tick(),
    phase: tick(),
  }),
  5: z.object({ said: choices(coreCodes) }),
  6: z.object({ appeal: choice(['yes', 'no', 'unsure']) }),
  7: z.object({ mediate: choice(['yes', 'no', 'thinking']), chase: dayFields() }),
  8: z.object({ issues: words(longestAnswer), provision: words(longestAnswer), agreed: tick() }),
  9: z.object({ readBack: choices(readBackParts), wanted: tick() }),
};

interface Question {
  readonly name: string;
  readonly step: StepNumber;
  readonly schema: FormSchema;
}

/** Each field is read alone, so that one slip hides nothing else that was said. */
const questions: readonly Question[] = stepNumbers.flatMap((step) =>
  Object.entries(schemas[step].shape).map(([name, field]) => ({
    name,
    step,
    schema: z.object({ [name]: field as z.ZodType }),
  })),
);
const stepOfField = new Map(questions.map(({ name, step }) => [name, step]));

/** Gives the step on which a field is asked; what is asked beside the steps is about who is calling. */
export function stepOf(field: string): StepNumber {
  return stepOfField.get(field) ?? 2;
}

/** Understands what was typed: every value that can be understood, and what is wrong with the others. */
export function hear(answers: Answers): { readonly heard: Heard; readonly errors: readonly FormError[] } {
  const heard: Record<string, unknown> = {};
  const errors: FormError[] = [];
  for (const { name, schema } of questions) {
    const read = readForm(schema, answers);
    if (read.ok) heard[name] = (read.values as Record<string, unknown>)[name];
    else {
      errors.push(...read.errors);
      heard[name] = emptyValues[name];
    }
  }
  return { heard: heard as unknown as Heard, errors };
}

const emptyValues = Object.fromEntries(
  questions.map(({ name, schema }) => {
    const empty = readForm(schema, {});
    return [name, empty.ok ? (empty.values as Record<string, unknown>)[name] : undefined];
  }),
);

/** Keeps the answers of the call page as they were typed, and drops whatever else a form carried. */
export function answersIn(sent: unknown): Answers {
  return Object.fromEntries(questions.flatMap(({ schema }) => Object.entries(readForm(schema, sent).answers)));
}

/** Takes the answers of some steps from one place and of the others from another. */
export function mix(steps: (step: StepNumber) => boolean, here: Answers, elsewhere: Answers): Answers {
  const fieldOf = (name: string): string => name.replace(/-(day|month|year)$/, '');
  const from = (answers: Answers, wanted: boolean) =>
    Object.entries(answers).filter(([name]) => steps(stepOf(fieldOf(name))) === wanted);
  return Object.fromEntries([...from(here, true), ...from(elsewhere, false)]);
}

/** Says whether anything was typed or chosen on a step. */
export function isTouched(step: StepNumber, answers: Answers): boolean {
  return Object.entries(answers).some(
    ([name, typed]) => typed.length > 0 && stepOf(name.replace(/-(day|month|year)$/, '')) === step,
  );
}
