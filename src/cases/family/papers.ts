// Lists what a family can open and keep: the certificate as a page and as PDFs, the letter that goes with it, letters as they were sent. Pure.
import { letterWords } from '../../correspondence/words.ts';
import type { ListedPaper } from '../../kit/html/pieces/papers.tsx';
import { inFours } from '../../kit/reference.ts';
import { dayInWords } from '../../law/day-words.ts';
import { londonDay } from '../../kit/clock.ts';
import { Temporal } from 'temporal-polyfill';
import { sayDay } from '../day.ts';
import { familyPaths } from './paths.ts';
import type { MyCase } from './read-my-case.ts';
import { sizeInWords } from './words.ts';

type Case = Pick<MyCase, 'reference' | 'certificates' | 'papers' | 'letters'>;

/** Lists the papers of a page, the certificate first. Of certificates only the one that stands has papers. */
export function papersOf(mine: Case): readonly ListedPaper[] {
  const certificate = mine.certificates.findLast(({ state }) => state === 'issued') ?? mine.certificates.at(-1);
  return [...(certificate ? [certificatePage(mine.reference, certificate)] : []), ...pdfsOf(mine), ...lettersOf(mine)];
}

function certificatePage(
  reference: string,
  { number, dated, state, version }: Case['certificates'][number],
): ListedPaper {
  return {
    kind: 'Page',
    name: state === 'withdrawn' ? 'Your certificate: withdrawn' : 'Your certificate',
    href: familyPaths.certificate(reference),
    about: `Number ${inFours(number)}, dated ${sayDay(dated)}${version > 1 ? `, version ${version}` : ''}`,
  };
}

const pdfNames: Record<string, Record<string, string>> = {
  certificate: { standard: 'Certificate to print or send', 'large-print': 'Certificate in large print' },
  'covering-letter': {
    standard: 'What to do with your certificate',
    'large-print': 'What to do with your certificate, in large print',
  },
};

/** The newest PDF of each kind and format. One that is still being made is not a link yet, so it is not listed. */
export function pdfsOf({ reference, papers }: Pick<Case, 'reference' | 'papers'>): readonly ListedPaper[] {
  const newest = new Map<string, Case['papers'][number]>();
  for (const paper of papers) {
    const key = `${paper.kind} ${paper.format}`;
    if (paper.made_at && !newest.has(key)) newest.set(key, paper);
  }
  const order = Object.keys(pdfNames);
  return [...newest.values()]
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || b.format.localeCompare(a.format))
    .map(({ id, kind, format, size }) => ({
      kind: 'PDF',
      name: pdfNames[kind]?.[format] ?? 'A paper',
      href: familyPaths.paper(reference, id),
      about: size ? `PDF, ${sizeInWords(size)}` : 'PDF',
    }));
}

function lettersOf({ reference, letters }: Case): readonly ListedPaper[] {
  return letters.map(({ id, channel, template, sent_at, posted_on, state }) => ({
    kind: channel === 'email' ? 'Mail' : 'Post',
    name: letterWords[template as keyof typeof letterWords] ?? 'A letter from us',
    href: familyPaths.letter(reference, id),
    about: posted_on
      ? `Posted on ${sayDay(posted_on)}`
      : sent_at
        ? `E-mailed on ${dayInWords(londonDay(Temporal.Instant.from(sent_at)))}`
        : state === 'failed' || state === 'bounced'
          ? 'We could not deliver this e-mail. You can read it here'
          : 'On its way to you by e-mail',
  }));
}
