// Reads one family's page behind the wall, notes the look, and works out where they stand.
import { looked } from '../../audit/looked.ts';
import { loadKnown } from '../../deadlines/known.ts';
import { NotFound } from '../../kit/http/problems.ts';
import { inSeat } from '../../kit/sql/seat.ts';
import type { Tx, WebProgram } from '../../program.ts';
import { seatOf, type Family, type Who } from '../../sign-in/who.ts';
import { getMyCase, type MyCaseRow } from '../store-family.ts';
import { standingOf, type MyStanding } from './standing.ts';

/** The parts of the program that a family's pages read with. */
export type ReadingProgram = Pick<WebProgram, 'database' | 'clock' | 'law' | 'service'>;

/** A case as the person who opened it may see it. */
export interface MyCase extends MyCaseRow {
  readonly standing: MyStanding;
}

/** The family at a route that only families may enter. Throws NotFound for anybody else. */
export function familyOf({ who }: { readonly who: Who }): Family {
  if (who.kind !== 'family') throw new NotFound();
  return who;
}

/**
 * Reads a case by its reference as this person, notes that they looked, and in the same transaction whatever else the page shows.
 * Throws NotFound where there is no such case, or none of theirs, or their part in it has ended: all three are the same.
 */
export async function readMyCase<R>(
  program: ReadingProgram,
  who: Family,
  reference: string,
  also: (tx: Tx, mine: MyCase) => Promise<R>,
): Promise<{ readonly mine: MyCase; readonly more: R }> {
  return inSeat(program.database, seatOf(who, false), async (tx) => {
    const row = await getMyCase(tx, who.personId, reference);
    const [known] = await loadKnown(tx, [row.id]);
    if (!known) throw new NotFound();
    const { settings } = program.service();
    const standing = standingOf(known, row, { settings, today: program.clock.today(), law: program.law() });
    const mine = { ...row, standing };
    const more = await also(tx, mine);
    await looked(tx, who, { what: 'case', caseId: row.id }, program.clock.now());
    return { mine, more };
  });
}
