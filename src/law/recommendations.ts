// Health and social care at the Tribunal: when it may recommend, and by when a body has to answer (SI 2017/1306).
import type { Temporal } from 'temporal-polyfill';
import { countPeriod } from './counted-period.ts';
import { DECISIONS, type DecisionKind } from './decisions.ts';
import type { Answer } from './explain.ts';
import { rulesFor, type Law } from './versions.ts';

/** Says whether the Tribunal can recommend on health and social care in such an appeal: in all but a refusal to assess, and only beside a live education ground. */
export function canRecommend(kind: DecisionKind, educationGroundLive: boolean): boolean {
  return educationGroundLive && DECISIONS[kind].recommendations;
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
