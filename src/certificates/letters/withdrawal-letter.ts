// Confirms to a family, who was told first, that a certificate was withdrawn.
import { sayDay } from '../../cases/day.ts';
import type { HouseLetter, LetterService } from '../../correspondence/house-letter.tsx';
import { ownWords } from '../../correspondence/own-words.ts';
import type { CertificateContent, Replacement } from '../certificate.ts';

const next: Record<Replacement, string> = {
  'issued-next': 'We are sending you a new certificate now. It has its own number and date.',
  'not-entitled': 'We told you what is missing before a new certificate can be made. Ring us when you want one.',
  'not-wanted': 'You told us that you do not need another one. Ring us if that changes.',
};

/** Writes the letter. It repeats no reason: that was told in person, and the certificate was between the family and the service. */
export function withdrawalLetter(
  about: { greeting: string; content: CertificateContent; toldOn: string; replacement: Replacement },
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
      {
        kind: 'words',
        words: `If you have sent it to the Tribunal already, tell the Tribunal, and ring us on ${service.telephone}: we will help. SENDIASS can help you free of charge.`,
      },
      ...ownWords(service, 'certificate-withdrawn'),
    ],
  };
}
