// The mediation information in writing: what was said aloud once more, and the rest of it, in plain words.
import type { Temporal } from 'temporal-polyfill';
import { orReply, type Block, type HouseLetter, type LetterService } from '../../correspondence/house-letter.tsx';
import { ownWords } from '../../correspondence/own-words.ts';
import { dayInWords } from '../../law/day-words.ts';
import { restCodes, type Script } from '../script.ts';

export const mediationInformationVersion = 2;

export interface MediationInformation {
  readonly script: Script;
  /** Who it is for, as they are greeted; empty when we have no name. */
  readonly greeting: string;
  readonly adviser: string;
  /** The last safe day of the two months; null when the letter's date is not known. */
  readonly contactBy: Temporal.PlainDate | null;
  readonly contactOn: Temporal.PlainDate;
  readonly inTime: boolean;
  readonly help: readonly { readonly name: string; readonly how: string; readonly contact: string }[];
}

/** Writes the letter. Subject and preview say nothing of a child, a council or a decision. */
export function mediationInformation(
  about: MediationInformation,
  service: Pick<LetterService, 'telephone' | 'letterWords'>,
): HouseLetter {
  const { script, greeting, adviser, help } = about;
  return {
    subject: 'Information from us, in writing',
    preview: 'What we told you, and the rest of it, to read when it suits you.',
    heading: 'About mediation, in writing',
    blocks: [
      ...(greeting ? [{ kind: 'words', words: `Dear ${greeting}` } as const] : []),
      {
        kind: 'words',
        words:
          'Here is what we told you about mediation, and the rest of it. You do not have to mediate. You do not have to appeal. It is your choice, and you need not say why.',
      },
      { kind: 'heading', words: 'The main points' },
      {
        kind: 'list',
        items: script.core
          .filter(({ withDates, code }) => !withDates && code !== 'independent-help')
          .map(({ say }) => say),
      },
      ...dates(about),
      { kind: 'heading', words: 'Good to know' },
      { kind: 'list', items: restCodes.map((code) => script.rest[code]) },
      { kind: 'heading', words: 'Free and independent help' },
      help.length > 0
        ? { kind: 'list', items: help.map(({ name, how, contact }) => `${name}. ${how} ${contact}`.trim()) }
        : {
            kind: 'words',
            words: 'SENDIASS and IPSEA give free advice, also about an appeal. Ring us for their numbers.',
          },
      { kind: 'heading', words: 'What next?' },
      {
        kind: 'words',
        words: `Tell us whether you want to try mediation, and whether you wish to appeal. Ring us on ${service.telephone} ${orReply}. Ask us for large print, Easy Read, audio or another language.`,
      },
      ...ownWords(service, 'mediation-information'),
    ],
    signedBy: [adviser, 'Mediation adviser'],
  };
}

function dates({ contactBy, contactOn, inTime }: MediationInformation): readonly Block[] {
  const heading = { kind: 'heading', words: 'Your dates' } as const;
  if (!contactBy) {
    return [
      heading,
      {
        kind: 'words',
        words:
          'We need the date on the council’s letter to work out your dates. You have two months from that letter to contact us and to appeal, so please tell us soon.',
      },
    ];
  }
  if (!inTime) {
    return [
      heading,
      {
        kind: 'words',
        words: `You contacted us on ${dayInWords(contactOn)}. The two months for that ended on ${dayInWords(contactBy)}. You can still ask the Tribunal: send your appeal now, say why it is late, and ask for permission. Do not wait for us or for a certificate: that gives you no more time. SENDIASS and IPSEA can help you, free of charge.`,
      },
    ];
  }
  return [
    heading,
    { kind: 'date', what: 'Tell us if you want to mediate, by', day: dayInWords(contactBy) },
    {
      kind: 'words',
      words: `You contacted us in time, on ${dayInWords(contactOn)}. With your certificate we send you the dates for an appeal, and show how we counted them.`,
    },
  ];
}
