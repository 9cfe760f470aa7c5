// Drafts a certificate and its covering letter together, and refuses when one of them could not be printed or would not help.
import type { Temporal } from 'temporal-polyfill';
import type { Law } from '../law/versions.ts';
import { fullName } from '../people/person.ts';
import { appealTime } from './appeal-time.ts';
import type { CertificateContent, CertificateRefused, Corrected } from './certificate.ts';
import { certificateContent, unprintable, type Fixed } from './content.ts';
import { coveringLetter, type CoveringLetterContent } from './covering-letter.ts';
import type { Adviser, Matter } from './matter.ts';

export interface Draft {
  readonly content: CertificateContent;
  readonly letter: CoveringLetterContent;
}

export interface Drafting {
  readonly matter: Matter;
  readonly adviser: Adviser;
  readonly fixed: Fixed;
  readonly today: Temporal.PlainDate;
  readonly law: Law;
  /** The lines of the address, below the name; none for an e-mail. */
  readonly addressLines: readonly string[];
  readonly corrected?: readonly Corrected[];
}

/** Drafts both papers from the rows as they are now. */
export function draft(drafting: Drafting): Draft | CertificateRefused {
  const { matter, adviser, fixed, law } = drafting;
  return cover(certificateContent(matter, adviser, fixed, law), drafting);
}

/** Drafts the letter that goes with a content, new or kept. */
export function cover(
  content: CertificateContent,
  {
    matter,
    adviser,
    fixed,
    today,
    law,
    addressLines,
    corrected,
  }: Omit<Drafting, 'fixed'> & { readonly fixed: Pick<Fixed, 'dated' | 'earlier'> },
): Draft | CertificateRefused {
  const datedOn = new Set([...matter.certificates.map(({ dated }) => dated), fixed.dated]);
  const letter = coveringLetter(matter, content, {
    date: today.toString(),
    appeal: appealTime(matter, { datedOn: [...datedOn], later: fixed.earlier !== null, today, law }),
    adviser,
    to: [fullName({ firstNames: matter.person.first_names, lastName: matter.person.last_name }), ...addressLines],
    corrected,
  });
  if (!letter) return { refused: 'tribunal-not-in-settings' };
  const stopped = unprintable(content) ?? unprintable(letter);
  return stopped ? { refused: 'letter-not-in-fonts', ...stopped } : { content, letter };
}
