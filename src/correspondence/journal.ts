// The facts of letters out: queued, sent, posted, or gone wrong.
import { sayDay } from '../cases/day.ts';
import type { Sentences } from '../cases/fact.ts';
import { letterWords, sayFailure } from './words.ts';

export type LetterFacts = {
  'letter-queued': { letter: string; template: string; channel: 'email' | 'post' };
  'letter-sent': { letter: string; template: string };
  'letter-posted': { letter: string; template: string; on: string };
  'letter-failed': { letter: string; template: string; why: string };
  'letter-sent-again': { letter: string; template: string };
  'letter-seen-to': { letter: string; template: string };
};

const called = (template: string): string =>
  letterWords[template as keyof typeof letterWords] ?? template.replaceAll('-', ' ');

export const letterSentences: Sentences<LetterFacts> = {
  'letter-queued': {
    desk: ({ template, channel }) =>
      `${called(template)}: ${channel === 'email' ? 'on its way by e-mail' : 'to be posted'}.`,
    family: null,
  },
  'letter-sent': {
    desk: ({ template }) => `${called(template)}: sent by e-mail.`,
    family: ({ template }) => `We e-mailed you: ${called(template).toLowerCase()}.`,
  },
  'letter-posted': {
    desk: ({ template, on }) => `${called(template)}: posted on ${sayDay(on)}.`,
    family: ({ template, on }) => `We posted to you on ${sayDay(on)}: ${called(template).toLowerCase()}.`,
  },
  'letter-failed': {
    desk: ({ template, why }) => `${called(template)}: could not be delivered. ${sayFailure(why)}`,
    family: null,
  },
  'letter-sent-again': {
    desk: ({ template }) => `${called(template)}: sent again.`,
    family: ({ template }) => `We sent you again: ${called(template).toLowerCase()}.`,
  },
  'letter-seen-to': {
    desk: ({ template }) => `${called(template)}: did not reach them. It was taken back, or seen to in another way.`,
    family: null,
  },
};
