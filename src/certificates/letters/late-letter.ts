// Tells a family that contacted us late, and for whom no certificate comes or none is decided yet, to send the appeal now and ask the Tribunal's permission.
import type { Temporal } from 'temporal-polyfill';
import { orReply, type Block, type HouseLetter, type LetterService } from '../../correspondence/house-letter.tsx';
import { dayInWords } from '../../law/day-words.ts';
import type { CoveringLetterData } from '../documents/data.ts';

export interface AboutTheLateContact {
  readonly greeting: string;
  /** The last day of the two months for contact (reg 33). */
  readonly twoMonthsEnded: Temporal.PlainDate;
  /** A manager refused the certificate; the service issues none then; or a manager has yet to decide. */
  readonly decided: 'refused' | 'never' | 'awaited';
  /** Where an appeal goes; null where it is not in the settings. */
  readonly tribunal: CoveringLetterData['tribunal'] | null;
  readonly help: CoveringLetterData['help'];
}

const decidedWords: Record<AboutTheLateContact['decided'], string> = {
  refused: 'We have decided not to issue a mediation certificate.',
  never: 'After that day we do not issue a mediation certificate.',
  awaited:
    'A manager here now decides whether we issue a mediation certificate. It would not give you more time, so do not wait for it.',
};

/** What may change the answer, where something may. */
const somethingElse: Record<AboutTheLateContact['decided'], readonly [question: string, what: string]> = {
  refused: [
    'Is there something we do not know?',
    'If something kept you from contacting us sooner, tell us. We can decide again.',
  ],
  never: [
    'Do we have a day wrong?',
    'If you contacted us earlier, or the council’s letter was sent later than we think, tell us.',
  ],
  awaited: [
    'Is there something we do not know?',
    'If something kept you from contacting us sooner, tell us. It helps the manager to decide.',
  ],
};

/** Writes the letter. It gives no date as of right: nothing that we do makes the time longer (reg 34(2) and (3)). */
export function lateLetter(
  { greeting, twoMonthsEnded, decided, tribunal, help }: AboutTheLateContact,
  { telephone }: Pick<LetterService, 'telephone'>,
): HouseLetter {
  const [question, what] = somethingElse[decided];
  return {
    subject: 'A letter from us',
    preview: 'Please read this today.',
    heading: 'Send your appeal now',
    blocks: [
      { kind: 'words', words: `Dear ${greeting}` },
      {
        kind: 'words',
        words: `You contacted us after the two months from the council’s letter. They ended on ${dayInWords(twoMonthsEnded)}. ${decidedWords[decided]}`,
      },
      {
        kind: 'words',
        words:
          'You can still ask the Tribunal to take your appeal. Do not wait for us. Send it as soon as you can, today if possible. In it, ask the Tribunal’s permission to appeal late and without a certificate. Say why you were late.',
      },
      { kind: 'heading', words: 'Where to send it' },
      ...whereTo(tribunal, telephone),
      { kind: 'heading', words: 'Free and independent help' },
      help.length > 0
        ? { kind: 'list', items: help.map(({ name, how, contact }) => `${name}. ${how} ${contact}`.trim()) }
        : { kind: 'words', words: 'SENDIASS and IPSEA can help you, free of charge. Ring us for their numbers.' },
      { kind: 'heading', words: question },
      {
        kind: 'words',
        words: `${what} Ring us on ${telephone} ${orReply}. Send your appeal all the same.`,
      },
    ],
  };
}

function whereTo(tribunal: AboutTheLateContact['tribunal'], telephone: string): readonly Block[] {
  if (!tribunal) return [{ kind: 'words', words: `Ring us today on ${telephone}: we tell you where.` }];
  return [
    {
      kind: 'list',
      items: [
        `By e-mail: ${tribunal.email}`,
        `By post: ${tribunal.address.join(', ')}`,
        `The Tribunal’s telephone: ${tribunal.telephone}`,
      ],
    },
  ];
}
