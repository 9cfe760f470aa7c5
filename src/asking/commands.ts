// What somebody without an account does at the front door: make contact.
import type { Temporal } from 'temporal-polyfill';
import type { Fact } from '../cases/fact.ts';
import { throughTheDoor, type Refused } from '../cases/one-door.ts';
import type { NewLetter } from '../correspondence/queue.ts';
import type { Facts } from '../journal.ts';
import { londonDay } from '../kit/clock.ts';
import type { Answers } from '../kit/forms/answers.ts';
import { newId } from '../kit/ids.ts';
import { HolidaysNotLoaded } from '../law/calendar.ts';
import { openCase } from '../referrals/open-case.ts';
import type { NewContact } from '../referrals/contact.ts';
import { refusalsOfContact, type ContactRefusal } from '../referrals/rules.ts';
import type { Program, WebProgram } from '../program.ts';
import type { Visitor } from '../sign-in/who.ts';
import { findDraft, findDraftIn, type Draft } from './draft-store.ts';
import { contactOf, withoutLetterDate, writesForThemselves, type FirstScreen } from './first-screen.ts';
import { frontSeat, hashOfSecret } from './front-seat.ts';
import { receivedLetter } from './letters/received.ts';
import { answerBy, isSameContact } from './rules.ts';

/** What commands of the front door need of the program. */
export type AskingProgram = Program & Pick<WebProgram, 'trial' | 'service' | 'address' | 'log' | 'files' | 'clamd'>;

export interface FirstSending {
  readonly actId: string;
  readonly screen: FirstScreen;
  /** The same as typed, for the draft. */
  readonly answers: Answers;
  /** The secret of this browser, if it has one, and the one it will have if a new draft is begun. */
  readonly secret: string | null;
  readonly newSecret: string;
}

export interface Contacted {
  /** The secret under which the browser finds its draft from now on. */
  readonly secret: string;
  readonly draft: Draft;
}

/** Whoever sent this act is not who asks: the draft it made is not theirs to see. */
type ContactMade = Contacted | Refused<ContactRefusal | 'not-this-browser'>;

/**
 * Makes the time-stamped contact (reg 33): opens a case that nobody owns yet, at this moment, and keeps the draft beside it. The same
 * act, or the same words from a second tab, give the contact that was made already. Says nothing of what else is known.
 */
export async function makeContact(
  program: AskingProgram,
  who: Visitor,
  { actId, screen, answers, secret: held, newSecret }: FirstSending,
): Promise<ContactMade> {
  const before = held === null ? null : await findDraft(program, who.serviceId, held);
  if (held !== null && before?.contact && isSameContact(before.answers, answers))
    return { secret: held, draft: before };
  const secret = held !== null && before && !before.contact ? held : newSecret;
  const sending = { actId, screen, answers };
  const done = await takeIn(program, who, sending, secret, contactOf(screen, actId, program.clock.now())).catch(
    (error: unknown) => {
      // A year without bank holidays gives no dates. That must never cost somebody their contact: the date is kept in words.
      if (!(error instanceof HolidaysNotLoaded) || !screen.dated) throw error;
      return takeIn(program, who, sending, secret, withoutLetterDate(contactOf(screen, actId, program.clock.now())));
    },
  );
  if ('refused' in done) return done;
  const draft = await findDraft(program, who.serviceId, secret);
  return draft ? { secret, draft } : { refused: 'not-this-browser' };
}

/** Takes one contact in, with its draft, in one act. */
function takeIn(
  program: AskingProgram,
  who: Visitor,
  { actId, screen, answers }: Pick<FirstSending, 'actId' | 'screen' | 'answers'>,
  secret: string,
  contact: NewContact,
) {
  const seat = frontSeat(who.serviceId, secret);
  const passage = { actId, command: 'makeContact', who, caseId: null, seat };
  return throughTheDoor<ContactRefusal>(program, passage, async (inside) => {
    const { tx, now, today } = inside;
    const refused = refusalsOfContact(contact, { now, today })[0];
    if (refused) return { refused };
    const opened = await openCase(inside, { serviceId: who.serviceId, accountId: null }, contact, null);
    const { caseId, reference, spoke, personId } = opened;
    const row = {
      answers: JSON.stringify(answers),
      case_id: caseId,
      participation_id: spoke,
      reference,
      contact_at: now.toString(),
      saved_at: now.toString(),
    };
    if (await findDraftIn(tx, true)) await tx.updateTable('asking_drafts').set(row).execute();
    else {
      const fresh = {
        id: newId(now),
        service_id: who.serviceId,
        browser_hash: hashOfSecret(secret),
        made_at: now.toString(),
      };
      await tx
        .insertInto('asking_drafts')
        .values({ ...fresh, ...row })
        .execute();
    }
    return {
      caseId,
      road: opened.taken.road,
      facts: [...opened.facts, ...firstWishes(screen, spoke)],
      letters: lettersOf(program, screen, { reference, personId, now }),
    };
  });
}

/** What was said on the form of the two wishes; nothing where somebody only asked to be rung. */
function firstWishes({ writer, appeal, mediation }: FirstScreen, spoke: string): Fact<Facts>[] {
  if (!appeal && !mediation) return [];
  const data = {
    participation: spoke,
    appeal: appeal ?? 'unsaid',
    mediation: mediation ?? 'unsaid',
    ...(!writesForThemselves(writer) && { forAnother: true as const }),
  };
  return [{ code: 'first-wishes-said', data, readers: [spoke] }];
}

/** An e-mail only to an address of which they said that it is safe to write to. */
function lettersOf(
  program: AskingProgram,
  { reach, safe }: FirstScreen,
  { reference, personId, now }: { reference: string; personId: string; now: Temporal.Instant },
): NewLetter[] {
  if (reach.kind !== 'email' || !safe) return [];
  const on = londonDay(now);
  const letter = receivedLetter(program.service(), { reference, on, answerBy: answerBy(on, program.law().holidays) });
  return [{ id: newId(now), personId, toAddress: reach.value, papers: [], ...letter }];
}
