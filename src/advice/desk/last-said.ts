// What was said last when a page of wishes was opened, carried by its form: a wish recorded meanwhile is shown, and never contradicted unseen.
import { Temporal } from 'temporal-polyfill';
import type { HolderView } from '../../cases/desk/case-view.ts';
import type { Answers } from '../../kit/forms/answers.ts';
import { dayAnswers } from '../../kit/forms/day-fields.ts';
import type { LastSaid } from '../commands-wishes.ts';

/** Writes it for the form. */
export function lastSaidIn({ appeal, mediation }: HolderView): string {
  return `${appeal?.id ?? ''}.${mediation?.id ?? ''}`;
}

/** Reads it from the form; undefined where the form carries none. */
export function lastSaidOf(sent: string | undefined): LastSaid | undefined {
  const [, appeal, mediation] = /^([\w-]*)\.([\w-]*)$/.exec(sent ?? '') ?? [];
  return appeal === undefined || mediation === undefined
    ? undefined
    : { appeal: appeal || null, mediation: mediation || null };
}

/** Says whether an answer contradicts a wish that was recorded since. */
export function contradicts(
  { appeal, mediation }: HolderView,
  said: { readonly appeal?: string | undefined; readonly mediation?: string | undefined },
  last: LastSaid,
): boolean {
  const isContrary = (now: HolderView['appeal'], before: string | null, answer: string | undefined): boolean =>
    now !== null && now.id !== before && answer !== undefined && now.answer !== answer;
  return isContrary(appeal, last.appeal, said.appeal) || isContrary(mediation, last.mediation, said.mediation);
}

/** What stands now, as the answers of the form. */
export function wishesRecorded({ appeal, mediation }: HolderView): Answers {
  return {
    ...(appeal ? { appeal: appeal.answer } : {}),
    ...(mediation ? { mediation: mediation.answer } : {}),
    ...(mediation?.chase_on ? dayAnswers('chaseOn', Temporal.PlainDate.from(mediation.chase_on)) : {}),
  };
}
