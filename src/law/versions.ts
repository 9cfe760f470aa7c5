// The limits of the law as dated data: which set of rules applies to a decision is settled by the day it was sent, so a reform never touches an old case.
import type { Temporal } from 'temporal-polyfill';
import type { Holidays } from './calendar.ts';
import type { Evidence } from './explain.ts';
import { inForce, type Dated, type Rows } from './in-force.ts';
import type { Period } from './periods.ts';

/** What starts the three working days for a certificate. */
export type CertificateTrigger = 'declined' | 'changed-mind' | 'authority-unable' | 'lapsed' | 'concluded';

/** How much of a mediation is about health care: nothing, all of it, or part of it. */
export type HealthScope = 'none' | 'mixed' | 'health-only';

/** The classes of agreed action, each with its own period (SEND Regs 2014 regs 42 and 44). */
export type ClauseClass =
  | 'assess-notify'
  | 'assess-decide-no-plan'
  | 'assess-final-plan'
  | 'make-plan-draft'
  | 'make-plan-final'
  | 'reconsider'
  | 'amend-plan'
  | 'amend-named-school-only'
  | 'continue-plan'
  | 'continue-and-amend-plan'
  | 'cease-plan'
  | 'non-appealable-action';

/** One limit with its authority. */
export interface Limit {
  readonly period: Period;
  readonly citation: string;
  readonly evidence: Evidence;
}

/** A yearly stretch of days, both ends included, in which time for starting an appeal cannot end. `words` follows "falls". */
export interface Freeze {
  readonly from: { readonly month: number; readonly day: number };
  readonly to: { readonly month: number; readonly day: number };
  readonly words: string;
  readonly lastDay: string;
}

export interface RuleSet extends Dated {
  readonly contact: Limit;
  readonly certificate: Readonly<Record<CertificateTrigger, Limit>>;
  readonly tellIcb: Limit;
  readonly arrange: Readonly<Record<HealthScope, Limit>>;
  readonly noticeOfMeeting: Limit & { readonly period: { readonly workingDays: number } };
  readonly appeal: {
    readonly fromDecision: Period;
    readonly fromCertificate: Period;
    readonly freezes: readonly Freeze[];
    /** Local time in London, to the minute. */
    readonly cutOff: string;
    readonly citation: string;
    readonly evidence: Evidence;
  };
  readonly clauses: Readonly<Record<ClauseClass, Limit>>;
  readonly tellAuthorityOfAgreement: Limit;
  readonly answerRecommendation: Limit;
  /** The council's answer to an appeal. */
  readonly answerAppeal: Limit & { readonly period: { readonly workingDays: number } };
}

/** Every set of rules there has been, in any order. */
export type RuleBook = Rows<RuleSet>;

/** What every public rule takes: the bank holidays and the rule book. */
export interface Law {
  readonly holidays: Holidays;
  readonly rules: RuleBook;
}

const DECLINED: Limit = {
  period: { workingDays: 3 },
  citation: 'Children and Families Act 2014 s.55(4); SEND Regulations 2014 reg 34(1)',
  evidence: 'A/B',
};
const AFTER_MEDIATION: Limit = {
  period: { workingDays: 3 },
  citation:
    'Children and Families Act 2014 s.55(5); SEND Regulations 2014 reg 39 or reg 36 (the number is to be confirmed)',
  evidence: 'B',
};
const arrange = (section: string, regulation: string): Limit => ({
  period: { days: 30 },
  citation: `Children and Families Act 2014 ${section}; SEND Regulations 2014 ${regulation}`,
  evidence: 'B',
});
const clause = (period: Period, citation: string, evidence: Evidence): Limit => ({
  period,
  citation: `SEND Regulations 2014 ${citation}`,
  evidence,
});

/** The law as it stood from 1 September 2014 to the day this was written, 23 November 2026. */
export const RULES_2014: RuleSet = {
  version: 'england-2014',
  from: null,
  contact: {
    period: { months: 2 },
    citation: 'SEND Regulations 2014 reg 33; Dodds v Walker [1981] 1 WLR 1027 (HL)',
    evidence: 'A',
  },
  certificate: {
    declined: DECLINED,
    'changed-mind': DECLINED,
    'authority-unable': AFTER_MEDIATION,
    lapsed: AFTER_MEDIATION,
    concluded: AFTER_MEDIATION,
  },
  tellIcb: {
    period: { workingDays: 3 },
    citation: 'Children and Families Act 2014 s.53(2); SEND Regulations 2014 reg 35',
    evidence: 'B',
  },
  arrange: {
    none: arrange('s.54(2)', 'reg 36'),
    mixed: arrange('s.53(4)', 'reg 35'),
    'health-only': arrange('s.53(3)', 'reg 35'),
  },
  noticeOfMeeting: {
    period: { workingDays: 5 },
    citation:
      'SEND Regulations 2014, mediation regulations (the number is to be confirmed); SEND Code of Practice 2015 chapter 11',
    evidence: 'A',
  },
  appeal: {
    fromDecision: { months: 2 },
    fromCertificate: { months: 1 },
    freezes: [
      { from: { month: 8, day: 1 }, to: { month: 8, day: 31 }, words: 'in August', lastDay: '31 August' },
      {
        from: { month: 12, day: 25 },
        to: { month: 1, day: 1 },
        words: 'in the days from 25 December to 1 January',
        lastDay: '1 January',
      },
    ],
    cutOff: '17:00',
    citation:
      'Tribunal Procedure (First-tier Tribunal) (Health, Education and Social Care Chamber) Rules 2008 r.20(1)(c) and r.12; Dodds v Walker [1981] 1 WLR 1027 (HL)',
    evidence: 'A',
  },
  clauses: {
    'assess-notify': clause({ weeks: 2 }, 'reg 42(2) and reg 44(2)(b)', 'A'),
    'assess-decide-no-plan': clause({ weeks: 10 }, 'reg 42(2) and reg 44(2)(b)(i)', 'A'),
    'assess-final-plan': clause({ weeks: 14 }, 'reg 42(2) and reg 44(2)(b)(ii)', 'A'),
    'make-plan-draft': clause({ weeks: 5 }, 'reg 42(2) and reg 44(2)(c)(i)', 'A'),
    'make-plan-final': clause({ weeks: 11 }, 'reg 42(2) and reg 44(2)(c)(ii)', 'A'),
    reconsider: clause({ weeks: 2 }, 'reg 42(2) and reg 44(2)(d) (the letter is to be confirmed)', 'C'),
    'amend-plan': clause({ weeks: 5 }, 'reg 42(2) and reg 44(2)(e)', 'A'),
    'amend-named-school-only': clause({ weeks: 2 }, 'reg 42(2) and reg 44(2)(f)', 'A'),
    'continue-plan': clause({ days: 0 }, 'reg 42(2) and reg 44(2)(g) (the letter is to be confirmed)', 'A'),
    'continue-and-amend-plan': clause({ weeks: 5 }, 'reg 42(2) and reg 44(2)(h) (the letter is to be confirmed)', 'B'),
    'cease-plan': clause({ days: 0 }, 'reg 42(2) and reg 44(2)(a)', 'A'),
    'non-appealable-action': clause({ weeks: 2 }, 'reg 42(3)', 'A'),
  },
  tellAuthorityOfAgreement: clause({ weeks: 1 }, 'reg 42(4)', 'A'),
  answerRecommendation: {
    period: { weeks: 5 },
    citation:
      'Special Educational Needs and Disability (First-tier Tribunal Recommendations Power) Regulations 2017, SI 2017/1306, reg 7 (the number is to be confirmed)',
    evidence: 'B',
  },
  answerAppeal: {
    period: { workingDays: 30 },
    citation:
      'Tribunal Procedure (First-tier Tribunal) (Health, Education and Social Care Chamber) Rules 2008 r.21 (the number is to be confirmed) and r.12(3)(b)',
    evidence: 'B',
  },
};

/** The rule book of today: one set. A reform is added here with the day from which it applies; nothing is edited. */
export const RULE_BOOK: RuleBook = [RULES_2014];

/** Chooses the set of rules for a decision by the day it was sent; the newest where nobody knows the day. */
export function rulesFor(book: RuleBook, decisionSentOn: Temporal.PlainDate | null): RuleSet {
  return inForce(book, decisionSentOn);
}
