// Several questions, one a page: which comes next, which came before, how far along, what was answered. Pure: the caller stores the answers.
import type { Words } from '../html/parts.ts';
import type { Answers, FormState } from './answers.ts';
import { readForm, type FormSchema, type ReadForm } from './read-form.ts';

/** Ends a journey early, from `next`. */
export const END = Symbol('end of the journey');

export interface Question<Values> {
  /** Its place in the address. */
  slug: string;
  /** As the page's title says it. */
  title: string;
  /** The part of the journey it belongs to, for the progress line; questions of one part stand together. Defaults to itself. */
  part?: string;
  /** Reads its answers; the keys of all questions are different. */
  schema: FormSchema<Partial<Values>>;
  /** Its fields. */
  view: (page: { form: FormState; values: Partial<Values> }) => Words;
  /** Whether it is asked at all, given what was answered before it. */
  show?: (values: Partial<Values>) => boolean;
  /** The question to ask after it, which must stand later in the list; by default the next one that is shown. */
  next?: (values: Partial<Values>) => string | typeof END | undefined;
  /** What "check your answers" says for it; leave it out for a question that is not repeated there. */
  says?: (values: Partial<Values>) => Words;
  whyWeAsk?: Words;
}

export interface Walked<Values> {
  /** The questions answered so far, in order. */
  answered: readonly Question<Values>[];
  /** The question to ask now; null when the journey is complete. */
  open: Question<Values> | null;
  /** The values of all answered questions. */
  values: Partial<Values>;
}

export interface Journey<Values> {
  id: string;
  questions: readonly Question<Values>[];
  /** Follows the answers from the start to the first question that has no good answer. */
  walk(answers: Answers): Walked<Values>;
  /** The question of that address if it may be opened: it is answered, or it is the one to ask now. Otherwise null: send the person to `walk().open`. */
  openable(answers: Answers, slug: string): Question<Values> | null;
  /** The question after this one on the road these answers take; null when this was the last. */
  nextAfter(answers: Answers, slug: string): Question<Values> | null;
  /** The question before this one; null when this is the first. */
  before(answers: Answers, slug: string): Question<Values> | null;
  /** This part from 1, of how many on the road as it looks now, and its name. */
  progress(answers: Answers, slug: string): { part: number; of: number; words: string };
  /** Reads one question's form into the answers; the answers of that question alone are replaced. */
  answer(answers: Answers, slug: string, body: unknown): ReadForm<Partial<Values>>;
  /** The answers to this journey's questions in an address or a stored draft; anything else in it is dropped. */
  answersIn(sent: unknown): Answers;
  /** The rows of "check your answers", in order. */
  rows(answers: Answers): { slug: string; title: string; says: Words }[];
  /** Only the answers of questions on the road taken: what may be stored in the end. */
  kept(answers: Answers): Answers;
}

/** Whether this typed name belongs to this key: `born`, `born-day`. */
const belongs = (name: string, key: string) =>
  name === key || ['day', 'month', 'year'].some((part) => name === `${key}-${part}`);
const keysOf = (question: Question<never> | { schema: FormSchema }) => Object.keys(question.schema.shape);
const answersFor = (answers: Answers, question: { schema: FormSchema }): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => keysOf(question).some((key) => belongs(name, key))));

/**
 * Defines a journey. Throws at once when two questions share an address or a key, since answers would overwrite each other.
 */
export function defineJourney<Values>({
  id,
  questions,
}: {
  id: string;
  questions: readonly Question<Values>[];
}): Journey<Values> {
  const seen = new Set<string>();
  for (const question of questions) {
    for (const name of [`/${question.slug}`, ...keysOf(question)]) {
      if (seen.has(name)) throw new Error(`Journey ${id} uses ${name} twice.`);
      seen.add(name);
    }
  }

  /** The question that follows, given values of everything before; null at the end. */
  const following = (from: number, values: Partial<Values>): number | null => {
    const said = from < 0 ? undefined : questions[from]!.next?.(values);
    if (said === END) return null;
    if (said !== undefined) {
      const to = questions.findIndex(({ slug }) => slug === said);
      if (to <= from)
        throw new Error(`Journey ${id}: ${questions[from]!.slug} leads to ${said}, which does not come after it.`);
      return to;
    }
    const to = questions.findIndex(({ show }, index) => index > from && (show?.(values) ?? true));
    return to < 0 ? null : to;
  };

  const walk = (answers: Answers): Walked<Values> => {
    const answered: Question<Values>[] = [];
    let values: Partial<Values> = {};
    let at = following(-1, values);
    while (at !== null) {
      const question = questions[at]!;
      const read = readForm(question.schema, answers);
      if (!read.ok || !isAsked(question, answers)) return { answered, open: question, values };
      values = { ...values, ...read.values };
      answered.push(question);
      at = following(at, values);
    }
    return { answered, open: null, values };
  };

  /** A question whose every field may be left still has to be shown once, so `answer` notes that it was. */
  const isAsked = (question: Question<Values>, answers: Answers): boolean =>
    Object.keys(answersFor(answers, question)).length > 0 || readAsked(answers).includes(question.slug);

  /** The road as it looks now: what was answered, what is open, and what would follow if nothing changed its course. */
  const road = (answers: Answers): readonly Question<Values>[] => {
    const { answered, open, values } = walk(answers);
    const ahead: Question<Values>[] = [];
    let at = open ? questions.indexOf(open) : null;
    while (at !== null) {
      ahead.push(questions[at]!);
      at = following(at, values);
    }
    return [...answered, ...ahead];
  };

  const stepOnRoad = (answers: Answers, slug: string, by: 1 | -1): Question<Values> | null => {
    const taken = road(answers);
    const here = taken.findIndex((question) => question.slug === slug);
    return here < 0 ? null : (taken[here + by] ?? null);
  };

  const find = (slug: string): Question<Values> => {
    const question = questions.find((one) => one.slug === slug);
    if (!question) throw new Error(`Journey ${id} has no question ${slug}.`);
    return question;
  };

  return {
    id,
    questions,
    walk,
    openable(answers, slug) {
      const { answered, open } = walk(answers);
      return [...answered, open].find((question) => question?.slug === slug) ?? null;
    },
    nextAfter: (answers, slug) => stepOnRoad(answers, slug, 1),
    before: (answers, slug) => stepOnRoad(answers, slug, -1),
    progress(answers, slug) {
      const partOf = ({ part, title }: Question<Values>) => part ?? title;
      const parts = [...new Set(road(answers).map(partOf))];
      const words = partOf(find(slug));
      return { part: Math.max(1, parts.indexOf(words) + 1), of: parts.length, words };
    },
    answer(answers, slug, body) {
      const question = find(slug);
      const read = readForm(question.schema, body);
      const others = Object.fromEntries(
        Object.entries(answers).filter(([name]) => !keysOf(question).some((key) => belongs(name, key))),
      );
      const askedBefore = readAsked(answers).filter((one) => one !== slug);
      const isLeft = read.ok && Object.keys(read.answers).length === 0;
      const asked = isLeft ? [...askedBefore, slug] : askedBefore;
      const { [ASKED]: _, ...rest } = others;
      const merged: Answers = { ...rest, ...read.answers, ...(asked.length > 0 && { [ASKED]: asked }) };
      return read.ok ? { ok: true, values: read.values, answers: merged } : { ...read, answers: merged };
    },
    answersIn(sent) {
      const known = questions.map((question) => readForm(question.schema, sent).answers);
      const slugs =
        typeof sent === 'object' && sent !== null && Object.hasOwn(sent, ASKED)
          ? (sent as Record<string, unknown>)[ASKED]
          : [];
      const asked = [slugs]
        .flat()
        .filter((slug): slug is string => questions.some((question) => question.slug === slug));
      return Object.assign({}, ...known, asked.length > 0 && { [ASKED]: asked }) as Answers;
    },
    rows(answers) {
      const { answered, values } = walk(answers);
      return answered.flatMap(({ slug, title, says }) => (says ? [{ slug, title, says: says(values) }] : []));
    },
    kept(answers) {
      return Object.assign({}, ...walk(answers).answered.map((question) => answersFor(answers, question))) as Answers;
    },
  };
}

/** The name under which a journey notes the questions that were answered by leaving every field. */
export const ASKED = 'asked';

function readAsked(answers: Answers): readonly string[] {
  const asked = answers[ASKED];
  return asked === undefined ? [] : typeof asked === 'string' ? [asked] : asked;
}
