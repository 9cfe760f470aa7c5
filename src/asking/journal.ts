// The facts of the front door: what somebody said on the form before an adviser explained anything, and what became of their answers.
import type { Sentences } from '../cases/fact.ts';

export type AskingFacts = {
  /** Said on the form's first screen. It moves no stage: the adviser asks again once everything is explained. */
  'first-wishes-said': {
    participation: string;
    appeal: string;
    mediation: string;
    /** Somebody who writes for the family said what the family wants, and it counts as nobody's wish. */
    forAnother?: true;
  };
  'answers-sent': { participation: string; about: readonly string[] };
  'answer-accepted': { about: string };
  'answer-set-aside': { about: string };
};

const appealWords: Readonly<Record<string, string>> = {
  yes: 'they wish to appeal',
  no: 'they do not wish to appeal',
  unsure: 'they are not sure about appealing',
  unsaid: 'they did not say whether they wish to appeal',
};
const mediationWords: Readonly<Record<string, string>> = {
  yes: 'they want mediation',
  no: 'they do not want mediation',
  unsure: 'they are not sure about mediation',
  unsaid: 'they did not say whether they want mediation',
};
const said = (about: string): string => about.replaceAll('-', ' ');

export const askingSentences: Sentences<AskingFacts> = {
  'first-wishes-said': {
    desk: ({ appeal, mediation, forAnother }) =>
      `${forAnother ? 'Somebody who writes for the family said on the form' : 'On the form'}, before anything was explained: ${appealWords[appeal] ?? appeal}, and ${mediationWords[mediation] ?? mediation}.`,
    family: () => 'You told us on the form what you want. We ask again once we have explained everything.',
  },
  'answers-sent': {
    desk: ({ about }) =>
      about.length === 0
        ? 'They had nothing more to say on the form.'
        : `More answers came through the form: ${about.map(said).join(', ')}.`,
    family: ({ about }) =>
      about.length === 0 ? 'You had nothing more to say on the form.' : 'You sent us more answers.',
  },
  'answer-accepted': { desk: ({ about }) => `An answer from the form was accepted: ${said(about)}.`, family: null },
  'answer-set-aside': { desk: ({ about }) => `An answer from the form was set aside: ${said(about)}.`, family: null },
};
