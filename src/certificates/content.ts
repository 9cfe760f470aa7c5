// Writes what a certificate says from the rows: names exactly as recorded, days in words, the decision with its citation.
import { isDeepStrictEqual } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import type { Row } from '../../database/tables.ts';
import { sayDay } from '../cases/day.ts';
import { missingLetters } from '../kit/pdf/letters.ts';
import { arrangeMediation } from '../law/arranging.ts';
import { monthName } from '../law/day-words.ts';
import type { DecisionKind } from '../law/decisions.ts';
import type { Law } from '../law/versions.ts';
import { fullName } from '../people/person.ts';
import type { CertificateContent, Corrected } from './certificate.ts';
import type { CertificateData, Limb } from './documents/data.ts';
import type { Adviser, Matter } from './matter.ts';
import { fours } from './number.ts';
import { certifiable } from './standing.ts';

/** What is settled when a certificate is made, and never read again from the rows. */
export interface Fixed {
  readonly number: string;
  readonly code: string;
  readonly dated: string;
  readonly version: number;
  readonly limb: Limb;
  readonly earlier: Pick<Row<'certificates'>, 'number' | 'dated'> | null;
  readonly specimen: boolean;
  /** Where people reach the service, without a slash at the end. */
  readonly address: string;
  readonly replaces?: CertificateContent['replaces'];
}

/** Writes the content of a certificate. The rules must have allowed it: there is a decision, a letter date and an authority. */
export function certificateContent(matter: Matter, adviser: Adviser, fixed: Fixed, law: Law): CertificateContent {
  const { service, authority, decision, child } = matter;
  if (!decision || !authority || !(decision.dated ?? decision.sent)) throw new Error('this matter cannot be certified');
  const kind = certifiable(decision.kind);
  return {
    specimen: fixed.specimen,
    service: { name: service.name, line: service.line, telephone: service.telephone, email: service.email },
    number: fours(fixed.number),
    code: fours(fixed.code),
    date: sayDay(fixed.dated),
    version: fixed.version,
    ...(fixed.replaces ? { replaces: fixed.replaces } : {}),
    ...(fixed.earlier ? { earlier: { number: fours(fixed.earlier.number), date: sayDay(fixed.earlier.dated) } } : {}),
    limb: fixed.limb,
    appellant: appellantOf(matter),
    child: {
      called: calledOf(matter.participation.capacity) === 'parent' ? 'child' : 'young person',
      first: child?.first_names ?? '',
      last: child?.last_name ?? '',
      born: child?.born ? dayWithoutWeekday(child.born) : 'Not given',
    },
    authority: {
      name: authority.name,
      ...(child?.authority_reference ? { reference: child.authority_reference } : {}),
    },
    decision: {
      ...wordsOfDecision(kind, decision.sections),
      printed: decision.dated ? sayDay(decision.dated) : 'Not known',
      ...(decision.sent && decision.sent !== decision.dated ? { sent: sayDay(decision.sent) } : {}),
      letterSeen: decision.letter_seen,
    },
    dates: datesOf(matter, fixed.limb, law),
    adviser: { name: adviser.name, role: 'mediation adviser', organisation: service.name },
    check: {
      address: `${fixed.address.replace(/^https?:\/\//, '')}/check`,
      opens: `${fixed.address}/check/${fixed.number}/${fixed.code}`,
    },
  };
}

function calledOf(capacity: Row<'participations'>['capacity']): CertificateData['appellant']['called'] {
  if (capacity === 'young-person') return 'young person';
  return capacity === 'alternative-person' ? 'alternative person' : 'parent';
}

/** Says on whose behalf or as what somebody appeals, as a certificate prints it (Children and Families Act 2014 ss.51 and 80; Education Act 1996 s.576). */
export function capacityPrinted(capacity: Row<'participations'>['capacity'], basis: string | null): string {
  const capacities: Partial<Record<typeof capacity, string>> = {
    parent: 'Parent of the child',
    'other-parental-responsibility': 'Person with parental responsibility for the child',
    carer: 'Person who has care of the child',
    'corporate-parent': 'For the local authority that looks after the child',
    'young-person': 'Young person',
    'alternative-person': basis ?? 'Alternative person for the young person',
  };
  return capacities[capacity] ?? 'Parent of the child';
}

function appellantOf({ participation: { capacity, basis }, person }: Matter): CertificateData['appellant'] {
  return {
    name: fullName({ firstNames: person.first_names, lastName: person.last_name }),
    called: calledOf(capacity),
    capacity: capacityPrinted(capacity, basis),
  };
}

const decisions: Record<Exclude<DecisionKind, 'plan-contents'>, { words: string; cited: string }> = {
  'refuse-to-assess': { words: 'Not to secure an EHC needs assessment', cited: 'Section 51(2)(a) of the Act' },
  'refuse-to-issue': {
    words: 'Not to secure an EHC plan after an EHC needs assessment',
    cited: 'Section 51(2)(b) of the Act',
  },
  placement: {
    words: 'Contents of an EHC plan: the school or other institution named, or that none is named (section I)',
    cited: 'Section 51(2)(c)(iii) and (iv) of the Act',
  },
  'refuse-to-reassess': { words: 'Not to secure a re-assessment', cited: 'Section 51(2)(d) of the Act' },
  'refuse-to-amend': {
    words: 'Not to amend or replace an EHC plan after a review or re-assessment',
    cited: 'Section 51(2)(e) of the Act',
  },
  'cease-to-maintain': { words: 'To cease to maintain an EHC plan', cited: 'Section 51(2)(f) of the Act' },
};

/** The parts of a plan's contents that can be appealed, with their paragraphs of s.51(2)(c). */
const contents = [
  { section: 'B', words: 'special educational needs (section B)', paragraphs: ['(i)'] },
  { section: 'F', words: 'special educational provision (section F)', paragraphs: ['(ii)'] },
  {
    section: 'I',
    words: 'the school or other institution named, or that none is named (section I)',
    paragraphs: ['(iii)', '(iv)'],
  },
];

/** Says a decision in the words of the law, with its citation. Contents whose sections are not known are cited whole. */
export function wordsOfDecision(kind: DecisionKind, sections: readonly string[]): { words: string; cited: string } {
  if (kind !== 'plan-contents') return decisions[kind];
  const disputed = contents.filter(({ section }) => sections.includes(section));
  if (disputed.length === 0) return { words: 'Contents of an EHC plan', cited: 'Section 51(2)(c) of the Act' };
  const paragraphs = disputed.flatMap((part) => part.paragraphs);
  return {
    words: `Contents of an EHC plan: ${joined(disputed.map(({ words }) => words))}`,
    cited: `Section 51(2)(c)${joined(paragraphs)} of the Act`,
  };
}

const joined = (parts: readonly string[]): string =>
  parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : (parts[0] ?? '');

/** Lists the dates that prove the limb, in the order of printing. What was said stands nowhere. */
function datesOf(matter: Matter, limb: Limb, law: Law): CertificateData['dates'] {
  const { milestones, information } = matter;
  const told = milestones.get('authority-told') ?? milestones.get('family-told-authority');
  const dates: [CertificateData['dates'][number]['kind'], string | null | undefined][] = [
    ['contacted', matter.contactOn],
    ['informed', information?.given_on],
    ['authority-told', limb.startsWith('not-arranged') ? told : null],
    ['notice', limb === 'not-arranged-notice' ? milestones.get('authority-cannot-arrange') : null],
    ['day-30', limb === 'not-arranged-lapse' ? dayThirty(matter, law) : null],
    ['concluded', limb === 'participation' ? milestones.get('mediation-concluded') : null],
  ];
  return dates.flatMap(([kind, iso]) => (iso ? [{ kind, date: sayDay(iso) }] : []));
}

function dayThirty({ case: of, milestones }: Matter, law: Law): string | null {
  const on = (kind: Row<'milestones'>['kind']) => {
    const iso = milestones.get(kind);
    return iso ? Temporal.PlainDate.from(iso) : null;
  };
  const answer = arrangeMediation(
    {
      healthScope: of.health_scope,
      familyToldAuthorityOn: on('family-told-authority'),
      adviserToldAuthorityOn: on('authority-told'),
      icbToldOn: on('icb-told'),
    },
    law,
  );
  return answer.deadline?.toString() ?? null;
}

/** Writes "14 March 2018": a birth date has no weekday. */
function dayWithoutWeekday(iso: string): string {
  const { day, month, year } = Temporal.PlainDate.from(iso);
  return `${day} ${monthName(month)} ${year}`;
}

/** Finds the first value with a letter that no font of ours has; null when all can be printed. */
export function unprintable(value: unknown, field = ''): { field: string; letters: string[] } | null {
  if (typeof value === 'string') {
    const letters = missingLetters(value);
    return letters.length > 0 ? { field, letters } : null;
  }
  if (value === null || typeof value !== 'object') return null;
  for (const [key, inner] of Object.entries(value)) {
    const found = unprintable(inner, field ? `${field}.${key}` : key);
    if (found) return found;
  }
  return null;
}

const corrigible: [Corrected, (content: CertificateContent) => unknown][] = [
  ['appellant-name', ({ appellant }) => appellant.name],
  ['appellant-capacity', ({ appellant }) => [appellant.capacity, appellant.called]],
  ['child-first-names', ({ child }) => child.first],
  ['child-last-name', ({ child }) => child.last],
  ['child-birth-date', ({ child }) => child.born],
  ['authority', ({ authority }) => authority.name],
  ['authority-reference', ({ authority }) => authority.reference],
  ['decision', ({ decision }) => [decision.words, decision.cited]],
  ['letter-printed', ({ decision }) => decision.printed],
  ['letter-sent', ({ decision }) => decision.sent],
  ['letter-seen', ({ decision }) => decision.letterSeen],
  ['adviser-name', ({ adviser }) => adviser.name],
  ['dates', ({ dates }) => dates],
];

/** Lists what differs between two contents of one certificate; the code, never the value, goes into the journal. */
export function differences(before: CertificateContent, after: CertificateContent): Corrected[] {
  return corrigible.filter(([, of]) => !isDeepStrictEqual(of(before), of(after))).map(([corrected]) => corrected);
}
