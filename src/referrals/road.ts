// Puts a decision on its road, by the law's own route finder, in the words of the cases table.
import type { Row } from '../../database/tables.ts';
import { findRoute } from '../law/route.ts';
import type { HealthScope } from '../law/versions.ts';
import type { Decision } from './contact.ts';

export interface RoadTaken {
  readonly road: Row<'cases'>['road'];
  readonly healthScope: HealthScope;
}

/** Finds the road of a decision; `undecided` while too little is known. `health`: health care is part of the worry. */
export function roadOf(
  { kind, sections, dated, sent }: Omit<Decision, 'received' | 'letterSeen'>,
  health: boolean,
): RoadTaken {
  if (kind === 'unknown') return { road: 'undecided', healthScope: health ? 'mixed' : 'none' };
  const aboutHealth = health || sections.some((section) => section === 'C' || section === 'G');
  const aboutCare = sections.some((section) => section === 'D' || section === 'H1' || section === 'H2');
  if (kind === 'plan-made' && !aboutHealth && !aboutCare) return { road: 'undecided', healthScope: 'none' };
  const route = findRoute({
    about: 'decision',
    decision: kind === 'plan-made' ? null : kind,
    sections,
    health,
    decisionSentOn: sent ?? dated,
  });
  const { healthScope } = route;
  if (route.road === 'health-or-social-care-only') {
    return { road: healthScope === 'health-only' ? 'health-only' : 'social-care-only', healthScope };
  }
  return { road: route.certificate.needed ? 'mediation' : 'placement-only', healthScope };
}
