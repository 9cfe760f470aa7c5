// The e-mail with the link to go on with the form. The link opens nothing without the child's birth date, which stands nowhere in it.
import type { Temporal } from 'temporal-polyfill';
import { writeLetter, type LetterService } from '../../correspondence/house-letter.tsx';
import { dayInWords } from '../../law/day-words.ts';

/** Writes it. `until` is the last day on which the answers are kept; `contacted` says whether the contact was made. */
export function goOnLetter(
  service: LetterService,
  { url, until, contacted }: { url: string; until: Temporal.PlainDate; contacted: boolean },
) {
  return {
    channel: 'email' as const,
    template: 'asking-link' as const,
    templateVersion: 1,
    ...writeLetter(
      {
        subject: 'Your link to go on',
        preview: 'Your answers are kept.',
        heading: 'Your link to go on',
        blocks: [
          ...(contacted
            ? []
            : [
                {
                  kind: 'words' as const,
                  words:
                    'You have not contacted us yet. What you wrote is kept, but nobody here has seen it. Open the link and send the first page.',
                },
              ]),
          { kind: 'link', words: 'Go on with your answers', url },
          {
            kind: 'list',
            items: [
              'It asks for the birth date that you gave.',
              `Your answers are kept until ${dayInWords(until)}. Then they are deleted.`,
            ],
          },
          { kind: 'words', words: `Would you rather ring? ${service.telephone}.` },
        ],
      },
      service,
    ),
  };
}
