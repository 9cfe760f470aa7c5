// The decisions a family can challenge: their names, grounds, sections and forms, and the day their time starts (Children and Families Act 2014 s.51).
import { Temporal } from 'temporal-polyfill';

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
  /** The Tribunal may also make recommendations about health and social care (SI 2017/1306): never on a refusal to assess. */
  readonly recommendations: boolean;
}

/** What each decision is. A placement decision is Section I alone: the name, the type, or that none is named. */
export const DECISIONS = {
  'refuse-to-assess': {
    words: 'The council said no to an EHC needs assessment',
    citation: 'Children and Families Act 2014 s.51(2)(a)',
    sections: [],
    form: 'SEND35A',
    recommendations: false,
  },
  'refuse-to-issue': {
    words: 'The council assessed, and said no to an EHC plan',
    citation: 'Children and Families Act 2014 s.51(2)(b)',
    sections: [],
    form: 'SEND35',
    recommendations: true,
  },
  'plan-contents': {
    words: 'What the EHC plan says about needs, help or placement',
    citation: 'Children and Families Act 2014 s.51(2)(c)',
    sections: ['B', 'F', 'I'],
    form: 'SEND35',
    recommendations: true,
  },
  placement: {
    words: 'Only the school or college in Section I, or that none is named',
    citation: 'Children and Families Act 2014 s.51(2)(c)(iii) and (iv)',
    sections: ['I'],
    form: 'SEND35',
    recommendations: true,
  },
  'refuse-to-reassess': {
    words: 'The council said no to a new assessment',
    citation: 'Children and Families Act 2014 s.51(2)(d)',
    sections: [],
    form: 'SEND35',
    recommendations: true,
  },
  'refuse-to-amend': {
    words: 'The council will not change the EHC plan after a review or a new assessment',
    citation: 'Children and Families Act 2014 s.51(2)(e)',
    sections: ['B', 'F', 'I'],
    form: 'SEND35',
    recommendations: true,
  },
  'cease-to-maintain': {
    words: 'The council decided to end the EHC plan',
    citation: 'Children and Families Act 2014 s.51(2)(f)',
    sections: [],
    form: 'SEND35',
    recommendations: true,
  },
} as const satisfies Record<DecisionKind, DecisionRule>;

/** A decision's kind, or that nobody has said yet which it is although a letter's date is known. It is then counted as one that needs a certificate. */
export type KindOrUnknown = DecisionKind | 'unknown';

export const DECISION_KINDS = Object.keys(DECISIONS) as readonly DecisionKind[];

/** The sections with a right of appeal; C, D, G, H1 and H2 can at most be the subject of recommendations. */
const APPEALABLE_SECTIONS: readonly Section[] = ['B', 'F', 'I'];

/** Says whether a dispute is about Section I and nothing else, so that s.55(3) asks for no certificate (s.55(2)). */
export function isPlacementOnly(kind: KindOrUnknown, sections: readonly Section[]): boolean {
  if (kind === 'placement') return !sections.some((section) => section === 'B' || section === 'F');
  if (kind !== 'plan-contents' && kind !== 'refuse-to-amend') return false;
  const appealable = sections.filter((section) => APPEALABLE_SECTIONS.includes(section));
  return appealable.length > 0 && appealable.every((section) => section === 'I');
}

/** Says whether a dispute holds anything the Tribunal can decide; a plan disputed only on health or social care does not (s.51(2)(c)). */
export function isAppealable(kind: KindOrUnknown, sections: readonly Section[]): boolean {
  if (kind !== 'plan-contents') return true;
  return sections.length === 0 || sections.some((section) => APPEALABLE_SECTIONS.includes(section));
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
