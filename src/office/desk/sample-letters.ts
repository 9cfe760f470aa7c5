// Writes each letter of the program about invented people, so that a manager can read what families and councils are sent.
import { Temporal } from 'temporal-polyfill';
import { goOnLetter } from '../../asking/letters/link.ts';
import { receivedLetter } from '../../asking/letters/received.ts';
import { authorityRequestLetter } from '../../advice/letters/authority-request.ts';
import { mediationInformation } from '../../advice/letters/mediation-information.ts';
import { currentScript } from '../../advice/script.ts';
import type { CertificateContent } from '../../certificates/certificate.ts';
import { helpOf, tribunalOf, type CoveringLetterContent } from '../../certificates/covering-letter.ts';
import { certificateEmail, type CertificateEmail } from '../../certificates/letters/certificate-email.ts';
import { lateLetter } from '../../certificates/letters/late-letter.ts';
import { withdrawalLetter } from '../../certificates/letters/withdrawal-letter.ts';
import { writeLetter, type LetterService, type WrittenLetter } from '../../correspondence/house-letter.tsx';
import type { LetterWithOwnWords } from '../../correspondence/own-words.ts';
import { dayInWords } from '../../law/day-words.ts';
import { contactChangedLetter } from '../../people/letters/contact-changed.ts';
import { signInLinkLetter } from '../../sign-in/letters/sign-in-link.ts';
import { staffInvitationLetter } from '../../sign-in/letters/staff-invitation.ts';
import type { Service } from '../service.ts';

export interface SampleLetter {
  /** Its place in the address of its page. */
  readonly key: string;
  readonly called: string;
  readonly to: 'The family' | 'The council' | 'Staff' | 'Whoever signs in';
  /** When it goes. */
  readonly when: string;
  /** The letter to which the service may add its own words; none to one that opens a sign-in. */
  readonly ownWords?: LetterWithOwnWords;
  write(service: Service, address: string): WrittenLetter;
}

const on = (iso: string) => Temporal.PlainDate.from(iso);
const reference = '7K3M 2QXA';
const adviser = { name: 'Rowan Hale', role: 'Mediation adviser', organisation: 'The service' };
const paperService = ({ name, line, telephone, email, letterWords }: Service): LetterService => ({
  name,
  line,
  telephone,
  email,
  letterWords,
});

function certificateOf(service: Service): CertificateContent {
  return {
    specimen: true,
    service: paperService(service),
    number: ['4T7W', '9P2C'],
    code: ['A1B2', 'C3D4', 'E5F6'],
    date: dayInWords(on('2026-11-23')),
    version: 1,
    limb: 'information',
    appellant: { name: 'Jordan Ashby', called: 'parent', capacity: 'parent' },
    child: { called: 'child', first: 'Robin', last: 'Ashby', born: '14 September 2018' },
    authority: { name: 'Sample Council' },
    decision: {
      words: 'not to secure an assessment',
      cited: 'section 36(5)',
      printed: dayInWords(on('2026-10-12')),
      letterSeen: true,
    },
    dates: [],
    adviser,
    check: { address: 'check', opens: 'check' },
  };
}

function coveringOf(service: Service, corrected?: string): CoveringLetterContent {
  return {
    specimen: true,
    service: paperService(service),
    reference,
    number: ['4T7W', '9P2C'],
    date: dayInWords(on('2026-11-23')),
    to: { lines: [], greeting: 'Jordan Ashby' },
    limb: 'information',
    ...(corrected ? { corrected } : {}),
    appeal: {
      kind: 'two-dates',
      sendBy: dayInWords(on('2026-12-15')),
      receivedBy: dayInWords(on('2026-12-23')),
      hour: '5pm',
      why: [],
      certificateAddsTime: 'yes',
    },
    send: [],
    tribunal: { email: '', address: [], telephone: '', checked: '' },
    help: [],
    adviser,
    formats: 'Ask us for large print, Easy Read, audio or another language.',
  };
}

const certificateKind = (kind: CertificateEmail['kind'], corrected?: string) => (service: Service) =>
  certificateEmail(
    { content: certificateOf(service), letter: coveringOf(service, corrected), kind },
    paperService(service),
  );

/** Every letter in words, in the order in which a case meets them. The certificate and its covering letter are papers and not among them. */
export const sampleLetters: readonly SampleLetter[] = [
  {
    key: 'asking-received',
    ownWords: 'asking-received',
    called: 'You have contacted us',
    to: 'The family',
    when: 'At once when somebody contacts the service with the public form and gives an e-mail address.',
    write: (service) =>
      receivedLetter(paperService(service), {
        reference: reference.replace(' ', ''),
        on: on('2026-11-23'),
        answerBy: on('2026-11-24'),
      }),
  },
  {
    key: 'asking-link',
    called: 'Link to go on with the form',
    to: 'The family',
    when: 'When somebody saves the public form to go on later.',
    write: (service, address) =>
      goOnLetter(paperService(service), {
        url: `${address}/ask/go-on/sample`,
        until: on('2026-12-07'),
        contacted: true,
      }),
  },
  {
    key: 'mediation-information',
    ownWords: 'mediation-information',
    called: 'Mediation information in writing',
    to: 'The family',
    when: 'When somebody asks for the information in writing, or after it was given by telephone.',
    write: (service) =>
      writeLetter(
        mediationInformation(
          {
            script: currentScript,
            greeting: 'Jordan Ashby',
            adviser: adviser.name,
            contactBy: on('2026-12-12'),
            contactOn: on('2026-11-23'),
            inTime: true,
            help: service.signposts
              .filter(({ kind }) => kind === 'sendiass' || kind === 'advice')
              .map(({ name, how, contact }) => ({ name, how: `${how}:`, contact })),
          },
          service,
        ),
        paperService(service),
      ),
  },
  {
    key: 'authority-request',
    ownWords: 'authority-request',
    called: 'Request to the council for mediation',
    to: 'The council',
    when: 'The day a family says that it wishes to mediate and permits us to tell the council. Its thirty days run from that day.',
    write: (service) =>
      authorityRequestLetter(
        {
          authority: 'Sample Council',
          authorityReference: 'EHC/2026/00000',
          child: 'Robin Ashby',
          born: on('2018-09-14'),
          rightHolder: 'Jordan Ashby',
          decision: 'plan-contents',
          dated: on('2026-10-12'),
          sections: ['B', 'F'],
          issues: 'Speech and language therapy is named without saying how often.',
          healthProvision: null,
          reference,
          toldOn: on('2026-11-23'),
          day30: on('2026-12-23'),
          adviser: adviser.name,
        },
        paperService(service),
      ),
  },
  {
    key: 'certificate',
    ownWords: 'certificate',
    called: 'E-mail with the certificate',
    to: 'The family',
    when: 'At once when a certificate is issued to somebody who can be reached by e-mail. The papers are attached.',
    write: certificateKind('issued'),
  },
  {
    key: 'certificate-corrected',
    ownWords: 'certificate',
    called: 'E-mail with a corrected certificate',
    to: 'The family',
    when: 'When a slip on a certificate was corrected. Number and date stay.',
    write: certificateKind('corrected', 'the spelling of the child’s last name'),
  },
  {
    key: 'certificate-again',
    ownWords: 'certificate',
    called: 'E-mail with the certificate, sent again',
    to: 'The family',
    when: 'When somebody asks for it again.',
    write: certificateKind('sent-again'),
  },
  {
    key: 'certificate-withdrawn',
    ownWords: 'certificate-withdrawn',
    called: 'Letter about a withdrawn certificate',
    to: 'The family',
    when: 'After a manager withdrew a certificate that should never have been issued. The family was told in person first.',
    write: (service) =>
      writeLetter(
        withdrawalLetter(
          {
            greeting: 'Jordan Ashby',
            content: certificateOf(service),
            toldOn: '2026-11-24',
            replacement: 'issued-next',
            appeal: null,
          },
          service,
        ),
        paperService(service),
      ),
  },
  {
    key: 'late-contact',
    called: 'Letter: send your appeal now, without a certificate',
    to: 'The family',
    when: 'When somebody who contacted us late says no to mediation and no certificate is issued, or a manager has yet to decide.',
    write: (service) =>
      writeLetter(
        lateLetter(
          {
            greeting: 'Jordan',
            twoMonthsEnded: on('2026-10-12'),
            decided: service.settings.lateContact === 'do-not-issue' ? 'never' : 'refused',
            tribunal: tribunalOf(
              service.signposts.map((one) => ({
                ...one,
                address_lines: [...one.addressLines],
                checked_on: one.checkedOn,
              })),
            ),
            help: helpOf(service.signposts),
          },
          service,
        ),
        paperService(service),
      ),
  },
  {
    key: 'contact-changed',
    called: 'Notice that contact details changed',
    to: 'The family',
    when: 'To the old e-mail address, when it was replaced and a message there is safe. By post, in other words, only where whoever changes the address says that a note there is safe.',
    write: (service) => contactChangedLetter(paperService(service), 'ended'),
  },
  {
    key: 'sign-in-link',
    called: 'Sign-in link',
    to: 'Whoever signs in',
    when: 'When somebody asks for a link. It works for 15 minutes, once.',
    write: (service, address) =>
      signInLinkLetter(paperService(service), [{ url: `${address}/sign-in/link/sample`, whose: 'Jordan Ashby' }]),
  },
  {
    key: 'staff-invitation',
    called: 'Invitation to the desk',
    to: 'Staff',
    when: 'When a manager invites somebody.',
    write: (service, address) => staffInvitationLetter(paperService(service), address),
  },
];
