// What somebody typed, kept exactly enough to show it to them again: flat names, strings only.
import { dayMeaningOf, meaningOf } from './meaning.ts';

/** A form's typed answers: `name`, `born-day`; a list where the same field was sent more than once. */
export type Answers = Readonly<Record<string, string | readonly string[]>>;

/** What is wrong with one field. `part` is the part of a date that is wrong. */
export interface FormError {
  field: string;
  part?: string;
  message: string;
}

/** A form as a page shows it: what was typed, and what is wrong with it. */
export interface FormState {
  answers: Answers;
  errors: readonly FormError[];
  /** What somebody else recorded while this was typed: each field that differs says so, and keeps both. */
  recorded?: Answers;
}

/** A form that nobody has filled in, or that is filled in from what we know. */
export function formOf(answers: Answers = {}): FormState {
  return { answers, errors: [] };
}

/** The answer of a field as one string; '' when there is none. */
export function answerOf(form: FormState, field: string): string {
  const typed = Object.hasOwn(form.answers, field) ? form.answers[field] : undefined;
  return (typeof typed === 'string' ? typed : typed?.[0]) ?? '';
}

/** Every answer of a field that may be given more than once. */
export function answersOf(form: FormState, field: string): readonly string[] {
  const typed = Object.hasOwn(form.answers, field) ? form.answers[field] : undefined;
  return typed === undefined ? [] : typeof typed === 'string' ? [typed] : typed;
}

/**
 * What is recorded now in a field, where that means something else than what was typed: its values, or its day, month and year; null where
 * both mean the same.
 * A field of which nothing is said is never recorded, but for boxes (`mayBeAbsent`): one that is not ticked is not sent.
 */
export function recordedOf(form: FormState, field: string, mayBeAbsent = false): readonly string[] | null {
  const { recorded: answers } = form;
  if (!answers || !(mayBeAbsent || Object.hasOwn(answers, field) || Object.hasOwn(answers, `${field}-day`)))
    return null;
  const recorded = valuesIn(answers, field);
  const meant = new Set(valuesIn(form.answers, field).map(({ means }) => means));
  const isSame = recorded.length === meant.size && recorded.every(({ means }) => meant.has(means));
  return isSame ? null : recorded.map(({ typed }) => typed);
}

/** The values of a field, or its day as one: as it was typed, and what it means. Empty ones are none. */
function valuesIn(answers: Answers, field: string): { readonly typed: string; readonly means: string }[] {
  const part = (name: string): string => answerOf({ answers, errors: [] }, `${field}-${name}`);
  const day = [part('day'), part('month'), part('year')] as const;
  if (day.some(Boolean)) return [{ typed: day.join(' '), means: dayMeaningOf(day) }];
  const values = answersOf({ answers, errors: [] }, field).map((value) => value.trim());
  return values.filter(Boolean).map((typed) => ({ typed, means: meaningOf(typed) }));
}

/** The first error of a field. */
export function errorOf(form: FormState, field: string): FormError | undefined {
  return form.errors.find((error) => error.field === field);
}

/** The summary at the top of the page: each error linked to its field. The same words are not said twice. */
export function summaryOf(form: FormState): { text: string; href: string }[] {
  return form.errors.map(({ field, part, message }) => ({
    text: message,
    href: `#${part ? `${field}-${part}` : field}`,
  }));
}

/** The answers as the query of an address, in a fixed order, so that the same answers make the same address. */
export function addressOf(path: string, answers: Answers): string {
  const query = new URLSearchParams();
  for (const [name, typed] of Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const one of typeof typed === 'string' ? [typed] : typed) query.append(name, one);
  }
  return query.size > 0 ? `${path}?${query}` : path;
}
