// Says in words why a case was found. Pure.
import { capacityWords } from '../cases/words.ts';
import { fullName } from '../people/person.ts';
import type { Found, Match } from './store.ts';

/** The reasons why a case was found, each once: "Hannah Okafor, parent", "School: Hoylake Bridge Primary, spelt nearly so". */
export function whyFound(found: Found): string[] {
  const nearlyIn = new Map<string, boolean>();
  for (const match of found.matches) {
    const why = reasonOf(found, match);
    nearlyIn.set(why, (nearlyIn.get(why) ?? false) || match.near !== null);
  }
  return [...nearlyIn].map(([why, near]) => (near ? `${why} (spelt nearly so)` : why));
}

function reasonOf(found: Found, { kind, sourceId }: Match): string {
  if (kind === 'reference') return 'The reference';
  if (kind === 'certificate') return 'The number of a certificate';
  if (kind === 'child') return 'The child’s name';
  if (kind === 'child-known-as') return `The child is known as ${found.known_as ?? ''}`;
  if (kind === 'school') return `School: ${found.school ?? ''}`;
  if (kind === 'authority-reference') return `The council’s reference: ${found.authority_reference ?? ''}`;
  const person = found.people.find(({ person_id: id }) => id === sourceId);
  const who = person
    ? `${nameOf(person)}, ${capacityWords[person.capacity] ?? person.capacity}${person.until_at ? ', no longer in the case' : ''}`
    : 'Somebody in the case';
  if (kind === 'telephone') return `The telephone of ${who}`;
  if (kind === 'email') return `The e-mail address of ${who}`;
  return kind === 'person-known-as' ? `${who}, known as ${person?.known_as ?? ''}` : who;
}

/** A name as rows have it. */
export function nameOf(row: { readonly first_names: string; readonly last_name: string }): string {
  return fullName({ firstNames: row.first_names, lastName: row.last_name }) || 'Name not known';
}
