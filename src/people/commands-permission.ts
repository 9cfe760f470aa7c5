// Records permissions given and taken back: dated rows with the very words that were agreed to, never changed afterwards.
import { Temporal } from 'temporal-polyfill';
import type { Inside } from '../cases/inside.ts';
import { ChangedMeanwhile, throughTheDoor, type Done, type Refused } from '../cases/one-door.ts';
import { newId } from '../kit/ids.ts';
import type { Program } from '../program.ts';
import type { Staff } from '../sign-in/who.ts';
import type { Scope } from './permitted.ts';
import { longestWords, refusalOfText } from './rules.ts';
import { getParticipation } from './store.ts';

/** What somebody may permit. None of them is needed for the certificate itself, which is a duty in law. */
export type Permitted = 'tell-authority' | 'speak-to-supporter' | 'speak-to-parent' | 'refer-to-sendiass';

export interface NewPermission {
  readonly what: Permitted;
  readonly given: boolean;
  /** The words that the person agreed to, as read or shown to them. */
  readonly wording: string;
  /** The participation or body that the permission is for. */
  readonly forWhom?: string | null;
  /** What it reaches; nothing where the wording says it all. */
  readonly scope?: readonly Scope[];
  /** The last day on which it holds; until it is taken back where absent. */
  readonly untilOn?: Temporal.PlainDate | null;
  readonly channel: string;
}

/** What is wrong with the words of a permission. */
type WordingRefusal = 'wording-needed' | 'text-unwritable' | 'text-too-long';
export type PermissionRefusal = WordingRefusal | 'until-has-passed' | 'nobody-of-the-case';

/** Refuses a permission whose words were not written down. */
export function refusalOfPermission({ wording }: Pick<NewPermission, 'wording'>): WordingRefusal | null {
  if (wording.trim() === '') return 'wording-needed';
  return refusalOfText(wording, longestWords);
}

/** Writes a permission as a row of its own and gives its id. The caller has checked it and adds the fact. */
export async function addPermission(
  { tx, now }: Inside,
  who: Staff,
  caseId: string,
  participationId: string,
  permission: NewPermission,
): Promise<string> {
  const id = newId(now);
  await tx
    .insertInto('permissions')
    .values({
      id,
      service_id: who.serviceId,
      case_id: caseId,
      participation_id: participationId,
      what: permission.what,
      given: permission.given,
      wording: permission.wording,
      for_whom: permission.forWhom ?? null,
      scope: [...(permission.scope ?? [])],
      until_on: permission.untilOn?.toString() ?? null,
      channel: permission.channel,
      taken_by: who.accountId,
      at: now.toString(),
    })
    .execute();
  return id;
}

/**
 * Records a permission given or taken back. One that contradicts what was recorded of the same thing since `lastSeen`, the person's newest
 * permission when the page was opened (null: none), is not put over it. Throws NotFound and ChangedMeanwhile.
 */
export async function recordPermission(
  program: Program,
  who: Staff,
  input: {
    readonly actId: string;
    readonly caseId: string;
    readonly participationId: string;
    readonly permission: NewPermission;
    readonly lastSeen?: string | null;
  },
): Promise<Done | Refused<PermissionRefusal>> {
  const { actId, caseId, participationId, permission, lastSeen } = input;
  return throughTheDoor<PermissionRefusal>(
    program,
    { actId, command: 'recordPermission', who, caseId },
    async (inside) => {
      const refused = refusalOfPermission(permission);
      if (refused) return { refused };
      const { forWhom, untilOn } = permission;
      if (permission.given && untilOn && Temporal.PlainDate.compare(untilOn, inside.today) < 0)
        return { refused: 'until-has-passed' };
      await getParticipation(inside.tx, caseId, participationId);
      if (forWhom && !(await takesPart(inside, caseId, forWhom))) return { refused: 'nobody-of-the-case' };
      if (lastSeen !== undefined && (await contradictsNewer(inside, participationId, permission, lastSeen)))
        throw new ChangedMeanwhile(caseId);
      const id = await addPermission(inside, who, caseId, participationId, permission);
      const code = permission.given ? 'permission-given' : 'permission-withdrawn';
      return {
        facts: [{ code, data: { participation: participationId, permission: id }, readers: [participationId] }],
      };
    },
  );
}

async function takesPart({ tx }: Inside, caseId: string, participationId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('participations')
    .select('id')
    .where('id', '=', participationId)
    .where('case_id', '=', caseId)
    .where('until_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Says whether the newest permission of the same thing says the opposite, and is none that the page showed. */
async function contradictsNewer(
  { tx }: Inside,
  participationId: string,
  { what, given, forWhom }: NewPermission,
  lastSeen: string | null,
): Promise<boolean> {
  const rows = await tx
    .selectFrom('permissions')
    .select(['id', 'what', 'given', 'for_whom'])
    .where('participation_id', '=', participationId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  const since = rows.slice(rows.findIndex(({ id }) => id === lastSeen) + 1);
  const newest = since.findLast((one) => one.what === what && one.for_whom === (forWhom ?? null));
  return newest !== undefined && newest.given !== given;
}
