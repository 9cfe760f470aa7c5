// What is open in a case besides what waits for us: about one right-holder, and about the whole case.
import { certificatePaths } from '../../certificates/desk/paths.ts';
import type { Act } from '../../kit/html/pieces/case-parts.tsx';
import { copyPath } from '../../records/desk/paths.ts';
import { deskPaths } from '../paths.ts';
import { forHolder, isNoneNeeded, limbNow, running, whyNone } from './act-parts.ts';
import type { CaseView, HolderView } from './case-view.ts';
import { shortIso } from './words.ts';

/** What is open besides, about one right-holder. */
export function openFor(view: CaseView, holder: HolderView): Act[] {
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

/** Lists what is open in every case. */
export function alwaysOpen({ page, who, holders }: CaseView): Act[] {
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
export function copying({ page, who }: Pick<CaseView, 'page' | 'who'>): Act[] {
  if (!who.roles.includes('manager')) return [];
  return [
    {
      what: 'Copy what we hold',
      why: 'For somebody who asks what we hold about them.',
      button: { href: copyPath(page.reference), words: 'Copy' },
    },
  ];
}

const needsCertificate = ({ page }: CaseView): boolean => page.road === 'mediation' || page.road === 'placement-only';
