// Keeping a draft: its answers, the link by which it is found again, and sending what was answered after the contact.
import { randomBytes } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { throughTheDoor, type Refused } from '../cases/one-door.ts';
import { londonDay } from '../kit/clock.ts';
import type { Answers } from '../kit/forms/answers.ts';
import { dayAnswers } from '../kit/forms/day-fields.ts';
import { newId } from '../kit/ids.ts';
import { asRole, inSeat } from '../kit/sql/seat.ts';
import type { Tx } from '../program.ts';
import type { Visitor } from '../sign-in/who.ts';
import type { AskingProgram } from './commands.ts';
import { findDraftIn, type Draft } from './draft-store.ts';
import { frontSeat, hashOfSecret } from './front-seat.ts';
import { goOnLetter } from './letters/link.ts';
import { bornOf } from './born.ts';
import type { Offer } from './offers.ts';
import { askingPaths } from './paths.ts';
import { DRAFT_DAYS, draftsGoBefore, MOST_WRONG_TRIES } from './rules.ts';

/** Makes a secret of 32 random bytes, for a cookie or a link. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * Changes the answers of the draft this secret opens, or begins one; `change` gets the answers as they stand, with the row held, so
 * that two tabs never lose each other's. Quiet after the answers were sent: `sent` is then true and nothing was written.
 */
export function keepAnswers(
  program: AskingProgram,
  who: Visitor,
  secret: string,
  change: (answers: Answers) => Answers,
): Promise<{ readonly sent: boolean; readonly answers: Answers }> {
  const at = program.clock.now().toString();
  return inSeat(program.database, frontSeat(who.serviceId, secret), async (tx) => {
    const draft = await findDraftIn(tx, true);
    if (draft?.sentAt) return { sent: true, answers: draft.answers };
    const answers = change(draft?.answers ?? {});
    const row = { answers: JSON.stringify(answers), saved_at: at };
    if (draft) await tx.updateTable('asking_drafts').set(row).execute();
    else {
      const fresh = { id: newId(program.clock.now()), service_id: who.serviceId, made_at: at };
      await tx
        .insertInto('asking_drafts')
        .values({ ...fresh, browser_hash: hashOfSecret(secret), ...row })
        .execute();
    }
    return { sent: false, answers };
  });
}

export interface LinkWanted {
  readonly actId: string;
  readonly address: string;
  /** What the link will ask for. */
  readonly born: Temporal.PlainDate;
}

/** E-mails a new link to the draft; an older one opens nothing from then on, and wrong tries are forgotten. A second press sends none. */
export async function sendLink(
  program: AskingProgram,
  who: Visitor,
  secret: string,
  { actId, address, born }: LinkWanted,
): Promise<void> {
  const link = newSecret();
  const passage = { actId, command: 'sendAskingLink', who, caseId: null, seat: frontSeat(who.serviceId, secret) };
  await throughTheDoor<'no-draft'>(program, passage, async ({ tx, now }) => {
    const draft = await findDraftIn(tx, true);
    if (!draft) return { refused: 'no-draft' };
    await tx
      .updateTable('asking_drafts')
      .set({
        link_hash: hashOfSecret(link),
        wrong_tries: 0,
        answers: JSON.stringify({ ...draft.answers, ...dayAnswers('born', born) }),
        saved_at: now.toString(),
      })
      .execute();
    const letter = goOnLetter(program.service(), {
      url: program.address + askingPaths.back(link),
      until: londonDay(now).add({ days: DRAFT_DAYS }),
      contacted: draft.contact !== null,
    });
    return { facts: [], letters: [{ id: newId(now), personId: null, toAddress: address, papers: [], ...letter }] };
  });
}

/** The night may not have deleted it yet. */
const hasRunOut = ({ savedAt }: Draft, today: Temporal.PlainDate): boolean =>
  Temporal.Instant.compare(Temporal.Instant.from(savedAt), draftsGoBefore(today)) < 0;

/** What a link opens: the draft, in this browser from now on; or nothing, and how many tries are left. */
export type Opened =
  | { readonly opened: true; readonly secret: string; readonly draft: Draft }
  | { readonly opened: false; readonly left: number };

/**
 * Opens a draft by its link and the birth date kept in it, until the day that was promised. Three wrong dates and it opens nothing any more; a link that never was
 * answers the same as one whose tries are used up.
 */
export function openLink(
  program: AskingProgram,
  who: Visitor,
  link: string,
  born: Temporal.PlainDate,
): Promise<Opened> {
  return inSeat(program.database, frontSeat(who.serviceId, link), async (tx): Promise<Opened> => {
    const draft = await findDraftIn(tx, true);
    if (!draft || draft.wrongTries >= MOST_WRONG_TRIES || hasRunOut(draft, program.clock.today()))
      return { opened: false, left: 0 };
    if (bornOf(draft.answers)?.equals(born) !== true) {
      const wrong = draft.wrongTries + 1;
      await tx.updateTable('asking_drafts').set({ wrong_tries: wrong }).execute();
      return { opened: false, left: MOST_WRONG_TRIES - wrong };
    }
    const secret = newSecret();
    const saved_at = program.clock.now().toString();
    await tx
      .updateTable('asking_drafts')
      .set({ browser_hash: hashOfSecret(secret), wrong_tries: 0, saved_at })
      .execute();
    return { opened: true, secret, draft };
  });
}

export interface AnswersSent {
  readonly secret: string;
  readonly actId: string;
  readonly offersFrom: (answers: Answers) => readonly Offer[];
  /** They gave a number: with nothing more to say, they ask to be rung. */
  readonly givesNumber: boolean;
}

/**
 * Sends what was answered after the contact: it waits beside the case as offers, and changes nothing of it until the desk accepts. Whoever
 * has nothing to add, and gave a number, asked us to ring, and stands in the desk's list of those. Quiet when it was sent before.
 */
export async function sendAnswers(
  program: AskingProgram,
  who: Visitor,
  { secret, actId, offersFrom, givesNumber }: AnswersSent,
): Promise<void | Refused<'no-contact'>> {
  const passage = { actId, command: 'sendAnswers', who, caseId: null, seat: frontSeat(who.serviceId, secret) };
  const done = await throughTheDoor<'no-contact' | 'sent-before'>(program, passage, async ({ tx, now }) => {
    const draft = await findDraftIn(tx, true);
    if (!draft?.contact) return { refused: 'no-contact' };
    if (draft.sentAt) return { refused: 'sent-before' };
    const { caseId, participationId } = draft.contact;
    // The front door may not see the case; the door of the journal holds its row, so that facts keep their order.
    await asRole(tx, 'door', () => tx.selectFrom('cases').select('id').where('id', '=', caseId).forUpdate().execute());
    const offers = offersFrom(draft.answers);
    if (offers.length === 0 && givesNumber) await waitForARing(tx, caseId, now);
    if (offers.length > 0)
      await tx
        .insertInto('offered_answers')
        .values(
          offers.map(({ about, said }) => ({
            id: newId(now),
            service_id: who.serviceId,
            case_id: caseId,
            participation_id: participationId,
            about,
            said: JSON.stringify(said),
            offered_at: now.toString(),
          })),
        )
        .execute();
    await tx
      .updateTable('asking_drafts')
      .set({
        answers: JSON.stringify(firstScreenOnly(draft.answers)),
        sent_at: now.toString(),
        saved_at: now.toString(),
      })
      .execute();
    const about = offers.map((offer) => offer.about);
    return {
      caseId,
      facts: [{ code: 'answers-sent', data: { participation: participationId, about }, readers: [participationId] }],
    };
  });
  if ('refused' in done && done.refused === 'no-contact') return { refused: 'no-contact' };
}

/** Lets a case stand among those to ring back, since the first time they asked. Once they have been told everything the door takes it off again. */
function waitForARing(tx: Tx, caseId: string, now: Temporal.Instant) {
  return asRole(tx, 'door', () =>
    tx
      .updateTable('cases')
      .set({ ring_back_since: now.toString() })
      .where('id', '=', caseId)
      .where('ring_back_since', 'is', null)
      .execute(),
  );
}

/** What the page after the contact still needs: the first screen, what was decided, and the permission. Everything else now waits at the desk and is not kept twice. */
function firstScreenOnly(answers: Answers): Answers {
  const kept =
    /^(writer|name|reach|safe|dated-(day|month|year)|appeal|mediation|kind|parts|want|past|ring|decision|sections|permission|born-(day|month|year))$/;
  return Object.fromEntries(Object.entries(answers).filter(([name]) => kept.test(name)));
}
