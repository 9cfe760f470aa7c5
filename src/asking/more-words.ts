// The answers that can be chosen after the contact, with the words a family reads for each.

/** What a parent or carer may be, as the spine names it. */
export const capacityLabels = {
  parent: 'I am the mother or father',
  'other-parental-responsibility': 'I have parental responsibility in another way',
  carer: 'I care for the child, for example as a foster carer or grandparent',
} as const;

/** Who helps a family. */
export const roleLabels = {
  friend: 'A friend or relative',
  sendiass: 'SENDIASS',
  school: 'A nursery, school or college',
  authority: 'The council',
  health: 'Health or social care',
  other: 'Somebody else',
} as const;

/** Sections of a plan, and health and social care as people call them. */
export const partLabels = {
  B: 'The needs it describes (section B)',
  F: 'The help with learning (section F)',
  I: 'The school or college, or that none is named (section I)',
  health: 'Health care (sections C and G)',
  care: 'Social care (sections D and H)',
} as const;

export const howLetterLabels = {
  upload: 'Yes, I will add a photograph or a PDF now',
  post: 'I will send it later, by post or e-mail',
  'read-out': 'I will read it out when we talk',
  none: 'I do not have it',
} as const;

/** Says how the letter comes to us, as it is read back and stands at the desk: what was only meant to be added has not come. */
export function howLetterCame(how: keyof typeof howLetterLabels, hasCome: boolean): string {
  if (hasCome) return 'A photograph or a PDF was added';
  return how === 'upload'
    ? 'No letter came yet: a photograph or a PDF was going to be added, and was not'
    : howLetterLabels[how];
}

/** Formats by the codes that people's rows hold. */
export const formatLabels = {
  'large-print': 'Large print',
  'easy-read': 'Easy Read',
  audio: 'Audio',
  bsl: 'British Sign Language',
} as const;

/** The words a helper agrees to, kept with the permission exactly as they stood on the page. */
export const PERMISSION_WORDING =
  'The parent, or the young person, knows that I am asking you and agrees that you may talk to me about it.';
