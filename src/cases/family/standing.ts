// Works out where somebody stands from what they may see of their case: their dates with the whole working, and what is due next. Pure.
import { Temporal } from 'temporal-polyfill';
import { caseFactsFor } from '../../deadlines/case-facts.ts';
import type { Known } from '../../deadlines/known.ts';
import { appealRight, caseDates } from '../../law/case-dates.ts';
import type { CaseFacts } from '../../law/case-facts.ts';
import type { Clock } from '../../law/clock.ts';
import { displayDates } from '../../law/display-dates.ts';
import type { Answer } from '../../law/explain.ts';
import type { AppealAnswer } from '../../law/tribunal-appeal.ts';
import type { Law } from '../../law/versions.ts';
import type { Capacity } from '../../people/person.ts';
import type { Settings } from '../../office/service.ts';

/** By when an appeal must be sent and received, or why there is no such date to show. */
export type MyDates =
  | { readonly kind: 'two'; readonly sendBy: Answer; readonly receivedBy: AppealAnswer; readonly stand: DatesStand }
  /** In time, the two months over, no certificate yet: the date is set when it is issued. */
  | { readonly kind: 'set-with-certificate'; readonly answer: AppealAnswer }
  /** Contact came after the two months: nothing is given as of right. */
  | { readonly kind: 'late-contact'; readonly answer: AppealAnswer }
  | { readonly kind: 'none'; readonly why: 'not-yours' | 'nothing-to-appeal' | 'letter-date-unknown' };

/** `send-now`: the day to send it by has come or gone, the last moment has not. `over`: both have. */
export type DatesStand = 'ahead' | 'send-now' | 'over';

export interface MyStanding {
  readonly facts: CaseFacts;
  readonly clocks: readonly Clock[];
  readonly appealRight: ReturnType<typeof appealRight>;
  readonly dates: MyDates;
}

/** Who is reading: `participationId` of the reader, and whether they hold the right. */
export interface Reader {
  readonly participation_id: string;
  readonly person_id: string;
  readonly right_holder: boolean;
  readonly capacity: Capacity;
}

export interface StandingInputs {
  readonly settings: Settings;
  readonly today: Temporal.PlainDate;
  readonly law: Law;
}

/** Works out a reader's standing. `known` was read behind the wall as the reader. Somebody who does not hold the right has no dates of their own. */
export function standingOf(known: Known, reader: Reader, { settings, today, law }: StandingInputs): MyStanding {
  const holder = reader.right_holder
    ? { id: reader.participation_id, person_id: reader.person_id, capacity: reader.capacity }
    : null;
  const facts = caseFactsFor(known, holder, settings, today);
  const clocks = caseDates(facts, law);
  return { facts, clocks, appealRight: appealRight(facts), dates: datesOf(facts, clocks, reader, settings, law) };
}

function datesOf(facts: CaseFacts, clocks: readonly Clock[], reader: Reader, settings: Settings, law: Law): MyDates {
  if (!reader.right_holder) return { kind: 'none', why: 'not-yours' };
  const answer = clocks.find(({ kind }) => kind === 'appeal')?.answer;
  if (!answer || !isAppeal(answer))
    return {
      kind: 'none',
      why: appealRight(facts) === 'none' && facts.decision ? 'nothing-to-appeal' : 'letter-date-unknown',
    };
  if (answer.standing === 'late-contact') return { kind: 'late-contact', answer };
  const shown = displayDates(answer, law, settings.sendAppealWorkingDaysBefore);
  if (!shown) return { kind: 'set-with-certificate', answer };
  return { kind: 'two', ...shown, stand: standOf(shown.sendBy, shown.receivedBy, facts.asOf) };
}

const isAppeal = (answer: Answer): answer is AppealAnswer => answer.rule === 'appeal';

function standOf(sendBy: Answer, receivedBy: Answer, today: Temporal.PlainDate): DatesStand {
  const isGone = ({ deadline }: Answer): boolean => !!deadline && Temporal.PlainDate.compare(deadline, today) < 0;
  if (isGone(receivedBy)) return 'over';
  return isGone(sendBy) || sendBy.deadline?.equals(today) ? 'send-now' : 'ahead';
}

/** Works out by when the certificate would have to be issued if the reader said today that they do not want mediation; null where none is due then. */
export function certificateDueIfDeclined({ facts }: MyStanding, law: Law): Answer | null {
  const today = facts.asOf;
  const declined: CaseFacts = {
    ...facts,
    wish: { ...facts.wish, answer: 'no', on: today },
    changedMindOn: facts.wish?.answer === 'yes' ? today : facts.changedMindOn,
  };
  return certificateDue(caseDates(declined, law))?.answer ?? null;
}

/** Finds the clock by which the service must issue a certificate, while it runs. */
export function certificateDue(clocks: readonly Clock[]): Clock | null {
  return clocks.find(({ kind, state }) => kind === 'issue-certificate' && state === 'running') ?? null;
}

/** Finds a clock that runs. */
export function runningClock(clocks: readonly Clock[], kind: Clock['kind']): Clock | null {
  return clocks.find((clock) => clock.kind === kind && clock.state === 'running') ?? null;
}
