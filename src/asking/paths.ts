// The addresses of the public form. What somebody answered never stands in one.
export const askingPaths = {
  /** The first screen: sending it is the contact. */
  ask: '/ask',
  /** What we have and what happens next, for the browser that sent it. */
  done: '/ask/done',
  /** Forget this request in this browser, to start another. */
  another: '/ask/another',
  save: '/ask/save',
  saved: '/ask/saved',
  more: '/ask/more',
  question: (slug: string) => `/ask/more/${slug}`,
  check: '/ask/check',
  letter: '/ask/letter',
  /** What a person says of what was read. */
  letterSays: '/ask/letter/says',
  picture: (paper: string) => `/ask/letter/picture/${paper}`,
  /** The link that came by e-mail. It opens nothing without the child's birth date. */
  back: (link: string) => `/ask/back/${link}`,
} as const;
