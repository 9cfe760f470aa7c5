// The bodies a service works with and whom it points people to: their words and the shape of their codes. Pure.
import type { Row } from '../../database/tables.ts';

export type BodyKind = Row<'bodies'>['kind'];
export type SignpostKind = Row<'signposts'>['kind'];

export const bodyKindWords: Readonly<Record<BodyKind, string>> = {
  authority: 'Council',
  icb: 'Health board (ICB)',
  school: 'School',
  college: 'College',
  sendiass: 'SENDIASS',
  trust: 'Academy or health trust',
  'social-care': 'Social care',
  other: 'Other',
};
export const bodyKinds = Object.keys(bodyKindWords) as BodyKind[];

export const signpostKindWords: Readonly<Record<SignpostKind, string>> = {
  tribunal: 'Tribunal',
  sendiass: 'SENDIASS',
  advice: 'Advice',
  ombudsman: 'Ombudsman',
  other: 'Other',
};
export const signpostKinds = Object.keys(signpostKindWords) as SignpostKind[];

/** What each kind's national code looks like; a kind that is not here has none that we know. */
const codeShapes: Partial<Record<BodyKind, { readonly shape: RegExp; readonly says: string }>> = {
  authority: {
    shape: /^E(06|08|09|10)\d{6}$/,
    says: 'The code of a council is E06, E08, E09 or E10 and six figures, such as E08000015.',
  },
  icb: {
    shape: /^(E54\d{6}|Q[A-Z0-9]{2})$/,
    says: 'The code of a health board is E54 and six figures, or three symbols that begin with Q, such as QYG.',
  },
  school: { shape: /^\d{6}$/, says: 'The number of a school (URN) has six figures.' },
  college: { shape: /^(\d{6}|\d{8})$/, says: 'The number of a college has six figures (URN) or eight (UKPRN).' },
};

/** Says what is wrong with a national code, or null. An empty code is one that we have not been told. */
export function wrongWithCode(kind: BodyKind, code: string): string | null {
  const known = codeShapes[kind];
  return code === '' || !known || known.shape.test(code) ? null : known.says;
}

/** Contacts that nobody has checked for so many days are marked: people are sent there from letters. */
export const checkAgainAfterDays = 90;

export interface EmailOf {
  readonly email: string;
  /** Whose it is: "Shared box", "Sam Field, SEN officer". May be empty. */
  readonly of: string;
}

export interface BodyDetails {
  readonly kind: BodyKind;
  readonly name: string;
  readonly nationalCode: string | null;
  /** The shared box first. Every request to a council goes to all of them. */
  readonly emails: readonly EmailOf[];
  readonly telephone: string | null;
  readonly addressLines: readonly string[];
}

export interface SignpostDetails {
  readonly kind: SignpostKind;
  readonly name: string;
  readonly what: string;
  readonly how: string;
  readonly contact: string;
  readonly addressLines: readonly string[];
}
