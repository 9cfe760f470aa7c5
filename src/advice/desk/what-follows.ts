// What an answer would start, by the law's own sums, so that it can be said before it is given. Pure.
import type { Temporal } from 'temporal-polyfill';
import type { CaseView, HolderView } from '../../cases/desk/case-view.ts';
import { arrangeMediation } from '../../law/arranging.ts';
import { caseDates } from '../../law/case-dates.ts';
import type { CaseFacts } from '../../law/case-facts.ts';

/** Gives the last day for the certificate if they said no today; null where none is due then. */
export function certificateDueAfterNo({ law, today }: CaseView, { facts }: HolderView): Temporal.PlainDate | null {
  const declined: CaseFacts = {
    ...facts,
    informationGivenOn: facts.informationGivenOn ?? today,
    wish: { ...facts.wish, answer: 'no', on: today },
    changedMindOn: facts.wish?.answer === 'yes' ? today : facts.changedMindOn,
  };
  const due = caseDates(declined, law).find(({ kind, state }) => kind === 'issue-certificate' && state === 'running');
  return due?.answer?.deadline ?? null;
}

/** Gives day 30 if the council were told today; null where it was told, or on a road where nobody arranges. */
export function toldToday({ law, today, page }: CaseView, { facts }: HolderView): Temporal.PlainDate | null {
  if (facts.authorityToldOn || facts.familyToldAuthorityOn) return null;
  return arrangeMediation(
    {
      healthScope: page.health_scope,
      adviserToldAuthorityOn: today,
      decisionSentOn: facts.decision?.sentOn ?? facts.decision?.datedOn ?? null,
    },
    law,
  ).deadline;
}
