// Takes a contact in: opens the case, on its road, with its child, its decision and the people who said so.
import { throughTheDoor, type Done, type Refused } from '../cases/one-door.ts';
import { londonDay } from '../kit/clock.ts';
import { nobodyTold, tellOfLateContact } from '../certificates/late-told.ts';
import { queued } from '../certificates/to-appellant.ts';
import { reading, type Program } from '../program.ts';
import type { Staff } from '../sign-in/who.ts';
import { unknownDecision, type Child, type NewContact } from './contact.ts';
import { openCase } from './open-case.ts';
import { refusalsOfContact, warningsOf, type ContactRefusal, type Warning } from './rules.ts';
import { findAuthority, knownOf, listOpenCasesOfChild } from './store.ts';

/** A case that was opened, and what the adviser should know at once. A second press of the same form gives the same case, without the warnings. */
export interface Opened extends Done {
  readonly caseId: string;
  readonly reference: string;
  readonly warnings: readonly Warning[];
}

const nobody: Child = { firstNames: '', lastName: '' };

/**
 * Records a contact and opens its case, owned by the adviser who took it. The legal contact date is the day in London on which it
 * reached the service, however late it is entered (reg 33). Somebody late who says no to mediation at once is told to send the
 * appeal now. Refuses with the first of `refusalsOfContact`, or `no-such-authority`.
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
    const { authorityId = null } = contact;
    const child = contact.child ?? nobody;
    // Asked together, and before the new case is there to be found too.
    const [authority, sameChild] = await Promise.all([
      authorityId ? findAuthority(tx, who.serviceId, authorityId, contactOn) : null,
      listOpenCasesOfChild(tx, who.serviceId, child, null),
    ]);
    if (authorityId && !authority) return { refused: 'no-such-authority' };

    const { caseId, reference, taken, holder, facts, wishFacts } = await openCase(inside, who, contact, authority);
    const known = knownOf(
      { contact_on: contactOn.toString(), health_scope: taken.healthScope, authority_id: authorityId },
      contact.decision ?? unknownDecision,
      child.born?.toString() ?? null,
      contact.rightHolder.capacity,
    );
    opened = {
      reference,
      warnings: [
        ...warningsOf(known, law),
        ...(authority && !authority.contractId ? [{ code: 'no-contract-with-authority' } as const] : []),
        ...(sameChild.length > 0 ? [{ code: 'same-child-open', references: sameChild } as const] : []),
      ],
    };
    const isNo = contact.wishes?.mediation === 'no';
    const late = isNo ? await tellOfLateContact(inside, { caseId, participationId: holder }) : nobodyTold;
    const told = queued(late.letter);
    return { caseId, road: taken.road, facts: [...facts, ...wishFacts, ...told.facts], letters: told.letters };
  });
  if ('refused' in done) return done;
  const caseId = done.caseId as string;
  return { ...done, caseId, ...(opened ?? { reference: await referenceOf(program, who, caseId), warnings: [] }) };
}

async function referenceOf(program: Program, who: Staff, caseId: string): Promise<string> {
  const { reference } = await reading(program, who, (tx) =>
    tx.selectFrom('cases').select('reference').where('id', '=', caseId).executeTakeFirstOrThrow(),
  );
  return reference;
}
