// Every fact that can stand in the journal, and the sentence it says to each audience. A fact without a sentence does not compile.
import { adviceSentences, type AdviceFacts } from './advice/journal.ts';
import { askingSentences, type AskingFacts } from './asking/journal.ts';
import { callSentences, type CallFacts } from './calls/journal.ts';
import { caseSentences, type CaseFacts } from './cases/journal.ts';
import type { Sentences } from './cases/fact.ts';
import { certificateSentences, type CertificateFacts } from './certificates/journal.ts';
import { documentSentences, type DocumentFacts } from './documents/journal.ts';
import { letterSentences, type LetterFacts } from './correspondence/journal.ts';
import { peopleSentences, type PeopleFacts } from './people/journal.ts';
import { officeSentences, type OfficeFacts } from './office/journal.ts';
import { organisationSentences, type OrganisationFacts } from './organisations/journal.ts';
import { recordSentences, type RecordFacts } from './records/journal.ts';

export type Facts = CaseFacts &
  CallFacts &
  AskingFacts &
  DocumentFacts &
  AdviceFacts &
  CertificateFacts &
  LetterFacts &
  PeopleFacts &
  OfficeFacts &
  OrganisationFacts &
  RecordFacts;

export const sentences: Sentences<Facts> = {
  ...caseSentences,
  ...callSentences,
  ...askingSentences,
  ...documentSentences,
  ...adviceSentences,
  ...certificateSentences,
  ...letterSentences,
  ...peopleSentences,
  ...officeSentences,
  ...organisationSentences,
  ...recordSentences,
};
