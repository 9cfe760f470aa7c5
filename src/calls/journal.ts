// The facts of calls. What was said in one is in its case, never here.
import type { Sentences } from '../cases/fact.ts';

export type CallFacts = {
  'call-taken-over': { call: string; from: string };
};

export const callSentences: Sentences<CallFacts> = {
  'call-taken-over': { desk: () => 'A manager went on with the call of a colleague.', family: null },
};
