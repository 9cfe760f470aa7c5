// What may lawfully be done next in a case, what may not and why. Pure: it asks the rules and the law's clocks, and decides nothing itself.
import type { Temporal } from 'temporal-polyfill';
import type { Act, ActsProps } from '../../kit/html/pieces/case-parts.tsx';
import { shortDay } from '../../law/day-words.ts';
import { deskPaths } from '../paths.ts';
import { isNoneNeeded, whyNone, type Wanted } from './act-parts.ts';
import { alwaysOpen, copying, openFor } from './acts-open.ts';
import { shutIn } from './acts-shut.ts';
import { wantedIn } from './acts-waiting.ts';
import type { CaseView } from './case-view.ts';

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
  const wanted = wantedIn(view).toSorted(byUrgency);
  const [first = noneNeeded(view), ...rest] = wanted;
  return {
    ...(first ? { next: { ...first, eyebrow: eyebrowOf(first, view.today) } } : {}),
    acts: [...rest, ...view.holders.flatMap((holder) => openFor(view, holder)), ...alwaysOpen(view)],
    closed: shutIn(view),
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

const dayOrToday = (day: Temporal.PlainDate, today: Temporal.PlainDate): string =>
  day.equals(today) ? 'today' : shortDay(day);
