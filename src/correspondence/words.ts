// What each kind of letter is called.
export const letterWords = {
  certificate: 'Certificate and covering letter',
  'certificate-corrected': 'Corrected certificate',
  'certificate-withdrawn': 'Letter about a withdrawn certificate',
  'mediation-information': 'Mediation information in writing',
  'page-link': 'Link to the family’s page',
  'sign-in-link': 'Sign-in link',
  'staff-invitation': 'Invitation to the desk',
  'contact-changed': 'Notice that contact details changed',
  'no-certificate-needed': 'Letter: no certificate is needed',
  'asking-received': 'Note that we were contacted online',
  'asking-link': 'Link to go on with the online form',
  'authority-request': 'Request to the council for mediation',
} as const;

export type LetterTemplate = keyof typeof letterWords;
