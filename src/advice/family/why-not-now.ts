// Decides whether somebody can say on their page that they do, or do not, want mediation; and if not, why. Pure.
import type { MyCase } from '../../cases/family/read-my-case.ts';

/** Why the button is not there: each is explained, none is hidden. */
export type WhyNotNow = 'not-a-right-holder' | 'closed' | 'another-road' | 'said-already' | 'meeting-started';

/**
 * Says why a wish cannot be given on the page now, or null when it can. `started`: a meeting of this case has begun or was held. That is
 * told only to somebody who had asked for mediation: another parent's meeting is not theirs to learn of.
 */
export function whyNotNow(
  { right_holder, stage, road, standing }: Pick<MyCase, 'right_holder' | 'stage' | 'road' | 'standing'>,
  wish: 'yes' | 'no',
  started: boolean,
): WhyNotNow | null {
  if (!right_holder) return 'not-a-right-holder';
  if (stage === 'closed') return 'closed';
  if (road === 'disagreement-resolution' || road === 'early-resolution' || road === 'elsewhere') return 'another-road';
  const said = standing.facts.wish?.answer;
  if (said === wish) return 'said-already';
  return wish === 'no' && said === 'yes' && started ? 'meeting-started' : null;
}
