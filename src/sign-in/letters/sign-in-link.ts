// The e-mail with the link to sign in. It says nothing about why somebody would have a page here.
import { writeLetter, type LetterService } from '../../correspondence/house-letter.tsx';

/** One link and, where several people share an e-mail address, whose it is. */
export interface LinkInLetter {
  readonly url: string;
  readonly whose: string;
}

/** Writes the letter. */
export function signInLinkLetter(service: LetterService, links: readonly LinkInLetter[]) {
  return {
    channel: 'email' as const,
    template: 'sign-in-link' as const,
    templateVersion: 1,
    ...writeLetter(
      {
        subject: 'Your link to sign in',
        preview: 'It works for 15 minutes.',
        heading: 'Your link to sign in',
        blocks: [
          { kind: 'words', words: 'You asked for a link. Open it, then press the button on the page.' },
          ...links.map(({ url, whose }) => ({
            kind: 'link' as const,
            words: links.length > 1 ? `Sign in as ${whose}` : 'Sign in',
            url,
          })),
          {
            kind: 'list',
            items: [
              'It works for 15 minutes, and once.',
              'If you open it on another device, the page asks for the code that the first device shows.',
            ],
          },
          {
            kind: 'words',
            words:
              'You did not ask? Then do nothing: without this e-mail nobody can sign in as you. Please do not send it on, and never read the code out to anybody.',
          },
        ],
      },
      service,
    ),
  };
}
