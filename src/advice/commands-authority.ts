// Tells the council that a right-holder wishes to mediate: the notice that starts its thirty days (s.52(3)), with their permission.
import { Temporal } from 'temporal-polyfill';
import type { Row } from '../../database/tables.ts';
import type { Inside } from '../cases/inside.ts';
import { throughTheDoor, type Done, type Refused } from '../cases/one-door.ts';
import { getLetterService } from '../correspondence/house-letter.tsx';
import type { NewLetter } from '../correspondence/queue.ts';
import { newId } from '../kit/ids.ts';
import { inFours } from '../kit/reference.ts';
import { arrangeMediation } from '../law/arranging.ts';
import { addPermission, refusalOfPermission } from '../people/commands-permission.ts';
import { fullName } from '../people/person.ts';
import { longestWords, refusalOfText } from '../people/rules.ts';
import { getParticipation, getPerson } from '../people/store.ts';
import type { Program } from '../program.ts';
import type { Staff } from '../sign-in/who.ts';
import { authorityRequestLetter, authorityRequestVersion } from './letters/authority-request.ts';
import type { TellRefusal } from './rules.ts';
import { getSaid } from './store.ts';

export interface AuthorityTold {
  readonly actId: string;
  readonly caseId: string;
  readonly participationId: string;
  /** What they disagree with, in one or two sentences that were read back to them. */
  readonly issues: string;
  /** What health care they want, where an issue is that the plan has none or not that kind (s.52(4)). */
  readonly healthProvision?: string | null;
  /** The words with which they permitted it. */
  readonly wording: string;
  readonly channel: string;
  /** Officers to tell besides the council's own addresses. */
  readonly officers?: readonly string[];
}

/**
 * Records permission, words and the day on which the council was told, and queues the request to each of its addresses. The thirty
 * days run from today, so it is done the same day. Refused when already told for this right-holder. Throws NotFound.
 */
export async function tellAuthority(
  program: Program,
  who: Staff,
  told: AuthorityTold,
): Promise<Done | Refused<TellRefusal>> {
  const { actId, caseId, participationId } = told;
  return throughTheDoor<TellRefusal>(program, { actId, command: 'tellAuthority', who, caseId }, async (inside) => {
    const { tx, now, today } = inside;
    const found = inside.case as Row<'cases'>;
    const holder = await getParticipation(tx, caseId, participationId);
    const authority = found.authority_id
      ? await tx.selectFrom('bodies').selectAll().where('id', '=', found.authority_id).executeTakeFirst()
      : undefined;
    const refused = refusalOfTelling(told, found, holder) ?? (authority ? null : ('no-authority' as const));
    if (refused || !authority) return { refused: refused ?? 'no-authority' };
    const addresses = [...new Set([...authority.emails, ...(told.officers ?? [])])];
    if (addresses.length === 0) return { refused: 'authority-has-no-address' };
    if ((await getSaid(tx, participationId)).last.mediation?.answer !== 'yes')
      return { refused: 'does-not-want-mediation' };
    if (await isTold(inside, caseId, participationId)) return { refused: 'already-told' };

    const permission = await addPermission(inside, who, caseId, participationId, {
      what: 'tell-authority',
      given: true,
      wording: told.wording,
      forWhom: authority.id,
      channel: told.channel,
    });
    await writeIssues(inside, who, told);
    await tx
      .insertInto('milestones')
      .values({
        id: newId(now),
        service_id: who.serviceId,
        case_id: caseId,
        participation_id: participationId,
        kind: 'authority-told',
        on_day: today.toString(),
        at: now.toString(),
        recorded_by: who.accountId,
        recorded_at: now.toString(),
      })
      .execute();
    const letters = await requests(inside, who, told, { found, holder, authority, addresses });
    return {
      letters,
      facts: [
        { code: 'permission-given', data: { participation: participationId, permission }, readers: [participationId] },
        { code: 'authority-told', data: { on: today.toString() }, readers: [participationId] },
        ...letters.map(({ id: letter, template, channel }) => ({
          code: 'letter-queued' as const,
          data: { letter, template, channel },
          readers: [],
        })),
      ],
    };
  });
}

function refusalOfTelling(told: AuthorityTold, found: Row<'cases'>, holder: Row<'participations'>): TellRefusal | null {
  if (!holder.right_holder) return 'not-a-right-holder';
  if (told.issues.trim() === '') return 'issues-needed';
  if (found.health_scope !== 'none' && !told.healthProvision?.trim()) return 'health-provision-needed';
  return (
    refusalOfPermission(told) ??
    refusalOfText(told.issues, longestWords) ??
    refusalOfText(told.healthProvision, longestWords)
  );
}

async function isTold({ tx }: Inside, caseId: string, participationId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('milestones')
    .select('id')
    .where('case_id', '=', caseId)
    .where('participation_id', '=', participationId)
    .where('kind', '=', 'authority-told')
    .where('void_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Keeps the words, readable to whoever said them. */
async function writeIssues({ tx, now }: Inside, who: Staff, told: AuthorityTold): Promise<void> {
  const bodies = [
    { kind: 'issues' as const, body: told.issues },
    ...(told.healthProvision?.trim() ? [{ kind: 'health-provision-wanted' as const, body: told.healthProvision }] : []),
  ].map((words) => ({ id: newId(now), ...words }));
  await tx
    .insertInto('words')
    .values(
      bodies.map((words) => ({
        ...words,
        service_id: who.serviceId,
        case_id: told.caseId,
        participation_id: told.participationId,
        written_by: who.accountId,
        written_at: now.toString(),
      })),
    )
    .execute();
  await tx
    .insertInto('readable')
    .values(
      bodies.map(({ id }) => ({
        words_id: id,
        service_id: who.serviceId,
        participation_id: told.participationId,
        from_at: now.toString(),
      })),
    )
    .execute();
}

async function requests(
  { tx, now, today, law }: Inside,
  who: Staff,
  told: AuthorityTold,
  of: {
    readonly found: Row<'cases'>;
    readonly holder: Row<'participations'>;
    readonly authority: Row<'bodies'>;
    readonly addresses: readonly string[];
  },
): Promise<NewLetter[]> {
  const { found, holder, authority, addresses } = of;
  const child = await tx.selectFrom('children').selectAll().where('case_id', '=', found.id).executeTakeFirstOrThrow();
  const decision = await tx
    .selectFrom('decisions')
    .selectAll()
    .where('case_id', '=', found.id)
    .where('superseded_at', 'is', null)
    .executeTakeFirstOrThrow();
  const person = await getPerson(tx, holder.person_id);
  const sentOn = decision.sent ?? decision.dated;
  const day30 = arrangeMediation(
    {
      healthScope: found.health_scope,
      adviserToldAuthorityOn: today,
      decisionSentOn: sentOn ? Temporal.PlainDate.from(sentOn) : null,
    },
    law,
  );
  const words = authorityRequestLetter(
    {
      authority: authority.name,
      authorityReference: child.authority_reference,
      child: fullName({ firstNames: child.first_names, lastName: child.last_name }),
      born: child.born ? Temporal.PlainDate.from(child.born) : null,
      rightHolder: fullName({ firstNames: person.first_names, lastName: person.last_name }),
      decision: decision.kind,
      dated: decision.dated ? Temporal.PlainDate.from(decision.dated) : null,
      sections: decision.sections,
      issues: told.issues,
      healthProvision: told.healthProvision?.trim() ? told.healthProvision : null,
      reference: inFours(found.reference),
      toldOn: today,
      day30: day30.deadline,
      adviser: who.name,
    },
    await getLetterService(tx, who.serviceId),
  );
  return addresses.map((toAddress) => ({
    id: newId(now),
    personId: null,
    channel: 'email',
    template: 'authority-request',
    templateVersion: authorityRequestVersion,
    ...words,
    toAddress,
    papers: [],
  }));
}
