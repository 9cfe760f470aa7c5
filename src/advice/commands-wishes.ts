// Records what a right-holder wishes: to appeal, and to mediate, apart from each other and each with its day (reg 33). Never why.
import { Temporal } from 'temporal-polyfill';
import type { Row } from '../../database/tables.ts';
import type { Fact } from '../cases/fact.ts';
import type { Inside } from '../cases/inside.ts';
import { ChangedMeanwhile, throughTheDoor, type Done, type Refused } from '../cases/one-door.ts';
import { nobodyTold, tellOfLateContact, type LateTold } from '../certificates/late-told.ts';
import { queued } from '../certificates/to-appellant.ts';
import type { Facts } from '../journal.ts';
import { newId } from '../kit/ids.ts';
import { getParticipation } from '../people/store.ts';
import type { Program } from '../program.ts';
import type { SignedIn } from '../sign-in/who.ts';
import { refusalOfWishes, type AdviceWarning, type WishRefusal, type WishesAsked } from './rules.ts';
import { getNotice, getSaid, hasMilestone } from './store.ts';

export type WishChannel = 'call' | 'in-person' | 'video' | 'email' | 'post' | 'text' | 'page';

interface OfHolder {
  readonly actId: string;
  readonly caseId: string;
  readonly participationId: string;
  readonly channel: WishChannel;
}

/** The wishes that stood last when somebody opened the page on which they say others; their ids. */
export interface LastSaid {
  readonly appeal: string | null;
  readonly mediation: string | null;
}

export interface SaidWishes extends Done {
  readonly warnings: readonly AdviceWarning[];
  /** How somebody whose contact was late is told to send the appeal now; without a safe way whoever hears the "no" says it. */
  readonly lateTold: LateTold['told'];
}

/**
 * Records wishes on the day they are said. Somebody at the desk may record any right-holder's; a family only its own (the wall shows it
 * no other). Thinking it over needs a chase date before the two months end. A wish that is the same as the last is quiet; one that is not,
 * where another was recorded since `lastSaid`, is not written over it. Throws NotFound and ChangedMeanwhile.
 */
export async function recordWishes(
  program: Program,
  who: SignedIn,
  wishes: OfHolder & WishesAsked & { readonly lastSaid?: LastSaid },
): Promise<SaidWishes | Refused<WishRefusal>> {
  return sayWishes(program, who, 'recordWishes', wishes);
}

/**
 * Records that somebody no longer wishes to mediate: at any time until the meeting starts, from the desk or by the family itself on its
 * page. From then the certificate is due in three working days (s.55(4); reg 34(1)). No reason is asked. Throws NotFound.
 */
export async function noLongerWantsMediation(
  program: Program,
  who: SignedIn,
  { actId, caseId, participationId, channel }: OfHolder,
): Promise<SaidWishes | Refused<WishRefusal>> {
  const no = { actId, caseId, participationId, channel, mediation: 'no' } as const;
  return sayWishes(program, who, 'noLongerWantsMediation', no);
}

async function sayWishes(
  program: Program,
  who: SignedIn,
  command: string,
  wishes: OfHolder & WishesAsked & { readonly lastSaid?: LastSaid },
): Promise<SaidWishes | Refused<WishRefusal>> {
  const { actId, caseId, participationId, channel, lastSaid } = wishes;
  let warnings: readonly AdviceWarning[] = [];
  let late = nobodyTold;
  const done = await throughTheDoor<WishRefusal>(program, { actId, command, who, caseId }, async (inside) => {
    const { tx, today, law, now } = inside;
    const holder = await getParticipation(tx, caseId, participationId);
    if (!holder.right_holder) return { refused: 'not-a-right-holder' };
    const refused = refusalOfWishes(wishes, { notice: await getNotice(tx, caseId), today, law });
    if (refused) return { refused };
    const { isInformed, last: before } = await getSaid(tx, participationId);
    const fresh = newWishes(wishes, before);
    if (lastSaid && fresh.some(({ about }) => (before[about]?.id ?? null) !== lastSaid[about]))
      throw new ChangedMeanwhile(caseId);
    const withdraws =
      before.mediation?.answer === 'yes' && fresh.some(({ answer, about }) => about === 'mediation' && answer === 'no');
    if (withdraws && (await hasMilestone(tx, caseId, ['meeting', 'mediation-concluded'], now)))
      return { refused: 'meeting-started' };
    if (fresh.some(({ about }) => about === 'mediation') && !isInformed) warnings = ['information-not-given-yet'];
    await writeWishes(inside, who, { caseId, participationId, channel, fresh, saidAt: momentAfter(before, now) });
    if (fresh.some(({ about, answer }) => about === 'mediation' && answer === 'no'))
      late = await tellOfLateContact(inside, { caseId, participationId });
    const { facts, letters } = queued(late.letter);
    return { facts: [...fresh.map((wish) => wishFact(participationId, wish)), ...facts], letters };
  });
  return 'refused' in done ? done : { ...done, warnings, lateTold: late.told };
}

type NewWish =
  | { readonly about: 'appeal'; readonly answer: 'yes' | 'no' | 'unsure'; readonly chase_on: null }
  | { readonly about: 'mediation'; readonly answer: 'yes' | 'no' | 'thinking'; readonly chase_on: string | null };

/** Keeps what differs from what was said last. */
function newWishes(
  { appeal, mediation, chaseOn }: WishesAsked,
  before: Record<'appeal' | 'mediation', Row<'wishes'> | null>,
): readonly NewWish[] {
  const chase_on = (mediation === 'thinking' && chaseOn?.toString()) || null;
  const said: NewWish[] = [
    ...(appeal ? [{ about: 'appeal', answer: appeal, chase_on: null } as const] : []),
    ...(mediation ? [{ about: 'mediation', answer: mediation, chase_on } as const] : []),
  ];
  return said.filter(
    ({ about, answer, chase_on: chase }) => before[about]?.answer !== answer || before[about]?.chase_on !== chase,
  );
}

/** Gives now, or the instant after the last wish: two wishes in one instant keep the order in which they were said. */
function momentAfter(
  before: Record<'appeal' | 'mediation', Row<'wishes'> | null>,
  now: Temporal.Instant,
): Temporal.Instant {
  return [before.appeal, before.mediation]
    .map((wish) => wish && Temporal.Instant.from(wish.said_at).add({ microseconds: 1 }))
    .reduce<Temporal.Instant>((latest, at) => (at && Temporal.Instant.compare(at, latest) > 0 ? at : latest), now);
}

interface Said {
  readonly caseId: string;
  readonly participationId: string;
  readonly channel: string;
  readonly fresh: readonly NewWish[];
  readonly saidAt: Temporal.Instant;
}

async function writeWishes({ tx, now, today }: Inside, who: SignedIn, said: Said): Promise<void> {
  const { caseId, participationId, channel, fresh, saidAt } = said;
  if (fresh.length === 0) return;
  await tx
    .insertInto('wishes')
    .values(
      fresh.map((wish) => ({
        id: newId(now),
        service_id: who.serviceId,
        case_id: caseId,
        participation_id: participationId,
        ...wish,
        said_at: saidAt.toString(),
        said_on: today.toString(),
        channel,
        taken_by: who.kind === 'staff' ? who.accountId : null,
      })),
    )
    .execute();
}

function wishFact(participation: string, wish: NewWish): Fact<Facts> {
  const readers = [participation];
  return wish.about === 'appeal'
    ? { code: 'wish-to-appeal-said', data: { participation, answer: wish.answer }, readers }
    : { code: 'wish-to-mediate-said', data: { participation, answer: wish.answer, chaseOn: wish.chase_on }, readers };
}
