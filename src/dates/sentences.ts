// Says one result as sentences for a terminal: the dates first, then the steps, then the rule.
import { Temporal } from 'temporal-polyfill';
import { dayInWords } from '../law/day-words.ts';
import type { Result } from './answerers.ts';
import type { ExplanationJson } from './explanation.ts';

const FIELDS: Readonly<Record<string, string>> = {
  deadline: 'The last day',
  latest: 'The last day to tell the family',
  safeBy: 'Safe by',
  laterReading: 'Another reading would give',
  extraSafe: 'Safer still',
  compulsorySchoolAgeEnds: 'Compulsory school age ends',
  rightsHolderFromNextDay: 'The young person holds the right from',
  underTwentyFiveUntil: 'Under 25 until',
  contactAdviserBy: 'Contact an adviser by',
  contactAdviserSafeBy: 'Contact an adviser, to be safe, by',
  mediationArrangedBy: 'The meeting has to be arranged by',
  certificateBy: 'The certificate is due by',
  appealBy: 'Received by 5pm on',
  lastDay: 'The last day was',
  askBy: 'Ring the family, and ask the council, on',
};

/** Writes the answer to one question. */
export function inSentences(result: Result): string {
  const { explanation } = result;
  const parts = isOne(explanation) ? [['', explanation] as const] : Object.entries(explanation);
  return [
    ...headline(result, parts.at(-1)?.[1]),
    ...parts.flatMap(([field, part]) => ['', ...working(part, FIELDS[field])]),
    '',
  ].join('\n');
}

function isOne(explanation: Result['explanation']): explanation is ExplanationJson {
  return Array.isArray(explanation['steps']);
}

/** The dates; `last` is the working of an appeal where there is one. */
function headline(result: Result, last: ExplanationJson | undefined): readonly string[] {
  if (typeof result['inTime'] === 'boolean') return [result['inTime'] ? 'In time.' : 'Late.'];
  const isAppeal = result['cutoffLocalTime'] !== undefined;
  const late =
    last?.standing === 'late-contact' ? ['Send the appeal now, and ask the Tribunal for permission: see below.'] : [];
  const sendBy = last?.sendBy ? [`Send it by: ${said(last.sendBy.date)}`] : [];
  const dates = Object.entries(FIELDS).flatMap(([field, words]) => {
    const value = result[field];
    if (typeof value !== 'string' || (isAppeal && field === 'safeBy')) return [];
    if (field === 'appealBy' || (isAppeal && field === 'deadline'))
      return [...sendBy, `${FIELDS['appealBy'] ?? ''}: ${said(value)}`];
    return [`${words}: ${said(value)}`];
  });
  const nothing = hasDateField(result) ? 'There is no date.' : (last?.inShort ?? '');
  return [...late, ...(dates.length > 0 ? dates : [nothing])];
}

/** Says whether a kind of question is about a date, rather than a right or a duty. */
function hasDateField(result: Result): boolean {
  return Object.keys(FIELDS).some((field) => Object.hasOwn(result, field));
}

function working(explanation: ExplanationJson, about: string | undefined): readonly string[] {
  return [
    about ? `Why “${about}”:` : 'Why:',
    ...numbered(explanation.steps),
    ...(explanation.sendBy ? ['', 'Why send it sooner:', ...numbered(explanation.sendBy.steps)] : []),
    ...(explanation.otherReadings ?? []).map(
      ({ date, kind, why }) => `\n${kind === 'earlier' ? 'Safer' : 'Another reading'}, ${said(date)}: ${why}`,
    ),
    ...(explanation.notes ?? []).filter((note) => !explanation.steps.includes(note)).map((note) => `\n${note}`),
    '',
    `Rule: ${explanation.citation}.`,
    explanation.evidence,
  ];
}

function numbered(steps: readonly string[]): readonly string[] {
  return steps.map((words, index) => `  ${index + 1}. ${words}`);
}

function said(date: string): string {
  return dayInWords(Temporal.PlainDate.from(date));
}
