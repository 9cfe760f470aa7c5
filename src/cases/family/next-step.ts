// The one next step on a family's page: what to do, by when, and where. Pure; the page shows it in its one teal card.
import { Temporal } from 'temporal-polyfill';
import { timeInWords } from '../../law/appeal-explanation.ts';
import { dayInWords, timeLeft } from '../../law/day-words.ts';
import type { MyCase } from './read-my-case.ts';
import { familyPaths } from './paths.ts';
import { noMediationWords } from './words.ts';
import { certificateDue, runningClock, type MyDates } from './standing.ts';

export interface NextStep {
  readonly title: string;
  readonly says: readonly string[];
  /** A date inside the card: "Please ring us by", the day, "4 days left". */
  readonly by?: { readonly what: string; readonly day: string; readonly left: string };
  /** The two dates of an appeal stand inside the card. */
  readonly dates?: Extract<MyDates, { kind: 'two' }>;
  /** At most three, the first filled. */
  readonly buttons: readonly { readonly words: string; readonly href: string }[];
  /** Shows the telephone number. */
  readonly ring?: true;
}

type Case = Pick<MyCase, 'standing' | 'certificates' | 'stage' | 'road' | 'right_holder' | 'reads_until' | 'reference'>;

/** Chooses the next step: what is urgent before what is usual, and always exactly one. */
export function nextStepOf(mine: Case): NextStep {
  if (mine.reads_until !== null) return noLongerTheParty;
  if (mine.stage === 'closed') return closed;
  if (!mine.right_holder) return supporting;
  return urgent(mine) ?? usual(mine);
}

/** A certificate that was taken back, or an appeal whose time is short or gone, stands before everything else. */
function urgent(mine: Case): NextStep | null {
  const { dates, facts } = mine.standing;
  if (dates.kind === 'late-contact') return lateContact(mine);
  const issued = mine.certificates.some(({ state }) => state === 'issued');
  if (!issued && mine.certificates.some(({ state }) => state === 'withdrawn')) return withdrawn;
  if (dates.kind !== 'two' || !(issued || mine.standing.appealRight === 'placement-only')) return null;
  if (facts.wish?.answer === 'yes' && !issued) return null;
  return appeal(mine, dates);
}

function usual(mine: Case): NextStep {
  const { facts, clocks, dates, appealRight } = mine.standing;
  const today = facts.asOf;
  if (mine.road === 'undecided' || (appealRight !== 'none' && dates.kind === 'none')) return letterNeeded;
  if (!facts.informationGivenOn && mine.road !== 'disagreement-resolution') return talk(mine);
  if (facts.wish?.answer === 'thinking')
    return thinking(mine, runningClock(clocks, 'chase-decision')?.answer?.deadline ?? null);
  if (facts.wish?.answer === 'yes') {
    const told = facts.authorityToldOn ?? facts.familyToldAuthorityOn;
    return told ? arranging(runningClock(clocks, 'arrange-mediation')?.answer?.deadline ?? null, today) : telling;
  }
  if (facts.wish?.answer === 'no') {
    const due = certificateDue(clocks)?.answer?.deadline;
    if (due) return certificateComing(due, today);
    return appealRight === 'full' ? talk(mine) : declinedWithoutCertificate;
  }
  return facts.informationGivenOn ? choose(mine) : weWillRing;
}

const noCertificate = (mine: Case) => ({
  words: noMediationWords(mine.standing),
  href: familyPaths.noMediation(mine.reference),
});
const yesMediation = (mine: Case) => ({ words: 'I would like mediation', href: familyPaths.mediation(mine.reference) });

const closed: NextStep = {
  title: 'Your case is closed',
  says: ['There is nothing you need to do. If something changes, ring us and we open it again.'],
  buttons: [],
  ring: true,
};

const supporting: NextStep = {
  title: 'You are helping somebody',
  says: [
    'Choices, dates and certificates belong to the person you help, so they stand on their page and not on yours.',
    'Ring us, together if you can, whenever you have a question.',
  ],
  buttons: [],
  ring: true,
};

/** Says nothing of how the case goes on: that is the young person's to tell. */
const noLongerTheParty: NextStep = {
  title: 'The right has passed to the young person',
  says: [
    'The law gives the right to appeal, and the choice about mediation, to the young person now. So we ask them, and what happens next stands on their page.',
    'What you could read until then stays here for you. Ring us if you have a question; with the young person’s agreement we can also speak with you about the case.',
  ],
  buttons: [],
  ring: true,
};

const withdrawn: NextStep = {
  title: 'Please ring us about your certificate',
  says: [
    'Your certificate was withdrawn. Do not use it. Ring us: we tell you what happens next, and what it means for your dates.',
  ],
  buttons: [],
  ring: true,
};

const letterNeeded: NextStep = {
  title: 'Tell us about the council’s letter',
  says: [
    'We need to know what the council decided and the date on its letter. Then we can work out your dates. Ring us with the letter in your hand.',
  ],
  buttons: [],
  ring: true,
};

const telling: NextStep = {
  title: 'Talk with us about what you want to say',
  says: [
    'You asked for mediation. Before we tell the council, we agree with you, word for word, what we may say. If we have not done that yet, please ring us.',
  ],
  buttons: [],
  ring: true,
};

const declinedWithoutCertificate: NextStep = {
  title: 'You do not need to do anything',
  says: [
    'You told us that you do not want mediation. No certificate is needed for this. If you change your mind, ring us.',
  ],
  buttons: [],
  ring: true,
};

const weWillRing: NextStep = {
  title: 'We will be in touch',
  says: ['We have what we need for now. If you are worried about anything, ring us.'],
  buttons: [],
  ring: true,
};

function talk(mine: Case): NextStep {
  const saidNo = mine.standing.facts.wish?.answer === 'no';
  return {
    title: 'Hear about mediation from us',
    says: [
      saidNo
        ? 'You said that you do not want mediation. The law asks us to tell you about it first. It takes a few minutes. Then we send your certificate.'
        : 'It takes a few minutes, and it is free. Then you choose: mediation, or a certificate so that you can appeal without it.',
      'Ring us when it suits you.',
    ],
    buttons: [],
    ring: true,
  };
}

function choose(mine: Case): NextStep {
  return {
    title: 'Tell us what you would like',
    says: [
      'Mediation is your choice. The council must come if you choose it. You can change your mind until the meeting starts.',
    ],
    buttons: [yesMediation(mine), noCertificate(mine)],
  };
}

function thinking(mine: Case, chaseOn: Temporal.PlainDate | null): NextStep {
  const today = mine.standing.facts.asOf;
  return {
    ...choose(mine),
    ...(chaseOn ? { by: { what: 'We will ring you by', day: dayInWords(chaseOn), left: leftOr(chaseOn, today) } } : {}),
  };
}

function arranging(by: Temporal.PlainDate | null, today: Temporal.PlainDate): NextStep {
  return {
    title: 'We are arranging your meeting',
    says: [
      'The council knows that you want mediation. We will tell you the day and the place. You do not need to do anything yet.',
    ],
    ...(by ? { by: { what: 'To be arranged by', day: dayInWords(by), left: leftOr(by, today) } } : {}),
    buttons: [],
  };
}

function certificateComing(due: Temporal.PlainDate, today: Temporal.PlainDate): NextStep {
  return {
    title: 'Your certificate is coming',
    says: ['You do not need to do anything. If you want to appeal, you can begin to fill in the appeal form now.'],
    by: { what: 'We send it by', day: dayInWords(due), left: leftOr(due, today) },
    buttons: [{ words: 'What to do with a certificate', href: '/after-the-certificate' }],
  };
}

function appeal(mine: Case, dates: Extract<MyDates, { kind: 'two' }>): NextStep {
  const issued = mine.certificates.some(({ state }) => state === 'issued');
  const certificate = { words: 'Open your certificate', href: familyPaths.certificate(mine.reference) };
  const next = { words: 'What to send, and where', href: '/after-the-certificate' };
  const buttons = issued ? [certificate, next] : [next];
  if (dates.stand === 'over') {
    return {
      title: 'The time for an appeal has ended',
      says: [
        `The Tribunal had to have your appeal by ${timeInWords(dates.receivedBy.cutOff)} on ${dayInWords(dates.receivedBy.deadline!)}. If you sent it in time, you do not need to do anything.`,
        'If you did not, you can still ask. Send it as soon as you can, ask the Tribunal’s permission to appeal late, and say why it is late. Ring us, or ask SENDIASS or IPSEA: they help free of charge.',
      ],
      buttons,
      ring: true,
    };
  }
  const need = issued
    ? 'You have your certificate. You do not have to appeal. It is your choice.'
    : 'Only the school or college in the plan is in question, so you need no certificate. You do not have to appeal. It is your choice.';
  return {
    title: dates.stand === 'send-now' ? 'If you want to appeal, send it today' : 'If you want to appeal',
    says: [need],
    dates,
    buttons,
  };
}

function lateContact(mine: Case): NextStep {
  const { dates, facts } = mine.standing;
  const ended = dates.kind === 'late-contact' ? dayInWords(dates.answer.rawFromDecision) : '';
  const issued = mine.certificates.some(({ state }) => state === 'issued');
  return {
    title: 'Send your appeal now',
    says: [
      `The two months from the council’s letter ended on ${ended}. You can still ask. Send your appeal as soon as you can, today if possible.`,
      'In it, ask the Tribunal’s permission to appeal late, and say why it is late. SENDIASS and IPSEA can help you, free of charge.',
      ...(issued
        ? ['Your certificate does not give you more time.']
        : facts.settings.lateContact === 'issue' || facts.concludedOn || facts.unableNoticeOn
          ? ['Do not wait for your certificate: it does not give you more time.']
          : facts.settings.lateContact === 'do-not-issue'
            ? ['We do not issue a certificate then: ask the Tribunal for permission to appeal without one.']
            : [
                'Do not wait for a certificate: ask the Tribunal for permission to appeal without one. It would not give you more time.',
              ]),
    ],
    buttons: [
      ...(issued ? [{ words: 'Open your certificate', href: familyPaths.certificate(mine.reference) }] : []),
      { words: 'What to send, and where', href: '/after-the-certificate' },
    ],
    ring: true,
  };
}

/** How much time is left, or nothing kind to say once it is over. */
function leftOr(day: Temporal.PlainDate, today: Temporal.PlainDate): string {
  return Temporal.PlainDate.compare(day, today) < 0 ? '' : timeLeft(day, today);
}
