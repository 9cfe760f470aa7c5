// Reads what every form of the settings carries beside its fields: the act's id and the version that was seen.
import { firstOf } from '../../kit/http/fields.ts';
import { RequestProblem } from '../../kit/http/problems.ts';
import type { ActVisit } from '../../kit/http/visit.ts';
import { isId } from '../../kit/ids.ts';
import type { Who } from '../../sign-in/who.ts';

/** The form's own key. Throws `bad-request` for a form without one, which is none of ours. */
export function actOf(visit: ActVisit<Who>): string {
  const act = firstOf(visit.form, '_act');
  if (!isId(act)) throw new RequestProblem('bad-request');
  return act;
}

/** The version that the form was made from. Throws `bad-request`. */
export function seenVersionOf(visit: ActVisit<Who>): number {
  const version = Number(firstOf(visit.form, 'version'));
  if (!Number.isSafeInteger(version) || version < 1) throw new RequestProblem('bad-request');
  return version;
}
