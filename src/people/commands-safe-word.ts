// Sets a right-holder's safe word, and checks what a caller said against it: a few tries a day, each noted, and nothing ever shown.
import type { Inside } from '../cases/inside.ts';
import { throughTheDoor, type Done, type Refused } from '../cases/one-door.ts';
import { asRole } from '../kit/sql/seat.ts';
import type { Program } from '../program.ts';
import type { SignedIn, Staff } from '../sign-in/who.ts';
import { isTheWord, keepWord, refusalOfSafeWord, wrongTriesADay, type SafeWordRefusal } from './safe-word.ts';
import { getParticipation } from './store.ts';

/** How somebody at the desk knew with whom they spoke when the word was agreed. A safe word never proves its own successor. */
export type ProvedBy = 'rang-the-number-on-file' | 'in-person';

export interface NewSafeWord {
  readonly actId: string;
  readonly caseId: string;
  readonly participationId: string;
  readonly word: string;
  /** From the desk; somebody on their own page is signed in as themselves. */
  readonly provedBy?: ProvedBy;
}

export type SetRefusal = SafeWordRefusal | 'not-a-right-holder' | 'identity-not-proved';

/**
 * Sets or changes the safe word of somebody who holds the right: at the desk once it is proved who is speaking, or by themselves on
 * their own page. Only a slow hash is kept. Throws NotFound.
 */
export async function setSafeWord(
  program: Program,
  who: SignedIn,
  { actId, caseId, participationId, word, provedBy }: NewSafeWord,
): Promise<Done | Refused<SetRefusal>> {
  const refused = refusalOfSafeWord(word);
  if (refused) return { refused };
  if (who.kind === 'staff' && !provedBy) return { refused: 'identity-not-proved' };
  const kept = await keepWord(word); // Before anything is held: it is slow on purpose.
  const passage = { actId, command: 'setSafeWord', who, caseId };
  return throughTheDoor<SetRefusal>(program, passage, async ({ tx, now }) => {
    const part = await getParticipation(tx, caseId, participationId);
    if (!part.right_holder) return { refused: 'not-a-right-holder' };
    const fresh = { ...kept, set_at: now.toString(), set_by: who.accountId, tried_on: null, tries: 0 };
    await asRole(tx, 'door', () =>
      tx
        .insertInto('safe_words')
        .values({ person_id: part.person_id, service_id: part.service_id, ...fresh })
        .onConflict((conflict) => conflict.column('person_id').doUpdateSet(fresh))
        .execute(),
    );
    const readers = [participationId];
    return {
      facts: [
        ...(provedBy
          ? [
              {
                code: 'identity-checked',
                data: { participation: participationId, how: provedBy },
                readers: [],
              } as const,
            ]
          : []),
        { code: 'safe-word-set', data: { participation: participationId }, readers },
      ],
    };
  });
}

export interface SaidWord {
  readonly actId: string;
  readonly caseId: string;
  readonly participationId: string;
  /** What the caller said, as it was typed. It is compared and forgotten. */
  readonly said: string;
}

export type SayRefusal = 'no-safe-word' | 'too-many-tries';

/**
 * Says whether a caller gave the safe word. After three wrong tries on one day no further one is compared until the next day. Each
 * try is noted, never what was said. Throws NotFound.
 */
export async function checkSafeWord(
  program: Program,
  who: Staff,
  { actId, caseId, participationId, said }: SaidWord,
): Promise<{ readonly isRight: boolean; readonly triesLeft: number } | Refused<SayRefusal>> {
  let answer = { isRight: false, triesLeft: 0 };
  const passage = { actId, command: 'checkSafeWord', who, caseId };
  const done = await throughTheDoor<SayRefusal>(program, passage, async (inside) => {
    const { tx, today } = inside;
    const part = await getParticipation(tx, caseId, participationId);
    const kept = await lockWord(inside, part.person_id);
    if (!kept) return { refused: 'no-safe-word' };
    const before = kept.tried_on === today.toString() ? kept.tries : 0;
    if (before >= wrongTriesADay) return { refused: 'too-many-tries' };
    const isRight = await isTheWord(said, kept);
    const tries = isRight ? 0 : before + 1;
    await asRole(tx, 'door', () =>
      tx
        .updateTable('safe_words')
        .set({ tries, tried_on: today.toString() })
        .where('person_id', '=', part.person_id)
        .execute(),
    );
    answer = { isRight, triesLeft: wrongTriesADay - tries };
    return {
      facts: [{ code: 'safe-word-tried', data: { participation: participationId, right: isRight }, readers: [] }],
    };
  });
  return 'refused' in done ? done : answer;
}

/** Holds the row, so that tries at the same moment are counted one after the other. */
async function lockWord({ tx }: Inside, personId: string) {
  return asRole(tx, 'door', () =>
    tx
      .selectFrom('safe_words')
      .select(['salt', 'hash', 'tried_on', 'tries'])
      .where('person_id', '=', personId)
      .forUpdate()
      .executeTakeFirst(),
  );
}
