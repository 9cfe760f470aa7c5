// Puts right a letter that could not be delivered, or waits because its address was changed: it goes again, by another way or to
// another address, or was seen to otherwise.
import type { Row } from '../../database/tables.ts';
import type { Inside } from '../cases/inside.ts';
import { throughTheDoor, type Done, type Left, type Refused } from '../cases/one-door.ts';
import { asRole } from '../kit/sql/seat.ts';
import { newId } from '../kit/ids.ts';
import { refusalOfPoint } from '../people/rules.ts';
import { listPoints } from '../people/store.ts';
import type { Program } from '../program.ts';
import type { Staff } from '../sign-in/who.ts';
import { changeNote, findHold, isForEarlierAddress } from './held.ts';
import { fromText, packLetter } from './by-post.ts';
import { lockLetter } from './outbox.ts';
import type { NewLetter } from './queue.ts';
import { readersOf } from './readers.ts';
import type { LetterTemplate } from './words.ts';

export type LetterRefusal =
  'not-gone-wrong' | 'no-safe-address' | 'address-unusable' | 'carries-papers' | 'for-the-address-before';

export const letterRefusalWords: Record<LetterRefusal, string> = {
  'not-gone-wrong': 'This letter is not one that went wrong. Somebody may have put it right already',
  'no-safe-address': 'There is no address of theirs that is safe to use. Add one first',
  'address-unusable': 'Enter an e-mail address, like name@example.org',
  'for-the-address-before':
    'This note is for the address from before, and goes nowhere else. Ring them, then say that it was seen to',
  'carries-papers': 'This letter carries papers that are packed in another way. Send the certificate again by post',
};

interface OfLetter {
  readonly actId: string;
  readonly caseId: string | null;
  readonly letterId: string;
}

/**
 * Sends a letter that could not be delivered, or was packed for an address that was changed since, once more, with the same words (by post, without what only an e-mail can do) and papers: to the person's safe address as it is now, or
 * where it was for the council, to `toAddress`. The letter before is taken back. Throws NotFound.
 */
export async function sendLetterAgain(
  program: Program,
  who: Staff,
  { channel, toAddress, ...of }: OfLetter & { readonly channel: 'email' | 'post'; readonly toAddress?: string },
): Promise<Done | Refused<LetterRefusal>> {
  return throughTheDoor<LetterRefusal>(
    program,
    { ...of, command: 'sendLetterAgain', who },
    async (inside): Promise<Left | Refused<LetterRefusal>> => {
      const letter = await lockGoneWrong(inside, of.letterId);
      // What was packed for the post has no words of an e-mail.
      if (!letter || (letter.channel === 'post' && channel === 'email')) return { refused: 'not-gone-wrong' };
      if (letter.template === changeNote) return { refused: 'for-the-address-before' };
      const papers = await inside.tx
        .selectFrom('letter_papers')
        .innerJoin('papers', 'papers.id', 'letter_papers.paper_id')
        .select(['paper_id', 'papers.kind'])
        .where('letter_papers.letter_id', '=', letter.id)
        .orderBy('position')
        .execute();
      // A pack's own sheet and letter are made anew for the address of today; what else it carries is packed in another way.
      const others = papers.filter(({ kind }) => kind !== 'address-sheet' && kind !== 'letter');
      if (channel === 'post' && others.length > 0) return { refused: 'carries-papers' };
      const way = await wayTo(inside, letter, channel, toAddress);
      if ('refused' in way) return way;
      const next: NewLetter = {
        id: newId(inside.now),
        template: letter.template as LetterTemplate,
        templateVersion: letter.template_version,
        language: letter.language,
        ...(channel === 'post'
          ? await packLetter(inside, {
              serviceId: who.serviceId,
              personId: letter.person_id,
              name: way.name,
              addressLines: way.lines,
              format: letter.format === 'large-print' ? 'large-print' : 'standard',
              letter: fromText(letter.subject, letter.body_text),
            })
          : {
              personId: letter.person_id,
              channel,
              format: letter.format as NewLetter['format'],
              subject: letter.subject,
              text: letter.body_text,
              html: letter.body_html,
              toAddress: way.name,
              papers: papers.map(({ paper_id: existing }) => ({ existing })),
            }),
      };
      await takeBack(inside, letter.id);
      return {
        facts: [
          {
            code: 'letter-sent-again',
            data: { letter: next.id, template: next.template },
            readers: await readersOf(inside.tx, letter),
          },
        ],
        letters: [next],
      };
    },
  );
}

/** Says that a letter which could not be delivered was seen to in another way: by telephone, or by a new one. Throws NotFound. */
export async function settleLetter(program: Program, who: Staff, of: OfLetter): Promise<Done | Refused<LetterRefusal>> {
  return throughTheDoor<LetterRefusal>(
    program,
    { ...of, command: 'settleLetter', who },
    async (inside): Promise<Left | Refused<LetterRefusal>> => {
      const letter = await lockGoneWrong(inside, of.letterId);
      if (!letter) return { refused: 'not-gone-wrong' };
      await takeBack(inside, letter.id);
      return {
        facts: [{ code: 'letter-seen-to', data: { letter: letter.id, template: letter.template }, readers: [] }],
      };
    },
  );
}

/** A letter that is held, packed for an earlier address, or a note of a change that is not posted yet, has not gone, so it can be taken back like one that went wrong. */
async function lockGoneWrong(inside: Inside, letterId: string): Promise<Row<'letters'> | null> {
  const letter = await lockLetter(inside, letterId);
  if (letter.state === 'failed' || letter.state === 'bounced') return letter;
  if (letter.channel === 'post') {
    if (letter.template === changeNote && ['waiting-for-papers', 'to-post'].includes(letter.state)) return letter;
    const packed = inside.tx.selectFrom('letters').select('letters.id').where('letters.id', '=', letterId);
    return (await packed.where(isForEarlierAddress).executeTakeFirst()) ? letter : null;
  }
  const waits = letter.channel === 'email' && (letter.state === 'queued' || letter.state === 'waiting-for-papers');
  return waits && (await findHold(inside.tx, letter.id, inside.now)) ? letter : null;
}

async function takeBack({ tx }: Inside, letterId: string): Promise<void> {
  await asRole(tx, 'door', () =>
    tx.updateTable('letters').set({ state: 'cancelled', lease_until: null }).where('id', '=', letterId).execute(),
  );
}

/** Where it goes: `name` is the e-mail address, or who stands on the envelope. To a person only where they said that it is safe. */
async function wayTo(
  { tx }: Inside,
  letter: Row<'letters'>,
  channel: 'email' | 'post',
  toAddress: string | undefined,
): Promise<{ readonly name: string; readonly lines: readonly string[] } | Refused<LetterRefusal>> {
  if (letter.person_id) {
    const points = await listPoints(tx, letter.person_id);
    const point = points.find(({ kind, message_safe: safe }) => kind === channel && safe);
    if (!point) return { refused: 'no-safe-address' };
    if (channel === 'email') return { name: point.value, lines: [] };
    const person = await tx
      .selectFrom('people')
      .select(['first_names', 'last_name'])
      .where('id', '=', letter.person_id)
      .executeTakeFirstOrThrow();
    const name = `${person.first_names} ${person.last_name}`.trim();
    return { name, lines: point.postal_lines.length > 0 ? point.postal_lines : [point.value] };
  }
  const address = toAddress?.trim() || letter.to_address;
  if (channel === 'post') return { refused: 'no-safe-address' };
  return refusalOfPoint({ kind: 'email', value: address, messageSafe: true })
    ? { refused: 'address-unusable' }
    : { name: address, lines: [] };
}
