// What every page of the desk asks of a visit: who it is, which act the form is, and whether somebody else was quicker.
import { newId, isId } from '../../kit/ids.ts';
import { firstOf } from '../../kit/http/fields.ts';
import { NotFound } from '../../kit/http/problems.ts';
import type { ActVisit, Visit } from '../../kit/http/visit.ts';
import { inSeat } from '../../kit/sql/seat.ts';
import type { Tx, WebProgram } from '../../program.ts';
import { seatOf, type Staff, type Who } from '../../sign-in/who.ts';
import { looked, type Look } from '../../audit/looked.ts';

/** The staff member at a page of the desk. Throws NotFound for anybody else. */
export function deskOf({ who }: Pick<Visit<Who>, 'who'>): Staff {
  if (who.kind !== 'staff') throw new NotFound();
  return who;
}

/** The act that a form is: its own key, so that a second press does nothing new; a fresh one where it came without. */
export function actOf({ form }: Pick<ActVisit<Who>, 'form'>): string {
  const sent = firstOf(form, '_act');
  return isId(sent) ? sent : newId();
}

/** The version of the case that the person saw when the form was made; undefined where the form says none. */
export function seenOf({ form }: Pick<ActVisit<Who>, 'form'>): number | undefined {
  const sent = firstOf(form, '_seen');
  return sent !== undefined && /^\d{1,9}$/.test(sent) ? Number(sent) : undefined;
}

/** Reads a page about somebody as the person at the desk, and notes in the same transaction that they looked. */
export async function looking<R>(
  program: Pick<WebProgram, 'database' | 'clock'>,
  who: Staff,
  work: (tx: Tx) => Promise<R>,
  seen: (result: R) => Look,
): Promise<R> {
  return (await lookingAlso(program, who, work, seen, () => Promise.resolve(null))).result;
}

/** As `looking`; what else the page shows once it knows what it is about is read while the look is noted. */
export async function lookingAlso<R, A>(
  program: Pick<WebProgram, 'database' | 'clock'>,
  who: Staff,
  work: (tx: Tx) => Promise<R>,
  seen: (result: R) => Look,
  then: (tx: Tx, result: R) => Promise<A>,
): Promise<{ readonly result: R; readonly also: A }> {
  return inSeat(program.database, seatOf(who, false), async (tx) => {
    const result = await work(tx);
    const [also] = await Promise.all([then(tx, result), looked(tx, who, seen(result), program.clock.now())]);
    return { result, also };
  });
}
