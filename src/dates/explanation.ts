// Writes an answer of the law as JSON for the command and the API: dates as YYYY-MM-DD and the whole working beside them.
import { Temporal } from 'temporal-polyfill';
import { evidenceWords, type Answer, type Evidence, type Inputs, type Step } from '../law/explain.ts';
import type { Picture } from '../law/picture.ts';
import type { AppealStanding } from '../law/tribunal-appeal.ts';

export interface ExplanationJson {
  readonly inShort?: string;
  readonly steps: readonly string[];
  readonly picture?: Picture | null;
  readonly otherReadings?: readonly { readonly date: string; readonly kind: string; readonly why: string }[];
  readonly notes?: readonly string[];
  readonly citation: string;
  readonly evidence: string;
  readonly ruleVersion: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
  /** Of an appeal: whether it has its date, waits for a certificate, or follows a late contact. */
  readonly standing?: AppealStanding;
  readonly sendBy?: { readonly date: string } & ExplanationJson;
}

/** Writes an answer's working. */
export function explanationOf(answer: Answer, notes: readonly string[] = []): ExplanationJson {
  const { inShort, steps, picture } = answer.explain();
  return {
    inShort,
    steps: wordsOf(steps),
    picture,
    otherReadings: answer.readings.map(({ on, kind, why }) => ({ date: on.toString(), kind, why })),
    notes: [...answer.notes, ...notes],
    citation: answer.citation,
    evidence: gradeWords(answer.evidence),
    ruleVersion: answer.ruleVersion,
    inputs: inputsOf(answer.inputs),
  };
}

/** Says a grade in words. */
export function gradeWords(evidence: Evidence): string {
  return evidenceWords[evidence];
}

export function wordsOf(steps: readonly Step[]): readonly string[] {
  return steps.map(({ words }) => words);
}

/** Writes a day as YYYY-MM-DD, or null. */
export function dayOrNull(date: Temporal.PlainDate | null): string | null {
  return date ? date.toString() : null;
}

function inputsOf(inputs: Inputs): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, plain(value)]));
}

function plain(value: Inputs[string]): unknown {
  if (value instanceof Temporal.PlainDate) return value.toString();
  return Array.isArray(value) ? value.map(String) : value;
}
