// Confirms to a family, who was told first, that a certificate was withdrawn.
import { sayDay } from '../../cases/day.ts';
import type { Block, HouseLetter, LetterService } from '../../correspondence/house-letter.tsx';
import { ownWords } from '../../correspondence/own-words.ts';
import type { CertificateContent, Replacement } from '../certificate.ts';
import type { AppealTime } from '../documents/data.ts';

const next: Record<Replacement, string> = {
  'issued-next': 'We are sending you a new certificate now. It has its own number and date.',
  'not-entitled':
    'We told you why there is no new certificate now. Ring us when what was missing is there, or if you have questions.',
  'not-wanted': 'You told us that you do not need another one. Ring us if that changes.',
};

/** Writes the letter. It repeats no reason: that was told in person, and the certificate was between the family and the service. */
export function withdrawalLetter(
  about: {
    greeting: string;
    content: CertificateContent;
    toldOn: string;
    replacement: Replacement;
    /** When to appeal now that this certificate counts for nothing; null where that is not theirs to do, or a new letter says it. */
    appeal: AppealTime | null;
  },
  service: Pick<LetterService, 'telephone' | 'letterWords'>,
): HouseLetter {
  return {
    subject: 'A letter from us',
    preview: 'Please read this soon.',
    heading: 'Your certificate was withdrawn',
    blocks: [
      { kind: 'words', words: `Dear ${about.greeting}` },
      {
        kind: 'words',
        words: `We told you on ${sayDay(about.toldOn)} that your certificate, number ${about.content.number.join(' ')}, had to be withdrawn. Please do not use it. Anybody who checks it will see that it is withdrawn.`,
      },
      { kind: 'words', words: next[about.replacement] },
      ...datesNow(about, service),
      {
        kind: 'words',
        words: `If you have sent it to the Tribunal already, tell the Tribunal, and ring us on ${service.telephone}: we will help. SENDIASS can help you free of charge.`,
      },
      ...ownWords(service, 'certificate-withdrawn'),
    ],
  };
}

/** The withdrawn certificate may have given the date that they count on, so the letter never leaves that standing. */
function datesNow(
  { replacement, appeal }: { replacement: Replacement; appeal: AppealTime | null },
  { telephone }: Pick<LetterService, 'telephone'>,
): Block[] {
  if (replacement === 'issued-next')
    return [
      {
        kind: 'words',
        words: 'The letter with it gives your dates. They may not be the ones you had before: use the new ones.',
      },
    ];
  if (!appeal) return [];
  if (appeal.kind === 'late')
    return [
      {
        kind: 'words',
        words: `The dates that we gave you with it do not hold any more. The two months for an appeal ended on ${appeal.twoMonthsEnded}. Ring us today on ${telephone}: we will go through what you can do now.`,
      },
    ];
  return [
    {
      kind: 'words',
      words:
        'The dates that we gave you with it do not hold any more. If you want to appeal, these are your dates now.',
    },
    { kind: 'date', what: 'Send your appeal by', day: appeal.sendBy ?? 'Today' },
    { kind: 'date', what: `The Tribunal must have it by ${appeal.hour} on`, day: appeal.receivedBy },
  ];
}
