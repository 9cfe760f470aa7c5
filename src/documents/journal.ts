// The facts of papers that came in. What stands in them is never said here.
import type { Sentences } from '../cases/fact.ts';

export type DocumentFacts = { 'paper-received': { document: string; by: string } };

export const documentSentences: Sentences<DocumentFacts> = {
  'paper-received': {
    desk: ({ by }) => (by === 'desk' ? 'A paper was added at the desk.' : 'The family sent a paper through the form.'),
    family: ({ by }) => (by === 'desk' ? 'We added a paper.' : 'You sent us a paper.'),
  },
};
