// What each template is given. Dates arrive as finished words ("Monday 23 November 2026"), numbers and codes in the groups in which
// they are said aloud: a template lays out and computes nothing. A field that is absent is not printed.

/** What every paper carries. */
interface Paper {
  format: 'standard' | 'large-print';
  /** Marks the paper, in words and across the page, as made for practice. */
  specimen: boolean;
  service: {
    name: string;
    /** One line under the name, for example "Independent, free and confidential." */
    line: string;
    telephone: string;
    email: string;
  };
}

/** Which limb of section 55 is certified; under the last two because mediation was not arranged, by notice or by lapse of 30 days. */
export type Limb = 'information' | 'participation' | 'not-arranged-notice' | 'not-arranged-lapse';

export type CertificateDateKind = 'contacted' | 'informed' | 'authority-told' | 'notice' | 'day-30' | 'concluded';

/** The certificate: an exhibit. It holds no appeal date, nothing that was said and no reasons. */
export interface CertificateData extends Paper {
  number: string[];
  code: string[];
  /** The date of this certificate. It never changes, whatever the version. */
  date: string;
  version: number;
  /** Only from version 2. `corrected` completes "It … corrects", for example "the spelling of the child’s last name". */
  replaces?: { version: number; on: string; corrected: string };
  /** An earlier certificate for the same decision and appellant; its date is the one that counts. */
  earlier?: { number: string[]; date: string };
  limb: Limb;
  /** The regulation cited beside the section, for example "regulation 39(2)". */
  regulation?: string;
  appellant: { name: string; called: 'parent' | 'young person' | 'alternative person'; capacity: string };
  /** Names exactly as on the decision letter. */
  child: { called: 'child' | 'young person'; first: string; last: string; born: string };
  authority: { name: string; reference?: string };
  decision: {
    words: string;
    cited: string;
    /** The date printed on the letter. */
    printed: string;
    /** Only when it differs from the date printed. */
    sent?: string;
    letterSeen: boolean;
  };
  /** In the order of printing. A late contact is only its date: the paper makes no argument. */
  dates: { kind: CertificateDateKind; date: string; note?: string }[];
  adviser: { name: string; role: string; organisation: string };
  /** Where the certificate is verified: the short address to type, and the QR code as SVG. */
  check: { address: string; qr: string };
}

/** When to appeal, as the covering letter tells it. */
export type AppealTime =
  | {
      kind: 'two-dates';
      /** Five working days before the last moment; absent when that day has come or gone, and the letter then says to send it straight away. */
      sendBy?: string;
      receivedBy: string;
      /** The hour of the last moment, for example "5pm". */
      hour: string;
      /** Why these dates, in sentences, with the other readings where the law is unsettled. One paragraph each. */
      why: string[];
      /** Whether the certificate gives more time, and if not, why not. */
      certificateAddsTime: 'yes' | 'no' | 'no-section-i-only' | 'no-earlier-certificate';
    }
  | {
      /** The two months were over when the family made contact: no date as of right, least of all one month from the certificate. */
      kind: 'late';
      twoMonthsEnded: string;
      contacted: string;
      why: string[];
      sectionIOnly: boolean;
    };

/** The letter that goes with the certificate. What may change outside the program (forms, addresses, helpers) is data. */
export interface CoveringLetterData extends Paper {
  reference: string;
  number: string[];
  date: string;
  to: { lines: string[]; greeting: string };
  limb: Limb;
  /** Completes "We have corrected …" when the certificate is a corrected version. */
  corrected?: string;
  appeal: AppealTime;
  send: { what: string; note?: string }[];
  tribunal: { email: string; address: string[]; telephone: string; checked: string };
  help: { name: string; what: string; how: string; contact: string }[];
  adviser: { name: string; role: string };
  /** One sentence that offers other formats and languages. */
  formats: string;
}

/** The sheet on top of a pack that is printed and posted: the address stands where a window envelope shows it. */
export interface AddressSheetData extends Paper {
  reference: string;
  to: { lines: string[] };
  /** The address for undelivered post, without the service's name: it shows through the window. Empty when the service has given none. */
  returnTo: string;
  /** The papers in the order of packing. */
  papers: { what: string; pages: number }[];
  /** The day on which the pack must be posted, because the certificate bears it; absent where any day will do. */
  postOn?: string;
}

/** Any other letter of the house that is posted. */
export interface HouseLetterData extends Paper {
  reference: string;
  date: string;
  to: { lines: string[] };
  heading: string;
  parts: (
    | { kind: 'words'; words: string }
    | { kind: 'heading'; words: string }
    | { kind: 'list'; items: readonly string[] }
    | { kind: 'date'; what: string; day: string }
  )[];
  /** Name and role; none where the service itself writes. */
  signedBy: string[];
  /** The service's own postal address in one line. */
  /** Where the service gets its post; empty when it has given no address. */
  writeTo: string;
}

/** Each template and what it is given. */
export interface DocumentData {
  certificate: CertificateData;
  'covering-letter': CoveringLetterData;
  'address-sheet': AddressSheetData;
  'house-letter': HouseLetterData;
}
