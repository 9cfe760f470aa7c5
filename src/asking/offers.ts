// What a family answered after the contact, put together as the desk takes it over: one offer for each thing in the case it could change. Pure.
import type { Row } from '../../database/tables.ts';
import type { Section } from '../law/decisions.ts';
import { partedName, writesForThemselves, type Writer } from './first-screen.ts';
import type { More } from './more.tsx';
import { formatLabels, howLetterCame, PERMISSION_WORDING, roleLabels } from './more-words.ts';

export type OfferAbout = Row<'offered_answers'>['about'];

/** What each kind of offer says. Days are ISO; texts are as typed; what was not answered is not there. */
export interface Offers {
  decision: { kind?: string; sections?: string[]; health?: boolean; dated?: string };
  child: { firstNames?: string; lastName?: string; born?: string };
  authority: { name: string };
  person: { capacity?: string; formats?: string[]; language?: string; needs?: string };
  reach: { telephone?: string; email?: string; post?: string };
  holder: { firstNames: string; lastName: string };
  permission: { given: boolean; wording: string; role?: string; organisation?: string };
  'safe-contact': { text: string };
  issues: { text: string };
  wishes: { text: string };
  letter: { how: string };
}

export type Offer = { [About in OfferAbout]: { readonly about: About; readonly said: Offers[About] } }[OfferAbout];

/** Leaves out what was not answered; null when nothing was. */
function filled<T extends object>(said: T): T | null {
  const entries = Object.entries(said).filter(
    ([, value]) =>
      value !== undefined && value !== '' && value !== false && !(Array.isArray(value) && value.length === 0),
  );
  return entries.length > 0 ? (Object.fromEntries(entries) as T) : null;
}

/** Puts the answers together as offers, in the order in which the desk reads them. `letterHasCome` says whether a photograph or a PDF was added. */
export function offersOf(writer: Writer | undefined, more: Partial<More>, letterHasCome: boolean): readonly Offer[] {
  const { sections = [], decision, dated, born } = more;
  const letters = sections.filter((section): section is 'B' | 'F' | 'I' => section.length === 1);
  const care: Section[] = sections.includes('care') ? ['D', 'H1', 'H2'] : [];
  const offer = <About extends OfferAbout>(about: About, said: Offers[About] | null): Offer[] =>
    said ? [{ about, said } as Offer] : [];
  const text = (typed: string | undefined) => (typed ? { text: typed } : null);
  return [
    ...offer(
      'decision',
      filled({
        kind: decision,
        sections: [...letters, ...care],
        health: sections.includes('health'),
        dated: dated?.toString(),
      }),
    ),
    ...offer('authority', more.council ? { name: more.council } : null),
    ...offer('child', filled({ firstNames: more.childFirst, lastName: more.childLast, born: born?.toString() })),
    ...offer('holder', more.forWhom ? partedName(more.forWhom) : null),
    ...offer(
      'permission',
      writesForThemselves(writer) || !more.permission
        ? null
        : {
            given: more.permission === 'yes',
            wording: PERMISSION_WORDING,
            ...filled({ role: more.role && roleLabels[more.role], organisation: more.organisation }),
          },
    ),
    ...offer(
      'person',
      filled({
        capacity: more.capacity,
        formats: (more.formats ?? []).filter((format) => format in formatLabels),
        language: more.language,
        needs: more.needs,
      }),
    ),
    ...offer('reach', filled({ telephone: more.phone?.typed, email: more.mail, post: more.post })),
    ...offer('safe-contact', text(more.when)),
    ...offer('issues', text(more.issues)),
    ...offer('wishes', text(more.wish)),
    ...offer('letter', more.letter ? { how: howLetterCame(more.letter, letterHasCome) } : null),
  ];
}
