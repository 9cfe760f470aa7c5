// Has a paper made again that could not be made: a letter waits for it that would otherwise never go.
import { throughTheDoor, type Done, type Refused } from '../cases/one-door.ts';
import { reading } from '../program.ts';
import type { Staff } from '../sign-in/who.ts';
import type { IssuingProgram } from './commands.ts';
import { getPaperNotMade } from './store.ts';

/**
 * Asks for the paper once more, with the content it was given then, and tries at once. Quiet when it has been made meanwhile.
 * `still` says whether it could not be made again. Throws NotFound for a paper that is not there or not waiting for a person.
 */
export async function makePaperAgain(
  program: IssuingProgram,
  who: Staff,
  { actId, paperId }: { readonly actId: string; readonly paperId: string },
): Promise<(Done & { readonly still: boolean }) | Refused<never>> {
  const { caseId, kind } = await reading(program, who, (tx) => getPaperNotMade(tx, paperId));
  const passage = { actId, command: 'makePaperAgain', who, caseId };
  const done = await throughTheDoor<never>(program, passage, async ({ tx, now }) => {
    const again = await tx
      .updateTable('papers')
      .set({ failure: null, tries: 0, next_try_at: now.toString() })
      .where('id', '=', paperId)
      .where('made_at', 'is', null)
      .where('failure', 'is not', null)
      .returning('id')
      .executeTakeFirst();
    return { facts: again ? [{ code: 'paper-wanted-again', data: { paper: paperId, kind }, readers: [] }] : [] };
  });
  if ('refused' in done) return done;
  await program.makePapersNow(caseId);
  const still = await reading(program, who, (tx) =>
    tx.selectFrom('papers').select('failure').where('id', '=', paperId).executeTakeFirst(),
  );
  return { ...done, still: (still?.failure ?? null) !== null };
}
