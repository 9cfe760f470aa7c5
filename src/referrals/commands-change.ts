// Puts right or completes what is known of a case: its decision, its child, its council. The first contact date never moves.
import { Temporal } from 'temporal-polyfill';
import type { Inside } from '../cases/inside.ts';
import { throughTheDoor, type Done, type Refused } from '../cases/one-door.ts';
import type { Row } from '../../database/tables.ts';
import { tellOfLateContact } from '../certificates/late-told.ts';
import { queued } from '../certificates/to-appellant.ts';
import type { NewLetter } from '../correspondence/queue.ts';
import { newId } from '../kit/ids.ts';
import { differing } from '../people/commands.ts';
import type { Program } from '../program.ts';
import type { Staff } from '../sign-in/who.ts';
import { decisionFact } from './open-case.ts';
import type { Child, Decision } from './contact.ts';
import { roadOf } from './road.ts';
import {
  refusalsOfChild,
  refusalsOfDecision,
  warningsOf,
  type ChildRefusal,
  type DecisionRefusal,
  type Warning,
} from './rules.ts';
import {
  childRow,
  decisionOf,
  decisionRow,
  findAuthority,
  getDecision,
  getHolder,
  knownOf,
  listOpenCasesOfChild,
} from './store.ts';

/** Something that was changed, and what the adviser should know now. */
export interface Changed extends Done {
  readonly warnings: readonly Warning[];
}

interface OfCase {
  readonly actId: string;
  readonly caseId: string;
  /** The version of the case the person was looking at. */
  readonly seenVersion?: number;
}

/**
 * Changes the decision of a case: sections widened, a date put right. The row before is kept, superseded; one on which a certificate
 * stands keeps its identity instead and is changed in place, so that the certificate stays the decision's. The first contact date
 * stays, and so decides whether contact was in time; whoever was late by the new days, and had said no to mediation, is told to send the
 * appeal now. Quiet when nothing differs. Throws NotFound and ChangedMeanwhile.
 */
export async function changeDecision(
  program: Program,
  who: Staff,
  change: OfCase & { readonly decision: Decision; readonly health?: boolean },
): Promise<Changed | Refused<DecisionRefusal>> {
  const { actId, caseId, seenVersion, decision } = change;
  let warnings: readonly Warning[] = [];
  const done = await throughTheDoor<DecisionRefusal>(
    program,
    { actId, command: 'changeDecision', who, caseId, seenVersion },
    async (inside) => {
      const { tx, today, law } = inside;
      const found = inside.case as Row<'cases'>;
      const contactOn = Temporal.PlainDate.from(found.contact_on);
      const refused = refusalsOfDecision(decision, { contactOn, today })[0];
      if (refused) return { refused };

      const health = change.health ?? found.health_scope !== 'none';
      const taken = roadOf(decision, health);
      const { born, holder } = await getHolder(tx, caseId);
      const known = knownOf({ ...found, health_scope: taken.healthScope }, decision, born, holder);
      warnings = warningsOf(known, law);

      const before = await getDecision(tx, caseId);
      const sameDecision = Object.keys(differing(before, decisionRow(decision))).length === 0;
      if (sameDecision && taken.healthScope === found.health_scope) return { facts: [] };
      if (!sameDecision) {
        const certified = await replaceDecision(inside, who, before, decision);
        if (certified) warnings = [...warnings, { code: 'certificate-already-issued' }];
      }
      if (taken.healthScope !== found.health_scope)
        await tx.updateTable('cases').set({ health_scope: taken.healthScope }).where('id', '=', caseId).execute();

      const readers = await listHolders(inside, caseId);
      const first = before.kind === 'unknown' && !before.dated && !before.sent;
      const hasNewDays =
        before.dated !== (decision.dated?.toString() ?? null) || before.sent !== (decision.sent?.toString() ?? null);
      const told = queued(hasNewDays ? await tellHolders(inside, caseId, readers) : []);
      return {
        road: taken.road,
        facts: [
          decisionFact(first ? 'decision-recorded' : 'decision-changed', decision, readers),
          ...(taken.road === found.road
            ? []
            : [{ code: 'road-taken' as const, data: { road: taken.road }, readers: [] }]),
          ...told.facts,
        ],
        letters: told.letters,
      };
    },
  );
  return 'refused' in done ? done : { ...done, warnings };
}

/** By the new days a contact can have been late: whoever had said no is told now. */
async function tellHolders(inside: Inside, caseId: string, holders: readonly string[]): Promise<NewLetter[]> {
  const letters: NewLetter[] = [];
  for (const participationId of holders) {
    const { letter } = await tellOfLateContact(inside, { caseId, participationId });
    if (letter) letters.push(letter);
  }
  return letters;
}

/** Writes the new decision. True when a certificate stands on the old one, which is then changed in place. */
async function replaceDecision(
  { tx, now }: Inside,
  who: Staff,
  before: Row<'decisions'>,
  decision: Decision,
): Promise<boolean> {
  const certificate = await tx
    .selectFrom('certificates')
    .select('id')
    .where('case_id', '=', before.case_id)
    .where('decision_id', '=', before.id)
    .limit(1)
    .executeTakeFirst();
  if (certificate) {
    await tx
      .updateTable('decisions')
      .set({ ...decisionRow(decision), version: before.version + 1, changed_at: now.toString() })
      .where('id', '=', before.id)
      .execute();
    return true;
  }
  await tx.updateTable('decisions').set({ superseded_at: now.toString() }).where('id', '=', before.id).execute();
  await tx
    .insertInto('decisions')
    .values({
      id: newId(now),
      service_id: who.serviceId,
      case_id: before.case_id,
      ...decisionRow(decision),
      made_at: now.toString(),
      version: before.version + 1,
    })
    .execute();
  return false;
}

async function listHolders({ tx }: Inside, caseId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('participations')
    .select('id')
    .where('case_id', '=', caseId)
    .where('right_holder', '=', true)
    .where('until_at', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}

/** Changes what is known of the child: names exactly as on the letter, birth date, school. Quiet when nothing differs. Throws NotFound and ChangedMeanwhile. */
export async function changeChild(
  program: Program,
  who: Staff,
  change: OfCase & { readonly child: Child },
): Promise<Changed | Refused<ChildRefusal>> {
  const { actId, caseId, seenVersion, child } = change;
  let warnings: readonly Warning[] = [];
  const done = await throughTheDoor<ChildRefusal>(
    program,
    { actId, command: 'changeChild', who, caseId, seenVersion },
    async (inside) => {
      const { tx, today, law } = inside;
      const found = inside.case as Row<'cases'>;
      const contactOn = Temporal.PlainDate.from(found.contact_on);
      const refused = refusalsOfChild(child, { contactOn, today })[0];
      if (refused) return { refused };

      const before = await tx
        .selectFrom('children')
        .selectAll()
        .where('case_id', '=', caseId)
        .executeTakeFirstOrThrow();
      const changed = differing(before, childRow(child));
      if (Object.keys(changed).length > 0)
        await tx
          .updateTable('children')
          .set({ ...changed, version: before.version + 1, changed_at: inside.now.toString() })
          .where('case_id', '=', caseId)
          .execute();

      const decision = decisionOf(await getDecision(tx, caseId));
      const { holder } = await getHolder(tx, caseId);
      const sameChild = await listOpenCasesOfChild(tx, who.serviceId, child, caseId);
      warnings = [
        ...warningsOf(knownOf(found, decision, child.born?.toString() ?? null, holder), law),
        ...(sameChild.length > 0 ? [{ code: 'same-child-open', references: sameChild } as const] : []),
      ];
      const fields = Object.keys(changed).map((field) => field.replaceAll('_', '-'));
      return { facts: fields.length > 0 ? [{ code: 'child-changed', data: { fields }, readers: [] }] : [] };
    },
  );
  return 'refused' in done ? done : { ...done, warnings };
}

/** Changes the council of a case and with it the contract. Quiet when it is the same. Throws NotFound and ChangedMeanwhile. */
export async function changeAuthority(
  program: Program,
  who: Staff,
  change: OfCase & { readonly authorityId: string },
): Promise<Changed | Refused<'no-such-authority'>> {
  const { actId, caseId, seenVersion, authorityId } = change;
  let warnings: readonly Warning[] = [];
  const done = await throughTheDoor<'no-such-authority'>(
    program,
    { actId, command: 'changeAuthority', who, caseId, seenVersion },
    async ({ tx, case: found }) => {
      const { contact_on: contactOn, authority_id: before } = found as Row<'cases'>;
      const authority = await findAuthority(tx, who.serviceId, authorityId, Temporal.PlainDate.from(contactOn));
      if (!authority) return { refused: 'no-such-authority' };
      if (!authority.contractId) warnings = [{ code: 'no-contract-with-authority' }];
      if (before === authorityId) return { facts: [] };
      await tx
        .updateTable('cases')
        .set({ authority_id: authorityId, contract_id: authority.contractId })
        .where('id', '=', caseId)
        .execute();
      return { facts: [{ code: 'authority-named', data: { authority: authorityId }, readers: [] }] };
    },
  );
  return 'refused' in done ? done : { ...done, warnings };
}
