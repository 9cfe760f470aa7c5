// Says what an answer of the law is: a date with its safe earlier date, the other readings, and the working a parent can check on a paper calendar.
import type { Temporal } from 'temporal-polyfill';
import { numberInWords } from './day-words.ts';
import { toPlainDate, type DayNumber } from './day-number.ts';
import type { Picture } from './picture.ts';

/** How the rule is known: A the text of the law was read; B a reliable source about it was; C general knowledge, to be confirmed; own, not law but this service's promise. */
export type Evidence = 'A' | 'A/B' | 'B' | 'C' | 'own';

/** Says each grade to a parent. */
export const evidenceWords = {
  A: 'Grade A, the strongest of three: the text of the law or the judgment was read.',
  'A/B': 'Grade A and B: the text of the law was read in part, and a reliable source says the rest.',
  B: 'Grade B, the middle of three: a reliable source that explains the law was read.',
  C: 'Grade C, the weakest of three: from general knowledge of the law. It still has to be confirmed.',
  own: 'Not a limit in law. It is how this service works.',
} as const satisfies Record<Evidence, string>;

/** Gives the weaker of two grades: what an answer on two rules is worth. */
export function weaker(a: Evidence, b: Evidence): Evidence {
  const strength = Object.keys(evidenceWords);
  return strength.indexOf(a) >= strength.indexOf(b) ? a : b;
}

/** One step of a sum in plain words, with the days it mentions in the order it mentions them. */
export interface Step {
  readonly words: string;
  readonly dates: readonly Temporal.PlainDate[];
}

/** The working of an answer. */
export interface Explanation {
  /** The sum in one line for a list at the desk: "Sent Mon 14 Sep 2026 + 2 months". */
  readonly inShort: string;
  readonly steps: readonly Step[];
  /** A small calendar with the counted and skipped days, or null where no days were counted. */
  readonly picture: Picture | null;
}

/** Another date that the law could be read to give, and why it is not the one to rely on. */
export interface Reading {
  readonly on: Temporal.PlainDate;
  readonly kind: 'later' | 'earlier';
  readonly why: string;
}

/** What went into a sum; shown beside every date. */
export type Inputs = Readonly<
  Record<string, Temporal.PlainDate | string | boolean | null | readonly Temporal.PlainDate[]>
>;

export type RuleName =
  | 'contact-adviser'
  | 'chase-decision'
  | 'issue-certificate'
  | 'tell-authority'
  | 'tell-icb'
  | 'arrange-mediation'
  | 'ask-after-day-30'
  | 'notice-of-meeting'
  | 'ask-who-the-party-is'
  | 'appeal'
  | 'send-appeal'
  | 'agreement-clause'
  | 'tell-authority-of-agreement'
  | 'answer-recommendation'
  | 'answer-appeal';

export interface Answer {
  readonly rule: RuleName;
  /** The last day in law; null when there is no date yet or no limit, and then `notes` says why. */
  readonly deadline: Temporal.PlainDate | null;
  /** The last day that is safe on every reading and is a working day; never after `deadline`. */
  readonly safeBy: Temporal.PlainDate | null;
  readonly readings: readonly Reading[];
  readonly notes: readonly string[];
  readonly citation: string;
  readonly evidence: Evidence;
  readonly ruleVersion: string;
  readonly inputs: Inputs;
  /** Builds the working; kept apart because lists of thousands need only the dates. */
  explain(): Explanation;
}

/** Writes one step; a number in the template is a day number and is said as weekday, day, month and year. */
export function step(text: TemplateStringsArray, ...values: readonly (DayNumber | string)[]): Step {
  const numbers: DayNumber[] = [];
  let words = text[0] ?? '';
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index];
    if (typeof value === 'number') numbers.push(value);
    words += (typeof value === 'number' ? numberInWords(value) : value) + (text[index + 1] ?? '');
  }
  return stepNaming(words, numbers);
}

/** Writes a step whose words already name these days. The dates are made only when somebody asks: most readers want the words. */
export function stepNaming(words: string, numbers: readonly DayNumber[]): Step {
  return {
    words,
    get dates() {
      return numbers.map(toPlainDate);
    },
  };
}

/** An answer for a clock that has not started or has no limit: no date, and the reason. */
export function noDate(
  parts: Pick<Answer, 'rule' | 'citation' | 'evidence' | 'ruleVersion' | 'inputs'> & { readonly why: string },
): Answer {
  const { why, ...rest } = parts;
  return {
    ...rest,
    deadline: null,
    safeBy: null,
    readings: [],
    notes: [why],
    explain: () => ({ inShort: why, steps: [step`${why}`], picture: null }),
  };
}
