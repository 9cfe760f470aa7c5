// The stages of a case, and how each fact moves it. Folding a case's facts gives its stage; `verify-journal` checks that it does.
import type { Fact } from './fact.ts';
import type { Facts } from '../journal.ts';

export const stages = [
  'contact-made',
  'information-given',
  'thinking',
  'wants-mediation',
  'certificate-due',
  'authority-told',
  'certificate-issued',
  'no-certificate-needed',
  'closed',
] as const;
export type Stage = (typeof stages)[number];

/** Gives the stage after a fact. A fact that moves nothing leaves the stage as it was. */
export function stageAfter(stage: Stage | null, fact: Pick<Fact<Facts>, 'code' | 'data'>): Stage | null {
  const told = fact as Fact<Facts>;
  switch (told.code) {
    case 'contact-made':
      return stage ?? 'contact-made';
    case 'information-given':
      return stage === 'contact-made' ? 'information-given' : stage;
    case 'wish-to-mediate-said':
      if (stage === 'certificate-issued' && told.data.answer === 'no') return stage;
      return { yes: 'wants-mediation', no: 'certificate-due', thinking: 'thinking' }[told.data.answer] as Stage;
    case 'authority-told':
      return 'authority-told';
    case 'certificate-issued':
      return 'certificate-issued';
    case 'certificate-withdrawn':
      return 'certificate-due';
    case 'case-closed':
      return 'closed';
    case 'case-reopened':
      return 'information-given';
    default:
      return stage;
  }
}

/** Folds facts, oldest first, into a stage. */
export function foldStage(facts: readonly Pick<Fact<Facts>, 'code' | 'data'>[]): Stage | null {
  return facts.reduce<Stage | null>(stageAfter, null);
}
