// What may lawfully be done next in a case, what may not and why. Pure: it asks the rules and the law's clocks, and decides nothing itself.
import { certificateRefusalWords, type CertificateRefusal } from '../../certificates/certificate.ts';
import { certificatePaths } from '../../certificates/desk/paths.ts';
import { appealRight } from '../../law/case-dates.ts';
import { shortDay } from '../../law/day-words.ts';
import type { Act, ActsProps } from '../../kit/html/pieces/case-parts.tsx';
import type { Clock } from '../../law/clock.ts';
import { Temporal } from 'temporal-polyfill';
import { asParents, passesOn } from '../../people/party.ts';
import { offerPaths } from '../../asking/desk/paths.ts';
import { copyPath } from '../../records/desk/paths.ts';
import { deskPaths } from '../paths.ts';
import type { CaseView, HolderView } from './case-view.ts';
import { triedWords, triesOf } from './ring-page.tsx';
import { calledBy, shortIso, shortMoment } from './words.ts';

/** Something to do, by when, and how much it presses where no day says so: the lowest first. */
interface Wanted extends Act {
  readonly by: Temporal.PlainDate | null;
  readonly rank: number;
}

type Closed = NonNullable<ActsProps['closed']>[number];

/** Lists the acts of a case: one next step where something waits for us, everything else that is open, and what is not, with when it opens. */
export function actsOf(view: CaseView): ActsProps {
  const { page } = view;
  if (page.stage === 'closed') {
    return {
      acts: [
        {
          what: 'Open the case again',
          why: 'Families may ring back at any time.',
          button: { href: deskPaths.closing(page.reference), words: 'Open again' },
        },
        ...copying(view),
      ],
      closed: [{ what: 'Everything else', why: 'The case is closed. It opens again with the button above.' }],
    };
  }
  const wanted = [
    ...toRing(view),
    ...recordGaps(view),
    ...partyToRecord(view),
    ...view.holders.flatMap((holder) => waiting(view, holder)),
  ].toSorted(byUrgency);
  const [first = noneNeeded(view), ...rest] = wanted;
  return {
    ...(first ? { next: { ...first, eyebrow: eyebrowOf(first, view.today) } } : {}),
    acts: [...rest, ...view.holders.flatMap((holder) => open(view, holder)), ...always(view)],
    closed: [...view.holders.flatMap((holder) => shut(view, holder)), ...shutForAll(view)],
  };
}

function byUrgency(a: Wanted, b: Wanted): number {
  if (a.by && b.by && !a.by.equals(b.by)) return a.by.toString() < b.by.toString() ? -1 : 1;
  if ((a.by === null) !== (b.by === null)) return a.by ? -1 : 1;
  return a.rank - b.rank;
}

function eyebrowOf(first: Act | Wanted, today: Temporal.PlainDate): string {
  if (!('by' in first)) return 'Nothing is due from us';
  return first.by ? `Next, by the end of ${dayOrToday(first.by, today)}` : 'Next';
}

/** Where mediation was declined and the law asks for no certificate, what takes its place: why, and the one date that runs (s.55(2)). */
function noneNeeded(view: CaseView): Act | undefined {
  const holder = view.holders.find(
    ({ facts, certificates }) => facts.wish?.answer === 'no' && isNoneNeeded(facts) && certificates.length === 0,
  );
  if (!holder) return undefined;
  const appeal = holder.clocks.find(({ kind }) => kind === 'appeal')?.answer?.deadline;
  return {
    what: `${holder.called} needs no certificate`,
    why: `${whyNone(view)} ${appeal ? `An appeal has to be with the Tribunal by ${shortDay(appeal)}; no certificate moves that day.` : ''}`.trim(),
    button: {
      href: `${deskPaths.dates(view.page.reference)}#appeal${view.holders.length > 1 ? `-${holder.participationId}` : ''}`,
      words: 'The date, and why',
    },
  };
}

const isNoneNeeded = (facts: HolderView['facts']): boolean => appealRight(facts) === 'placement-only';

/** A refusal to amend that concerns Section I alone is less settled than a placement named in a plan. */
function whyNone({ decision }: CaseView): string {
  return decision?.kind === 'refuse-to-amend'
    ? 'The refusal concerns Section I alone, so the law probably asks for none. Section 55(2).'
    : 'Section I alone is in dispute, and for that the law asks for none. Section 55(2).';
}

const dayOrToday = (day: Temporal.PlainDate, today: Temporal.PlainDate): string =>
  day.equals(today) ? 'today' : shortDay(day);

/** The address of a page about one right-holder; their id stands in it only where there are several. */
export function forHolder(
  view: Pick<CaseView, 'holders'>,
  href: string,
  { participationId }: Pick<HolderView, 'participationId'>,
): string {
  return view.holders.length > 1 ? `${href}?for=${participationId}` : href;
}

const running = (holder: HolderView, kind: Clock['kind']): Clock | null =>
  holder.clocks.find((clock) => clock.kind === kind && clock.state === 'running') ?? null;

const dueOf = (clock: Clock | null): Temporal.PlainDate | null =>
  clock?.answer?.safeBy ?? clock?.answer?.deadline ?? null;
const sumOf = (clock: Clock | null): string =>
  clock?.answer ? `${clock.answer.explain().inShort}. ${clock.answer.citation}.` : '';

/** Somebody asked for nothing but a ring: it comes before all that could only be asked of them then. */
function toRing({ page, today }: CaseView): Wanted[] {
  if (page.ring_back_since === null) return [];
  const tried = triedWords(triesOf(page), today.toString());
  return [
    {
      what: 'Ring them: they asked us to',
      why: `Since ${shortMoment(page.ring_back_since)}${tried ? `; ${tried}` : ''}.`,
      button: { href: deskPaths.ringing(page.reference), words: 'Rang them' },
      by: null,
      rank: 0,
    },
  ];
}

/** What is missing in the record and holds the dates back. */
function recordGaps({ page, decision }: CaseView): Wanted[] {
  const { reference } = page;
  const gaps: Wanted[] = [];
  if (page.offers.length > 0)
    gaps.push({
      what: `Look at ${page.offers.length === 1 ? 'an answer' : `${page.offers.length} answers`} from the online form`,
      why: 'Each is taken into the record with one press, or set aside.',
      button: { href: offerPaths.all(reference), words: 'Look' },
      by: null,
      rank: 0,
    });
  if (!decision || decision.kind === 'unknown')
    gaps.push({
      what: 'Record the decision in the letter',
      why: 'Without it there is no road and there are no dates.',
      button: { href: deskPaths.decision(reference), words: 'Record' },
      by: null,
      rank: 1,
    });
  else if (!decision.dated && !decision.sent)
    gaps.push({
      what: 'Record the date on the letter',
      why: 'The two months are counted from it. What the caller says is enough.',
      button: { href: deskPaths.decision(reference), words: 'Record' },
      by: null,
      rank: 1,
    });
  if (!page.authority_id)
    gaps.push({
      what: 'Name the council',
      why: 'The one on the letter. It stands on the certificate, and is told of a request for mediation.',
      button: { href: deskPaths.authority(reference), words: 'Name' },
      by: null,
      rank: 4,
    });
  return gaps;
}

/** The right passes to the young person, or has passed: who the party is must be asked (s.83(2)). Once for all parents of a case. */
function partyToRecord(view: CaseView): Wanted[] {
  const { page, today } = view;
  const parents = asParents(page.people).map(({ participation_id: id, capacity }) => ({ id, capacity }));
  const born = page.child?.born ? Temporal.PlainDate.from(page.child.born) : null;
  const from = passesOn({ born, parents });
  if (!from || !page.child) return [];
  const called = calledBy(page.child);
  const button = { href: deskPaths.party(page.reference), words: 'Ask and record' };
  if (Temporal.PlainDate.compare(today, from) >= 0)
    return [
      {
        what: `The right is ${called}’s own: record who the party is`,
        why: `Since ${shortDay(from)}. A certificate in a parent’s name may be the wrong person’s. Section 83(2).`,
        button,
        by: today,
        rank: 0,
      },
    ];
  const clock = view.holders.map((holder) => running(holder, 'ask-who-the-party-is')).find((found) => found !== null);
  if (!clock) return [];
  return [
    {
      what: `From ${shortDay(from)} the right is ${called}’s own: ask who the party is`,
      why: `Until then ${called}’s own contact and wishes may already be taken. Section 83(2).`,
      button: { ...button, words: `Hear ${called}` },
      by: dueOf(clock),
      rank: 5,
    },
  ];
}

const needsCertificate = ({ page }: CaseView): boolean => page.road === 'mediation' || page.road === 'placement-only';

/** What waits for us about one right-holder. */
function waiting(view: CaseView, holder: HolderView): Wanted[] {
  const { page } = view;
  const { called, facts } = holder;
  const to = (href: string) => forHolder(view, href, holder);
  const wish = facts.wish?.answer ?? null;
  const wanted: Wanted[] = [];
  if (!holder.isInformed)
    wanted.push({
      what: `Give ${called} the mediation information`,
      why: 'A spoken core of about ninety seconds; the rest goes in writing. Section 55(4)(a).',
      button: { href: to(deskPaths.information(page.reference)), words: 'Begin' },
      by: null,
      rank: 2,
    });
  else if (wish === null)
    wanted.push({
      what: `Record what ${called} wishes`,
      why: 'To appeal, and to mediate, each on its own and without asking why. Regulation 33.',
      button: { href: to(deskPaths.wishes(page.reference)), words: 'Record' },
      by: null,
      rank: 3,
    });
  if (wish === 'thinking') {
    const chase = running(holder, 'chase-decision');
    wanted.push({
      what: `Ask ${called} again: mediate or not`,
      why: sumOf(chase) || 'They are thinking it over.',
      button: { href: to(deskPaths.wishes(page.reference)), words: 'Ask and record' },
      by: dueOf(chase),
      rank: 3,
    });
  }
  wanted.push(...certificateWanted(view, holder));
  const tell = running(holder, 'tell-authority');
  if (wish === 'yes' && !holder.toldOn && page.authority_id)
    wanted.push({
      what: `Tell ${page.authority_name ?? 'the council'} that ${called} wishes to mediate`,
      why: `Its 30 days run from the day it is told. ${sumOf(tell)}`,
      button: { href: to(deskPaths.authorityTold(page.reference)), words: 'Tell council' },
      by: dueOf(tell),
      rank: 2,
    });
  const ask = running(holder, 'ask-after-day-30');
  if (ask)
    wanted.push({
      what: `Ring ${called}: day 30 passed, no meeting`,
      why: `Both paths: the certificate now, or a fixed later meeting and what it risks. ${sumOf(ask)}`,
      button: { href: '#people', words: 'Their number' },
      by: dueOf(ask),
      rank: 1,
    });
  return wanted;
}

function certificateWanted(view: CaseView, holder: HolderView): Wanted[] {
  const { page } = view;
  const prepared = holder.certificates.find(({ state }) => state === 'prepared');
  const due = running(holder, 'issue-certificate');
  if (prepared && prepared.limb === 'information' && holder.facts.wish?.answer !== 'no')
    return [
      {
        what: `Do not post ${holder.called}’s certificate: set it aside`,
        why: `It is prepared and not issued, and ${holder.called} does not say any more that they do not wish to mediate. Section 55(4)(b).`,
        button: { href: certificatePaths.certificate(prepared.number), words: 'Look' },
        by: view.today,
        rank: 0,
      },
    ];
  if (prepared)
    return [
      {
        what: `Post ${holder.called}’s certificate`,
        why: `It bears ${shortIso(prepared.dated)} and is issued on the day it is really posted.`,
        button: { href: certificatePaths.certificate(prepared.number), words: 'Open pack' },
        by: dueOf(due),
        rank: 0,
      },
    ];
  const limb = limbNow(holder);
  if (!limb || isNoneNeeded(holder.facts)) return [];
  const may = holder.mayIssue(limb);
  if ('warnings' in may)
    return [
      {
        what: `Issue ${holder.called}’s certificate`,
        why: sumOf(due) || 'Nothing stands in its way. Section 55(4).',
        button: { href: forHolder(view, deskPaths.certificate(page.reference), holder), words: 'Issue certificate' },
        by: dueOf(due),
        rank: 0,
      },
    ];
  if (holder.lateDecision === 'awaited' && view.who.roles.includes('manager'))
    return [
      {
        what: 'Decide about the late contact',
        why: 'The two months were over. Whatever is decided, the family is told to lodge now and ask the Tribunal’s permission.',
        button: { href: forHolder(view, deskPaths.lateContact(page.reference), holder), words: 'Decide' },
        by: dueOf(due),
        rank: 0,
      },
    ];
  return [];
}

/** The limb under which a certificate could be asked for now; null while it is not. */
export function limbNow(holder: HolderView) {
  const { facts } = holder;
  if (facts.concludedOn) return 'participation' as const;
  if (facts.unableNoticeOn) return 'not-arranged-notice' as const;
  return facts.wish?.answer === 'no' ? ('information' as const) : null;
}

/** What is open besides, about one right-holder. */
function open(view: CaseView, holder: HolderView): Act[] {
  const { reference } = view.page;
  const { called, facts } = holder;
  const to = (href: string) => forHolder(view, href, holder);
  const wish = facts.wish?.answer ?? null;
  const issued = holder.certificates.find(({ state }) => state === 'issued');
  const acts: Act[] = [];
  if (issued)
    acts.push({
      what: `${view.holders.length > 1 ? `${called}’s certificate` : 'Certificate'} of ${shortIso(issued.dated)}: send again, correct, withdraw`,
      why: 'Nothing issued is ever altered: a correction is a new version with the original date.',
      button: { href: certificatePaths.certificate(issued.number), words: 'Open' },
    });
  if (decidesAgain(view, holder))
    acts.push({
      what: `Decide again about ${called}’s late contact`,
      why: `A manager decided: ${holder.lateDecision === 'issue' ? 'issue it' : 'do not issue it'}. Reasons may come to light later.`,
      button: { href: to(deskPaths.lateContact(reference)), words: 'Decide' },
    });
  if (canBeAskedFor(holder))
    acts.push({
      what: `Issue ${called}’s certificate all the same, if ${called} asks for it`,
      why: `${whyNone(view)} Where Section B or F may be added later it can be needed then. It moves no date.`,
      button: { href: to(deskPaths.certificate(reference)), words: 'Issue certificate' },
    });
  if (!holder.isInformed && needsCertificate(view) && !issued)
    acts.push({
      what: `Just the certificate: ${called} knows about mediation`,
      why: 'The core, both wishes and the certificate, one after the other. Nothing of the core is left out.',
      button: { href: to(deskPaths.justTheCertificate(reference)), words: 'Begin' },
    });
  if ((wish === 'yes' || wish === 'thinking') && !facts.concludedOn)
    acts.push({
      what: `Record: ${called} no longer wants mediation`,
      why: `Until the meeting starts. ${isNoneNeeded(facts) ? 'No certificate is needed: Section I alone is in dispute.' : 'Certificate within 3 working days. Section 55(4).'}`,
      button: { href: to(`${deskPaths.wishes(reference)}`), words: 'Record' },
    });
  if (wish === 'no')
    acts.push({
      what: `Record: ${called} would like mediation after all`,
      why: 'It stays their right, and moves no date for an appeal.',
      button: { href: to(deskPaths.wishes(reference)), words: 'Record' },
    });
  if (holder.isInformed)
    acts.push({
      what: `Give ${called} the information once more`,
      why: 'As often as they ask. The first time counts.',
      button: { href: to(deskPaths.information(reference)), words: 'Begin' },
    });
  return acts;
}

/** A manager may change what was decided about a late contact until there is a certificate. */
function decidesAgain({ who }: CaseView, { lateDecision, certificates }: HolderView): boolean {
  const isDecided = lateDecision === 'issue' || lateDecision === 'do-not-issue';
  return isDecided && certificates.length === 0 && who.roles.includes('manager');
}

/** None is due, and nothing stands in the way of one that is asked for (Section I only). */
function canBeAskedFor(holder: HolderView): boolean {
  const limb = limbNow(holder);
  return limb !== null && isNoneNeeded(holder.facts) && 'warnings' in holder.mayIssue(limb);
}

function always({ page, who, holders }: CaseView): Act[] {
  const owed = holders.some((holder) => running(holder, 'issue-certificate'));
  return [
    ...(page.owner_account_id === who.accountId
      ? []
      : [
          {
            what: 'Take this case',
            why: page.owner_name ? `It is ${page.owner_name}’s now.` : 'It is nobody’s now.',
            button: { href: deskPaths.owner(page.reference), words: 'Take' },
          },
        ]),
    ...(owed
      ? []
      : [
          {
            what: 'Close the case',
            why: 'The family’s own dates stay on its page. It can be opened again.',
            button: { href: deskPaths.closing(page.reference), words: 'Close' },
          },
        ]),
    ...copying({ page, who }),
  ];
}

/** Managers alone make a copy for somebody who asks what we hold (UK GDPR art 15). */
function copying({ page, who }: Pick<CaseView, 'page' | 'who'>): Act[] {
  if (!who.roles.includes('manager')) return [];
  return [
    {
      what: 'Copy what we hold',
      why: 'For somebody who asks what we hold about them.',
      button: { href: copyPath(page.reference), words: 'Copy' },
    },
  ];
}

/** What is not open now about one right-holder, and when it opens. */
function shut(view: CaseView, holder: HolderView): Closed[] {
  const { called, facts, certificates } = holder;
  const closed: Closed[] = [];
  const whose = view.holders.length > 1 ? ` (${called})` : '';
  const without = holder.mayIssue('information');
  if ('refused' in without && certificates.length === 0)
    closed.push({ what: `Certificate: no mediation${whose}`, why: whyShut(without.refused, holder) });
  if (facts.wish?.answer === 'yes' && !facts.concludedOn)
    closed.push({
      what: `Certificate: mediation took place${whose}`,
      why: 'No mediation has been held. Opens when it ends.',
    });
  if (facts.wish?.answer === 'yes' && !holder.toldOn && !view.page.authority_id)
    closed.push({ what: `Tell the council${whose}`, why: 'It is not named yet. Opens when it is.' });
  return closed;
}

function whyShut(refused: CertificateRefusal, { called, facts }: HolderView): string {
  if (refused === 'information-not-given')
    return `${called} has not been given the information yet. Opens when they have, and say that they do not wish to mediate.`;
  if (refused === 'wish-not-stated') {
    if (facts.wish?.answer === 'yes')
      return `${called} wishes to mediate (${shortDay(facts.wish.on)}). Opens the moment they say that they no longer do.`;
    if (facts.wish?.answer === 'thinking')
      return `${called} is thinking it over (${shortDay(facts.wish.on)}). Opens the moment they say no.`;
    return `${called} has not said yet whether they wish to mediate. Opens the moment they say no.`;
  }
  return certificateRefusalWords[refused];
}

function shutForAll({ holders }: CaseView): Closed[] {
  return holders.some((holder) => running(holder, 'issue-certificate'))
    ? [{ what: 'Close the case', why: 'A certificate is still owed to the right-holder. Opens when it is issued.' }]
    : [];
}
