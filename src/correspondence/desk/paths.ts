// The addresses of letters at the desk: packs to post, and letters that went wrong.
const of = (id: string) => encodeURIComponent(id);

export const packPaths = {
  packs: '/desk/packs',
  pack: (letter: string) => `/desk/packs/${of(letter)}`,
  posted: (letter: string) => `/desk/packs/${of(letter)}/posted`,
  print: (letter: string) => `/desk/packs/${of(letter)}/print`,
  dateAgain: (letter: string) => `/desk/packs/${of(letter)}/date`,
  goneWrong: '/desk/letters/gone-wrong',
  wrong: (letter: string) => `/desk/letters/${of(letter)}`,
} as const;

/** The same as patterns, for the routes. */
export const packPatterns = {
  pack: '/desk/packs/:letter',
  posted: '/desk/packs/:letter/posted',
  print: '/desk/packs/:letter/print',
  dateAgain: '/desk/packs/:letter/date',
  wrong: '/desk/letters/:letter',
} as const;
