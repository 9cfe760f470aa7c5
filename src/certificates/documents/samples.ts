// Invented papers for tests, one full set with its variants; never part of the program.
import type { AddressSheetData, CertificateData, CoveringLetterData } from './data.ts';

const service = {
  name: 'Harbour Mediation Service',
  line: 'Independent, free and confidential. Run by the charity Harbour Together.',
  telephone: '01632 960 990',
  email: 'mediation@harbour.example',
};

/** A QR code in shape only; tests of the code itself draw a real one. */
const qr =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 29 29"><path fill="#1d2733" d="M2 2h7v7h-7zM20 2h7v7h-7zM2 20h7v7h-7z"/></svg>';

export const certificate: CertificateData = {
  format: 'standard',
  specimen: false,
  service,
  number: ['4H7K', '2M9T'],
  code: ['QT5W', '8DNA', '3RCG'],
  date: 'Monday 23 November 2026',
  version: 1,
  limb: 'information',
  appellant: { name: 'Agnieszka Wójcik-Śliwińska', called: 'parent', capacity: 'Parent of the child' },
  child: { called: 'child', first: 'Maja Róża', last: 'Wójcik-Śliwińska', born: '14 March 2018' },
  authority: { name: 'Westmere Council', reference: 'SEN/26/01187' },
  decision: {
    words: 'Not to secure an EHC needs assessment',
    cited: 'Section 51(2)(a) of the Act',
    printed: 'Monday 5 October 2026',
    letterSeen: true,
  },
  dates: [
    { kind: 'contacted', date: 'Thursday 19 November 2026' },
    { kind: 'informed', date: 'Monday 23 November 2026' },
  ],
  adviser: { name: 'Dana Whitfield', role: 'mediation adviser', organisation: 'Harbour Mediation Service' },
  check: { address: 'check.harbour.example', qr },
};

const young = 'Callum Obi';

/** What each variant changes of the certificate above. */
export const certificateVariants: Record<string, Partial<CertificateData>> = {
  information: {},
  participation: {
    limb: 'participation',
    appellant: { name: 'Siân Prŷs-Hughes', called: 'parent', capacity: 'Parent of the child' },
    child: { called: 'child', first: 'Owain Llŷr', last: 'Prŷs-Hughes', born: '2 June 2017' },
    dates: [
      { kind: 'contacted', date: 'Friday 16 October 2026' },
      { kind: 'informed', date: 'Friday 16 October 2026' },
      { kind: 'concluded', date: 'Monday 16 November 2026' },
    ],
    date: 'Wednesday 18 November 2026',
  },
  'not arranged, by lapse, a young person': {
    limb: 'not-arranged-lapse',
    appellant: { name: young, called: 'young person', capacity: 'Young person' },
    child: { called: 'young person', first: 'Callum', last: 'Obi', born: '2 May 2009' },
    decision: {
      words: 'To cease to maintain an EHC plan',
      cited: 'Section 51(2)(f) of the Act',
      printed: 'Thursday 24 September 2026',
      letterSeen: true,
    },
    dates: [
      { kind: 'contacted', date: 'Wednesday 21 October 2026' },
      { kind: 'informed', date: 'Wednesday 21 October 2026' },
      { kind: 'authority-told', date: 'Wednesday 21 October 2026' },
      { kind: 'day-30', date: 'Friday 20 November 2026' },
    ],
  },
  'the fullest, by notice': {
    limb: 'not-arranged-notice',
    version: 2,
    replaces: { version: 1, on: 'Wednesday 30 September 2026', corrected: 'the date printed on the decision letter' },
    earlier: { number: ['4H7K', '2M9T'], date: 'Monday 21 September 2026' },
    date: 'Wednesday 23 September 2026',
    appellant: {
      name: 'Maximiliana Konstantina Oluwaseun-Featherstonehaugh Papadimitriou-Brzęczyszczykiewicz',
      called: 'alternative person',
      capacity: 'Deputy appointed by the Court of Protection',
    },
    child: {
      called: 'young person',
      first: 'Christopher-Alexander Bartholomew Oluwatobiloba',
      last: 'Oluwaseun-Featherstonehaugh Papadimitriou-Brzęczyszczykiewicz',
      born: '14 March 2008',
    },
    authority: { name: 'Bournemouth, Christchurch and Poole Council', reference: 'SEND/CYP/2026/0011876-B' },
    decision: {
      words:
        'Contents of an EHC plan: special educational needs (section B), provision (section F) and the school or other institution named (section I)',
      cited: 'Section 51(2)(c)(i), (ii) and (iii) of the Act',
      printed: 'Friday 7 August 2026',
      sent: 'Wednesday 12 August 2026',
      letterSeen: false,
    },
    dates: [
      { kind: 'contacted', date: 'Wednesday 19 August 2026' },
      { kind: 'informed', date: 'Wednesday 19 August 2026' },
      { kind: 'authority-told', date: 'Wednesday 19 August 2026' },
      { kind: 'notice', date: 'Wednesday 16 September 2026' },
    ],
  },
};

export const coveringLetter: CoveringLetterData = {
  format: 'standard',
  specimen: false,
  service,
  reference: '7M3X 2Q85',
  number: ['4H7K', '2M9T'],
  date: 'Monday 23 November 2026',
  to: { lines: ['Agnieszka Wójcik-Śliwińska', '14 Example Road', 'Westmere', 'ZZ41 0ZZ'], greeting: 'Agnieszka' },
  limb: 'information',
  appeal: {
    kind: 'two-dates',
    sendBy: 'Wednesday 16 December 2026',
    receivedBy: 'Wednesday 23 December 2026',
    hour: '5pm',
    why: [
      'The law gives you two dates and lets you use the later one. Two months from the council’s letter ends on Monday 7 December 2026. One month from the date of your certificate ends on Wednesday 23 December 2026. So Wednesday 23 December 2026 is your last day.',
    ],
    certificateAddsTime: 'yes',
  },
  send: [
    { what: 'The appeal form', note: 'You need form SEND35A. Search for “SEND35A” on GOV.UK, or ask us to post it' },
    { what: 'The council’s letter', note: 'The one dated Monday 5 October 2026' },
    { what: 'Your mediation certificate', note: 'A copy is fine' },
    { what: 'Your reasons', note: 'Say why you think the council is wrong. Your own words are fine' },
    { what: 'Any reports or letters that help', note: 'You can send more later' },
  ],
  tribunal: {
    email: 'send@tribunal.example',
    address: ['First-tier Tribunal (SEND), 1st Floor, Example Court,', 'Example Street, Example Town, ZZ1 1ZZ'],
    telephone: '01632 960 857',
    checked: '23 November 2026',
  },
  help: [
    { name: 'Westmere SENDIASS', what: 'can help you fill in the form.', how: 'Ring', contact: '01632 960 142' },
    {
      name: 'Plain Advice',
      what: 'is a charity that gives free legal advice.',
      how: 'Go to',
      contact: 'plain-advice.example',
    },
  ],
  adviser: { name: 'Dana Whitfield', role: 'Mediation adviser' },
  formats: 'Ask us for large print, Easy Read, audio or another language.',
};

const firstDateGoverns =
  'Two months from the council’s letter ends on Thursday 14 January 2027. That is later than one month from the date of your certificate.';

/** What each variant changes of the letter above. */
export const coveringLetterVariants: Record<string, Partial<CoveringLetterData>> = {
  'certificate governs': {},
  'certificate adds no time': {
    appeal: {
      kind: 'two-dates',
      sendBy: 'Thursday 7 January 2027',
      receivedBy: 'Thursday 14 January 2027',
      hour: '5pm',
      why: [firstDateGoverns],
      certificateAddsTime: 'no',
    },
  },
  'section I only': {
    appeal: {
      kind: 'two-dates',
      sendBy: 'Thursday 7 January 2027',
      receivedBy: 'Thursday 14 January 2027',
      hour: '5pm',
      why: [
        'Two months from the council’s letter ends on Thursday 14 January 2027.',
        'Some read the law as giving one month from the certificate. We show you the safer date.',
      ],
      certificateAddsTime: 'no-section-i-only',
    },
  },
  'earlier certificate, little time left, corrected': {
    corrected: 'the spelling of the child’s last name',
    limb: 'participation',
    appeal: {
      kind: 'two-dates',
      receivedBy: 'Thursday 26 November 2026',
      hour: '5pm',
      why: ['One month from your first certificate ends on Thursday 26 November 2026.'],
      certificateAddsTime: 'no-earlier-certificate',
    },
  },
  'late contact': {
    appeal: {
      kind: 'late',
      twoMonthsEnded: 'Monday 2 November 2026',
      contacted: 'Thursday 19 November 2026',
      why: [
        'Two months from the council’s letter of Wednesday 2 September 2026 ended on Monday 2 November 2026. The law asks a family to contact a mediation adviser within that time.',
      ],
      sectionIOnly: false,
    },
  },
};

export const addressSheet: AddressSheetData = {
  format: 'standard',
  specimen: false,
  service,
  reference: '7M3X 2Q85',
  to: { lines: coveringLetter.to.lines },
  returnTo: 'PO Box 960, Westmere, ZZ41 1ZZ',
  papers: [
    { what: 'A letter to you', pages: 2 },
    { what: 'Your mediation certificate', pages: 1 },
  ],
  postOn: 'Monday 23 November 2026',
};
