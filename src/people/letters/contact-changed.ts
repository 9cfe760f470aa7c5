// Tells an address that was in use before that one was changed. It does not say what the new one is, whose it is, or who asked.
import { changeNote } from '../../correspondence/held.ts';
import { writeLetter, type HouseLetter, type LetterService } from '../../correspondence/house-letter.tsx';

/**
 * `ended`: this e-mail address is no longer used. `post`: it still is, and the postal address was changed. The others are posted:
 * `post-ended` to the postal address that is no longer used, `email` to the one that still is.
 */
export type ContactChange = 'ended' | 'post' | 'post-ended' | 'email';

/** Counts up whenever the words of this letter change. */
export const contactChangedVersion = 3;

const says: Record<ContactChange, { readonly heading: string; readonly words: string }> = {
  ended: {
    heading: 'We changed the e-mail address that we use for you',
    words: 'From now on we write to another e-mail address, and no longer to this one.',
  },
  post: {
    heading: 'We changed the postal address that we use for you',
    words: 'From now on we post to another address.',
  },
  'post-ended': {
    heading: 'We changed the postal address that we use for you',
    words: 'From now on we post to another address, and no longer to this one.',
  },
  email: {
    heading: 'We changed the e-mail address that we use for you',
    words: 'From now on we write to an e-mail address that we were given since.',
  },
};

/** Says the notice. By post it is not read on the first day, so it promises nothing of that day. */
export function contactChangedSaid({ telephone }: LetterService, change: ContactChange): HouseLetter {
  const { heading, words } = says[change];
  const isPosted = change === 'post-ended' || change === 'email';
  const ring = isPosted
    ? `If you did not ask us to do this, please ring us on ${telephone} as soon as you read this.`
    : `If you did not ask us to do this, please ring us today on ${telephone}. We do not send papers to a changed address on the first day, unless two of us agree.`;
  return {
    subject: heading,
    preview: 'If you did not ask for this, please ring us.',
    heading,
    blocks: [
      { kind: 'words', words },
      { kind: 'words', words: ring },
    ],
  };
}

/** Writes the notice as an e-mail. */
export function contactChangedLetter(service: LetterService, change: 'ended' | 'post') {
  return {
    channel: 'email' as const,
    template: changeNote,
    templateVersion: contactChangedVersion,
    ...writeLetter(contactChangedSaid(service, change), service),
  } as const;
}
