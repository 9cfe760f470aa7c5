// Writes a letter of the house to an appellant by the way that is safe for them: by e-mail, else as a pack for the post.
import type { Inside } from '../cases/inside.ts';
import type { Fact } from '../cases/fact.ts';
import { packLetter } from '../correspondence/by-post.ts';
import { writeLetter, type HouseLetter } from '../correspondence/house-letter.tsx';
import type { NewLetter } from '../correspondence/queue.ts';
import type { LetterTemplate } from '../correspondence/words.ts';
import type { Facts } from '../journal.ts';
import { newId } from '../kit/ids.ts';
import { fullName } from '../people/person.ts';
import type { Matter } from './matter.ts';
import { findWay, formatFor, templateVersion } from './pack.ts';

/** Finds the way to write to an appellant: e-mail where it is safe, else the post; null where neither is. */
export function wayTo(
  matter: Pick<Matter, 'points'>,
): { channel: 'email' | 'post'; address: string; lines: string[] } | null {
  const email = findWay(matter.points, 'email');
  if (email) return { channel: 'email', ...email };
  const post = findWay(matter.points, 'post');
  return post && { channel: 'post', ...post };
}

/** Writes the letter; null where there is no safe way to write. */
export async function toAppellant(
  inside: Inside,
  matter: Matter,
  template: LetterTemplate,
  letter: HouseLetter,
): Promise<NewLetter | null> {
  const { person, service } = matter;
  const way = wayTo(matter);
  if (!way) return null;
  const sent = { id: newId(inside.now), template, templateVersion };
  const format = formatFor(person);
  if (way.channel === 'email') {
    const words = writeLetter(letter, service);
    return { ...sent, personId: person.id, channel: way.channel, format, ...words, toAddress: way.address, papers: [] };
  }
  const name = fullName({ firstNames: person.first_names, lastName: person.last_name });
  const posting = { serviceId: service.id, personId: person.id, name, addressLines: way.lines, format, letter };
  return { ...sent, ...(await packLetter(inside, posting)) };
}

/** What letters leave behind in the act that queues them; nothing where there is none. */
export function queued(letter: NewLetter | null | readonly NewLetter[]): {
  facts: readonly Fact<Facts>[];
  letters: readonly NewLetter[];
} {
  const letters = letter === null ? [] : [letter].flat();
  return {
    facts: letters.map(({ id, template, channel }) => ({
      code: 'letter-queued',
      data: { letter: id, template, channel },
      readers: [],
    })),
    letters,
  };
}
