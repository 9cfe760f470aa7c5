// The addresses of the answers that wait beside a case.
export const offerPaths = {
  all: (reference: string) => `/desk/cases/${encodeURIComponent(reference)}/answers`,
  one: (reference: string, offerId: string) => `/desk/cases/${encodeURIComponent(reference)}/answers/${offerId}`,
} as const;

/** The same as patterns. */
export const offerRoutePaths = {
  all: '/desk/cases/:reference/answers',
  one: '/desk/cases/:reference/answers/:offer',
} as const;
