// The child's birth date among the answers of a draft: what a link asks for before it opens anything.
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Answers } from '../kit/forms/answers.ts';
import { dayFields } from '../kit/forms/day-fields.ts';
import { readForm } from '../kit/forms/read-form.ts';

const schema = z.object({ born: dayFields() });

/** Gives it; null while it is not known. */
export function bornOf(answers: Answers): Temporal.PlainDate | null {
  const read = readForm(schema, answers);
  return (read.ok && read.values.born) || null;
}
