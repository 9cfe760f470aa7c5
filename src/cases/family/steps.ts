// "Where you are now": the steps of a road, each with its day, and the one that is now. Pure.
import type { Step } from '../../kit/html/pieces/progress.tsx';
import type { Temporal } from 'temporal-polyfill';
import { dayInWords } from '../../law/day-words.ts';
import { wayInWords } from '../words.ts';
import type { MyCase } from './read-my-case.ts';
import { certificateDue, runningClock } from './standing.ts';

interface Point {
  readonly name: string;
  /** What it is called once it is done, where that differs. */
  readonly doneName?: string;
  /** The day it was done; undefined while it is not. */
  readonly doneOn?: Temporal.PlainDate | null;
  /** It is done, on a day that is not ours to say. */
  readonly isDone?: boolean;
  /** What stands under it until it is done. */
  readonly until?: string;
}

type Case = Pick<MyCase, 'standing' | 'contacts' | 'certificates' | 'stage' | 'right_holder'>;

/** Gives the steps. The first that is not done is now. */
export function stepsOf(mine: Case): readonly Step[] {
  const points = pointsOf(mine);
  const now = mine.stage === 'closed' ? -1 : points.findIndex(({ doneOn, isDone }) => !doneOn && !isDone);
  return points.map(({ name, doneName = name, doneOn, isDone, until }, index) => {
    if (doneOn) return { name: doneName, when: dayInWords(doneOn), state: 'done' };
    if (isDone) return { name, state: 'done' };
    return { name, ...(until ? { when: until } : {}), state: index === now ? 'now' : 'to-come' };
  });
}

function pointsOf(mine: Case): readonly Point[] {
  const { facts } = mine.standing;
  const first = mine.contacts[0];
  const contact: Point = {
    name: first ? (wayInWords[first.channel] ?? 'You contacted us') : 'We heard from you',
    ...(first ? { doneOn: facts.contactOn } : { isDone: true }),
  };
  if (!mine.right_holder) return [contact];
  const informed: Point = {
    name: 'You hear about mediation',
    doneName: 'We told you about mediation',
    doneOn: facts.informationGivenOn,
    until: 'Next',
  };
  if (facts.wish?.answer === 'no' || mine.certificates.some(({ state }) => state === 'issued'))
    return [contact, informed, ...withoutMediation(mine)];
  if (facts.wish?.answer === 'yes') return [contact, informed, ...towardsMediation(mine)];
  return [
    contact,
    informed,
    {
      name: 'You choose: mediation or not',
      ...(facts.wish
        ? { until: 'You are thinking it over' }
        : mine.standing.dates.kind === 'two'
          ? { until: 'Take your time, within your dates' }
          : {}),
    },
    { name: 'The meeting, or your certificate' },
  ];
}

function withoutMediation({ standing, certificates }: Case): readonly Point[] {
  const { dates, clocks, appealRight } = standing;
  const issued = standing.facts.certificates[0];
  const due = certificateDue(clocks)?.answer?.deadline;
  const needed = appealRight === 'full' || certificates.length > 0;
  return [
    {
      name: 'You said you do not want mediation',
      ...(standing.facts.wish?.answer === 'no' ? { doneOn: standing.facts.wish.on } : { isDone: true }),
    },
    ...(needed
      ? [
          {
            name: 'Your certificate',
            doneOn: issued?.issuedOn,
            until: due ? `By ${dayInWords(due)}` : 'After we have told you about mediation',
          },
        ]
      : []),
    ...(appealRight === 'none'
      ? []
      : [
          {
            name: 'Your appeal, if you choose to',
            until:
              dates.kind === 'two' && dates.receivedBy.deadline && dates.stand !== 'over'
                ? `Received by ${dayInWords(dates.receivedBy.deadline)}`
                : 'See your dates',
          },
        ]),
  ];
}

function towardsMediation({ standing }: Case): readonly Point[] {
  const { facts, clocks } = standing;
  const tell = runningClock(clocks, 'tell-authority')?.answer?.deadline;
  const arrange = runningClock(clocks, 'arrange-mediation')?.answer?.deadline;
  return [
    {
      name: 'We tell the council',
      doneName: 'We told the council',
      doneOn: facts.authorityToldOn ?? facts.familyToldAuthorityOn,
      until: tell ? `By ${dayInWords(tell)}` : 'Soon',
    },
    {
      name: 'The meeting',
      doneOn: facts.concludedOn,
      until: facts.meeting
        ? `On ${dayInWords(facts.meeting.on)}`
        : arrange
          ? `To be arranged by ${dayInWords(arrange)}`
          : 'After the council is told',
    },
    { name: 'What was agreed' },
  ];
}
