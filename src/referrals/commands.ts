// Takes a contact in: opens the case, on its road, with its child, its decision and the people who said so.
import type { OperationNodeSource } from 'kysely';
import type { Fact } from '../cases/fact.ts';
import { throughTheDoor, type Done, type Inside, type Refused } from '../cases/one-door.ts';
import type { Facts } from '../journal.ts';
import { londonDay } from '../kit/clock.ts';
import { newId } from '../kit/ids.ts';
import { newReference } from '../kit/reference.ts';
import { writeTogether } from '../kit/sql/together.ts';
import { rulesFor } from '../law/versions.ts';
import { newcomer, newcomerStatements } from '../people/store.ts';
import { reading, type Program } from '../program.ts';
import type { Staff } from '../sign-in/who.ts';
import { unknownDecision, type Child, type Decision, type EarlyWishes, type NewContact } from './contact.ts';
import { roadOf } from './road.ts';
import { refusalsOfContact, warningsOf, type ContactRefusal, type Warning } from './rules.ts';
import { childRow, decisionRow, findAuthority, knownOf, listOpenCasesOfChild } from './store.ts';

/** A case that was opened, and what the adviser should know at once. A second press of the same form gives the same case, without the warnings. */
export interface Opened extends Done {
  readonly caseId: string;
  readonly reference: string;
  readonly warnings: readonly Warning[];
}

const nobody: Child = { firstNames: '', lastName: '' };

/**
 * Records a contact and opens its case, owned by the adviser who took it. The legal contact date is the day in London on which it
 * reached the service, however late it is entered (reg 33). Refuses with the first of `refusalsOfContact`, or `no-such-authority`.
 */
export async function recordContact(
  program: Program,
  who: Staff,
  contact: NewContact,
): Promise<Opened | Refused<ContactRefusal>> {
  let opened: { reference: string; warnings: readonly Warning[] } | null = null;
  const passage = { actId: contact.actId, command: 'recordContact', who, caseId: null };
  const done = await throughTheDoor<ContactRefusal>(program, passage, async (inside) => {
    const { tx, now, today, law } = inside;
    const refused = refusalsOfContact(contact, { now, today })[0];
    if (refused) return { refused };
    const contactOn = londonDay(contact.reachedAt);
    const { authorityId = null, health = false, caller = null, child = nobody, decision: said = null } = contact;
    const authority = authorityId && (await findAuthority(tx, who.serviceId, authorityId, contactOn));
    if (authorityId && !authority) return { refused: 'no-such-authority' };

    const decision = said ?? unknownDecision;
    const taken = roadOf(decision, health);
    const caseId = newId(now);
    const reference = newReference();
    const holder = newcomer(contact.rightHolder, { rightHolder: true }, now);
    const other = caller && newcomer(caller, { rightHolder: false }, now);
    const spoke = other ?? holder;
    const wishes = earlyWishes(inside, who, caseId, holder.participationId, contact);
    await writeTogether(tx, [
      tx.insertInto('cases').values({
        id: caseId,
        service_id: who.serviceId,
        reference,
        authority_id: authorityId,
        contract_id: (authority && authority.contractId) || null,
        road: 'undecided',
        stage: '',
        owner_account_id: who.accountId,
        contact_on: contactOn.toString(),
        health_scope: taken.healthScope,
        phase_transfer: contact.phaseTransfer ?? false,
        opened_at: now.toString(),
        law_version: rulesFor(law.rules, decision.sent ?? decision.dated ?? contactOn).version,
      }),
      ...newcomerStatements(inside, who.serviceId, caseId, other ? [holder, other] : [holder]),
      tx.insertInto('children').values({ case_id: caseId, service_id: who.serviceId, ...childRow(child ?? nobody) }),
      tx.insertInto('decisions').values({
        id: newId(now),
        service_id: who.serviceId,
        case_id: caseId,
        ...decisionRow(decision),
        made_at: now.toString(),
      }),
      ...contactStatements(inside, who, caseId, spoke.personId, contact),
      ...wishes.statements,
    ]);

    const known = knownOf(
      { contact_on: contactOn.toString(), health_scope: taken.healthScope, authority_id: authorityId },
      decision,
      child?.born?.toString() ?? null,
      contact.rightHolder.capacity,
    );
    const sameChild = await listOpenCasesOfChild(tx, who.serviceId, caseId, child ?? nobody);
    opened = {
      reference,
      warnings: [
        ...warningsOf(known, law),
        ...(authority && !authority.contractId ? [{ code: 'no-contract-with-authority' } as const] : []),
        ...(sameChild.length > 0 ? [{ code: 'same-child-open', references: sameChild } as const] : []),
      ],
    };
    return {
      caseId,
      road: taken.road,
      facts: [
        {
          code: 'contact-made',
          data: { channel: contact.channel, on: contactOn.toString() },
          readers: [spoke.participationId],
        },
        ...(said ? [decisionFact('decision-recorded', decision, [holder.participationId])] : []),
        { code: 'road-taken', data: { road: taken.road }, readers: [] },
        ...[holder, ...(other ? [other] : [])].map(({ participationId, participant }): Fact<Facts> => ({
          code: 'person-joined',
          data: { participation: participationId, capacity: participant.capacity },
          readers: [participationId],
        })),
        ...wishes.facts,
      ],
    };
  });
  if ('refused' in done) return done;
  const caseId = done.caseId as string;
  return { ...done, caseId, ...(opened ?? { reference: await referenceOf(program, who, caseId), warnings: [] }) };
}

/** Says a decision as a fact: kind, days and sections, and no words. */
export function decisionFact(
  code: 'decision-recorded' | 'decision-changed',
  { kind, dated, sent, sections }: Decision,
  readers: readonly string[],
): Fact<Facts> {
  const data = { decision: kind, dated: dated?.toString() ?? null, sent: sent?.toString() ?? null, sections };
  return { code, data, readers };
}

function contactStatements(
  { tx, now }: Inside,
  who: Staff,
  caseId: string,
  personId: string,
  contact: NewContact,
): OperationNodeSource[] {
  const { channel, reachedAt, evidence } = contact;
  const common = { service_id: who.serviceId, case_id: caseId };
  return [
    tx.insertInto('contacts').values({
      id: newId(now),
      ...common,
      person_id: personId,
      channel,
      reached_at: reachedAt.toString(),
      reached_on: londonDay(reachedAt).toString(),
      entered_at: now.toString(),
      taken_by: who.accountId,
    }),
    ...(evidence?.trim()
      ? [
          tx.insertInto('words').values({
            id: newId(now),
            ...common,
            kind: 'contact-evidence',
            body: evidence,
            written_by: who.accountId,
            written_at: now.toString(),
          }),
        ]
      : []),
  ];
}

/** Gives wishes said before anything was explained, on the day of the contact: a voicemail spoke then, not when it was typed in. */
function earlyWishes(
  { tx, now }: Inside,
  who: Staff,
  caseId: string,
  participation: string,
  { wishes, reachedAt, channel }: NewContact,
): { readonly statements: OperationNodeSource[]; readonly facts: Fact<Facts>[] } {
  const { appeal, mediation }: EarlyWishes = wishes ?? {};
  const rows = [
    ...(appeal ? [{ about: 'appeal', answer: appeal } as const] : []),
    ...(mediation ? [{ about: 'mediation', answer: mediation } as const] : []),
  ].map((wish) => ({
    id: newId(now),
    service_id: who.serviceId,
    case_id: caseId,
    participation_id: participation,
    ...wish,
    said_at: reachedAt.toString(),
    said_on: londonDay(reachedAt).toString(),
    channel,
    taken_by: who.accountId,
  }));
  const readers = [participation];
  const facts: Fact<Facts>[] = [];
  if (appeal) facts.push({ code: 'wish-to-appeal-said', data: { participation, answer: appeal }, readers });
  if (mediation)
    facts.push({ code: 'wish-to-mediate-said', data: { participation, answer: mediation, chaseOn: null }, readers });
  return { statements: rows.length > 0 ? [tx.insertInto('wishes').values(rows)] : [], facts };
}

async function referenceOf(program: Program, who: Staff, caseId: string): Promise<string> {
  const { reference } = await reading(program, who, (tx) =>
    tx.selectFrom('cases').select('reference').where('id', '=', caseId).executeTakeFirstOrThrow(),
  );
  return reference;
}
