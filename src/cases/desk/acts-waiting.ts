// What waits for us in a case: whoever asked to be rung, what is missing in the record, and each right-holder's own next steps.
import { Temporal } from 'temporal-polyfill';
import { offerPaths } from '../../asking/desk/paths.ts';
import { certificatePaths } from '../../certificates/desk/paths.ts';
import { shortDay } from '../../law/day-words.ts';
import { asParents, passesOn } from '../../people/party.ts';
import { deskPaths } from '../paths.ts';
import { dueOf, forHolder, isNoneNeeded, limbNow, running, sumOf, type Wanted } from './act-parts.ts';
import type { CaseView, HolderView } from './case-view.ts';
import { triedWords, triesOf } from './ring-page.tsx';
import { calledBy, shortIso, shortMoment } from './words.ts';

/** Lists everything that waits for us in a case, in no order yet. */
export function wantedIn(view: CaseView): Wanted[] {
  return [
    ...toRing(view),
    ...recordGaps(view),
    ...partyToRecord(view),
    ...view.holders.flatMap((holder) => waiting(view, holder)),
  ];
}

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
      why: `${againWords(holder)}A spoken core of about ninety seconds; the rest goes in writing. Section 55(4)(a).`,
      button: { href: to(deskPaths.information(page.reference)), words: 'Begin' },
      by: null,
      rank: 2,
    });
  else if (wish === null)
    wanted.push({
      what: `Record what ${called} wishes`,
      why: `${againWords(holder)}To appeal, and to mediate, each on its own and without asking why. Regulation 33.`,
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

/** Why something is owed that the record shows as done. */
const againWords = ({ isOwedAgain }: HolderView): string =>
  isOwedAgain ? 'A certificate was withdrawn over it: what was recorded before counts no longer. ' : '';

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
