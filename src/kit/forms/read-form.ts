// Reads a form that a browser sent: answers kept as typed, values checked by a schema, errors in our own words.
// It reads no files; an upload has its own road.
import type { z } from 'zod';
import type { Answers, FormError } from './answers.ts';

/** More than anybody types into one field; a longer answer is cut when it is shown again, and refused. */
const MOST_CHARACTERS = 50_000;
/** More than any list of ours has; a page cannot be made to check thousands. */
const MOST_REPEATS = 100;
const DATE_PARTS = ['day', 'month', 'year'] as const;

const SAID_BADLY = 'Some letters in this answer did not arrive properly. Please type it again.';
const TOO_LONG = 'This answer is too long for us to keep. Please make it shorter.';
const TOO_MANY = 'There are too many answers here. Please choose fewer.';
const LOOK_AGAIN = 'Please look at this answer again.';

/** A schema for one form: one key for each question, built with the fields of `fields.ts`. */
// oxlint-disable-next-line typescript/no-explicit-any -- zod's own constraint for "an object schema of any shape"
export type FormSchema<Values = any> = z.ZodObject<any> & z.ZodType<Values>;

export type ReadForm<Values> =
  { ok: true; values: Values; answers: Answers } | { ok: false; errors: readonly FormError[]; answers: Answers };

/** Text as it may be shown and stored: no NUL, whole characters, line ends as one. */
function shown(typed: string): string {
  return typed.slice(0, MOST_CHARACTERS).toWellFormed().replaceAll('\0', '').replace(/\r\n?/g, '\n');
}

/** What is wrong with a string before anybody asks what it means; browsers never send these by themselves. */
function badly(typed: string): string | undefined {
  if (typed.length > MOST_CHARACTERS) return TOO_LONG;
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for; tab and line ends are fine
  if (!typed.isWellFormed() || /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd]/.test(typed)) return SAID_BADLY;
  return undefined;
}

function ownValue(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null && Object.hasOwn(body, name)
    ? (body as Record<string, unknown>)[name]
    : undefined;
}

interface Taken {
  typed: string | string[] | undefined;
  problem?: string;
}

/** Takes one field from the body: a string, or a list of them. Anything else counts as no answer. */
function take(body: unknown, name: string): Taken {
  const sent = ownValue(body, name);
  const list = Array.isArray(sent)
    ? sent.filter((one) => typeof one === 'string')
    : typeof sent === 'string'
      ? [sent]
      : [];
  if (list.length === 0) return { typed: undefined };
  const problem = list.length > MOST_REPEATS ? TOO_MANY : list.map(badly).find(Boolean);
  const kept = list.slice(0, MOST_REPEATS).map(shown);
  return { typed: kept.length === 1 ? kept[0] : kept, problem };
}

/**
 * Reads a form's body (from a POST, or a query string) by its schema.
 * A key `born` is read from `born`, or from `born-day`, `born-month` and `born-year` when those were sent.
 * Fields the schema does not know are dropped. Errors come in the order of the schema's keys, one for each.
 */
export function readForm<Schema extends FormSchema>(schema: Schema, body: unknown): ReadForm<z.output<Schema>> {
  const answers: Record<string, string | string[]> = {};
  const input: Record<string, unknown> = {};
  const problems = new Map<string, FormError>();

  for (const field of Object.keys(schema.shape)) {
    const parts = DATE_PARTS.map((part) => ({ part, name: `${field}-${part}`, ...take(body, `${field}-${part}`) }));
    const whole = take(body, field);
    if (parts.some(({ typed }) => typed !== undefined)) {
      for (const { name, typed } of parts) if (typed !== undefined) answers[name] = typed;
      input[field] = Object.fromEntries(
        parts.map(({ part, typed }) => [part, typeof typed === 'string' ? typed : (typed?.[0] ?? '')]),
      );
    } else if (whole.typed !== undefined) {
      answers[field] = whole.typed;
      input[field] = whole.typed;
    } else input[field] = undefined;
    const bad = parts.find(({ problem }) => problem);
    if (bad?.problem) problems.set(field, { field, part: bad.part, message: bad.problem });
    else if (whole.problem) problems.set(field, { field, message: whole.problem });
  }

  const parsed = schema.safeParse(input);
  if (parsed.success && problems.size === 0) return { ok: true, values: parsed.data, answers };

  for (const issue of parsed.error?.issues ?? []) {
    const [field, part] = issue.path.map(String);
    if (field === undefined || problems.has(field)) continue;
    problems.set(field, {
      field,
      ...(part && { part }),
      message: issue.code === 'custom' ? issue.message : LOOK_AGAIN,
    });
  }
  const order = Object.keys(schema.shape);
  const errors = [...problems.values()].sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
  return { ok: false, errors, answers };
}
