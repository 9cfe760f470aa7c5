// The e-mail that carries a certificate and its covering letter: the two dates once more, and what is attached.
import {
  orReply,
  writeLetter,
  type Block,
  type LetterService,
  type WrittenLetter,
} from '../../correspondence/house-letter.tsx';
import { ownWords } from '../../correspondence/own-words.ts';
import type { CertificateContent } from '../certificate.ts';
import type { CoveringLetterContent } from '../covering-letter.ts';

export interface CertificateEmail {
  readonly content: CertificateContent;
  readonly letter: CoveringLetterContent;
  readonly kind: 'issued' | 'corrected' | 'sent-again';
}

const headings = {
  issued: 'Your mediation certificate',
  corrected: 'Your corrected mediation certificate',
  'sent-again': 'Your mediation certificate, sent again',
} as const;

/** Writes the e-mail. Subject and preview say nothing of the child, the council or the decision. */
export function certificateEmail({ content, letter, kind }: CertificateEmail, service: LetterService): WrittenLetter {
  return writeLetter(
    {
      subject: kind === 'corrected' ? 'Your corrected papers from us' : 'Your papers from us',
      preview: 'They are attached, with a letter about what to do next.',
      heading: headings[kind],
      blocks: [
        { kind: 'words', words: `Dear ${letter.to.greeting}` },
        { kind: 'words', words: opening(letter, kind) },
        ...time(letter),
        { kind: 'words', words: 'The letter says why, what to send and where.' },
        { kind: 'heading', words: 'What is attached' },
        {
          kind: 'list',
          items: [
            `Your certificate, number ${content.number.join(' ')}, dated ${content.date} (PDF)`,
            'A letter about what to do next (PDF)',
          ],
        },
        { kind: 'heading', words: 'Need a hand?' },
        { kind: 'words', words: `Ring us on ${service.telephone}, ${orReply}. ${letter.formats}` },
        ...ownWords(service, 'certificate'),
      ],
      signedBy: [letter.adviser.name, letter.adviser.role],
    },
    service,
  );
}

function opening(letter: CoveringLetterContent, kind: CertificateEmail['kind']): string {
  const corrected =
    kind === 'corrected' && letter.corrected
      ? `We have corrected ${letter.corrected}. Please use this certificate and not the one before. Its date has not changed. `
      : '';
  const need = isSectionIOnly(letter) ? 'You may want it for your records.' : 'You need it if you want to appeal.';
  return `${corrected}Your certificate is attached. ${need} You do not have to appeal. It is your choice.`;
}

function isSectionIOnly({ appeal }: CoveringLetterContent): boolean {
  return appeal.kind === 'late' ? appeal.sectionIOnly : appeal.certificateAddsTime === 'no-section-i-only';
}

function time({ appeal }: CoveringLetterContent): Block[] {
  if (appeal.kind === 'late') {
    return [
      { kind: 'heading', words: 'Send your appeal now' },
      {
        kind: 'words',
        words: `The two months for an appeal ended on ${appeal.twoMonthsEnded}. You can still ask. Send your appeal as soon as you can, today if possible. In it, ask the Tribunal’s permission to appeal late and say why it is late. Your certificate does not give you more time.`,
      },
    ];
  }
  return [
    { kind: 'heading', words: 'Your two dates' },
    { kind: 'date', what: 'Send your appeal by', day: appeal.sendBy ?? 'Today' },
    { kind: 'date', what: `The Tribunal must have it by ${appeal.hour} on`, day: appeal.receivedBy },
    ...(appeal.certificateAddsTime === 'yes'
      ? []
      : [{ kind: 'words' as const, words: 'Your certificate does not give you more time.' }]),
  ];
}
