// The addresses of a family's own pages. A case is named by its reference, which is random and tells nothing.

const ofCase =
  (page = '') =>
  (reference: string): string =>
    `/my-case/${encodeURIComponent(reference)}${page}`;

export const familyPaths = {
  cases: '/my-case',
  details: '/my-case/details',
  case: ofCase(),
  certificate: ofCase('/certificate'),
  /** Asks, and takes, "I no longer want mediation". */
  noMediation: ofCase('/no-mediation'),
  /** Asks, and takes, "I would like mediation after all". */
  mediation: ofCase('/mediation'),
  /** Sets the word that we ask for when somebody rings. */
  safeWord: ofCase('/safe-word'),
  paper: (reference: string, paperId: string): string => `${ofCase('/papers/')(reference)}${paperId}`,
  letter: (reference: string, letterId: string): string => `${ofCase('/letters/')(reference)}${letterId}`,
} as const;

/** The same addresses as patterns, for the routes. */
export const familyPatterns = {
  case: '/my-case/:reference',
  certificate: '/my-case/:reference/certificate',
  noMediation: '/my-case/:reference/no-mediation',
  mediation: '/my-case/:reference/mediation',
  safeWord: '/my-case/:reference/safe-word',
  paper: '/my-case/:reference/papers/:paper',
  letter: '/my-case/:reference/letters/:letter',
} as const;
