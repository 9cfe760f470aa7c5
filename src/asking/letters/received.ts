// The e-mail that says: you have contacted us. It names nobody and nothing that was said, since the address was typed by hand.
import type { Temporal } from 'temporal-polyfill';
import { writeLetter, type LetterService } from '../../correspondence/house-letter.tsx';
import { ownWords } from '../../correspondence/own-words.ts';
import { inFours } from '../../kit/reference.ts';
import { dayInWords } from '../../law/day-words.ts';

/** Writes it. `on` is the day of the contact in London, `answerBy` the day by which an adviser gets in touch. */
export function receivedLetter(
  service: LetterService,
  { reference, on, answerBy }: { reference: string; on: Temporal.PlainDate; answerBy: Temporal.PlainDate | null },
) {
  return {
    channel: 'email' as const,
    template: 'asking-received' as const,
    templateVersion: 1,
    ...writeLetter(
      {
        subject: 'You have contacted us',
        preview: 'Keep this e-mail: it shows when you did.',
        heading: 'You have contacted us',
        blocks: [
          { kind: 'date', what: 'You contacted us on', day: dayInWords(on) },
          { kind: 'words', words: `Your reference is ${inFours(reference)}. You can say it on the telephone.` },
          {
            kind: 'words',
            words: `An adviser gets in touch with you ${answerBy ? `by the end of ${dayInWords(answerBy)}` : 'soon'}. If you would rather ring us: ${service.telephone}.`,
          },
          { kind: 'words', words: 'Please keep this e-mail. It shows the day on which you contacted us.' },
          ...ownWords(service, 'asking-received'),
        ],
      },
      service,
    ),
  };
}
