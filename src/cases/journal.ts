// The facts of a case itself, and the one sentence each that its timeline says.
import { sayDay } from './day.ts';
import type { Sentences } from './fact.ts';
import { becauseWords, channelWords, clockWords, decisionWords, roadWords, wayInWords } from './words.ts';

export type CaseFacts = {
  'contact-made': { channel: string; on: string };
  'decision-recorded': { decision: string; dated: string | null; sent: string | null; sections: readonly string[] };
  'decision-changed': { decision: string; dated: string | null; sent: string | null; sections: readonly string[] };
  'child-changed': { fields: readonly string[] };
  'authority-named': { authority: string };
  'road-taken': { road: string };
  /** `safe`: the last day in law stayed, and the working day before it moved. */
  'clock-moved': { clock: string; from: string | null; to: string | null; why: string; safe?: boolean };
  'owner-changed': { account: string };
  'rang-back': { answered: boolean };
  'case-closed': { why: string };
  'case-reopened': { why: string };
};

const oneOf = <T extends Record<string, string>>(words: T, code: string): string => words[code] ?? code;
const dayOr = (day: string | null, otherwise: string): string => (day ? sayDay(day) : otherwise);
const clockSaid = (clock: string, safe = false): string => `${oneOf(clockWords, clock)}${safe ? ', the safe day' : ''}`;

export const caseSentences: Sentences<CaseFacts> = {
  'contact-made': {
    desk: ({ channel, on }) => `Contact made by ${oneOf(channelWords, channel)} on ${sayDay(on)}.`,
    family: ({ channel, on }) => `${oneOf(wayInWords, channel)} on ${sayDay(on)}.`,
  },
  'decision-recorded': {
    desk: ({ decision, dated, sections }) =>
      `Decision recorded: ${oneOf(decisionWords, decision)}${sections.length ? `, section${sections.length > 1 ? 's' : ''} ${sections.join(', ')}` : ''}. Letter dated ${dayOr(dated, 'not known')}.`,
    family: ({ dated }) => `You told us about the council’s letter${dated ? ` dated ${sayDay(dated)}` : ''}.`,
  },
  'decision-changed': {
    desk: ({ decision, dated, sections }) =>
      `Decision changed: ${oneOf(decisionWords, decision)}${sections.length ? `, section${sections.length > 1 ? 's' : ''} ${sections.join(', ')}` : ''}. Letter dated ${dayOr(dated, 'not known')}.`,
    family: ({ dated }) =>
      `We changed what we hold about the council’s letter${dated ? `, dated ${sayDay(dated)}` : ''}.`,
  },
  'child-changed': {
    desk: ({ fields }) => `Details of the child changed: ${fields.map((f) => f.replaceAll('-', ' ')).join(', ')}.`,
    family: null,
  },
  'authority-named': { desk: () => 'The council was named.', family: null },
  'road-taken': { desk: ({ road }) => `Road: ${oneOf(roadWords, road)}.`, family: null },
  'clock-moved': {
    desk: ({ clock, from, to, why, safe }) =>
      `${clockSaid(clock, safe)}: from ${dayOr(from, 'no date')} to ${dayOr(to, 'no date')} (${becauseWords[why] ?? 'something in the case changed'}).`,
    family: ({ clock, from, to, safe }) =>
      `A date changed. ${clockSaid(clock, safe)}: it was ${dayOr(from, 'not set')}, it is now ${dayOr(to, 'not set')}.`,
  },
  'owner-changed': { desk: () => 'Somebody at the desk took the case.', family: null },
  'rang-back': {
    desk: ({ answered }) => (answered ? 'Rang them as they asked, and spoke.' : 'Rang them as they asked: no answer.'),
    family: null,
  },
  'case-closed': {
    desk: ({ why }) => `Case closed: ${why.replaceAll('-', ' ')}.`,
    family: () => 'We closed your case. You can ring us again at any time.',
  },
  'case-reopened': {
    desk: ({ why }) => `Case opened again: ${why.replaceAll('-', ' ')}.`,
    family: () => 'We opened your case again.',
  },
};
