// Writes the letter that goes with a certificate: when to appeal, what to send, where, and who can help.
import { Temporal } from 'temporal-polyfill';
import type { Row } from '../../database/tables.ts';
import { sayDay } from '../cases/day.ts';
import { inFours } from '../kit/reference.ts';
import { decisionRule } from '../law/decisions.ts';
import { correctedWords, type CertificateContent, type Corrected } from './certificate.ts';
import type { AppealTime, CoveringLetterData } from './documents/data.ts';
import type { Adviser, Matter } from './matter.ts';
import { certifiable } from './standing.ts';

export interface AboutTheLetter {
  /** The day on the letter, ISO. */
  readonly date: string;
  readonly appeal: AppealTime;
  readonly adviser: Adviser;
  readonly to: readonly string[];
  readonly corrected?: readonly Corrected[];
}

/** What a covering letter says, the same in standard and in large print. */
export type CoveringLetterContent = Omit<CoveringLetterData, 'format'>;

/** Writes the covering letter. Null when the Tribunal's details are not in the settings: a letter that cannot say where to send is none. */
export function coveringLetter(
  matter: Matter,
  content: CertificateContent,
  about: AboutTheLetter,
): CoveringLetterContent | null {
  const tribunal = tribunalOf(matter.signposts);
  if (!tribunal) return null;
  const { signposts } = matter;
  return {
    specimen: content.specimen,
    service: content.service,
    reference: inFours(matter.case.reference),
    number: content.number,
    date: sayDay(about.date),
    to: { lines: [...about.to], greeting: greetingOf(matter) },
    limb: content.limb,
    ...(about.corrected?.length ? { corrected: correctionWords(about.corrected) } : {}),
    appeal: about.appeal,
    send: whatToSend(matter, content),
    tribunal,
    help: helpOf(signposts),
    adviser: { name: about.adviser.name, role: 'Mediation adviser' },
    formats: 'Ask us for large print, Easy Read, audio or another language.',
  };
}

/** Says what a correction puts right: "the date of birth and the authority's reference". */
export function correctionWords(corrected: readonly Corrected[]): string {
  const words = corrected.map((code) => correctedWords[code]);
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : (words[0] ?? '');
}

function whatToSend({ decision }: Matter, { decision: said }: CertificateContent): CoveringLetterData['send'] {
  const kind = certifiable(decision?.kind ?? '');
  const sent = decision?.sent ?? decision?.dated;
  const { form } = decisionRule(kind, sent ? Temporal.PlainDate.from(sent) : null);
  const aboutAPlan =
    kind === 'plan-contents' || kind === 'placement' || kind === 'refuse-to-amend' || kind === 'cease-to-maintain';
  const placement = kind === 'placement' || decision?.sections.includes('I');
  return [
    { what: 'The appeal form', note: `You need form ${form}. Search for “${form}” on GOV.UK, or ask us to post it` },
    { what: 'The council’s letter', note: decision?.dated ? `The one dated ${said.printed}` : undefined },
    ...(aboutAPlan
      ? [{ what: 'The final EHC plan', note: 'With the reports that came with it (section K), if there are any' }]
      : []),
    { what: 'Your mediation certificate', note: 'A copy is fine' },
    { what: 'Your reasons', note: 'Say why you think the council is wrong. Your own words are fine' },
    ...(placement
      ? [
          {
            what: 'Proof that you told the school or college you want',
            note: 'A copy of your email or letter to it is fine',
          },
        ]
      : []),
    { what: 'Any reports or letters that help', note: 'You can send more later' },
  ].map(({ what, note }) => (note ? { what, note } : { what }));
}

type Signpost = Pick<Row<'signposts'>, 'kind' | 'name' | 'what' | 'how' | 'contact' | 'address_lines' | 'checked_on'>;

/** How an appellant is greeted. */
export function greetingOf({ person }: Pick<Matter, 'person'>): string {
  return person.known_as || person.first_names || person.last_name;
}

/** Who can help, free and independent. */
export function helpOf(
  signposts: readonly Pick<Signpost, 'kind' | 'name' | 'what' | 'how' | 'contact'>[],
): CoveringLetterData['help'] {
  return signposts
    .filter(({ kind }) => kind === 'sendiass' || kind === 'advice')
    .map(({ name, what, how, contact }) => ({ name, what, how, contact }));
}

/** Puts the Tribunal's details together: one signpost has its e-mail and postal address, another its telephone. Null where they are not in the settings. */
export function tribunalOf(
  signposts: readonly Omit<Signpost, 'what' | 'how'>[],
): CoveringLetterData['tribunal'] | null {
  const rows = signposts.filter(({ kind }) => kind === 'tribunal');
  const written = rows.find(({ contact }) => contact.includes('@'));
  const spoken = rows.find(({ contact }) => /\d/.test(contact) && !contact.includes('@'));
  if (!written || !spoken || written.address_lines.length === 0) return null;
  const checked = [written.checked_on, spoken.checked_on].sort()[0]!;
  return {
    email: written.contact,
    address: [written.name, ...written.address_lines],
    telephone: spoken.contact,
    checked: sayDay(checked),
  };
}
