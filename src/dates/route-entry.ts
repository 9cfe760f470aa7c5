// Answers "what can I do?" as JSON: the road, whether a certificate is needed and why. Stores nothing and takes no personal data.
import { z } from 'zod';
import { DECISION_KINDS, type DecisionKind, type Section } from '../law/decisions.ts';
import { findRoute, type About, type Route } from '../law/route.ts';
import { gradeWords } from './explanation.ts';

const ABOUT = [
  'decision',
  'draft-plan',
  'help-at-school',
  'council-duties',
  'health-or-care-in-assessment',
  'waiting-for-tribunal',
  'council-and-health-disagree',
  'something-less-formal',
  'discrimination',
  'admissions',
  'complaint',
  'wales',
  'another-area',
] as const satisfies readonly About[];
const SECTIONS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H1', 'H2', 'I', 'J', 'K'] as const satisfies readonly Section[];

/** The body of a route question; strict, so that a misspelt answer is not silently left out. */
export const routeInputs = z.strictObject({
  about: z.enum(ABOUT, `has to be one of ${ABOUT.join(', ')}`),
  decision: z
    .enum(DECISION_KINDS as readonly [DecisionKind, ...DecisionKind[]], `has to be one of ${DECISION_KINDS.join(', ')}`)
    .nullish()
    .transform((value) => value ?? null),
  sections: z
    .array(z.enum(SECTIONS, `has to hold sections of a plan: ${SECTIONS.join(', ')}`), 'has to be a list')
    .max(SECTIONS.length, 'is too long')
    .optional(),
  health: z.boolean('has to be true or false').optional(),
  socialCare: z.boolean('has to be true or false').optional(),
});

export interface RouteJson extends Omit<Route, 'evidence' | 'certificate'> {
  readonly evidence: string;
  readonly certificate: Omit<Route['certificate'], 'evidence'> & { readonly evidence: string };
}

export type RouteAnswer = { readonly result: RouteJson } | { readonly error: string };

/** Answers one route question, or says in plain words what is wrong with it. */
export function answerRoute(body: unknown): RouteAnswer {
  const read = routeInputs.safeParse(body);
  if (!read.success) {
    return {
      error: read.error.issues.map(({ path, message }) => `${String(path[0] ?? 'The question')} ${message}.`).join(' '),
    };
  }
  try {
    const route = findRoute(read.data);
    return {
      result: {
        ...route,
        evidence: gradeWords(route.evidence),
        certificate: { ...route.certificate, evidence: gradeWords(route.certificate.evidence) },
      },
    };
  } catch (error) {
    if (error instanceof RangeError) return { error: error.message };
    throw error;
  }
}
