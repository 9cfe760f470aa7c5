// A contact as it is entered on an ordinary day, and a case opened from it, for tests of what follows.
import { Temporal } from 'temporal-polyfill';
import { newId } from '../../src/kit/ids.ts';
import type { Program } from '../../src/program.ts';
import { recordContact, type Opened } from '../../src/referrals/commands.ts';
import type { Decision, NewContact } from '../../src/referrals/contact.ts';
import type { Desk } from './desk.ts';

export const day = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso);
export const moment = (iso: string): Temporal.Instant => Temporal.Instant.from(iso);

export const refusedToAssess: Decision = {
  kind: 'refuse-to-assess',
  sections: [],
  dated: day('2026-03-05'),
  sent: day('2026-03-05'),
  received: null,
  letterSeen: true,
};

/** Hannah Okafor rings at a quarter past ten on 31 March 2026 about Tobi: the council will not assess. */
export function aContact(desk: Desk, over: Partial<NewContact> = {}): NewContact {
  return {
    actId: newId(),
    channel: 'call',
    reachedAt: moment('2026-03-31T10:15:00+01:00'),
    rightHolder: {
      firstNames: 'Hannah',
      lastName: 'Okafor',
      capacity: 'parent',
      formats: ['large-print'],
      points: [{ kind: 'telephone', value: '07700 900123', messageSafe: true }],
    },
    child: { firstNames: 'Tobi', lastName: 'Okafor', born: day('2018-09-14') },
    authorityId: desk.authorityId,
    decision: refusedToAssess,
    ...over,
  };
}

export interface OpenCase extends Opened {
  /** The right-holder. */
  readonly participationId: string;
  readonly personId: string;
}

/** Opens a case and finds its right-holder. */
export async function openCase(program: Program, desk: Desk, over: Partial<NewContact> = {}): Promise<OpenCase> {
  const answer = await recordContact(program, desk.adviser, aContact(desk, over));
  if ('refused' in answer) throw new Error(answer.refused);
  const holder = await desk.look((tx) =>
    tx
      .selectFrom('participations')
      .select(['id', 'person_id'])
      .where('case_id', '=', answer.caseId)
      .where('right_holder', '=', true)
      .executeTakeFirstOrThrow(),
  );
  return { ...answer, participationId: holder.id, personId: holder.person_id };
}

/** Gives the codes and data of a case's facts, oldest first. */
export async function factsOf(
  desk: Desk,
  caseId: string,
): Promise<{ code: string; data: unknown; readers: string[] }[]> {
  return desk.look((tx) =>
    tx.selectFrom('facts').select(['code', 'data', 'readers']).where('case_id', '=', caseId).orderBy('seq').execute(),
  );
}

/** Gives the stage of a case and the day each of its running clocks is due. */
export async function standingOf(
  desk: Desk,
  caseId: string,
): Promise<{ stage: string; road: string; due: Record<string, string | null> }> {
  return desk.look(async (tx) => {
    const found = await tx
      .selectFrom('cases')
      .select(['stage', 'road'])
      .where('id', '=', caseId)
      .executeTakeFirstOrThrow();
    const clocks = await tx
      .selectFrom('clocks')
      .select(['kind', 'deadline'])
      .where('case_id', '=', caseId)
      .where('state', '=', 'running')
      .execute();
    return { ...found, due: Object.fromEntries(clocks.map(({ kind, deadline }) => [kind, deadline])) };
  });
}
