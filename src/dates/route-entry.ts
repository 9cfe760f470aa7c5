// Answers "what can I do?" as JSON: the road, whether a certificate is needed and why. Stores nothing and takes no personal data.
import { findRoute, type Route } from '../law/route.ts';
import { gradeWords } from './explanation.ts';
import { INPUTS } from './shapes.ts';

/** The body of a route question; strict, so that a misspelt answer is not silently left out. */
const routeInputs = INPUTS.road.strict();

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
    const { decisionSent: decisionSentOn, ...about } = read.data;
    const route = findRoute({ ...about, decisionSentOn });
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
