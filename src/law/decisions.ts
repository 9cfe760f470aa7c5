// The decisions a family can challenge: their names, grounds, sections and forms, which need a certificate, and the day their time starts (Children and Families Act 2014 ss.51 and 55).
import { Temporal } from 'temporal-polyfill';
import { inForce, type Dated, type Rows } from './in-force.ts';

export type DecisionKind =
  | 'refuse-to-assess'
  | 'refuse-to-issue'
  | 'plan-contents'
  | 'placement'
  | 'refuse-to-reassess'
  | 'refuse-to-amend'
  | 'cease-to-maintain';

/** The sections of an EHC plan (SEND Regulations 2014 reg 12). */
export type Section = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H1' | 'H2' | 'I' | 'J' | 'K';

export type AppealForm = 'SEND35' | 'SEND35A';

export interface DecisionRule {
  readonly words: string;
  readonly citation: string;
  /** The sections a family may dispute under this decision; empty where the decision is not about a plan's contents. */
  readonly sections: readonly Section[];
  readonly form: AppealForm;
  /** Whether the decision itself can be appealed, or only what its plan says in a section with a right of appeal. */
  readonly appealable: 'always' | 'by-section' | 'never';
}

/** One row of the right to appeal: what can be appealed, and for what the law asks for no certificate. */
export interface AppealRight extends Dated {
  readonly citation: string;
  readonly decisions: Readonly<Record<DecisionKind, DecisionRule>>;
  /** The sections with a right of appeal; C, D, G, H1 and H2 can at most be the subject of recommendations. */
  readonly sections: readonly Section[];
  /** A dispute about these sections and nothing else needs no certificate (s.55(2)). */
  readonly withoutCertificate: readonly Section[];
}

/** A placement decision is Section I alone: the name, the type, or that none is named. */
const DECISIONS_2014 = {
  'refuse-to-assess': {
    words: 'The council said no to an EHC needs assessment',
    citation: 'Children and Families Act 2014 s.51(2)(a)',
    sections: [],
    form: 'SEND35A',
    appealable: 'always',
  },
  'refuse-to-issue': {
    words: 'The council assessed, and said no to an EHC plan',
    citation: 'Children and Families Act 2014 s.51(2)(b)',
    sections: [],
    form: 'SEND35',
    appealable: 'always',
  },
  'plan-contents': {
    words: 'What the EHC plan says about needs, help or placement',
    citation: 'Children and Families Act 2014 s.51(2)(c)',
    sections: ['B', 'F', 'I'],
    form: 'SEND35',
    appealable: 'by-section',
  },
  placement: {
    words: 'Only the school or college in Section I, or that none is named',
    citation: 'Children and Families Act 2014 s.51(2)(c)(iii) and (iv)',
    sections: ['I'],
    form: 'SEND35',
    appealable: 'by-section',
  },
  'refuse-to-reassess': {
    words: 'The council said no to a new assessment',
    citation: 'Children and Families Act 2014 s.51(2)(d)',
    sections: [],
    form: 'SEND35',
    appealable: 'always',
  },
  'refuse-to-amend': {
    words: 'The council will not change the EHC plan after a review or a new assessment',
    citation: 'Children and Families Act 2014 s.51(2)(e)',
    sections: ['B', 'F', 'I'],
    form: 'SEND35',
    appealable: 'always',
  },
  'cease-to-maintain': {
    words: 'The council decided to end the EHC plan',
    citation: 'Children and Families Act 2014 s.51(2)(f)',
    sections: [],
    form: 'SEND35',
    appealable: 'always',
  },
} as const satisfies Record<DecisionKind, DecisionRule>;

/** A decision's kind, or that nobody has said yet which it is although a letter's date is known. It is then counted as one that needs a certificate. */
export type KindOrUnknown = DecisionKind | 'unknown';

export const DECISION_KINDS = Object.keys(DECISIONS_2014) as readonly DecisionKind[];

/** The right to appeal, row by row. A reform is a new row with the day from which it applies; nothing is edited. */
export const APPEAL_RIGHTS: Rows<AppealRight> = [
  {
    version: 'england-2014',
    from: null,
    citation: 'Children and Families Act 2014 s.51 and s.55(2)',
    decisions: DECISIONS_2014,
    sections: ['B', 'F', 'I'],
    withoutCertificate: ['I'],
  },
];

/** Gives what a decision is under the rules of the day it was sent; null where nobody knows the day. */
export function decisionRule(
  kind: DecisionKind,
  sentOn: Temporal.PlainDate | null,
  rights: Rows<AppealRight> = APPEAL_RIGHTS,
): DecisionRule {
  return inForce(rights, sentOn).decisions[kind];
}

/**
 * Says whether a dispute is about Section I and nothing else, so that s.55(3) asks for no certificate (s.55(2)), under the rules of the
 * day the decision was sent; null where nobody knows the day.
 */
export function isPlacementOnly(
  kind: KindOrUnknown,
  sections: readonly Section[],
  sentOn: Temporal.PlainDate | null,
  rights: Rows<AppealRight> = APPEAL_RIGHTS,
): boolean {
  if (kind !== 'placement' && kind !== 'plan-contents' && kind !== 'refuse-to-amend') return false;
  const { withoutCertificate } = inForce(rights, sentOn);
  const appealable = appealableSections(kind, sections, sentOn, rights);
  return appealable.length > 0 && appealable.every((section) => withoutCertificate.includes(section));
}

/**
 * Says whether a dispute holds anything the Tribunal can decide, under the rules of the day the decision was sent (null where nobody
 * knows it); a plan disputed only on health or social care does not (s.51(2)(c)).
 */
export function isAppealable(
  kind: KindOrUnknown,
  sections: readonly Section[],
  sentOn: Temporal.PlainDate | null,
  rights: Rows<AppealRight> = APPEAL_RIGHTS,
): boolean {
  if (kind === 'unknown') return true;
  const { appealable } = decisionRule(kind, sentOn, rights);
  if (appealable !== 'by-section') return appealable === 'always';
  const nothingSaid = kind === 'plan-contents' && sections.length === 0;
  return nothingSaid || appealableSections(kind, sections, sentOn, rights).length > 0;
}

function appealableSections(
  kind: KindOrUnknown,
  sections: readonly Section[],
  sentOn: Temporal.PlainDate | null,
  rights: Rows<AppealRight>,
): readonly Section[] {
  const disputed: readonly Section[] = kind === 'placement' ? [...sections, 'I'] : sections;
  const { sections: appealable } = inForce(rights, sentOn);
  return disputed.filter((section) => appealable.includes(section));
}

/** When a written notice of decision was printed and sent, as far as known. */
export interface NoticeDays {
  readonly datedOn?: Temporal.PlainDate | null;
  readonly sentOn?: Temporal.PlainDate | null;
}

/**
 * Gives the day a notice's time is counted from: the earlier of the date printed and the date sent, because a letter is often
 * dated before it goes. The rules run from sending (reg 33; HESC Rules r.20); the earlier day is safe on every reading.
 */
export function countedFrom({ datedOn, sentOn }: NoticeDays): Temporal.PlainDate | null {
  if (!datedOn) return sentOn ?? null;
  if (!sentOn) return datedOn;
  return Temporal.PlainDate.compare(datedOn, sentOn) < 0 ? datedOn : sentOn;
}

/** Gives the day that chooses the version of the rules: the day a notice was sent or, where nobody knows it, the date on it. */
export function ruledFrom({ datedOn, sentOn }: NoticeDays): Temporal.PlainDate | null {
  return sentOn ?? datedOn ?? null;
}
