// Writes the rows of a new case and says what they mean as facts: the same for an adviser who takes a call and for somebody who
// writes at the front door. It checks nothing and opens no transaction: whoever calls it stands inside the one door and has done both.
import type { OperationNodeSource } from 'kysely';
import type { Fact } from '../cases/fact.ts';
import type { Inside } from '../cases/inside.ts';
import type { Facts } from '../journal.ts';
import { londonDay } from '../kit/clock.ts';
import { newId } from '../kit/ids.ts';
import { newReference } from '../kit/reference.ts';
import { writeTogether } from '../kit/sql/together.ts';
import { rulesFor } from '../law/versions.ts';
import { newcomer, newcomerStatements } from '../people/store.ts';
import { unknownDecision, type Child, type Decision, type EarlyWishes, type NewContact } from './contact.ts';
import { roadOf, type RoadTaken } from './road.ts';
import { childRow, decisionRow } from './store.ts';

/** For whom a case is opened, and who will own it: the adviser who took the contact, or nobody yet. */
export interface Opener {
  readonly serviceId: string;
  readonly accountId: string | null;
}

/** The council of a new case and the contract under which it comes. */
export interface KnownAuthority {
  readonly id: string;
  readonly contractId: string | null;
}

export interface NewCase {
  readonly caseId: string;
  readonly reference: string;
  readonly taken: RoadTaken;
  /** The participation of the right-holder, and of whoever spoke: the same person or a caller. */
  readonly holder: string;
  readonly spoke: string;
  /** The person who spoke. */
  readonly personId: string;
  readonly facts: readonly Fact<Facts>[];
  /** What the wishes mean to the stage of the case; left out where they are not yet said to an adviser. */
  readonly wishFacts: readonly Fact<Facts>[];
}

const nobody: Child = { firstNames: '', lastName: '' };

/** Writes a case with its people, child, decision, contact and wishes in one statement. Reads nothing: the front door's role could not. */
export async function openCase(
  inside: Inside,
  opener: Opener,
  contact: NewContact,
  authority: KnownAuthority | null,
): Promise<NewCase> {
  const { tx, now, law } = inside;
  const { health = false, caller = null, decision: said = null } = contact;
  const child = contact.child ?? nobody;
  const contactOn = londonDay(contact.reachedAt);
  const decision = said ?? unknownDecision;
  const taken = roadOf(decision, health);
  const caseId = newId(now);
  const reference = newReference();
  const holder = newcomer(contact.rightHolder, { rightHolder: true }, now);
  const other = caller && newcomer(caller, { rightHolder: false }, now);
  const spoke = other ?? holder;
  const wishes = earlyWishes(inside, opener, caseId, holder.participationId, contact);
  const ofCase = { service_id: opener.serviceId, case_id: caseId };
  await writeTogether(tx, [
    tx.insertInto('cases').values({
      id: caseId,
      service_id: opener.serviceId,
      reference,
      authority_id: authority?.id ?? null,
      contract_id: authority?.contractId ?? null,
      road: 'undecided',
      stage: '',
      owner_account_id: opener.accountId,
      contact_on: contactOn.toString(),
      health_scope: taken.healthScope,
      phase_transfer: contact.phaseTransfer ?? false,
      opened_at: now.toString(),
      ring_back_since: contact.ringBack ? contact.reachedAt.toString() : null,
      law_version: rulesFor(law.rules, decision.sent ?? decision.dated ?? contactOn).version,
    }),
    ...newcomerStatements(inside, opener.serviceId, caseId, other ? [holder, other] : [holder]),
    tx.insertInto('children').values({ ...ofCase, ...childRow(child) }),
    tx.insertInto('decisions').values({
      id: newId(now),
      ...ofCase,
      ...decisionRow(decision),
      made_at: now.toString(),
    }),
    ...contactStatements(inside, opener, caseId, spoke.personId, contact),
    ...unconfirmedReach(inside, opener, caseId, holder.participationId, contact),
    ...wishes.statements,
  ]);
  return {
    caseId,
    reference,
    taken,
    holder: holder.participationId,
    spoke: spoke.participationId,
    personId: spoke.personId,
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
    ],
    wishFacts: wishes.facts,
  };
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
  { serviceId, accountId }: Opener,
  caseId: string,
  personId: string,
  { channel, reachedAt, evidence }: NewContact,
): OperationNodeSource[] {
  const common = { service_id: serviceId, case_id: caseId };
  return [
    tx.insertInto('contacts').values({
      id: newId(now),
      ...common,
      person_id: personId,
      channel,
      reached_at: reachedAt.toString(),
      reached_on: londonDay(reachedAt).toString(),
      entered_at: now.toString(),
      taken_by: accountId,
    }),
    ...(evidence?.trim()
      ? [
          tx.insertInto('words').values({
            id: newId(now),
            ...common,
            kind: 'contact-evidence',
            body: evidence,
            written_by: accountId,
            written_at: now.toString(),
          }),
        ]
      : []),
  ];
}

/** Keeps how somebody else says that the right-holder can be reached where the desk looks before it rings. */
function unconfirmedReach(
  { tx, now }: Inside,
  { serviceId, accountId }: Opener,
  caseId: string,
  participation: string,
  { unconfirmedReach: said }: NewContact,
): OperationNodeSource[] {
  if (!said) return [];
  return [
    tx.insertInto('words').values({
      id: newId(now),
      service_id: serviceId,
      case_id: caseId,
      participation_id: participation,
      kind: 'safe-contact',
      body: said,
      written_by: accountId,
      written_at: now.toString(),
    }),
  ];
}

/** Gives wishes said before anything was explained, on the day of the contact: a voicemail spoke then, not when it was typed in. */
function earlyWishes(
  { tx, now }: Inside,
  { serviceId, accountId }: Opener,
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
    service_id: serviceId,
    case_id: caseId,
    participation_id: participation,
    ...wish,
    said_at: reachedAt.toString(),
    said_on: londonDay(reachedAt).toString(),
    channel,
    taken_by: accountId,
  }));
  const readers = [participation];
  const facts: Fact<Facts>[] = [];
  if (appeal) facts.push({ code: 'wish-to-appeal-said', data: { participation, answer: appeal }, readers });
  if (mediation)
    facts.push({ code: 'wish-to-mediate-said', data: { participation, answer: mediation, chaseOn: null }, readers });
  return { statements: rows.length > 0 ? [tx.insertInto('wishes').values(rows)] : [], facts };
}
