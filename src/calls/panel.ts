// What stands beside a call while it is typed: the road and why, the dates with their reasons, what to watch, and what each answer does. Pure.
import { Temporal } from 'temporal-polyfill';
import { roadWords } from '../cases/words.ts';
import { timeInWords } from '../law/appeal-explanation.ts';
import { arrangeMediation } from '../law/arranging.ts';
import { certificateDue } from '../law/certificate.ts';
import { shortDay, timeLeft } from '../law/day-words.ts';
import { displayDates } from '../law/display-dates.ts';
import { checkContact } from '../law/late-contact.ts';
import { findRoute } from '../law/route.ts';
import { tribunalAppeal } from '../law/tribunal-appeal.ts';
import { roadOf, type RoadTaken } from '../referrals/road.ts';
import { warningsOf } from '../referrals/rules.ts';
import { speaksForThemselves, type Heard } from './call.ts';
import { certificateWay, decisionOf, isCertificateDue, latenessOf, type Around } from './rules.ts';
import { decisionShort, watchWords } from './words.ts';

export interface PanelDate {
  readonly what: string;
  /** Whether this call came in time; only for the contact date. */
  readonly inTime?: boolean;
  /** "Wed 25 Nov 2026, 5pm". */
  readonly day: string;
  readonly tag?: string;
  /** The sum in one line, and the law it stands in. */
  readonly why: string;
}

export interface Watch {
  readonly kind: 'warning' | 'note';
  readonly strong: string;
  readonly says: string;
  /** Cases or calls that this is about. */
  readonly links?: readonly { readonly href: string; readonly words: string }[];
}

/** A line of "what each answer does": words, a day in bold, words. */
export interface ForkLine {
  readonly before: string;
  readonly day?: string;
  readonly after?: string;
}

export interface Panel {
  readonly road: { readonly title: string; readonly why: string } | null;
  readonly dates: readonly PanelDate[];
  readonly watch: readonly Watch[];
  /** For each answer: what is done now and by when in two lines, then what becomes of the appeal. */
  readonly forks: {
    readonly yes: readonly ForkLine[];
    readonly no: readonly ForkLine[];
    /** What "no" means on this road. */
    readonly noMeans: string;
  } | null;
}

/** A call needs the section alone: the Act is always the same. */
const short = (citation: string): string =>
  (citation.split(';')[0] ?? '').replace('Children and Families Act 2014 ', '');

const lateWords = 'Late: no extra month as of right. Appeal now, and ask permission';

/** What is said where no date is left to name. */
const nowWords = 'over. Appeal now, and ask the Tribunal’s permission';

/** Gives the panel for what was heard so far. Throws HolidaysNotLoaded. */
export function panelFor(heard: Heard, around: Around): Panel {
  const decision = decisionOf(heard);
  const taken = roadOf(decision, heard.health);
  return {
    road: heard.decision && taken.road !== 'undecided' ? roadCard(heard, taken) : null,
    dates: heard.dated || heard.sent ? datesOf(heard, taken, around) : [],
    watch: watchOf(heard, around),
    forks: heard.decision && taken.road !== 'undecided' ? forksOf(heard, taken, around) : null,
  };
}

function roadCard(heard: Heard, { road }: RoadTaken): Panel['road'] {
  const { kind, sections } = decisionOf(heard);
  const route = findRoute({
    about: 'decision',
    decision: kind === 'plan-made' || kind === 'unknown' ? null : kind,
    sections,
    health: heard.health,
    decisionSentOn: heard.sent ?? heard.dated,
  });
  const said = `“${heard.decision ? decisionShort[heard.decision] : ''}”`;
  const { certificate } = route;
  const why =
    road === 'mediation'
      ? `${said} can be appealed: ${short(route.citation)}. A certificate comes first: ${short(certificate.citation)}.`
      : `${certificate.why} ${short(certificate.citation)}.`;
  return { title: roadWords[road] ?? road, why };
}

function appealWith(
  heard: Heard,
  { road }: RoadTaken,
  { contactOn, today, law }: Around,
  issuedOn?: Temporal.PlainDate,
) {
  return tribunalAppeal(
    {
      datedOn: heard.dated,
      sentOn: heard.sent,
      contactOn,
      certificatesIssuedOn: issuedOn ? [issuedOn] : [],
      placementOnly: road === 'placement-only',
      certificatePending: !issuedOn && road !== 'placement-only',
      asOf: today,
    },
    law,
  );
}

function datesOf(heard: Heard, taken: RoadTaken, around: Around): readonly PanelDate[] {
  const { contactOn, today, law, policy } = around;
  const appealable = taken.road === 'mediation' || taken.road === 'placement-only' || taken.road === 'undecided';
  const { inTime, lastDay, contact } = checkContact(
    { datedOn: heard.dated, sentOn: heard.sent, contactOn, policy },
    law,
  );
  const needsContact = taken.road === 'mediation' || taken.road === 'undecided';
  if (!appealable) return [];
  const appeal = appealWith(heard, taken, around);
  return [
    ...(needsContact
      ? [
          {
            what: 'Contact us by',
            inTime,
            day: shortDay(lastDay),
            tag: timeLeft(lastDay, today),
            why: `${contact.explain().inShort}. Reg 33`,
          },
        ]
      : []),
    {
      what: isOver(appeal.deadline, today)
        ? 'The time to appeal ended'
        : taken.road === 'placement-only'
          ? 'Appeal by, and nothing moves it'
          : 'Appeal by, with no certificate dated later',
      day: appeal.deadline
        ? `${shortDay(appeal.deadline)}, ${timeInWords(appeal.cutOff)}`
        : 'Set when the certificate is issued',
      ...(taken.road === 'placement-only' && appeal.deadline ? { tag: timeLeft(appeal.deadline, today) } : {}),
      why: appeal.deadline ? `${appeal.explain().inShort}, received. HESC r.20` : (appeal.notes[0] ?? ''),
    },
  ];
}

/** Says whether a last day lies in the past. */
function isOver(day: Temporal.PlainDate | null, today: Temporal.PlainDate): boolean {
  return day !== null && Temporal.PlainDate.compare(day, today) < 0;
}

function watchOf(heard: Heard, { contactOn, law, policy }: Around): readonly Watch[] {
  const decision = decisionOf(heard);
  const nothingYet = !heard.decision && !decision.dated && !decision.sent;
  const warnings = warningsOf(
    {
      contactOn,
      decision,
      health: heard.health,
      born: heard.born ?? null,
      holder: (speaksForThemselves(heard) ? holderOf(heard) : heard.holderIs) ?? 'parent',
      authorityKnown: heard.authority !== '',
    },
    law,
    policy,
  );
  return warnings.flatMap(({ code, on }): Watch[] => {
    const words = watchWords[code];
    if (!words || (code === 'letter-not-seen' && nothingYet)) return [];
    if (heard.who === undefined && (code === 'young-person-holds-the-right' || code === 'not-yet-a-young-person'))
      return [];
    const [strong, says] = words.map((text) => text.replace('{day}', on ? shortDay(on) : '')) as [string, string];
    return [{ kind: 'warning', strong, says }];
  });
}

/** Gives the capacity of somebody who rings for themselves. */
function holderOf({ who }: Pick<Heard, 'who'>) {
  return who === 'for-somebody' ? undefined : who;
}

function forksOf(heard: Heard, taken: RoadTaken, around: Around): Panel['forks'] {
  const { today, law } = around;
  const known = heard.dated ?? heard.sent;
  const day30 = arrangeMediation(
    { healthScope: taken.healthScope, adviserToldAuthorityOn: today, decisionSentOn: heard.sent ?? heard.dated },
    law,
  );
  const before = known ? appealWith(heard, taken, around) : null;
  const late = before?.standing === 'late-contact';
  const hard = taken.road === 'placement-only' && before?.deadline ? shortDay(before.deadline) : null;
  return {
    yes: [
      { before: 'Council told now.' },
      day30.deadline ? { before: 'Day 30:', day: shortDay(day30.deadline) } : { before: day30.notes[0] ?? '' },
      ...(hard
        ? [{ before: 'Appeal by', day: hard, after: 'all the same' }]
        : taken.road === 'mediation'
          ? [{ before: late ? lateWords : 'Appeal by: the date is set when the certificate is issued' }]
          : []),
    ],
    noMeans: taken.road === 'mediation' ? 'No, certificate' : 'No',
    no: isCertificateDue(heard) ? certificateLines(heard, taken, around) : noCertificateLines(hard),
  };
}

function noCertificateLines(hard: string | null): readonly ForkLine[] {
  return [
    { before: 'No certificate needed.' },
    { before: 'The contact is recorded.' },
    ...(hard ? [{ before: 'Appeal by', day: hard }] : []),
  ];
}

function certificateLines(heard: Heard, taken: RoadTaken, around: Around): readonly ForkLine[] {
  const { today, nextPost, law } = around;
  const due = certificateDue(
    { trigger: 'declined', triggeredOn: today, decisionSentOn: heard.sent ?? heard.dated },
    law,
  );
  const byPost = certificateWay(heard) === 'post';
  const lateness = latenessOf(heard, around);
  if (lateness === 'late-not-issued')
    return [{ before: 'No certificate.' }, { before: 'Contact was late.' }, { before: lateWords }];
  const lines: ForkLine[] = [
    lateness === 'manager-decides'
      ? { before: 'A manager decides about the certificate' }
      : byPost
        ? { before: 'Dated the day it is posted' }
        : { before: 'Dated', day: shortDay(today) },
    ...(due.deadline ? [{ before: `Limit: ${shortDay(due.deadline)}` }] : []),
  ];
  if (!(heard.dated ?? heard.sent)) return lines;
  const bears = byPost ? nextPost : today;
  const appeal = appealWith(heard, taken, around, bears);
  if (appeal.standing === 'late-contact') return [...lines, { before: lateWords }];
  const dates = displayDates(appeal, law);
  const sendBy = dates?.sendBy.deadline;
  return [
    ...lines,
    ...(appeal.deadline
      ? [
          {
            before: byPost ? `If posted ${bears.equals(today) ? 'today' : shortDay(bears)}: appeal by` : 'Appeal by',
            day: shortDay(appeal.deadline),
            after: `, ${timeInWords(appeal.cutOff)}.${sendBy && Temporal.PlainDate.compare(sendBy, today) > 0 ? ` Send by ${shortDay(sendBy)}` : ''}`,
          },
        ]
      : []),
  ];
}

/** Gives the date or dates that the adviser reads aloud in the script; null while the letter's date is not known. */
export function datesAloud(heard: Heard, around: Around): string | null {
  if (!heard.dated && !heard.sent) return null;
  const taken = roadOf(decisionOf(heard), heard.health);
  if (taken.road !== 'mediation' && taken.road !== 'placement-only') return null;
  const appeal = appealWith(heard, taken, around);
  if (!appeal.deadline) return 'set when the certificate is issued';
  if (isOver(appeal.deadline, around.today)) return nowWords;
  return `${shortDay(appeal.deadline)}, ${timeInWords(appeal.cutOff)}`;
}
