// Sends letters by e-mail: claims one, hands it to the mail server, and writes down through the door what became of it. A letter
// has one Message-ID and one set of bytes for all its tries, so whoever gets it twice gets the same letter.
import { Temporal } from 'temporal-polyfill';
import { sql } from 'kysely';
import type { Row } from '../../database/tables.ts';
import { throughTheDoor } from '../cases/one-door.ts';
import { isNotHeld } from '../correspondence/held.ts';
import { readersOf } from '../correspondence/readers.ts';
import type { letterFailureWords } from '../correspondence/words.ts';
import type { FileRecord } from '../kit/files/files.ts';
import { newId } from '../kit/ids.ts';
import { describeError } from '../kit/log.ts';
import { MailFailure, type Attachment, type Message } from '../kit/mail/mailer.ts';
import { inSeat } from '../kit/sql/seat.ts';
import { workersSeat, type PostRoom } from './post-room.ts';
import { GIVE_UP_HOURS, nextTry } from './retry.ts';

/** Longer than the mailer's own limit for one letter. */
const LEASE_MINUTES = 5;

type Letter = Row<'letters'>;

/** Sends the next letter that waits. Gives false when none waits. */
export async function sendNextLetter(room: PostRoom): Promise<boolean> {
  const letter = await claim(room);
  if (!letter) return false;
  try {
    await room.mailer.send(await messageOf(room, letter));
  } catch (error) {
    await afterFailure(room, letter, error);
    return true;
  }
  await writeOutcome(room, letter, { state: 'sent' });
  return true;
}

/** A letter that was being sent when a worker died is claimed again when its lease has run out, and goes again as it was. Its `state` is the one before the claim. */
async function claim({ database, clock }: PostRoom): Promise<Letter | null> {
  const now = clock.now();
  return inSeat(database, workersSeat, async (tx) => {
    const found = await tx
      .selectFrom('letters')
      .selectAll()
      .where('state', 'in', ['queued', 'sending'])
      .where('channel', '=', 'email')
      .where('next_try_at', '<=', now.toString())
      .where((where) => where.or([where('lease_until', 'is', null), where('lease_until', '<', now.toString())]))
      // A letter with papers that were asked for by an earlier letter waits for those too.
      .where(
        sql<boolean>`not exists (
        select from letter_papers lp join papers p on p.id = lp.paper_id where lp.letter_id = letters.id and p.made_at is null)`,
      )
      // Papers wait while their address is newly changed; a letter whose lease ran out is asked again too.
      .where(isNotHeld(now))
      .orderBy('next_try_at')
      .orderBy('id')
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (!found) return null;
    const tries = found.tries + 1;
    const lease = now.add({ minutes: LEASE_MINUTES }).toString();
    await tx
      .updateTable('letters')
      .set({ state: 'sending', lease_until: lease, tries })
      .where('id', '=', found.id)
      .execute();
    return { ...found, tries };
  });
}

async function messageOf({ database, files: kept, sender }: PostRoom, letter: Letter): Promise<Message> {
  const { service, files } = await inSeat(database, { ...workersSeat, readOnly: true }, async (tx) => ({
    service: await tx
      .selectFrom('services')
      .select('email')
      .where('id', '=', letter.service_id)
      .executeTakeFirstOrThrow(),
    files: await tx
      .selectFrom('letter_papers')
      .innerJoin('papers', 'papers.id', 'letter_papers.paper_id')
      .innerJoin('files', 'files.id', 'papers.file_id')
      .select(['files.name', 'files.media_type', 'files.storage'])
      .where('letter_papers.letter_id', '=', letter.id)
      .orderBy('position')
      .execute(),
  }));
  const attachments: Attachment[] = [];
  for (const { name, media_type, storage } of files)
    attachments.push({ name, type: media_type, bytes: await kept.getFile(storage as unknown as FileRecord) });
  return {
    id: letter.message_id,
    writtenAt: Temporal.Instant.from(letter.queued_at),
    from: sender,
    to: letter.to_address,
    ...(service.email === '' ? {} : { replyTo: service.email }),
    subject: letter.subject,
    text: letter.body_text,
    html: letter.body_html,
    attachments,
  };
}

async function afterFailure(room: PostRoom, letter: Letter, error: unknown): Promise<void> {
  room.log.warn('letter-not-sent', { letter: letter.id, tries: letter.tries, ...describeError(error) });
  const kind = error instanceof MailFailure ? error.kind : 'temporary';
  const waited = room.clock.now().since(Temporal.Instant.from(letter.queued_at)).total('hours');
  if (kind === 'permanent') return writeOutcome(room, letter, refusedForGood(error));
  if (waited > GIVE_UP_HOURS) return writeOutcome(room, letter, { state: 'failed', why: 'not-taken-for-three-days' });
  // It may have been taken, at this try or (claimed as being sent) at one before: it stays as being sent and can no longer be taken back.
  const mayHaveGone = kind === 'unknown' || letter.state === 'sending';
  await inSeat(room.database, workersSeat, (tx) =>
    tx
      .updateTable('letters')
      .set({
        state: mayHaveGone ? 'sending' : 'queued',
        next_try_at: nextTry(room.clock.now(), letter.tries),
        lease_until: null,
        failure: mayHaveGone ? 'unknown' : kind,
      })
      .where('id', '=', letter.id)
      .where('state', '=', 'sending')
      .execute(),
  );
}

type Outcome =
  { readonly state: 'sent' } | { readonly state: 'failed' | 'bounced'; readonly why: keyof typeof letterFailureWords };

/** A server that answered has turned the letter away, so it came back; without an answer it never left us. */
function refusedForGood(error: unknown): Outcome {
  return error instanceof MailFailure && error.reply !== undefined
    ? { state: 'bounced', why: 'refused-by-the-mail-server' }
    : { state: 'failed', why: 'address-unusable' };
}

/** Writes what became of a letter, with its fact. Stays quiet when another worker wrote it before. */
async function writeOutcome(room: PostRoom, letter: Letter, outcome: Outcome): Promise<void> {
  const who = { kind: 'system' as const, serviceId: letter.service_id };
  const passage = { actId: newId(), command: 'send-letter', who, caseId: letter.case_id };
  await throughTheDoor<'written-before'>(room, passage, async ({ tx, now }) => {
    const written = await tx
      .updateTable('letters')
      .set({
        state: outcome.state,
        lease_until: null,
        ...(outcome.state === 'sent' ? { sent_at: now.toString(), failure: null } : { failure: outcome.why }),
      })
      .where('id', '=', letter.id)
      .where('state', '=', 'sending')
      .returning('id')
      .executeTakeFirst();
    if (!written) return { refused: 'written-before' };
    const data = { letter: letter.id, template: letter.template };
    return {
      facts:
        outcome.state === 'sent'
          ? [{ code: 'letter-sent', data, readers: await readersOf(tx, letter) }]
          : [{ code: 'letter-failed', data: { ...data, why: outcome.why }, readers: [] }],
    };
  });
}
