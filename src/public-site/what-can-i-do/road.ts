// Turns the answers into a question for the law, and into the answers with which a request starts.
import type { Temporal } from 'temporal-polyfill';
import type { Answers } from '../../kit/forms/answers.ts';
import { isPlacementOnly, type DecisionKind, type Section } from '../../law/decisions.ts';
import { findRoute, type Route } from '../../law/route.ts';
import type { RoadAnswers } from './questions.tsx';

export interface FoundRoad {
  readonly route: Route;
  /** The decision as its dates are counted; null where there is none, or nothing of it can be appealed. A refusal to change Section I alone counts as a placement. */
  readonly kind: DecisionKind | null;
  /** The decision whose two months run all the same, where only health or social care is in dispute: any part about education could still be appealed. */
  readonly ifEducation: DecisionKind | null;
  readonly dated: Temporal.PlainDate | null;
  readonly past: 'yes' | 'no' | null;
  /** What a request is started with: codes and the date of the letter. */
  readonly answers: Answers;
}

/** Finds the road of a complete set of answers. Throws when one is missing: the journey asks them all. */
export function roadOf(values: Partial<RoadAnswers>): FoundRoad {
  const { about, other } = values;
  const past = values.past ?? null;
  if (about === undefined) throw new Error('The road needs an answer to its first question.');
  const told = { about, ...(past && { past }) };
  if (about === 'letter') return roadOfLetter(values, told);
  if (about === 'other') {
    if (other === undefined) throw new Error('The road needs to know what it is about.');
    return {
      route: findRoute({ about: other }),
      kind: null,
      ifEducation: null,
      dated: null,
      past,
      answers: { ...told, other },
    };
  }
  return { route: findRoute({ about }), kind: null, ifEducation: null, dated: null, past, answers: told };
}

function roadOfLetter({ decision, parts = [], dated, past }: Partial<RoadAnswers>, told: Answers): FoundRoad {
  if (decision === undefined) throw new Error('The road needs to know what was decided.');
  const sections = parts.filter((part): part is 'B' | 'F' | 'I' => part !== 'health' && part !== 'care');
  const kind = kindOf(decision, sections);
  const route = findRoute({
    about: 'decision',
    decision: kind,
    sections: sections satisfies readonly Section[],
    health: parts.includes('health'),
    socialCare: parts.includes('care'),
    decisionSentOn: dated ?? null,
  });
  return {
    route,
    ifEducation: kind === null ? (decision === 'plan' ? 'plan-contents' : decision) : null,
    kind: route.appeal && kind ? (isPlacementOnly(kind, sections, dated ?? null) ? 'placement' : kind) : null,
    dated: dated ?? null,
    past: past ?? null,
    answers: {
      ...told,
      ...(kind && { kind }),
      ...(parts.length > 0 && { parts }),
      ...(dated && { dated: dated.toString() }),
    },
  };
}

/** A plan disputed on Section I alone is a placement; one disputed on health or social care alone is no decision to appeal. */
function kindOf(decision: RoadAnswers['decision'], sections: readonly Section[]): DecisionKind | null {
  if (sections.length === 0 && (decision === 'plan' || decision === 'refuse-to-amend')) return null;
  if (decision !== 'plan') return decision;
  return sections.every((section) => section === 'I') ? 'placement' : 'plan-contents';
}
