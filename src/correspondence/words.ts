// What each kind of letter is called, and why one did not arrive.
export const letterWords = {
  certificate: 'Certificate and covering letter',
  'certificate-corrected': 'Corrected certificate',
  'certificate-withdrawn': 'Letter about a withdrawn certificate',
  'late-contact': 'Letter: send your appeal now, without a certificate',
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

/** Why a letter did not arrive, and what it may mean. */
export const letterFailureWords = {
  'refused-by-the-mail-server': 'The mail server refused it. The address may be wrong, or the mailbox full.',
  'address-unusable': 'It could not be written to this address.',
  'not-taken-for-three-days': 'No mail server took it for three days.',
  'address-changed': 'It waited, and the address was changed before anybody agreed to it.',
} as const;

/** Says why a letter did not arrive. */
export function sayFailure(failure: string | null): string {
  if (failure === null) return 'It came back.';
  return letterFailureWords[failure as keyof typeof letterFailureWords] ?? failure.replaceAll('-', ' ');
}

/** What a letter is called. */
export const called = (template: string): string =>
  letterWords[template as keyof typeof letterWords] ?? template.replaceAll('-', ' ');
