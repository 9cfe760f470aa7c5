// What the adviser should check in a case, worked out anew from what is known each time the page is opened.
import { Temporal } from 'temporal-polyfill';
import { decisionOf, knownOf } from '../../referrals/store.ts';
import { warningsOf, type Warning } from '../../referrals/rules.ts';
import { sayWarning } from '../../referrals/words.ts';
import type { Law } from '../../law/versions.ts';
import type { CaseView } from './case-view.ts';

/** Says what stands out in a case, and which other open cases are about the same child. A closed case says nothing more. */
export function warningsFor(
  { page, decision, holders, law, today }: CaseView,
  sameChild: readonly string[] = [],
): string[] {
  const [first] = page.people.filter(({ right_holder: holds }) => holds);
  if (!decision || !first || page.stage === 'closed' || holders.length === 0) return [];
  const known = knownOf(page, decisionOf(decision), page.child?.born ?? null, first.capacity);
  if (!loaded(law, known.contactOn)) return [];
  const twice: Warning[] = sameChild.length > 0 ? [{ code: 'same-child-open', references: sameChild }] : [];
  return [...warningsOf(known, law).flatMap((warning) => asOf(warning, today)), ...twice].map(sayWarning);
}

/** What follows from the day of the contact, as it stands now that the right has passed to the young person (s.83(2)). */
function asOf(warning: Warning, today: Temporal.PlainDate): readonly Warning[] {
  const { code, on } = warning;
  const isOver = on !== undefined && Temporal.PlainDate.compare(on, today) <= 0;
  if (!isOver) return [warning];
  if (code === 'becomes-a-young-person') return [{ code: 'young-person-holds-the-right', on }];
  return code === 'not-yet-a-young-person' ? [] : [warning];
}

function loaded(law: Law, contactOn: Temporal.PlainDate): boolean {
  return law.holidays.isLoaded(contactOn.year);
}
