// What the adviser should check in a case, worked out anew from what is known each time the page is opened.
import type { Temporal } from 'temporal-polyfill';
import { decisionOf, knownOf } from '../../referrals/store.ts';
import { warningsOf } from '../../referrals/rules.ts';
import { sayWarning } from '../../referrals/words.ts';
import type { Law } from '../../law/versions.ts';
import type { CaseView } from './case-view.ts';

/** Says what stands out in a case. A closed case says nothing more. */
export function warningsFor({ page, decision, holders, law }: CaseView): string[] {
  const [first] = page.people.filter(({ right_holder: holds }) => holds);
  if (!decision || !first || page.stage === 'closed' || holders.length === 0) return [];
  const known = knownOf(page, decisionOf(decision), page.child?.born ?? null, first.capacity);
  return loaded(law, known.contactOn) ? warningsOf(known, law).map(sayWarning) : [];
}

function loaded(law: Law, contactOn: Temporal.PlainDate): boolean {
  return law.holidays.isLoaded(contactOn.year);
}
