// Reads and writes what a contact leaves: the case with its child and decision, and what a warning needs to know.
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import type { Row } from '../../database/tables.ts';
import type { Section } from '../law/decisions.ts';
import type { Tx } from '../program.ts';
import type { Child, Decision } from './contact.ts';
import type { KnownOfCase } from './rules.ts';

const dayOf = (text: string | null): Temporal.PlainDate | null =>
  text === null ? null : Temporal.PlainDate.from(text);

/** Finds an authority and the contract under which its cases come on a day. Null where no such authority is known. */
export async function findAuthority(
  tx: Tx,
  serviceId: string,
  authorityId: string,
  on: Temporal.PlainDate,
): Promise<{ id: string; contractId: string | null } | null> {
  const row = await tx
    .selectFrom('bodies')
    .leftJoin('contracts', (join) =>
      join
        .onRef('contracts.body_id', '=', 'bodies.id')
        .on('contracts.from_on', '<=', on.toString())
        .on((on_) => on_.or([on_('contracts.until_on', 'is', null), on_('contracts.until_on', '>=', on.toString())])),
    )
    .select(['bodies.id', 'contracts.id as contractId'])
    .where('bodies.id', '=', authorityId)
    .where('bodies.service_id', '=', serviceId)
    .where('bodies.kind', '=', 'authority')
    .orderBy('contracts.from_on', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** Lists references of the open cases, other than this one, of a child with the same birth date and the same names, however they are capitalised. At most five. */
export async function listOpenCasesOfChild(
  tx: Tx,
  serviceId: string,
  child: Child,
  caseId: string | null,
): Promise<string[]> {
  if (!child.born || child.lastName.trim() === '') return [];
  // By birth date alone, and the names compared here: a lower() in the query would be asked behind the wall, without an index.
  const bornThen = await tx
    .selectFrom('children')
    .select(['case_id', 'first_names', 'last_name'])
    .where('service_id', '=', serviceId)
    .where('born', '=', child.born.toString())
    .limit(1000)
    .execute();
  const same = (a: string, b: string): boolean => a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase();
  const cases = bornThen
    .filter(({ first_names: first, last_name: last }) => same(first, child.firstNames) && same(last, child.lastName))
    .map(({ case_id: id }) => id)
    .filter((id) => id !== caseId);
  if (cases.length === 0) return [];
  const rows = await tx
    .selectFrom('cases')
    .select('reference')
    .where('id', '=', sql<string>`any(${cases}::uuid[])`)
    .where('closed_at', 'is', null)
    .orderBy('opened_at', 'desc')
    .limit(5)
    .execute();
  return rows.map(({ reference }) => reference);
}

/** Gives a decision as its row. */
export function decisionRow(decision: Decision) {
  return {
    kind: decision.kind,
    sections: [...decision.sections],
    dated: decision.dated?.toString() ?? null,
    sent: decision.sent?.toString() ?? null,
    received: decision.received?.toString() ?? null,
    letter_seen: decision.letterSeen,
  };
}

/** Gives a row as a decision. */
export function decisionOf(
  row: Pick<Row<'decisions'>, 'kind' | 'sections' | 'dated' | 'sent' | 'received' | 'letter_seen'>,
): Decision {
  return {
    kind: row.kind,
    sections: row.sections as Section[],
    dated: dayOf(row.dated),
    sent: dayOf(row.sent),
    received: dayOf(row.received),
    letterSeen: row.letter_seen,
  };
}

/** Gives a child as its row. */
export function childRow(child: Child) {
  return {
    first_names: child.firstNames,
    last_name: child.lastName,
    known_as: child.knownAs ?? null,
    born: child.born?.toString() ?? null,
    school: child.school ?? null,
    authority_reference: child.authorityReference ?? null,
  };
}

/** Gets the decision that stands now. Every case has one, of kind `unknown` at first. */
export async function getDecision(tx: Tx, caseId: string): Promise<Row<'decisions'>> {
  return tx
    .selectFrom('decisions')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('superseded_at', 'is', null)
    .executeTakeFirstOrThrow();
}

/** Gives what the warnings need to know of a case, from its rows. */
export function knownOf(
  found: Pick<Row<'cases'>, 'contact_on' | 'health_scope' | 'authority_id'>,
  decision: Decision,
  born: string | null,
  holder: KnownOfCase['holder'],
): KnownOfCase {
  return {
    contactOn: Temporal.PlainDate.from(found.contact_on),
    decision,
    health: found.health_scope !== 'none',
    born: dayOf(born),
    holder,
    authorityKnown: found.authority_id !== null,
  };
}

/** Gets the child's birth date and the capacity of the first right-holder, for the warnings. */
export async function getHolder(
  tx: Tx,
  caseId: string,
): Promise<{ born: string | null; holder: KnownOfCase['holder'] }> {
  const row = await tx
    .selectFrom('participations')
    .leftJoin('children', 'children.case_id', 'participations.case_id')
    .select(['children.born', 'participations.capacity as holder'])
    .where('participations.case_id', '=', caseId)
    .where('participations.right_holder', '=', true)
    .where('participations.until_at', 'is', null)
    .orderBy('participations.from_at')
    .limit(1)
    .executeTakeFirst();
  return { born: row?.born ?? null, holder: row?.holder ?? 'parent' };
}
