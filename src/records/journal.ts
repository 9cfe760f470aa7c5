// The facts of records: that something was erased, exported, held. Never what.
import { sayDay } from '../cases/day.ts';
import type { Sentences } from '../cases/fact.ts';
import { holdReasonWords, type HoldReason } from './words.ts';

export type RecordFacts = {
  /** `participation` is null when the whole case was erased; `rows` counts those that held something. */
  'personal-data-erased': { participation: string | null; rows: number };
  'records-exported': { participation: string | null };
  'hold-placed': { hold: string; why: HoldReason; reviewOn: string };
  'hold-lifted': { hold: string };
};

export const recordSentences: Sentences<RecordFacts> = {
  'personal-data-erased': {
    desk: ({ participation }) =>
      participation
        ? 'Everything personal about one person was erased, at their request.'
        : 'Everything personal in this case was erased.',
    family: null,
  },
  'records-exported': {
    desk: ({ participation }) =>
      participation ? 'A copy of what we hold about one person was made.' : 'A copy of the whole case was made.',
    family: null,
  },
  'hold-placed': {
    desk: ({ why, reviewOn }) =>
      `Held from erasing: ${holdReasonWords[why]}. To be looked at again on ${sayDay(reviewOn)}.`,
    family: null,
  },
  'hold-lifted': { desk: () => 'The hold on erasing was lifted.', family: null },
};
