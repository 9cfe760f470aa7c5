// Tells an address that was in use before that one was changed. It does not say what the new one is, whose it is, or who asked.
import { writeLetter, type LetterService } from '../../correspondence/house-letter.tsx';

/** `ended`: this address is no longer used. `post`: it still is, and the postal address was changed. */
export type ContactChange = 'ended' | 'post';

const says: Record<ContactChange, { readonly heading: string; readonly words: string }> = {
  ended: {
    heading: 'We changed the e-mail address that we use for you',
    words: 'From now on we write to another e-mail address, and no longer to this one.',
  },
  post: {
    heading: 'We changed the postal address that we use for you',
    words: 'From now on we post to another address.',
  },
};

/** Writes the notice. */
export function contactChangedLetter(service: LetterService, change: ContactChange) {
  const { heading, words } = says[change];
  return {
    channel: 'email' as const,
    template: 'contact-changed' as const,
    templateVersion: 2,
    ...writeLetter(
      {
        subject: heading,
        preview: 'If you did not ask for this, please ring us.',
        heading,
        blocks: [
          { kind: 'words', words },
          {
            kind: 'words',
            words: `If you did not ask us to do this, please ring us today on ${service.telephone}. We do not send papers to a changed address on the first day, unless two of us agree.`,
          },
        ],
      },
      service,
    ),
  };
}
