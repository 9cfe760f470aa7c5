// Says one result as sentences for a terminal: the dates first, then the steps, then the rule.
import { Temporal } from 'temporal-polyfill';
import { dayInWords } from '../law/day-words.ts';
import type { Result } from './answerers.ts';
import type { ExplanationJson } from './explanation.ts';
import type { EntryKind } from './shapes.ts';

const FIELDS: Readonly<Record<string, string>> = {
  deadline: 'The last day',
  latest: 'The last day to tell the family',
  safeBy: 'Safe by',
  laterReading: 'Another reading would give',
  extraSafe: 'Safer still',
  compulsorySchoolAgeEnds: 'Compulsory school age ends',
  rightsHolderFromNextDay: 'The young person holds the right from',
  underTwentyFiveUntil: 'Under 25 until',
};

/** Writes the answer to one question. */
export function inSentences(kind: EntryKind, result: Result): string {
  const explanation = result.explanation as ExplanationJson;
  const byFive = kind === 'tribunal_appeal_deadline';
  return [
    ...headline(result, explanation, byFive),
    '',
    'Why:',
    ...numbered(explanation.steps),
    ...(explanation.sendBy ? ['', 'Why send it sooner:', ...numbered(explanation.sendBy.steps)] : []),
    ...(explanation.otherReadings ?? []).map(({ date, why }) => `\nAnother reading, ${said(date)}: ${why}`),
    ...(explanation.notes ?? []).filter((note) => !explanation.steps.includes(note)).map((note) => `\n${note}`),
    '',
    `Rule: ${explanation.citation}.`,
    explanation.evidence,
    '',
  ].join('\n');
}

function headline(result: Result, explanation: ExplanationJson, appeal: boolean): readonly string[] {
  if (typeof result.inTime === 'boolean') return [result.inTime ? 'In time.' : 'Late.'];
  const sendBy = explanation.sendBy ? [`Send it by: ${said(explanation.sendBy.date)}`] : [];
  const dates = Object.entries(FIELDS).flatMap(([field, words]) => {
    const value = result[field];
    if (typeof value !== 'string' || (appeal && field === 'safeBy')) return [];
    return [`${appeal && field === 'deadline' ? 'Received by 5pm on' : words}: ${said(value)}`];
  });
  return [...sendBy, ...(dates.length > 0 ? dates : ['There is no date.'])];
}

function numbered(steps: readonly string[]): readonly string[] {
  return steps.map((words, index) => `  ${index + 1}. ${words}`);
}

function said(date: string): string {
  return dayInWords(Temporal.PlainDate.from(date));
}
