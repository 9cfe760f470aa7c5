// The stages of a case, and how each fact moves it. Folding a case's facts gives its stage; `verify-journal` checks that it does.
import type { Fact } from './fact.ts';
import type { Facts } from '../journal.ts';

export const stages = [
  'contact-made',
  'information-owed',
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

/** Stages in which nothing has been explained yet, whatever was said: the desk's new contacts. */
export const newContactStages: readonly Stage[] = ['contact-made', 'information-owed'];

/** What is folded: the stage, and the road, which says whether a "no" makes a certificate due. */
export interface Standing {
  readonly stage: Stage | null;
  readonly road: string;
}

/** Roads on which the law asks for a certificate, or may: while the road is not clear, one is taken to be needed (s.55(2) and (3)). */
const certificateRoads: readonly string[] = ['mediation', 'undecided'];

const declined = (road: string): Stage =>
  certificateRoads.includes(road) ? 'certificate-due' : 'no-certificate-needed';

/** Gives the standing after a fact. A fact that moves nothing leaves it as it was. */
export function standingAfter(before: Standing, fact: Pick<Fact<Facts>, 'code' | 'data'>): Standing {
  const told = fact as Fact<Facts>;
  if (told.code !== 'road-taken') return { ...before, stage: stageAfter(before, told) };
  const { road } = told.data;
  const hasDeclined = before.stage === 'certificate-due' || before.stage === 'no-certificate-needed';
  return { road, stage: hasDeclined ? declined(road) : before.stage };
}

function stageAfter({ stage, road }: Standing, told: Fact<Facts>): Stage | null {
  switch (told.code) {
    case 'contact-made':
      return stage ?? 'contact-made';
    case 'information-given':
      if (stage === 'information-owed') return declined(road);
      return stage === 'contact-made' ? 'information-given' : stage;
    case 'wish-to-mediate-said':
      if (told.data.answer !== 'no') return told.data.answer === 'yes' ? 'wants-mediation' : 'thinking';
      if (stage === 'certificate-issued') return stage;
      // A no before anything was explained opens no gate (s.55(4)(a)): they stay a contact to whom the information is owed.
      return stage === 'contact-made' || stage === 'information-owed' ? 'information-owed' : declined(road);
    case 'party-recorded':
      // A new party has heard nothing yet; what the council was told, and a case that is closed, stay as they are.
      return !told.data.fresh || stage === 'authority-told' || stage === 'closed' ? stage : 'contact-made';
    case 'authority-told':
      return 'authority-told';
    case 'certificate-issued':
      return 'certificate-issued';
    case 'certificate-withdrawn':
      return declined(road);
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
  return facts.reduce(standingAfter, { stage: null, road: 'undecided' }).stage;
}
