// Tells a family that contacted us late, and to whom no certificate is issued, to send the appeal now and ask the Tribunal's permission.
import type { Temporal } from 'temporal-polyfill';
import { orReply, type Block, type HouseLetter, type LetterService } from '../../correspondence/house-letter.tsx';
import { dayInWords } from '../../law/day-words.ts';
import type { CoveringLetterData } from '../documents/data.ts';

export interface AboutTheLateContact {
  readonly greeting: string;
  /** The last day of the two months for contact (reg 33). */
  readonly twoMonthsEnded: Temporal.PlainDate;
  /** Where an appeal goes; null where it is not in the settings. */
  readonly tribunal: CoveringLetterData['tribunal'] | null;
  readonly help: CoveringLetterData['help'];
}

/** Writes the letter. It gives no date as of right: nothing that we do makes the time longer (reg 34(2) and (3)). */
export function lateLetter(
  { greeting, twoMonthsEnded, tribunal, help }: AboutTheLateContact,
  { telephone }: Pick<LetterService, 'telephone'>,
): HouseLetter {
  return {
    subject: 'A letter from us',
    preview: 'Please read this today.',
    heading: 'Send your appeal now',
    blocks: [
      { kind: 'words', words: `Dear ${greeting}` },
      {
        kind: 'words',
        words: `You contacted us after the two months from the council’s letter. They ended on ${dayInWords(twoMonthsEnded)}. We have decided not to issue a mediation certificate.`,
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
      { kind: 'heading', words: 'Is there something we do not know?' },
      {
        kind: 'words',
        words: `If something kept you from contacting us sooner, tell us. We can decide again. Ring us on ${telephone} ${orReply}. Send your appeal all the same.`,
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
