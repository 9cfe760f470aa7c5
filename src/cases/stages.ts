// The stages of a case, and how each fact moves it. Folding a case's facts gives where it stands; `verify-journal` checks that it does.
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

/** What is folded: the stage; the road and whether anything was explained to the party of today say whether a "no" makes a certificate due. */
export interface Standing {
  readonly stage: Stage | null;
  readonly road: string;
  readonly informed: boolean;
}

/** Roads on which the law asks for a certificate, or may: while the road is not clear, one is taken to be needed (s.55(2) and (3)). */
const certificateRoads: readonly string[] = ['mediation', 'undecided'];

const declined = (road: string): Stage =>
  certificateRoads.includes(road) ? 'certificate-due' : 'no-certificate-needed';

/** Gives the standing after a fact. A fact that moves nothing leaves it as it was. */
export function standingAfter(before: Standing, fact: Pick<Fact<Facts>, 'code' | 'data'>): Standing {
  const told = fact as Fact<Facts>;
  if (told.code !== 'road-taken')
    return { ...before, stage: stageAfter(before, told), informed: informedAfter(before, told) };
  const { road } = told.data;
  const hasDeclined = before.stage === 'certificate-due' || before.stage === 'no-certificate-needed';
  return { ...before, road, stage: hasDeclined ? declined(road) : before.stage };
}

function informedAfter({ informed }: Standing, told: Fact<Facts>): boolean {
  if (told.code === 'information-given') return true;
  if (told.code === 'certificate-withdrawn') return informed && !told.data.owed?.includes('information');
  return told.code === 'party-recorded' && told.data.fresh ? false : informed;
}

function stageAfter({ stage, road, informed }: Standing, told: Fact<Facts>): Stage | null {
  switch (told.code) {
    case 'contact-made':
      return stage ?? 'contact-made';
    case 'information-given':
      if (stage === 'information-owed') return declined(road);
      return stage === 'contact-made' ? 'information-given' : stage;
    case 'wish-to-mediate-said':
      if (told.data.answer !== 'no') return told.data.answer === 'yes' ? 'wants-mediation' : 'thinking';
      if (stage === 'certificate-issued') return stage;
      // A no before anything was explained opens no gate (s.55(4)(a)): they stay a contact to whom the information is owed,
      // also where they said yes, or that they were thinking, in between.
      return informed ? declined(road) : 'information-owed';
    case 'party-recorded':
      // A new party has heard nothing yet; what the council was told, and a case that is closed, stay as they are.
      return !told.data.fresh || stage === 'authority-told' || stage === 'closed' ? stage : 'contact-made';
    case 'authority-told':
      return 'authority-told';
    case 'certificate-issued':
      return 'certificate-issued';
    case 'certificate-withdrawn':
      return afterWithdrawal({ stage, road, informed }, told.data.owed ?? []);
    case 'case-closed':
      return 'closed';
    case 'case-reopened':
      return informed ? 'information-given' : 'contact-made';
    default:
      return stage;
  }
}

/** Stages that rest on what was said since the certificate was issued. */
const saidSince: readonly (Stage | null)[] = ['wants-mediation', 'thinking', 'authority-told'];

/** What was set aside with a certificate is owed again before another can be due; where nothing was, one is. */
function afterWithdrawal({ stage, road, informed }: Standing, owed: readonly ('information' | 'wish')[]): Stage | null {
  if (owed.length === 0) return declined(road);
  if (saidSince.includes(stage)) return stage;
  if (!owed.includes('wish')) return 'information-owed';
  return informed && !owed.includes('information') ? 'information-given' : 'contact-made';
}

/** Folds facts, oldest first, into where the case stands. */
export function foldStanding(facts: readonly Pick<Fact<Facts>, 'code' | 'data'>[]): Standing {
  return facts.reduce(standingAfter, { stage: null, road: 'undecided', informed: false });
}
