// The addresses of the papers that came in for a case.
const base = (reference: string) => `/desk/cases/${encodeURIComponent(reference)}/papers`;

export const paperPaths = {
  all: base,
  original: (reference: string, paper: string) => `${base(reference)}/${paper}`,
  picture: (reference: string, paper: string) => `${base(reference)}/${paper}/picture`,
} as const;

/** The same as patterns. */
export const paperRoutePaths = {
  all: '/desk/cases/:reference/papers',
  original: '/desk/cases/:reference/papers/:paper',
  picture: '/desk/cases/:reference/papers/:paper/picture',
} as const;
