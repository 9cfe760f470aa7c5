// Health and social care at the Tribunal: when it may recommend, and by when a body has to answer (SI 2017/1306).
import { Temporal } from 'temporal-polyfill';
import { countPeriod } from './counted-period.ts';
import { DECISION_KINDS, type DecisionKind } from './decisions.ts';
import type { Answer, Evidence } from './explain.ts';
import { inForce, type Dated, type Rows } from './in-force.ts';
import { rulesFor, type Law } from './versions.ts';

/** One row of the power to recommend: the decisions in whose appeals the Tribunal has it. */
export interface RecommendationPower extends Dated {
  readonly kinds: readonly DecisionKind[];
  readonly citation: string;
  readonly evidence: Evidence;
}

/** The power to recommend, row by row: from 3 April 2018, in all appeals but those about a refusal to assess. */
const RECOMMENDATION_POWERS: Rows<RecommendationPower> = [
  {
    version: 'england-2014',
    from: null,
    kinds: [],
    citation:
      'Special Educational Needs and Disability (First-tier Tribunal Recommendations Power) Regulations 2017, SI 2017/1306: decisions from 3 April 2018 only',
    evidence: 'A',
  },
  {
    version: 'england-2018',
    from: new Temporal.PlainDate(2018, 4, 3),
    kinds: DECISION_KINDS.filter((kind) => kind !== 'refuse-to-assess'),
    citation:
      'Special Educational Needs and Disability (First-tier Tribunal Recommendations Power) Regulations 2017, SI 2017/1306',
    evidence: 'A',
  },
];

/** Gives the power to recommend under the rules of the day the decision was sent; null where nobody knows it. */
export function recommendationPower(sentOn: Temporal.PlainDate | null): RecommendationPower {
  return inForce(RECOMMENDATION_POWERS, sentOn);
}

/**
 * Says whether the Tribunal can recommend on health and social care in such an appeal, under the rules of the day the decision was sent
 * (null where nobody knows it): only beside a live education ground.
 */
export function canRecommend(
  kind: DecisionKind,
  educationGroundLive: boolean,
  sentOn: Temporal.PlainDate | null,
): boolean {
  return educationGroundLive && recommendationPower(sentOn).kinds.includes(kind);
}

/** Counts five weeks from the day the recommendation was sent, for a written answer with reasons. Throws HolidaysNotLoaded. */
export function answerRecommendation(
  { sentOn, decisionSentOn }: { sentOn: Temporal.PlainDate; decisionSentOn?: Temporal.PlainDate | null },
  law: Law,
): Answer {
  const rules = rulesFor(law.rules, decisionSentOn ?? sentOn);
  return countPeriod({
    rule: 'answer-recommendation',
    limit: rules.answerRecommendation,
    ruleVersion: rules.version,
    holidays: law.holidays,
    trigger: sentOn,
    happened: 'The recommendation was sent on',
    inShort: 'Recommendation sent',
    act: 'The council or health body has to answer in writing by',
    inputs: { recommendationSent: sentOn },
  });
}
