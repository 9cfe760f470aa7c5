// The e-mail that tells somebody that they now have a place at the desk. It carries no live link: they ask for one when they come.
import { writeLetter, type LetterService } from '../../correspondence/house-letter.tsx';

/** Writes the invitation. `address` is where people reach the service, without a slash at the end. */
export function staffInvitationLetter(service: LetterService, address: string) {
  return {
    channel: 'email' as const,
    template: 'staff-invitation' as const,
    templateVersion: 1,
    ...writeLetter(
      {
        subject: 'You can now sign in to the desk',
        preview: 'Ask for your first link when you are ready.',
        heading: 'You can now sign in to the desk',
        blocks: [
          { kind: 'words', words: 'Open this page and give the e-mail address that this letter came to.' },
          { kind: 'link', words: 'Sign in to the desk', url: `${address}/sign-in` },
          {
            kind: 'words',
            words:
              'We send you a link that works for 15 minutes. After signing in for the first time, add a passkey on the page “Your settings”, and print the recovery codes it shows.',
          },
        ],
      },
      service,
    ),
  };
}
