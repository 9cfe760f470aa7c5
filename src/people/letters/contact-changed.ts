// Tells the old e-mail address that it is no longer used. It does not say what the new one is, whose it is, or who asked.
import { writeLetter, type LetterService } from '../../correspondence/house-letter.tsx';

/** Writes the notice. */
export function contactChangedLetter(service: LetterService) {
  return {
    channel: 'email' as const,
    template: 'contact-changed' as const,
    templateVersion: 1,
    ...writeLetter(
      {
        subject: 'We changed the e-mail address that we use for you',
        preview: 'If you did not ask for this, please ring us.',
        heading: 'We changed the e-mail address that we use for you',
        blocks: [
          { kind: 'words', words: 'From now on we write to another e-mail address, and no longer to this one.' },
          { kind: 'words', words: `If you did not ask us to do this, please ring us today on ${service.telephone}.` },
        ],
      },
      service,
    ),
  };
}
